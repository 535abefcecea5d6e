attest_test(language
  SOURCES unit/language/conllu_test.cpp unit/language/evaluation_test.cpp unit/language/kernels_test.cpp
          unit/language/lemma_test.cpp unit/language/model_test.cpp unit/language/parser_test.cpp
          unit/language/sentences_test.cpp unit/language/tokens_test.cpp property/language/trees_property.cpp
  LINKS attest_claims)
target_include_directories(language_test PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
