#include "read/html_words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "read/ascii.hpp"

namespace attest {

namespace {

struct Word {
  std::string_view text;
  std::uint16_t hints;
};

/// Sorted. A word of a class name, without what joins it to others.
constexpr auto kWords = std::to_array<Word>({
    {"abstract", kHintLead},
    {"abstrakt", kHintLead},
    {"ad", kHintFurniture},
    {"addthis", kHintFurniture},
    {"ads", kHintFurniture},
    {"adsense", kHintFurniture},
    {"adslot", kHintFurniture},
    {"advert", kHintFurniture},
    {"advertisement", kHintFurniture},
    {"advertising", kHintFurniture},
    {"anriss", kHintLead},
    {"anzeige", kHintFurniture},
    {"articlebody", kHintContent},
    {"articlecontent", kHintContent},
    {"articletext", kHintContent},
    {"author", kHintAuthor},
    {"authorbox", kHintFurniture},
    {"authors", kHintAuthor},
    {"autor", kHintAuthor},
    {"bajada", kHintLead},
    {"banner", kHintFurniture},
    {"bodytext", kHintContent},
    {"breadcrumb", kHintFurniture},
    {"breadcrumbs", kHintFurniture},
    {"byline", kHintByline | kHintAuthor},
    {"caption", kHintCaption},
    {"chapo", kHintLead},
    {"comment", kHintFurniture},
    {"commentlist", kHintFurniture},
    {"comments", kHintFurniture},
    {"consent", kHintFurniture},
    {"cookie", kHintFurniture},
    {"cookies", kHintFurniture},
    {"copyright", kHintCredit},
    {"credit", kHintCredit},
    {"credits", kHintCredit},
    {"crumb", kHintFurniture},
    {"crumbs", kHintFurniture},
    {"cta", kHintFurniture},
    {"date", kHintDate},
    {"dateline", kHintDate},
    {"datetime", kHintDate},
    {"datum", kHintDate},
    {"deck", kHintLead},
    {"dek", kHintLead},
    {"disqus", kHintFurniture},
    {"dropdown", kHintFurniture},
    {"einleitung", kHintLead},
    {"entradilla", kHintLead},
    {"entrycontent", kHintContent},
    {"excerpt", kHintLead},
    {"fecha", kHintDate},
    {"footer", kHintFurniture},
    {"gdpr", kHintFurniture},
    {"headline", kHintTitle},
    {"hidden", kHintHidden},
    {"ingress", kHintLead},
    {"intro", kHintLead},
    {"introduction", kHintLead},
    {"invisible", kHintHidden},
    {"lead", kHintLead},
    {"lede", kHintLead},
    {"legende", kHintCaption},
    {"login", kHintFurniture},
    {"menu", kHintFurniture},
    {"modal", kHintFurniture},
    {"mostread", kHintFurniture},
    {"nav", kHintFurniture},
    {"navbar", kHintFurniture},
    {"navi", kHintFurniture},
    {"navigation", kHintFurniture},
    {"newsletter", kHintFurniture},
    {"offscreen", kHintHidden},
    {"opener", kHintLead},
    {"outbrain", kHintFurniture},
    {"overlay", kHintFurniture},
    {"pager", kHintFurniture},
    {"pagination", kHintFurniture},
    {"popular", kHintFurniture},
    {"popup", kHintFurniture},
    {"postcontent", kHintContent},
    {"posted", kHintDate},
    {"promo", kHintFurniture},
    {"promoted", kHintFurniture},
    {"promotion", kHintFurniture},
    {"pubdate", kHintDate},
    {"published", kHintDate},
    {"rating", kHintFurniture},
    {"ratings", kHintFurniture},
    {"readmore", kHintFurniture},
    {"recirc", kHintFurniture},
    {"recommendation", kHintFurniture},
    {"recommendations", kHintFurniture},
    {"recommended", kHintFurniture},
    {"register", kHintFurniture},
    {"related", kHintFurniture},
    {"relatedposts", kHintFurniture},
    {"replies", kHintFurniture},
    {"reply", kHintFurniture},
    {"respond", kHintFurniture},
    {"sapo", kHintLead},
    {"share", kHintFurniture},
    {"sharebar", kHintFurniture},
    {"sharedaddy", kHintFurniture},
    {"shariff", kHintFurniture},
    {"sharing", kHintFurniture},
    {"sidebar", kHintFurniture},
    {"signup", kHintFurniture},
    {"skip", kHintFurniture},
    {"social", kHintFurniture},
    {"sommario", kHintLead},
    {"sottotitolo", kHintLead},
    {"sponsor", kHintFurniture},
    {"sponsored", kHintFurniture},
    {"standfirst", kHintLead},
    {"storybody", kHintContent},
    {"subhead", kHintLead},
    {"subheadline", kHintLead},
    {"submenu", kHintFurniture},
    {"subscribe", kHintFurniture},
    {"subscription", kHintFurniture},
    {"subtitle", kHintLead},
    {"subtitulo", kHintLead},
    {"summary", kHintLead},
    {"taboola", kHintFurniture},
    {"taglist", kHintFurniture},
    {"tags", kHintFurniture},
    {"teaser", kHintFurniture | kHintLead},
    {"teasers", kHintFurniture},
    {"timestamp", kHintDate},
    {"title", kHintTitle},
    {"toc", kHintFurniture},
    {"toolbar", kHintFurniture},
    {"tooltip", kHintFurniture},
    {"trending", kHintFurniture},
    {"vorspann", kHintLead},
});

/// Two words that mean something together: one of each list.
constexpr auto kWhole =
    std::to_array<std::string_view>({"article", "artikel", "blog", "body", "content", "detail", "entry", "field",
                                     "main", "news", "page", "post", "single", "story", "text"});
constexpr auto kInside = std::to_array<std::string_view>(
    {"body", "content", "contents", "copy", "inhalt", "inner", "main", "text", "texte", "wysiwyg"});
constexpr auto kAboutAuthor = std::to_array<std::string_view>(
    {"about", "bio", "biography", "box", "card", "desc", "description", "info", "profile", "widget"});

constexpr auto kAuthors = std::to_array<std::string_view>({"author", "authors", "autor", "auteur", "contributor"});
constexpr auto kMeta = std::to_array<std::string_view>({"info", "meta", "metadata"});
/// "has-sidebar", "with-comments": what a page has, not what it is.
constexpr auto kStates =
    std::to_array<std::string_view>({"has", "with", "no", "without", "live", "non", "enabled", "disabled", "layout"});

bool one_of(std::string_view text, const auto& list) { return std::ranges::find(list, text) != list.end(); }

/// Words that mean furniture however they go on: "shareblock", "relatedstories".
constexpr auto kFurniturePrefixes = std::to_array<std::string_view>(
    {"adslot",     "advert",   "breadcrumb", "commentform", "commentlist", "comments",   "cookie",
     "disqus",     "facebook", "footer",     "newsletter",  "promo",       "recommend",  "related",
     "relacionad", "sharebar", "shareblock", "sharebutton", "sharelinks",  "sharetools", "sidebar",
     "similar",    "social",   "sponsor",    "subscri",     "twitter",     "whatsapp"});

std::uint16_t hints_of_word(std::string_view word) {
  if (std::ranges::any_of(kFurniturePrefixes, [&](std::string_view prefix) { return word.starts_with(prefix); }))
    return kHintFurniture;
  const auto found = std::ranges::lower_bound(kWords, word, {}, &Word::text);
  return found != kWords.end() && found->text == word ? found->hints : std::uint16_t{0};
}

/// The words of one class name, and what they mean together.
class ClassName {
 public:
  void add(std::string_view word) {
    if (count_++ == 0) first_is_widget_ = word.starts_with("widget");
    hints_ |= hints_of_word(word);
    const bool is_whole = one_of(word, kWhole), is_inside = one_of(word, kInside);
    inside_ = inside_ || (is_inside && (whole_ || !is_whole));
    whole_ = whole_ || is_whole;
    author_ = author_ || one_of(word, kAuthors);
    about_ = about_ || one_of(word, kAboutAuthor);
    meta_ = meta_ || one_of(word, kMeta);
    reader_ = reader_ || word == "screen" || word == "sr" || word == "visually";
    only_ = only_ || word == "reader" || word == "only";
    tag_ = tag_ || word == "tag";
    link_ = link_ || word == "links" || word == "list" || word == "cloud";
    most_ = most_ || word == "most";
    read_ = read_ || word == "read" || word == "viewed";
    state_ = state_ || one_of(word, kStates);
  }

