// Collects places from any number of sources and lays them out as Gazetteer reads them. Holds the whole world in about
// a hundred bytes a place.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "attest/error.hpp"
#include "gazetteer/gazetteer.hpp"
#include "gazetteer/layout.hpp"
#include "gazetteer/place.hpp"

namespace attest {

/// One thread at a time.
class GazetteerBuilder {
 public:
  GazetteerBuilder();

  /// A place of a source and id that was added before replaces the earlier one. Names over 255 bytes are left out.
  void add(const GazetteerPlace& place);
  /// One more name of a place of this source and id, added before or later; of no such place it is passed over.
  void add_name(std::string_view source, std::string_view id, std::string_view name);
  /// All that another gazetteer holds.
  void add(const Gazetteer& gazetteer);

  [[nodiscard]] std::size_t size() const { return places_.size(); }
  /// The finished file; the builder is of no use afterwards. @errors io; bad_resource when it is too large for its format
  [[nodiscard]] Result<void> write(const std::filesystem::path& path);
  [[nodiscard]] std::string bytes();

 private:
  struct Name {
    std::uint64_t place = 0;  // hash of its source and id
    TextAt text = 0;
  };
  struct Place {
    PlaceRow row;
    std::uint64_t key = 0;
    std::uint32_t names = 0;  // in names_, from row.first_name
  };
  [[nodiscard]] TextAt keep(std::string_view text);
  [[nodiscard]] TextAt keep_once(std::string_view text);
  [[nodiscard]] std::uint8_t source(std::string_view name);
  void settle();
  void name_regions();
  void borrow_points();
  void index();
  [[nodiscard]] std::string_view text(TextAt at) const;
  [[nodiscard]] SectionWriter sections() const;

  std::string texts_;
  std::map<std::string, TextAt, std::less<>> shared_;
  std::vector<TextAt> sources_;
  std::vector<Place> places_;
  std::vector<TextAt> names_;
  std::vector<Name> more_names_;
  // What settle() and index() make.
  std::vector<PlaceRow> rows_;
  std::vector<TextAt> row_names_;
  std::vector<NameEntry> by_name_, by_key_;
};

}  // namespace attest
