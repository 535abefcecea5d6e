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

/// Small text for comparing: ASCII in lower case.
std::string small(std::string_view text) { return lower_ascii(trim_ascii(text)); }

constexpr auto kFurnitureStarts = std::to_array<std::string_view>({"advertisement",
                                                                   "anzeige",
                                                                   "werbung",
                                                                   "publicité",
                                                                   "publicidad",
                                                                   "pubblicità",
                                                                   "reklama",
                                                                   "reklam",
                                                                   "advertentie",
                                                                   "read also",
                                                                   "also read",
                                                                   "read more",
                                                                   "read next",
                                                                   "see also",
                                                                   "related:",
                                                                   "lesen sie auch",
                                                                   "lies auch",
                                                                   "mehr zum thema",
                                                                   "lesen sie hier",
                                                                   "lesen sie mehr",
                                                                   "à lire aussi",
                                                                   "lire aussi",
                                                                   "à lire",
                                                                   "a lire",
                                                                   "lea también",
                                                                   "lee también",
                                                                   "leer también",
                                                                   "te puede interesar",
                                                                   "leia também",
                                                                   "leia mais",
                                                                   "leggi anche",
                                                                   "lees ook",
                                                                   "czytaj też",
                                                                   "czytaj także",
                                                                   "zobacz też",
                                                                   "zobacz także",
                                                                   "läs också",
                                                                   "les også",
                                                                   "læs også",
                                                                   "читайте также",
                                                                   "share this",
                                                                   "share on",
                                                                   "teilen",
                                                                   "artikel teilen",
                                                                   "partager",
                                                                   "compartir",
                                                                   "compartilhe",
                                                                   "condividi",
                                                                   "udostępnij",
                                                                   "follow us",
                                                                   "sign up",
                                                                   "subscribe",
                                                                   "newsletter",
                                                                   "melden sie sich",
                                                                   "jetzt abonnieren",
                                                                   "abonnieren",
                                                                   "abonnez-vous",
                                                                   "s'abonner",
                                                                   "suscríbete",
                                                                   "click here to",
                                                                   "continue reading",
                                                                   "weiterlesen",
                                                                   "all rights reserved",
                                                                   "alle rechte vorbehalten",
                                                                   "tous droits",
                                                                   "copyright",
                                                                   "©",
                                                                   "posted in",
                                                                   "filed under",
                                                                   "tags:",
                                                                   "schlagwörter",
                                                                   "schlagworte",
                                                                   "we use cookies",
                                                                   "diese website verwendet",
                                                                   "skip to",
                                                                   "zum inhalt",
                                                                   "back to top",
                                                                   "nach oben",
                                                                   "leave a comment",
                                                                   "leave a reply",
                                                                   "kommentar",
                                                                   "kommentare",
                                                                   "comments",
                                                                   "commentaires",
                                                                   "print this",
                                                                   "drucken",
                                                                   "please enable javascript",
                                                                   "download our app",
                                                                   "loading",
                                                                   "view all",
                                                                   "previous article",
                                                                   "next article",
                                                                   "vorheriger",
                                                                   "nächster",
                                                                   "terms of use"});

constexpr auto kFurnitureInside = std::to_array<std::string_view>(
    {"subscribe to",    "please subscribe",   "our newsletter",   "newsletter abonn",     "follow us",
     "sign up for",     "sign up to",         "on facebook and",  "on twitter and",       "and on facebook",
     "apps for ios",    "from the app store", "google play",      "already a subscriber", "abonnieren sie",
     "hier abonnieren", "click here to",      "for more stories", "suivez-nous",          "síguenos",
     "siga-nos",        "seguici su",         "inscrivez-vous à", "enable javascript"});

