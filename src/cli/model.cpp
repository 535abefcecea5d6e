#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <memory>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/setup.hpp"
#include "language/samples.hpp"

namespace attest::cli {

namespace {

Exit check(const std::string& named) {
  const std::filesystem::path path = named.empty() ? model_beside(resources_folder("")) : std::filesystem::path(named);
  const auto model = Model::open(path);
  if (!model) return complain(model.error()), Exit::unusable;
  const auto kernels = check_samples(*model);
  if (!kernels) return complain(kernels.error()), Exit::unusable;
  const ModelShape& shape = model->shape;
  const auto printed =
      print(fmt::format("{}: version {}, {} features, {} layers of 2 x {} cells; its samples come out right with {}\n",
                        path.string(), model->file().version(), shape.features, shape.layers, shape.state, *kernels));
  if (!printed) return complain(printed.error()), Exit::some_failed;
  return Exit::done;
}

}  // namespace

Run add_model(CLI::App& program) {
  auto file = std::make_shared<std::string>();
  CLI::App* command = program.add_subcommand("model", "Look after the language model");
  command->require_subcommand(1);
  CLI::App* checking = command->add_subcommand("check", "Check a model file, and this machine's arithmetic on it");
  checking->add_option("FILE", *file, "The model; without one, the model that coding uses");
  return [file] { return check(*file); };
}

}  // namespace attest::cli
