#include "serve/collections.hpp"

#include <array>

#include "attest/incident.hpp"
#include "attest/vocabulary.hpp"
#include "reconcile/series.hpp"

namespace attest {

namespace {

template <class E>
constexpr std::span<const std::string_view> kNames = Names<E>::values;

constexpr std::array<std::string_view, 5> kReviewFilter = {"open", "accepted", "rejected", "conflict", "sensitive"};

using enum JsonType;

constexpr Property text(std::string_view name, std::string_view meaning) {
  return {.name = name, .type = string, .meaning = meaning, .sortable = true};
}
constexpr Property day(std::string_view name, std::string_view meaning) {
  return {.name = name, .type = string, .meaning = meaning, .format = "date", .sortable = true};
}
constexpr Property whole(std::string_view name, std::string_view meaning) {
  return {.name = name, .type = integer, .meaning = meaning, .sortable = true};
}
constexpr Property choice(std::string_view name, std::string_view meaning, std::span<const std::string_view> values) {
  return {.name = name, .type = string, .meaning = meaning, .values = values, .sortable = true};
}
constexpr Property list(std::string_view name, std::string_view meaning, std::string_view of) {
  return {.name = name, .type = array, .meaning = meaning, .of = of, .always = true};
}
/// The same, never null.
constexpr Property always(Property property) {
  property.always = true;
  return property;
}

constexpr auto kIncidentProperties = std::to_array<Property>({
    always(text("id", "the incident, made from its earliest claim")),
    always(text("title", "what, where and when in a line")),
    {.name = "kinds", .type = array, .meaning = "what its claims say", .values = kNames<ClaimKind>, .always = true},
    choice("means", "how, as most origins say", kNames<Means>),
    text("place", "where, as most origins say, in English"),
    text("country", "ISO 3166-1 alpha-2"),
    {.name = "latitude", .type = number, .meaning = "degrees north, WGS 84"},
    {.name = "longitude", .type = number, .meaning = "degrees east, WGS 84"},
    whole("place_precision", "UCDP's where_prec: 1 an exact place to 7 outside any country"),
    day("from", "first day on which it can have happened"),
    day("to", "last day on which it can have happened"),
    whole("time_precision", "UCDP's date_prec: 1 a day to 5 more than a month"),
    day("first_published", "day of its earliest report"),
    day("last_published", "day of its latest report"),
    always(whole("reports", "documents that tell of it")),
    always(whole("origins", "independent origins among them")),
    always(choice("grade", "how well it is told, in Airwars' words", kNames<Grade>)),
    always(choice("responsibility", "whether anybody is blamed, and what they say", kNames<Responsibility>)),
    choice("strike", "of strikes from the air or by guns: who declared it", kNames<StrikeStatus>),
    list("blame", "who says and who denies whose deed it was", "Blame"),
    list("figures", "low, best and high of each harm and population; everyone before parts", "Figure"),
    list("claims", "its claims in the order of publication, and what each counts for", "ClaimLink"),
    whole("killed", "best figure of all people killed"),
    whole("injured", "best figure of all people injured"),
    {.name = "review", .type = object, .meaning = "what reviewers decided", .of = "ReviewSummary", .always = true},
    always(text("matching_rule", "version of the rule that put the claims together")),
    always(text("figure_rule", "version of the rule that made the figures")),
});

constexpr auto kIncidentFilters = std::to_array<Filter>({
    {"kind", Matching::any_of, "with claims of one of these kinds", kNames<ClaimKind>, "killed,injured"},
    {"status", Matching::any_of, "with victims of one of these statuses", kNames<VictimStatus>, "civilian"},
    {"group", Matching::any_of, "with victims of one of these groups", kNames<VictimGroup>, "children,women"},
    {"means", Matching::any_of, "by one of these means", kNames<Means>, "airstrike,drone"},
    {"actor", Matching::any_of, "blamed on one of these sides, by their names", {}, "ISIS"},
    {"country", Matching::any_of, "in one of these countries, ISO 3166-1 alpha-2", {}, "IQ,SY"},
    {"grade", Matching::any_of, "of one of these grades", kNames<Grade>, "confirmed,fair"},
    {"responsibility", Matching::any_of, "with this standing of responsibility", kNames<Responsibility>, "admitted"},
    {"source_kind", Matching::any_of, "told by a source of one of these kinds", kNames<SourceKind>, "un,ngo"},
    {"place", Matching::part, "at a place whose name contains this", {}, "mosul"},
    {"min_origins", Matching::at_least, "told by so many independent origins", {}, "2"},
    {"min_killed", Matching::at_least, "with a best figure of so many killed", {}, "10"},
    {"review", Matching::any_of, "in one of these states of review; all but rejected ones if not given", kReviewFilter,
     "open"},
    {"q", Matching::words, "whose reports, or whose place, sides or title contain these words", {}, "market"},
});

constexpr auto kClaimProperties = std::to_array<Property>({
    always(choice("kind", "what is claimed", kNames<ClaimKind>)),
    whole("count_min", "at least so many; null is open"),
    whole("count_max", "at most so many; null is open"),
    choice("unit", "what is counted", kNames<Unit>),
    choice("status", "victims: civilians or fighters", kNames<VictimStatus>),
    choice("group", "victims: which people", kNames<VictimGroup>),
    text("actor", "the side that acts"),
    text("opponent", "the other side, of clashes and of control"),
    choice("means", "how", kNames<Means>),
    choice("object", "the protected or civilian object concerned", kNames<ObjectKind>),
    text("place", "the most exact named place, in English"),
    text("country", "ISO 3166-1 alpha-2"),
    whole("place_precision", "UCDP's where_prec: 1 an exact place to 7 outside any country"),
    day("from", "first day on which it can have happened"),
    day("to", "last day on which it can have happened"),
    text("source", "who says it inside the report; null is the reporter"),
    choice("source_kind", "what kind of source that is", kNames<SourceKind>),
    always(choice("certainty", "how sure its source is", kNames<Certainty>)),
    always(choice("scope", "one event, a total, or what stands at a moment", kNames<Scope>)),
    {.name = "quote", .type = string, .meaning = "the sentence that makes the claim"},
    always(text("report", "the report's id, 64 hex digits")),
    {.name = "report_title", .type = string, .meaning = "the report's title"},
    text("incident", "the incident that it belongs to; null: to none"),
    choice("role", "what it counts for in the incident", kNames<ClaimRole>),
    choice("reason", "why", kNames<RoleReason>),
});

constexpr auto kClaimFilters = std::to_array<Filter>({
    {"kind", Matching::any_of, "of one of these kinds", kNames<ClaimKind>, "killed,injured"},
    {"status", Matching::any_of, "with victims of one of these statuses", kNames<VictimStatus>, "civilian"},
    {"group", Matching::any_of, "with victims of one of these groups", kNames<VictimGroup>, "children"},
    {"means", Matching::any_of, "by one of these means", kNames<Means>, "airstrike"},
    {"object", Matching::any_of, "concerning one of these objects", kNames<ObjectKind>, "hospital,clinic"},
    {"actor", Matching::any_of, "by one of these sides, by their names", {}, "ISIS"},
    {"country", Matching::any_of, "in one of these countries, ISO 3166-1 alpha-2", {}, "IQ"},
    {"source_kind", Matching::any_of, "said by a source of one of these kinds", kNames<SourceKind>, "un"},
    {"certainty", Matching::any_of, "said with one of these certainties", kNames<Certainty>, "asserted"},
    {"scope", Matching::any_of, "of one of these scopes", kNames<Scope>, "incident"},
    {"role", Matching::any_of, "with one of these roles in its incident", kNames<ClaimRole>, "recommended"},
    {"place", Matching::part, "at a place whose name contains this", {}, "mosul"},
    {"report", Matching::any_of, "of one of these reports, by id", {}, {}},
    {"incident", Matching::any_of, "of one of these incidents, by id", {}, {}},
    {"q", Matching::words, "of reports that contain these words", {}, "market"},
});

constexpr auto kReportProperties = std::to_array<Property>({
    always(text("id", "SHA-256 of the report's unaltered bytes")),
    {.name = "name", .type = string, .meaning = "the name under which it was read", .always = true},
    text("title", "its title"),
    text("outlet", "who published it"),
    text("agency", "the news agency that it credits"),
    {.name = "author", .type = string, .meaning = "who wrote it"},
    {.name = "url", .type = string, .meaning = "where it stood"},
    day("published", "when it was published"),
    text("language", "BCP 47"),
    always(whole("claims", "how many claims were read from it")),
});

constexpr auto kReportFilters = std::to_array<Filter>({
    {"outlet", Matching::any_of, "published by one of these outlets, by their names", {}, "Example Wire"},
    {"agency", Matching::any_of, "crediting one of these agencies, by their names", {}, {}},
    {"language", Matching::any_of, "in one of these languages, BCP 47", {}, "en"},
    {"q", Matching::words, "that contain these words", {}, "market"},
});

constexpr auto kAggregateProperties = std::to_array<Property>({
    always(text("series", "the series that the figure belongs to: one source on one subject")),
    text("source", "who says so: a named source, else the outlet"),
    always(choice("kind", "what is counted", kNames<ClaimKind>)),
    always(choice("unit", "in which unit", kNames<Unit>)),
    choice("status", "civilians or fighters", kNames<VictimStatus>),
    choice("group", "which people", kNames<VictimGroup>),
    text("place", "where, in English"),
    text("country", "ISO 3166-1 alpha-2"),
    text("actor", "the side that acts"),
    always(choice("scope", "a total, or what stands at a moment", kNames<Scope>)),
    day("since", "of totals: counted from this day"),
    day("as_of", "the day that the figure stands for"),
    day("published", "the day on which it was published"),
    whole("min", "at least so many; null is open"),
    whole("max", "at most so many; null is open"),
    {.name = "alarms",
     .type = array,
     .meaning = "what is odd about the figure",
     .values = kNames<Alarm>,
     .always = true},
    always(text("report", "the report's id, 64 hex digits")),
    always(text("claim", "the claim's number in the report: c3")),
});

constexpr auto kAggregateFilters = std::to_array<Filter>({
    {"kind", Matching::any_of, "of one of these kinds", kNames<ClaimKind>, "displaced"},
    {"status", Matching::any_of, "of people of one of these statuses", kNames<VictimStatus>, "civilian"},
    {"group", Matching::any_of, "of one of these groups", kNames<VictimGroup>, "children"},
    {"unit", Matching::any_of, "in one of these units", kNames<Unit>, "persons"},
    {"scope", Matching::any_of, "of one of these scopes", kNames<Scope>, "cumulative"},
    {"country", Matching::any_of, "in one of these countries, ISO 3166-1 alpha-2", {}, "SD"},
    {"place", Matching::part, "at a place whose name contains this", {}, "kivu"},
    {"source", Matching::part, "from a source whose name contains this", {}, "unicef"},
    {"series", Matching::any_of, "of one of these series, by id", {}, {}},
    {"alarms", Matching::any_of, "with one of these alarms", kNames<Alarm>, "jumped"},
});

constexpr std::array<std::string_view, 8> kIncidentColumns = {"title",   "from",  "to",      "killed",
                                                              "injured", "grade", "reports", "origins"};
constexpr std::array<std::string_view, 8> kClaimColumns = {"kind",  "count_min", "count_max", "actor",
                                                           "place", "from",      "source",    "quote"};
constexpr std::array<std::string_view, 5> kReportColumns = {"title", "outlet", "published", "language", "claims"};
constexpr std::array<std::string_view, 8> kAggregateColumns = {"source", "kind",  "min",   "max",
                                                               "unit",   "place", "since", "as_of"};

constexpr auto kCollections = std::to_array<Collection>({
    {.id = "incidents",
     .title = "Incidents",
     .meaning = "What happened, put together from the claims of many reports, with low, best and high figures and the "
                "number of independent origins",
     .feature = "incident",
     .points = true,
     .day_from = "from",
     .day_to = "to",
     .id_meaning = "8 characters, made from the earliest claim",
     .properties = kIncidentProperties,
     .filters = kIncidentFilters,
     .columns = kIncidentColumns},
    {.id = "claims",
     .title = "Claims",
     .meaning = "What single reports say happened, according to whom, each with the sentence that says it",
     .feature = "claim",
     .points = true,
     .day_from = "from",
     .day_to = "to",
     .id_meaning = "the first 16 digits of the report's id, and the claim's number in the report: 0123456789abcdef-c3",
     .properties = kClaimProperties,
     .filters = kClaimFilters,
     .columns = kClaimColumns},
    {.id = "reports",
     .title = "Reports",
     .meaning = "The documents that were read; they have no place of their own",
     .feature = "report",
     .points = false,
     .day_from = "published",
     .day_to = "published",
     .id_meaning = "64 hex digits, or the beginning of them, if only one report's id begins so",
     .properties = kReportProperties,
     .filters = kReportFilters,
     .columns = kReportColumns},
    {.id = "aggregates",
     .title = "Aggregates",
     .meaning =
         "Totals over many events and stocks at a moment, which are never added to incidents; a feature a figure",
     .feature = "aggregate",
     .points = false,
     .day_from = "since",
     .day_to = "as_of",
     .id_meaning = "the first 16 digits of the report's id, and the claim's number in the report",
     .properties = kAggregateProperties,
     .filters = kAggregateFilters,
     .columns = kAggregateColumns},
});

template <class T>
const T* named(std::span<const T> all, std::string_view name) {
  for (const T& one : all)
    if (one.name == name) return &one;
  return nullptr;
}

}  // namespace

const Property* Collection::property(std::string_view name) const { return named(properties, name); }
const Filter* Collection::filter(std::string_view name) const { return named(filters, name); }

std::span<const Collection> collections() { return kCollections; }

const Collection* find_collection(std::string_view id) {
  for (const Collection& collection : kCollections)
    if (collection.id == id) return &collection;
  return nullptr;
}

}  // namespace attest
