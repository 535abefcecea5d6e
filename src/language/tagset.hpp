// The labels of the analysis: universal tags, Penn tags and Universal Dependencies relations of English, as numbers
// that the model's outputs index and as names that CoNLL-U prints.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace attest {

/// Universal POS tags (universaldependencies.org/u/pos).
enum class Upos : std::uint8_t {
  adj,
  adp,
  adv,
  aux,
  cconj,
  det,
  intj,
  noun,
  num,
  part,
  pron,
  propn,
  punct,
  sconj,
  sym,
  verb,
  x
};
inline constexpr std::size_t kUposCount = 17;

/// Penn Treebank tags as the English treebanks of Universal Dependencies use them (column XPOS).
enum class Xpos : std::uint8_t {
  nn,
  in,
  dt,
  nnp,
  jj,
  prp,
  period,
  rb,
  comma,
  nns,
  vb,
  cc,
  vbp,
  vbd,
  vbz,
  vbn,
  cd,
  vbg,
  to,
  prp_poss,
  md,
  rrb,
  lrb,
  colon,
  wdt,
  uh,
  wrb,
  open_quote,
  wp,
  hyph,
  close_quote,
  pos,
  rp,
  nnps,
  jjr,
  jjs,
  ex,
  rbr,
  nfp,
  sym,
  fw,
  add,
  gw,
  dollar,
  pdt,
  rbs,
  ls,
  afx,
  wp_poss,
  xx
};
inline constexpr std::size_t kXposCount = 50;

/// Relations of Universal Dependencies with the subtypes of the English treebanks (column DEPREL).
enum class Deprel : std::uint8_t {
  acl,
  acl_relcl,
  advcl,
  advcl_relcl,
  advmod,
  amod,
  appos,
  aux,
  aux_pass,
  case_,
  cc,
  cc_preconj,
  ccomp,
  compound,
  compound_prt,
  conj,
  cop,
  csubj,
  csubj_outer,
  csubj_pass,
  dep,
  det,
  det_predet,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nmod_desc,
  nmod_poss,
  nmod_unmarked,
  nsubj,
  nsubj_outer,
  nsubj_pass,
  nummod,
  obj,
  obl,
  obl_agent,
  obl_unmarked,
  orphan,
  parataxis,
  punct,
  reparandum,
  root,
  vocative,
  xcomp
};
inline constexpr std::size_t kDeprelCount = 51;

/// "NOUN", "NNP", "nsubj:pass".
[[nodiscard]] std::string_view name_of(Upos tag);
[[nodiscard]] std::string_view name_of(Xpos tag);
[[nodiscard]] std::string_view name_of(Deprel relation);

/// The label of a name; nothing for a name that the tag set does not have.
[[nodiscard]] std::optional<Upos> upos_from(std::string_view name);
[[nodiscard]] std::optional<Xpos> xpos_from(std::string_view name);
/// A subtype that is not listed falls back to its main relation ("nmod:tmod" is nmod).
[[nodiscard]] std::optional<Deprel> deprel_from(std::string_view name);

}  // namespace attest
