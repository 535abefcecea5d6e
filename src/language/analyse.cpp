#include "language/analysis.hpp"

namespace attest {

Analysis analyse(const Document&) { return {}; }

}  // namespace attest
