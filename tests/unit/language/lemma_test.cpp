#include "language/lemma.hpp"

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(Lemma, UndoesInflection) {
  struct Case {
    std::string_view word, lemma;
    Upos upos;
    Xpos xpos;
  };
  for (const Case& c :
       {Case{"villages", "village", Upos::noun, Xpos::nns}, Case{"Cities", "city", Upos::noun, Xpos::nns},
        Case{"policemen", "policeman", Upos::noun, Xpos::nns}, Case{"killed", "kill", Upos::verb, Xpos::vbd},
        Case{"carried", "carry", Upos::verb, Xpos::vbn}, Case{"stopping", "stop", Upos::verb, Xpos::vbg},
        Case{"making", "make", Upos::verb, Xpos::vbg}, Case{"Mosul", "Mosul", Upos::propn, Xpos::nnp},
        Case{"worst", "worst", Upos::noun, Xpos::nn}, Case{"reaches", "reach", Upos::verb, Xpos::vbz},
        Case{"”", "\"", Upos::punct, Xpos::close_quote}, Case{"Quickly", "quickly", Upos::adv, Xpos::rb},
        Case{"", "", Upos::x, Xpos::xx}})
    EXPECT_EQ(lemma_of(c.word, c.upos, c.xpos), c.lemma) << c.word;
}

}  // namespace
}  // namespace attest
