#include "read/finish.hpp"

#include "base/hash.hpp"
#include "read/blocks.hpp"

namespace attest {

void take_hints(Document& document, const Hints& hints) {
  document.title = hints.title;
  document.outlet = hints.outlet;
  document.author = hints.author;
  document.url = hints.url;
  document.published = hints.published;
  document.retrieved_at = hints.retrieved_at;
}

void finish(Document& document, const Hints& hints) {
  document.id = sha256_hex(document.original);
  document.text_hash = sha256_hex(document.text);
  take_hints(document, hints);
  read_metadata(document);
}

}  // namespace attest