  [[nodiscard]] std::uint32_t hints() const {
    std::uint32_t hints = hints_;
    if (whole_ && inside_) hints |= kHintContent;
    if ((author_ && about_) || (most_ && read_) || (tag_ && link_) || first_is_widget_) hints |= kHintFurniture;
    if (whole_ && meta_) hints |= kHintByline;
    if (reader_ && only_) hints |= kHintHidden;
    if (count_ > 2 && !only_) hints &= ~std::uint32_t{kHintHidden};  // "field-label-hidden"
    if (state_) hints &= ~std::uint32_t{kHintFurniture | kHintHidden};
    return hints;
  }

 private:
  std::uint32_t hints_ = 0, count_ = 0;
  bool first_is_widget_ = false, whole_ = false, inside_ = false, author_ = false, about_ = false, meta_ = false;
  bool reader_ = false, only_ = false, tag_ = false, link_ = false, most_ = false, read_ = false, state_ = false;
};

}  // namespace

std::uint16_t hints_of_words(std::string_view words) {
  std::uint32_t hints = 0;
  ClassName name;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) name.add(word);
    word.clear();
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const char c = words[i];
    if (c >= 'A' && c <= 'Z' && i > 0 && words[i - 1] >= 'a' && words[i - 1] <= 'z') end_word();
    if (is_letter_ascii(c) || static_cast<unsigned char>(c) >= 0x80)
      word += lower_ascii(c);
    else
      end_word();
    if (!is_space_ascii(c)) continue;
    hints |= name.hints();
    name = {};
  }
  end_word();
  return static_cast<std::uint16_t>(hints | name.hints());
}

}  // namespace attest
