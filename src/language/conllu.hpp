// Treebanks come and analyses go as CoNLL-U (universaldependencies.org/format): ten columns a word, a blank line
// after a sentence. Training, scoring and people who compare us with other parsers all read this form.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "attest/error.hpp"
#include "language/analysis.hpp"

namespace attest {

/// One syntactic word. "_" in a column of labels is the last label of its set: X, XX, and the relation dep.
struct ConlluWord {
  std::string form;
  std::string lemma;  // empty for "_"
  Upos upos = Upos::x;
  Xpos xpos = Xpos::xx;
  std::uint32_t head = 0;  // 0 is the root, else the number of a word of the sentence, from 1
  Deprel deprel = Deprel::dep;
  std::string misc;             // as written: "Entity=(1-person|SpaceAfter=No"; empty for "_"
  bool space_after = true;      // of words in a multiword token, only that of the last can be true
  std::uint32_t multiword = 0;  // 0, or the number of its multiword token in ConlluSentence::multiwords, from 1
  bool operator==(const ConlluWord&) const = default;
};

/// A range line: the written form of several words ("2-3 don't").
struct ConlluMultiword {
  std::uint32_t first = 0;  // words [first, last) of the sentence, from 0
  std::uint32_t last = 0;
  std::string form;
  std::string misc;
  bool operator==(const ConlluMultiword&) const = default;
};

struct ConlluSentence {
  std::string id;        // "# sent_id"
  std::string text;      // "# text"; where there is none, the written forms put together
  std::string document;  // "# newdoc id", carried over to the sentences of the document
  std::string created;   // "# meta::dateCreated" of the document, carried over too; empty where there is none
  bool new_document = false;
  bool new_paragraph = false;
  std::vector<ConlluWord> words;
  std::vector<ConlluMultiword> multiwords;
  std::size_t line = 0;  // of its first word, from 1
  bool operator==(const ConlluSentence&) const = default;
};

/// Reads CoNLL-U text. Empty nodes ("8.1") and the columns FEATS and DEPS are passed over; an XPOS that the tag set
/// does not have is XX.
/// @param name  the file's name in errors
/// @errors bad_resource at "name:line": not ten columns, words out of order, unknown UPOS or relation, a head
///         outside its sentence, a range that does not fit
[[nodiscard]] Result<std::vector<ConlluSentence>> parse_conllu(std::string_view text, const std::string& name);

/// Reads a file of at most 1 GiB. @errors those of read_file and parse_conllu
[[nodiscard]] Result<std::vector<ConlluSentence>> read_conllu(const std::filesystem::path& path);

/// Appends an analysis: a paragraph a block, names as NER=B-LOC in MISC, clitics ("do" "n't") under a range line.
/// Without a parse the columns of lemma, tags and tree are "_". White space inside a written form becomes a space.
void append_conllu(std::string& out, const Document& document, const Analysis& analysis);

}  // namespace attest
