attest_test(language
  SOURCES unit/language/conllu_test.cpp unit/language/evaluation_test.cpp unit/language/kernels_test.cpp
          unit/language/lemma_test.cpp unit/language/model_test.cpp unit/language/names_test.cpp unit/language/parser_test.cpp
          unit/language/sentences_test.cpp unit/language/tokens_test.cpp property/language/trees_property.cpp
          unit/train/gradients_test.cpp unit/train/names_test.cpp unit/train/trainer_test.cpp unit/train/word_kinds_test.cpp
  LINKS attest_claims attest_train)
target_include_directories(language_test PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
