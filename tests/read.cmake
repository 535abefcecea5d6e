# Bytes to documents.
attest_test(read SOURCES unit/read/docx_test.cpp unit/read/hyphens_test.cpp unit/read/language_test.cpp
                         unit/read/pages_test.cpp unit/read/pdf_test.cpp property/read/pages_property.cpp
            LINKS attest_read PkgConfig::libzip)
target_include_directories(read_test PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
