// A snapshot of an invented war, and questions about it as requests ask them.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>

#include "ledger/run.hpp"
#include "reconcile/simulate.hpp"
#include "serve/incident_test.hpp"
#include "serve/summary.hpp"
#include "unit/ledger/scratch.hpp"

namespace attest {

inline std::shared_ptr<const Corpus> simulated_corpus(std::uint32_t incidents, std::uint64_t seed = 1) {
  auto corpus = std::make_shared<Corpus>();
  (void)simulate({.seed = seed, .incidents = incidents}, [&](const SimulatedReport& report) {
    corpus->reconciled.all.add(report.facts, report.claims);
    corpus->reconciled.keys.push_back(static_cast<DocumentKey>(corpus->reconciled.keys.size()) + 1);
    corpus->reconciled.names.push_back(report.facts.id);
  });
  corpus->reconciled.incidents = corpus->reconciled.all.incidents();
  corpus->machine = std::make_unique<const MachineRecord>(corpus->evidence(), corpus->reconciled.incidents);
  return corpus;
}

/// A ledger that holds nothing, for questions without words.
class EmptyLedger {
 public:
  EmptyLedger() {
    EXPECT_TRUE(
        LedgerRun::begin(scratch_ / "empty.db", {"1", "1"}, "[]", "2026-01-01T00:00:00Z")->end("2026-01-01T00:00:00Z"));
  }
  [[nodiscard]] Ledger open() const { return std::move(*Ledger::open(scratch_ / "empty.db")); }

 private:
  Scratch scratch_;
};

inline Question question_of(const NameValues& query) {
  auto question = read_question(*find_collection("incidents"), Request{.query = query});
  EXPECT_TRUE(question) << (question ? "" : question.error().to_string());
  return question ? *question : Question{};
}

}  // namespace attest
