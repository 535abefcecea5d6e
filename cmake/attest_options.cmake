# Warnings and sanitizers for our own code, and the one function that makes a stage's target.
add_library(attest_options INTERFACE)
target_compile_options(attest_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                                                -Wnon-virtual-dtor -Wold-style-cast)
# A record built with braces leaves out what is unknown, and unknown is empty.
target_compile_options(attest_options INTERFACE -Wno-missing-field-initializers)
# g++ 12 warns wrongly about std::string operator+ (GCC bug 105651).
target_compile_options(attest_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
if(ATTEST_WERROR)
  target_compile_options(attest_options INTERFACE -Werror)
endif()
if(ATTEST_SANITIZE)
  target_compile_options(attest_options INTERFACE -fsanitize=${ATTEST_SANITIZE}
                                                  -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(attest_options INTERFACE -fsanitize=${ATTEST_SANITIZE})
endif()

# attest_stage(read SOURCES a.cpp b.cpp LINKS attest_base PkgConfig::icu)
# makes attest_read, whose headers are included as "read/a.hpp" and "attest/a.hpp".
function(attest_stage name)
  cmake_parse_arguments(STAGE "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(attest_${name} STATIC ${STAGE_SOURCES})
  target_include_directories(attest_${name} PUBLIC ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(attest_${name} PUBLIC ${STAGE_LINKS} PRIVATE attest_options ${STAGE_PRIVATE_LINKS})
endfunction()
