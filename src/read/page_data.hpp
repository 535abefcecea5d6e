// What a page says of itself to machines: JSON-LD and <meta> elements, however broken.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/html_tree.hpp"

namespace attest {

/// What the JSON-LD of a page says about the article in it; empty where it says nothing.
struct LinkedData {
  std::string headline, published, updated, author, publisher, agency, body;
  std::string published_in_script;  // not JSON-LD, but data of the program that shows the page
};

/// @param scripts  the contents of the page's ld+json scripts
[[nodiscard]] LinkedData read_linked_data(const std::vector<std::string_view>& scripts);

/// A day of publication in data that a page gives to its own scripts; empty if there is none.
[[nodiscard]] std::string published_in_scripts(const std::vector<std::string_view>& scripts);

/// Names (in lower case) and contents of the page's meta elements, in order.
using MetaValues = std::vector<std::pair<std::string, std::string_view>>;
[[nodiscard]] MetaValues read_meta(const HtmlTree& tree);

}  // namespace attest
