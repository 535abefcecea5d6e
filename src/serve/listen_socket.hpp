// A socket that listens, with a clear word when it cannot be had.
#pragma once

#include "base/files.hpp"
#include "serve/listen_address.hpp"

namespace attest {

/// @errors io: no such address here, taken, or not permitted
[[nodiscard]] Result<Descriptor> listen_on(const ListenAddress& address);

/// @errors io
[[nodiscard]] Result<std::uint16_t> port_of(const Descriptor& socket);

}  // namespace attest
