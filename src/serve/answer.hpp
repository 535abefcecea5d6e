// An answer as it goes, ready to be sent again to whoever asks the same.
#pragma once

#include <memory>
#include <string>

#include "serve/http.hpp"

namespace attest {

struct Answer {
  int status = 200;
  NameValues headers;
  std::shared_ptr<const std::string> body;  // shared, because many may be sending it
  std::string etag;                         // with its quotes; empty: none
};

}  // namespace attest
