#include "serve/aggregates.hpp"

#include <array>

#include "publish/json_object.hpp"
#include "serve/claim_items.hpp"
#include "serve/order.hpp"
#include "serve/wanted.hpp"

namespace attest {

namespace {

std::string_view group_of(const Series& series) {
  return series.group == VictimGroup::any ? std::string_view() : name_of(series.group);
}

/// What a question wants of series, by their own words.
class SeriesTest {
 public:
  explicit SeriesTest(const Question& question)
      : kinds_(question, "kind"),
        statuses_(question, "status"),
        groups_(question, "group"),
        units_(question, "unit"),
        scopes_(question, "scope"),
        countries_(question),
        place_(part(question, "place")),
        source_(part(question, "source")),
        ids_(question.wanted("series")) {}

  [[nodiscard]] bool takes(const Series& series, const std::string& id) const {
    return kinds_.takes(series.kind) && statuses_.takes(series.status) && groups_.takes(series.group) &&
           units_.takes(series.unit) && scopes_.takes(series.scope) &&
           countries_.takes(country_number(series.country)) && holds(series.place, place_) &&
           holds(series.source, source_) && (ids_.empty() || std::ranges::find(ids_, id) != ids_.end());
  }

 private:
  static std::string part(const Question& question, std::string_view filter) {
    const auto values = question.wanted(filter);
    return values.empty() ? std::string() : fold_word(values.front());
  }
  static bool holds(const std::string& text, const std::string& part) {
    return part.empty() || fold_word(text).find(part) != std::string::npos;
  }

