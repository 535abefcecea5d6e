attest_test(serve
  SOURCES unit/serve/collections_test.cpp unit/serve/question_test.cpp
  LINKS attest_serve)
