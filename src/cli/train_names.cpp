#include <fmt/format.h>

#include <memory>

#include "base/files.hpp"
#include "cli/commands.hpp"
#include "cli/marked_names.hpp"
#include "cli/output.hpp"
#include "language/samples.hpp"

namespace attest::cli {

namespace {

struct Options {
  std::vector<std::string> files;
  KindCorpora kinds;
  std::string model, out, resources;
};

/// All sections of the model but those of names, which are learnt anew, and its samples, which are read anew: rules
/// beside the network (language/approximators.hpp) may have changed since it was trained.
Result<void> train_names(const Options& options) {
  ATTEST_TRY(NameReader reader, NameReader::open(options.model, options.resources));
  ATTEST_CHECK(reader.learn_kinds(options.kinds));
  ATTEST_TRY(const std::vector<ReadNames> documents, reader.read(options.files));
  std::vector<const ReadNames*> all;
  all.reserve(documents.size());
  for (const ReadNames& document : documents) all.push_back(&document);
  SectionWriter writer(kModelFormat);
  const SectionFile& file = reader.model().file();
  for (const std::string& section : file.sections())
    if (!section.starts_with("names.") && !section.starts_with("samples."))
      writer.add(section, std::string(file.section(section)));
  reader.learn(all, writer);
  ATTEST_TRY(SectionFile made, SectionFile::from_bytes(writer.bytes(), options.out, kModelFormat));
  ATTEST_TRY(const Model model, Model::from(std::move(made)));
  const std::string trees(sample_text());
  writer.add("samples.text", trees);
  writer.add("samples.trees", analysed(model, available_kernels().front(), trees));
  const std::string samples(sample_names_text());
  ATTEST_TRY(const std::string labels, analysed_names(model, available_kernels().front(), samples));
  writer.add("names.samples.text", samples);
  writer.add("names.samples.labels", labels);
  tell(fmt::format("learnt names from {} documents; {} marked names are not made of whole tokens of a sentence\n",
                   documents.size(), reader.lost()));
  return write_file(options.out, writer.bytes());
}

}  // namespace

Run add_train_names(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("train-names", "Teach a language model to find names");
  command->add_option("CORPUS", options->files, "Folders of re3d, columns with IOB2 labels")
      ->required()
      ->check(CLI::ExistingPath);
  options->kinds.add_options(*command);
  command->add_option("--model", options->model, "The model to begin with; its names are replaced")
      ->type_name("FILE")
      ->required()
      ->check(CLI::ExistingFile);
  command->add_option("--out", options->out, "The model file to write")->type_name("FILE")->required();
  command->add_option("--resources", options->resources, "Folder of lexicons")->type_name("DIR");
  return [options] {
    if (const auto done = train_names(*options); !done) return complain(done.error()), Exit::some_failed;
    return Exit::done;
  };
}

}  // namespace attest::cli
