#include "language/tagset.hpp"

#include <algorithm>
#include <array>

namespace attest {

namespace {

constexpr std::array<std::string_view, kUposCount> kUpos = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                            "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                            "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<std::string_view, kXposCount> kXpos = {
    "NN",  "IN",  "DT",  "NNP",  "JJ",  "PRP", ".",    "RB",   ",",     "NNS",   "VB", "CC",  "VBP",
    "VBD", "VBZ", "VBN", "CD",   "VBG", "TO",  "PRP$", "MD",   "-RRB-", "-LRB-", ":",  "WDT", "UH",
    "WRB", "``",  "WP",  "HYPH", "''",  "POS", "RP",   "NNPS", "JJR",   "JJS",   "EX", "RBR", "NFP",
    "SYM", "FW",  "ADD", "GW",   "$",   "PDT", "RBS",  "LS",   "AFX",   "WP$",   "XX"};

constexpr std::array<std::string_view, kDeprelCount> kDeprel = {
    "acl",        "acl:relcl", "advcl",       "advcl:relcl",   "advmod",   "amod",        "appos",        "aux",
    "aux:pass",   "case",      "cc",          "cc:preconj",    "ccomp",    "compound",    "compound:prt", "conj",
    "cop",        "csubj",     "csubj:outer", "csubj:pass",    "dep",      "det",         "det:predet",   "discourse",
    "dislocated", "expl",      "fixed",       "flat",          "goeswith", "iobj",        "list",         "mark",
    "nmod",       "nmod:desc", "nmod:poss",   "nmod:unmarked", "nsubj",    "nsubj:outer", "nsubj:pass",   "nummod",
    "obj",        "obl",       "obl:agent",   "obl:unmarked",  "orphan",   "parataxis",   "punct",        "reparandum",
    "root",       "vocative",  "xcomp"};

template <class Label, std::size_t N>
std::optional<Label> find(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto* const at = std::ranges::find(names, name);
  if (at == names.end()) return std::nullopt;
  return static_cast<Label>(at - names.begin());
}

}  // namespace

std::string_view name_of(Upos tag) { return kUpos.at(static_cast<std::size_t>(tag)); }
std::string_view name_of(Xpos tag) { return kXpos.at(static_cast<std::size_t>(tag)); }
std::string_view name_of(Deprel relation) { return kDeprel.at(static_cast<std::size_t>(relation)); }

std::optional<Upos> upos_from(std::string_view name) { return find<Upos>(kUpos, name); }
std::optional<Xpos> xpos_from(std::string_view name) { return find<Xpos>(kXpos, name); }

std::optional<Deprel> deprel_from(std::string_view name) {
  if (const auto whole = find<Deprel>(kDeprel, name)) return whole;
  return find<Deprel>(kDeprel, name.substr(0, name.find(':')));
}

}  // namespace attest
