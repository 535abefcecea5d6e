// A language model is one file of named sections; this says which.
#pragma once

#include "base/section_file.hpp"

namespace attest {

inline constexpr SectionFormat kModelFormat = {
    .magic = "ATTESTLM", .version = 1, .noun = "language model", .error = ErrorCode::bad_model};

}  // namespace attest
