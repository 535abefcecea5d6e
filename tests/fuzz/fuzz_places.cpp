// Any bytes as a table of places; what is read of it goes into a gazetteer and is looked up again.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/utf8.hpp"
#include "gazetteer/resolve.hpp"
#include "gazetteer/rows.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attest;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (first_invalid_utf8(text)) return 0;
  GazetteerBuilder builder;
  SourceCounts counts;
  RowReader read;
  for (const std::string_view line : cells_of(text, '\n')) {
    bool is_header = false;
    if (!read) read = reader_for(line, is_header);
    if (read && !is_header) (void)read(line, builder, counts);
  }
  auto gazetteer = Gazetteer::from_bytes(builder.bytes(), "fuzz");
  if (!gazetteer) __builtin_trap();  // a builder makes what can be opened
  Gazetteers all;
  all.add(std::move(*gazetteer));
  (void)resolve(all, read_question(text.substr(0, 80)));
  return 0;
}
