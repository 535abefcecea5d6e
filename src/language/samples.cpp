#include "language/samples.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "language/names.hpp"
#include "language/parser.hpp"

namespace attest {

std::string_view sample_text() {
  return "Gunmen killed at least 26 people at a wedding north of the city on Wednesday, officials said.\n"
         "The clinic was hit by two rockets, and three nurses were wounded.\n"
         "AID CONVOY ATTACKED NEAR BORDER; 12 DEAD\n"
         "\"We fled with nothing,\" said a farmer whose home in al-Bayda had been burned.\n"
         "According to the ministry, about 3,000 families have been displaced since mid-May.\n"
         "Rebels, who had besieged the town for weeks, did not deny that civilians were trapped.\n"
         "U.S.-led warplanes struck a bridge which militants were using, a spokesman told reporters.\n";
}

std::string_view sample_names_text() {
  return "President Karim Dawud met officials of the United Nations in Turkey on Monday.\n"
         "Iraqi security forces retook the village of Adwan, the defence ministry said.\n"
         "The Syrian government denied it; Mr Holm, a doctor at the Qasriya hospital, did not.\n";
}

namespace {

/// A block a line.
Document lines_of(const std::string& text) {
  Document document;
  document.text = text;
  for (std::size_t first = 0; first < text.size();) {
    const std::size_t end = std::min(text.find('\n', first), text.size());
    if (end > first)
      document.blocks.push_back(
          {BlockKind::paragraph, {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end)}});
    first = end + 1;
  }
  return document;
}

}  // namespace

std::string analysed(const Model& model, const Kernels& kernels, const std::string& text) {
  const Document document = lines_of(text);
  Analysis analysis = analyse(document);
  Parser(model, kernels).parse(document, analysis);
  std::string out;
  for (const Sentence& sentence : analysis.sentences)
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Token& token = analysis.tokens[i];
      out += fmt::format("{}\t{}\t{}\t{}\t{}\n", slice(text, token.span), name_of(token.upos), name_of(token.xpos),
                         token.head == kRoot ? 0 : token.head - sentence.first + 1, name_of(token.deprel));
    }
  return out;
}

Result<std::string> analysed_names(const Model& model, const Kernels& kernels, const std::string& text) {
  ATTEST_TRY(const auto finder, NameFinder::from(model.file()));
  if (!finder) return std::string();
  const Document document = lines_of(text);
  Analysis analysis = analyse(document);
  WordStates states;
  Parser(model, kernels).parse(document, analysis, {}, &states);
  finder->find(document, analysis, states, {});
  std::string out;
  for (const Token& token : analysis.tokens) {
    static constexpr std::array<std::string_view, 5> kTypes = {"", "PER", "ORG", "LOC", "NAT"};
    const std::string_view type = kTypes.at(static_cast<std::size_t>(token.entity));
    out += fmt::format("{}\t{}{}\n", slice(text, token.span),
                       type.empty()         ? "O"
                       : token.entity_begin ? "B-"
                                            : "I-",
                       type);
  }
  return out;
}

namespace {

/// The first line in which two texts differ.
std::string first_difference(std::string_view expected, std::string_view found) {
  while (!expected.empty() || !found.empty()) {
    const std::string_view left = expected.substr(0, expected.find('\n'));
    const std::string_view right = found.substr(0, found.find('\n'));
    if (left != right) return fmt::format("expected '{}', found '{}'", left, right);
    expected.remove_prefix(std::min(left.size() + 1, expected.size()));
    found.remove_prefix(std::min(right.size() + 1, found.size()));
  }
  return {};
}

}  // namespace

Result<std::string> check_samples(const Model& model) {
  const std::string_view text = model.file().section("samples.text");
  const std::string_view expected = model.file().section("samples.trees");
  const std::string_view names_text = model.file().section("names.samples.text");  // files of the first days have none
  const std::string_view expected_names = model.file().section("names.samples.labels");
  if (text.empty() || expected.empty())
    return fail(ErrorCode::bad_model, "holds no samples to check itself with", model.file().where());
  std::string names;
  for (const Kernels& kernels : available_kernels()) {
    const std::string found = analysed(model, kernels, std::string(text));
    if (found != expected)
      return fail(ErrorCode::bad_model,
                  fmt::format("other trees than the model expects with {}: {}", kernels.name,
                              first_difference(expected, found)),
                  model.file().where());
    ATTEST_TRY(const std::string found_names, analysed_names(model, kernels, std::string(names_text)));
    if (!names_text.empty() && found_names != expected_names)
      return fail(ErrorCode::bad_model,
                  fmt::format("other names than the model expects with {}: {}", kernels.name,
                              first_difference(expected_names, found_names)),
                  model.file().where());
    names += (names.empty() ? "" : ", ") + std::string(kernels.name);
  }
  return names;
}

}  // namespace attest
