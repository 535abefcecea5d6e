# Bytes to documents.
attest_test(read SOURCES unit/read/html_encoding_test.cpp unit/read/html_metadata_test.cpp unit/read/html_test.cpp
                         property/read/html_property.cpp
            LINKS attest_read)
target_include_directories(read_test PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
