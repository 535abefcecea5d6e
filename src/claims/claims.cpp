#include "claims/claims.hpp"

namespace attest {

std::vector<Claim> find_claims(const Document&, const Analysis&, const Resources&) { return {}; }

}  // namespace attest
