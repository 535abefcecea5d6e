# Bytes to documents, and archives to their reports.
attest_test(read SOURCES unit/read/containers_test.cpp unit/read/format_test.cpp unit/read/mail_test.cpp
                         unit/read/table_test.cpp unit/read/trickle_test.cpp unit/read/warc_test.cpp
            LINKS attest_read PkgConfig::archives PkgConfig::zstd)
target_include_directories(read_test PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
