#include "read/pdf_words.hpp"

#include <fmt/format.h>
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <tuple>
#include <utility>

namespace attest {

namespace {

constexpr std::array<std::string_view, 7> kLigatures = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};  // U+FB00 …

/// Poppler's own conversion asks iconv, whose locks another thread may hold at a fork.
std::string as_utf8(const poppler::ustring& text) {
  const std::u16string units(text.begin(), text.end());
  std::string out;
  icu::UnicodeString(units.data(), static_cast<int>(units.size())).toUTF8String(out);
  std::erase(out, '\0');
  for (std::size_t at = out.find("\xef\xac"); at != std::string::npos; at = out.find("\xef\xac", at + 1)) {
    const auto number = static_cast<std::size_t>(static_cast<unsigned char>(out[at + 2]) - 0x80);
    if (number < kLigatures.size()) out.replace(at, 3, kLigatures[number]);
  }
  return out;
}

bool is_bold(const std::string& font) {
  return std::ranges::any_of(std::array{"Bold", "bold", "Black", "Heavy", "Demi"},
                             [&](const char* weight) { return font.find(weight) != std::string::npos; });
}

/// Turns the page so that its text runs from left to right.
PageWord turned(PageWord word, int quarters, double width, double height) {
  const auto [left, top, right, bottom] = std::array{word.left, word.top, word.right, word.bottom};
  if (quarters == 1)
    std::tie(word.left, word.top, word.right, word.bottom) = std::tuple(top, width - right, bottom, width - left);
  if (quarters == 2)
    std::tie(word.left, word.top, word.right, word.bottom) =
        std::tuple(width - right, height - bottom, width - left, height - top);
  if (quarters == 3)
    std::tie(word.left, word.top, word.right, word.bottom) = std::tuple(height - bottom, left, height - top, right);
  return word;
}

Page page_of(const poppler::page& page) {
  const poppler::rectf box = page.page_rect();
  Page out{box.width(), box.height(), {}};
  const auto boxes = page.text_list(poppler::page::text_list_include_font);
  std::array<std::size_t, 4> turns = {};
  for (const auto& word : boxes) ++turns[static_cast<std::size_t>(word.rotation()) % 4];
  const auto most = static_cast<int>(std::ranges::max_element(turns) - turns.begin());
  for (const auto& word : boxes) {
    if (word.rotation() % 4 != most) continue;  // watermarks, labels of charts
    const poppler::rectf at = word.bbox();
    const bool font = word.has_font_info();
    PageWord found{as_utf8(word.text()),
                   at.left(),
                   at.top(),
                   at.right(),
                   at.bottom(),
                   font ? word.get_font_size() : at.height(),
                   font && is_bold(word.get_font_name())};
    if (found.size <= 0) found.size = at.height();
    out.words.push_back(turned(std::move(found), most, out.width, out.height));
  }
  if (most % 2 == 1) std::swap(out.width, out.height);
  return out;
}

}  // namespace

Result<PdfWords> pdf_words(std::string_view bytes, const std::string& where) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) return fail(ErrorCode::damaged, "damaged: cannot be opened as a PDF", where);
  if (document->is_locked()) return fail(ErrorCode::encrypted, "encrypted: this PDF asks for a password", where);
  const int pages = document->pages();
  if (pages > kMaxPdfPages)
    return fail(ErrorCode::too_large, fmt::format("has {} pages; at most {} are read", pages, kMaxPdfPages), where);
  PdfWords out{{}, as_utf8(document->info_key("Title")), as_utf8(document->info_key("Author")), {}};
  if (const auto made = document->info_date_t("CreationDate"); made > 0)
    out.created = std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(made)));
  std::size_t words = 0;
  for (int i = 0; i < pages; ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    out.pages.push_back(page ? page_of(*page) : Page{});
    words += out.pages.back().words.size();
    if (words > kMaxPdfWords)
      return fail(ErrorCode::too_large, fmt::format("has more than {} words", kMaxPdfWords), where);
  }
  return out;
}

}  // namespace attest
