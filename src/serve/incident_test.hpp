// A question about incidents, made ready to be held against rows: names are numbers, value lists are bits, and words have
// been looked up in the full-text index.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "attest/error.hpp"
#include "ledger/ledger.hpp"
#include "serve/question.hpp"
#include "serve/selection.hpp"
#include "serve/service.hpp"
#include "serve/wanted.hpp"

namespace attest {

/// What a row can fail. Facets leave out one of these.
enum class Criterion : std::uint8_t {
  bbox,
  datetime,
  kind,
  status,
  group,
  means,
  actor,
  country,
  grade,
  responsibility,
  source_kind,
  place,
  min_origins,
  min_killed,
  review,
  q
};
inline constexpr std::uint32_t bit_of(Criterion criterion) { return 1U << static_cast<unsigned>(criterion); }

/// The documents that full-text search finds, ascending; for readers as if private names were not there.
/// @errors usage: what is wrong with the words
[[nodiscard]] Result<std::vector<DocumentKey>> documents_with(const Snapshot& snapshot, const Ledger& ledger, Role role,
                                                              const std::string& words);

class IncidentTest {
 public:
  /// @param table    outlives the test
  /// @param ledger  answers full-text queries
  /// @errors usage: words that the full-text language does not understand; bad_ledger, io
  [[nodiscard]] static Result<IncidentTest> make(const Snapshot& snapshot, const IncidentTable& table,
                                                 const Question& question, const Ledger& ledger, Role role);

  /// The criteria that the row does not meet, a bit each; 0: it is asked for.
  [[nodiscard]] std::uint32_t failures(std::uint32_t row) const;
  [[nodiscard]] bool takes_all() const { return asked_ == 0; }

 private:
  IncidentTest(const IncidentTable& table, const Question& question);
  [[nodiscard]] Result<void> read_words(const Snapshot& snapshot, const std::string& words, const Ledger& ledger,
                                        Role role);

  const IncidentTable* table_;
  std::uint32_t asked_ = 0;  // a bit a criterion
  Box box_;
  std::int32_t first_day_ = 0, last_day_ = 0;
  WantedValues<ClaimKind> kinds_;
  WantedValues<VictimStatus> statuses_;
  WantedValues<VictimGroup> groups_;
  WantedValues<Means> means_;
  WantedValues<Grade> grades_;
  WantedValues<Responsibility> responsibilities_;
  WantedValues<SourceKind> source_kinds_;
  WantedValues<ReviewBit> review_;
  WantedNames actors_, places_;
  WantedCountries countries_;
  std::uint64_t min_origins_ = 0, min_killed_ = 0;
  std::vector<bool> found_;  // by row: q finds it
};

/// The incidents that the request's filters, read as this question, ask for; worked out once for all who ask the same.
/// @errors as IncidentTest::make
[[nodiscard]] Result<std::shared_ptr<const Selection>> select_incidents(const Service& service,
                                                                        const Snapshot& snapshot,
                                                                        const Request& request,
                                                                        const Question& question);

}  // namespace attest
