#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>

#include "base/files.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "train/trainer.hpp"

namespace attest::cli {

namespace {

struct Options {
  train::TrainOptions train;
  std::string out;
};

Exit run(const Options& options) {
  const auto model = train::train_model(options.train, [](const std::string& line) { std::cerr << line << std::endl; });
  if (!model) {
    complain(model.error());
    return Exit::some_failed;
  }
  if (const auto written = write_file(options.out, *model); !written) {
    complain(written.error());
    return Exit::some_failed;
  }
  return Exit::done;
}

}  // namespace

Run add_train(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("train", "Make a language model from treebanks");
  train::TrainOptions& train = options->train;
  command->add_option("TREEBANK", train.treebanks, "CoNLL-U files to learn from")->required()->check(CLI::ExistingFile);
  command->add_option("--out", options->out, "The model file to write")->type_name("FILE")->required();
  command->add_option("--measure", train.measure, "CoNLL-U files to measure with, never learnt from")
      ->type_name("FILE")
      ->check(CLI::ExistingFile);
  command->add_option("--silver", train.silver, "CoNLL-U files that a model made, learnt from besides")
      ->type_name("FILE")
      ->check(CLI::ExistingFile);
  command->add_option("--silver-ratio", train.silver_ratio, "Silver sentences an epoch for one of the treebanks")
      ->type_name("N")
      ->capture_default_str();
  command->add_option("--text", train.text, "Plain text to learn word vectors from")
      ->type_name("FILE")
      ->check(CLI::ExistingFile);
  command->add_option("--epochs", train.epochs, "Times to go through the treebanks")
      ->type_name("N")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  command->add_option("--state", train.shape.state, "Memory cells a direction and layer, a multiple of 16")
      ->type_name("N")
      ->check(CLI::Range(16, 1024))
      ->capture_default_str();
  command->add_option("--seed", train.seed, "Same seed, same files: same model")->type_name("N")->capture_default_str();
  command->footer(
      "Example:\n"
      "  attest train ewt-train.conllu gum-train.conllu --measure ewt-dev.conllu --text news.txt --out en.model\n"
      "See man attest-train.");
  return [options] {
    if (options->train.shape.state % 16 != 0) {
      complain({ErrorCode::usage, "a multiple of 16 is wanted", "--state"});
      return Exit::usage;
    }
    return run(*options);
  };
}

}  // namespace attest::cli
