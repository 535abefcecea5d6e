// What the class and id of an element say about it, in any site's spelling: "post-content", "js-shareBar".
#pragma once

#include <cstdint>
#include <string_view>

namespace attest {

/// Sets of these are or-ed together.
enum HtmlHint : std::uint16_t {
  kHintFurniture = 1,  // navigation, sharing, advertisements, comments, related stories, sign-up forms
  kHintHidden = 2,     // "sr-only", "hidden"
  kHintContent = 4,    // "article-body", "entry-content"
  kHintCaption = 8,
  kHintCredit = 16,  // who took the picture
  kHintByline = 32,  // author and date: "post-meta", "byline"
  kHintLead = 64,    // the paragraph above the text: "standfirst", "dek"
  kHintTitle = 128,
  kHintDate = 256,
  kHintAuthor = 512,
};

/// The hints of a list of words, such as the value of a class attribute.
[[nodiscard]] std::uint16_t hints_of_words(std::string_view words);

/// Whether a short block of words is no part of a report: "Read also", "Anzeige", "Share this article".
[[nodiscard]] bool is_furniture_text(std::string_view text);
/// Whether a short block speaks of the outlet's services: "subscribe to our newsletter".
[[nodiscard]] bool has_furniture_words(std::string_view text);
/// Whether a heading opens a section that is no part of a report: "Related articles", "Mehr zum Thema".
[[nodiscard]] bool is_furniture_heading(std::string_view text);
/// Whether a short block only says whose picture it is: "Photo: Example/EX".
[[nodiscard]] bool is_credit_text(std::string_view text);

}  // namespace attest
