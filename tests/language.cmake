attest_test(language SOURCES unit/language/conllu_test.cpp LINKS attest_language)
target_include_directories(language_test PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
