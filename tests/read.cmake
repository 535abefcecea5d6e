# Bytes to documents, and archives and feeds to their reports.
attest_test(read
  SOURCES property/read/html_property.cpp property/read/pages_property.cpp unit/read/blocks_test.cpp unit/read/containers_test.cpp
          unit/read/docx_test.cpp unit/read/feed_test.cpp unit/read/feed_time_test.cpp unit/read/format_test.cpp
          unit/read/html_encoding_test.cpp unit/read/html_metadata_test.cpp unit/read/html_test.cpp
          unit/read/hyphens_test.cpp unit/read/language_test.cpp unit/read/mail_test.cpp unit/read/pages_test.cpp
          unit/read/pdf_test.cpp unit/read/table_test.cpp unit/read/trickle_test.cpp unit/read/url_test.cpp
          unit/read/warc_test.cpp
  LINKS attest_read PkgConfig::archives PkgConfig::libzip PkgConfig::zstd)
target_include_directories(read_test PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
add_dependencies(read_test attest_pdf_words)
