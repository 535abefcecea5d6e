// The commands of the program, one file each. A command adds its options to the parser and, once they are
// checked, is run; what it returns is the program's exit status.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

namespace attest::cli {

/// some_failed also stands for results that could not be written.
enum class Exit { done = 0, some_failed = 1, usage = 2, unusable = 3 };

using Run = std::function<Exit()>;

/// attest claims: reports in, claims out, nothing kept.
Run add_claims(CLI::App& program);
/// attest gazetteer: the places that are known, asked and extended.
Run add_gazetteer(CLI::App& program);
/// attest history: how an incident's figures changed, report by report.
Run add_history(CLI::App& program);
/// attest incidents: a ledger's claims put together.
Run add_incidents(CLI::App& program);
/// attest ledger: what a ledger holds in figures, whether it is sound, and making it smaller.
Run add_ledger(CLI::App& program);
/// attest lineage: which reports repeat each other.
Run add_lineage(CLI::App& program);
/// attest parse: sentences, words, tags and trees of reports as CoNLL-U.
Run add_parse(CLI::App& program);
/// attest read: reports and their claims into a ledger.
Run add_read(CLI::App& program);
/// attest model: checks the language model.
Run add_model(CLI::App& program);
/// attest review: what reviewers decided, and deciding.
Run add_review(CLI::App& program);
/// attest score: the analysis held against treebanks.
Run add_score(CLI::App& program);
/// attest score-names: the names that are found held against marked ones.
Run add_score_names(CLI::App& program);
/// attest serve: the web page and the API.
Run add_serve(CLI::App& program);
/// attest series: totals and stocks.
Run add_series(CLI::App& program);
/// attest simulate: an invented war.
Run add_simulate(CLI::App& program);
/// attest search: documents of a ledger by their words.
Run add_search(CLI::App& program);
/// attest show: what a ledger holds, and the claims of a report beside its sentences.
Run add_show(CLI::App& program);
/// attest text: the normalised text that claims point into.
Run add_text(CLI::App& program);
/// attest token: who may ask a server more than anybody may.
Run add_token(CLI::App& program);
/// attest train: makes a language model from treebanks.
Run add_train(CLI::App& program);
/// attest train-names: teaches a language model to find names.
Run add_train_names(CLI::App& program);
/// attest why: on which claims an incident rests.
Run add_why(CLI::App& program);
/// attest watch: polls feeds and keeps the reports that they tell of.
Run add_watch(CLI::App& program);

}  // namespace attest::cli
