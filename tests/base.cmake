attest_test(base
  SOURCES unit/base/files_test.cpp unit/base/hash_test.cpp unit/base/threads_test.cpp
          property/base/key_table_property.cpp property/base/threads_property.cpp
          property/base/utf8_property.cpp
  LINKS attest_base)
