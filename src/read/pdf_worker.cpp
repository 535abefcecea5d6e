// attest-pdf-words: takes one PDF apart, so that a PDF that breaks the library breaks this program and no other.
#include <unistd.h>

#include <new>

#include "read/pdf_words.hpp"

int main() {
  int status = 1;
  try {
    status = attest::answer_as_pdf_worker();
  } catch (const std::bad_alloc&) {
  }
  ::_exit(status);  // without the library's farewells, which may break, too
}