constexpr auto kFurnitureHeadings = std::to_array<std::string_view>({"related",
                                                                     "more from",
                                                                     "more on",
                                                                     "more stories",
                                                                     "more news",
                                                                     "recommended",
                                                                     "you may also",
                                                                     "you might also",
                                                                     "most read",
                                                                     "most popular",
                                                                     "popular",
                                                                     "trending",
                                                                     "latest",
                                                                     "recent posts",
                                                                     "recent comments",
                                                                     "comments",
                                                                     "leave a",
                                                                     "share",
                                                                     "newsletter",
                                                                     "subscribe",
                                                                     "about the author",
                                                                     "about author",
                                                                     "about us",
                                                                     "see also",
                                                                     "read also",
                                                                     "read more",
                                                                     "read next",
                                                                     "also read",
                                                                     "what to read next",
                                                                     "editor's picks",
                                                                     "sign up",
                                                                     "follow us",
                                                                     "post navigation",
                                                                     "mehr zum thema",
                                                                     "mehr zu",
                                                                     "mehr aus",
                                                                     "mehr von",
                                                                     "weitere",
                                                                     "ähnliche",
                                                                     "das könnte sie auch",
                                                                     "das könnte dich auch",
                                                                     "auch interessant",
                                                                     "lesen sie auch",
                                                                     "meistgelesen",
                                                                     "kommentar",
                                                                     "schreibe einen kommentar",
                                                                     "schreiben sie einen kommentar",
                                                                     "kommentieren",
                                                                     "verwandte",
                                                                     "neueste",
                                                                     "aktuelle",
                                                                     "zum thema",
                                                                     "links zum",
                                                                     "passend zum",
                                                                     "teilen",
                                                                     "diesen artikel",
                                                                     "über den autor",
                                                                     "über die autor",
                                                                     "sur le même",
                                                                     "à lire aussi",
                                                                     "lire aussi",
                                                                     "articles liés",
                                                                     "articles similaires",
                                                                     "les plus lus",
                                                                     "dans la même",
                                                                     "commentaire",
                                                                     "plus d'articles",
                                                                     "vous aimerez",
                                                                     "relacionad",
                                                                     "noticias relacionadas",
                                                                     "artículos relacionados",
                                                                     "más noticias",
                                                                     "más leíd",
                                                                     "lo más",
                                                                     "te puede interesar",
                                                                     "comentarios",
                                                                     "deja un",
                                                                     "deja una",
                                                                     "notícias relacionadas",
                                                                     "leia também",
                                                                     "mais lidas",
                                                                     "veja também",
                                                                     "deixe um",
                                                                     "leggi anche",
                                                                     "articoli correlati",
                                                                     "potrebbe interessarti",
                                                                     "i più letti",
                                                                     "commenti",
                                                                     "lascia un",
                                                                     "lees ook",
                                                                     "gerelateerd",
                                                                     "meer over",
                                                                     "reacties",
                                                                     "czytaj też",
                                                                     "zobacz także",
                                                                     "zobacz też",
                                                                     "polecane",
                                                                     "podobne",
                                                                     "komentarze",
                                                                     "dodaj komentarz",
                                                                     "najnowsze",
                                                                     "ilgili",
                                                                     "yorumlar",
                                                                     "читайте также",
                                                                     "комментарии",
                                                                     "похожие",
                                                                     "по теме",
                                                                     "اقرأ أيضا",
                                                                     "مواضيع ذات صلة",
                                                                     "关联",
                                                                     "相关"});

constexpr auto kCreditStarts = std::to_array<std::string_view>(
    {"photo:",       "photos:", "photo by",   "photo credit", "photograph:", "picture:",     "image:",
     "image credit", "images:", "credit:",    "credits:",     "foto:",       "fotos:",       "foto ",
     "bild:",        "bilder:", "bildquelle", "bildnachweis", "fotocredit",  "crédit photo", "crédits photo",
     "crédit",       "crédits", "photo ",     "fot.",         "fot:",        "© ",           "(c) ",
     "(photo",       "(foto",   "quelle:",    "getty images"});

bool starts_with_any(std::string_view text, const auto& list) {
  return std::ranges::any_of(list, [&](std::string_view start) { return text.starts_with(start); });
}

}  // namespace

namespace {

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

bool is_furniture_text(std::string_view text) { return starts_with_any(small(text), kFurnitureStarts); }
bool has_furniture_words(std::string_view text) {
  const std::string words = small(text);
  return std::ranges::any_of(kFurnitureInside,
                             [&](std::string_view phrase) { return words.find(phrase) != std::string::npos; });
}
bool is_furniture_heading(std::string_view text) { return starts_with_any(small(text), kFurnitureHeadings); }
bool is_credit_text(std::string_view text) { return starts_with_any(small(text), kCreditStarts); }

}  // namespace attest