  WantedValues<ClaimKind> kinds_;
  WantedValues<VictimStatus> statuses_;
  WantedValues<VictimGroup> groups_;
  WantedValues<Unit> units_;
  WantedValues<Scope> scopes_;
  WantedCountries countries_;
  std::string place_, source_;
  std::span<const std::string> ids_;
};

void append_subject(JsonObject& json, const Series& series) {
  json.text("source", series.source);
  json.text("kind", name_of(series.kind));
  json.text("unit", name_of(series.unit));
  json.choice("status", series.status);
  json.text("group", group_of(series));
  json.text("place", series.place);
  json.text("country", series.country);
  json.text("actor", series.actor);
  json.text("scope", name_of(series.scope));
}

void append_point(std::string& out, JsonObject& json, const SeriesPoint& point, const Evidence& evidence) {
  json.day("since", point.since);
  json.day("as_of", point.as_of);
  json.day("published", point.published);
  json.value("min", point.min);
  json.value("max", point.max);
  json.key("alarms");
  out += '[';
  for (const Alarm alarm : point.alarms) {
    if (out.back() != '[') out += ',';
    append_json_string(out, name_of(alarm));
  }
  out += ']';
  json.text("report", evidence.reports[point.claim.report].id);
  json.text("claim", fmt::format("c{}", point.claim.claim + 1));
}

void append_aggregate(std::string& out, const Corpus& corpus, const Aggregate& figure) {
  const Series& series = corpus.series[figure.series];
  const SeriesPoint& point = series.points[figure.point];
  out += R"({"type":"Feature","id":)";
  append_json_string(out, claim_id(corpus.evidence().reports[point.claim.report].id, point.claim.claim));
  out += R"(,"geometry":null,"properties":)";
  JsonObject json(out);
  json.text("series", corpus.series_ids[figure.series]);
  append_subject(json, series);
  append_point(out, json, point, corpus.evidence());
  json.close();
  out += '}';
}

SortKey key_of(const Corpus& corpus, const Aggregate& figure, std::string_view property) {
  const Series& series = corpus.series[figure.series];
  const SeriesPoint& point = series.points[figure.point];
  if (property == "series") return sort_key(corpus.series_ids[figure.series]);
  if (property == "source") return sort_key(series.source);
  if (property == "kind") return sort_key(name_of(series.kind));
  if (property == "unit") return sort_key(name_of(series.unit));
  if (property == "status") return sort_key(series.status ? name_of(*series.status) : std::string_view());
  if (property == "group") return sort_key(group_of(series));
  if (property == "place") return sort_key(series.place);
  if (property == "country") return sort_key(series.country);
  if (property == "actor") return sort_key(series.actor);
  if (property == "scope") return sort_key(name_of(series.scope));
  if (property == "since") return sort_key(point.since);
  if (property == "as_of") return sort_key(point.as_of);
  if (property == "published") return sort_key(point.published);
  if (property == "min") return sort_key(point.min);
  if (property == "max") return sort_key(point.max);
  if (property == "report") return sort_key(corpus.evidence().reports[point.claim.report].id);
  if (property == "claim") return sort_key(std::optional<std::int64_t>(point.claim.claim));
  return {};
}

/// Each word must stand in its source, place, side or subject.
bool has_words(const Series& series, std::string_view words) {
  const std::string text =
      fold_word(fmt::format("{} {} {} {} {} {} {}", series.source, series.place, series.country, series.actor,
                            name_of(series.kind), group_of(series), series.status ? name_of(*series.status) : ""));
  std::string rest = fold_word(words);
  for (std::size_t begin = 0; begin < rest.size();) {
    const std::size_t end = std::min(rest.find(' ', begin), rest.size());
    if (text.find(std::string_view(rest).substr(begin, end - begin)) == std::string::npos) return false;
    begin = end + 1;
  }
  return true;
}

}  // namespace

Result<Features> aggregate_features(const Service& service, const Request& /*request*/, const Question& question) {
  const auto snapshot = service.snapshot();
  const Corpus& corpus = snapshot->corpus();
  const SeriesTest test(question);
  const WantedValues<Alarm> alarms(question, "alarms");
  std::vector<bool> wanted;
  for (std::size_t i = 0; i < corpus.series.size(); ++i)
    wanted.push_back(test.takes(corpus.series[i], corpus.series_ids[i]));
  std::vector<std::uint32_t> rows;
  for (std::uint32_t i = 0; i < corpus.aggregates.size(); ++i) {
    const Aggregate& figure = corpus.aggregates[i];
    const SeriesPoint& point = corpus.series[figure.series].points[figure.point];
    if (!wanted[figure.series]) continue;
    if (alarms.asked() && std::ranges::none_of(point.alarms, [&](Alarm alarm) { return alarms.takes(alarm); }))
      continue;
    if (question.datetime && !question.datetime->meets(point.since, point.as_of)) continue;
    rows.push_back(i);
  }
  Features page{.matched = rows.size()};
  for (const std::uint32_t row : page_rows(rows, question, [&](std::uint32_t one, std::string_view property) {
         return key_of(corpus, corpus.aggregates[one], property);
       })) {
    if (page.returned++ > 0) page.json += ",\n";
    append_aggregate(page.json, corpus, corpus.aggregates[row]);
  }
  return page;
}

Result<std::string> aggregate_feature(const Service& service, const Request& /*request*/, std::string_view id) {
  const auto snapshot = service.snapshot();
  const Corpus& corpus = snapshot->corpus();
  if (const auto testimony = find_claim(corpus, id)) {
    const Testimony& told = corpus.evidence().testimonies[*testimony];
    for (const Aggregate& figure : corpus.aggregates)
      if (corpus.series[figure.series].points[figure.point].claim == ClaimRef{told.report, told.claim}) {
        std::string json;
        append_aggregate(json, corpus, figure);
        return json;
      }
  }
  return fail(ErrorCode::not_found, "no aggregate of this id", std::string(id));
}

Result<Response> get_series(const Service& service, const Request& request) {
  static const Collection& collection = *find_collection("aggregates");
  constexpr std::array<std::string_view, 1> kOthers = {"q"};
  ATTEST_TRY(const Question question, read_question(collection, request, kOthers));
  const auto snapshot = service.snapshot();
  const Corpus& corpus = snapshot->corpus();
  const SeriesTest test(question);
  const auto words = request.parameter("q");
  if (words && words->empty()) return fail(ErrorCode::usage, "is empty", "q");
  std::vector<std::uint32_t> rows;
  for (std::uint32_t i = 0; i < corpus.series.size(); ++i)
    if (test.takes(corpus.series[i], corpus.series_ids[i]) && (!words || has_words(corpus.series[i], *words)))
      rows.push_back(i);
  Response response;
  std::string& out = response.body;
  JsonObject answer(out);
  answer.value("total", rows.size());
  answer.key("series");
  out += '[';
  const std::size_t begin = static_cast<std::size_t>(std::min<std::uint64_t>(question.offset, rows.size()));
  const std::size_t end = std::min<std::size_t>(begin + question.limit, rows.size());
  for (std::size_t i = begin; i < end; ++i) {
    const Series& series = corpus.series[rows[i]];
    out += i == begin ? "\n" : ",\n";
    JsonObject json(out);
    json.text("id", corpus.series_ids[rows[i]]);
    append_subject(json, series);
    json.key("points");
    out += '[';
    for (const SeriesPoint& point : series.points) {
      if (out.back() != '[') out += ',';
      JsonObject one(out);
      append_point(out, one, point, corpus.evidence());
      one.close();
    }
    out += ']';
    json.close();
  }
  out += ']';
  answer.close();
  return response;
}

}  // namespace attest
