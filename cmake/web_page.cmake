# The web page (web/) as a C++ source, so that the program serves it from its own bytes. npm and the network are needed to
# make it; without npm there is none, and the server says so.
find_program(NPM npm)
if(NPM)
  option(ATTEST_WEB "Build the web page (npm)" ON)
else()
  option(ATTEST_WEB "Build the web page (npm)" OFF)
endif()

set(web_source ${PROJECT_BINARY_DIR}/web_files.cpp)
if(ATTEST_WEB)
  if(NOT NPM)
    message(FATAL_ERROR "ATTEST_WEB needs npm: install it (Node.js 18 or newer), or set ATTEST_WEB=OFF")
  endif()
  set(web ${PROJECT_SOURCE_DIR}/web)
  file(GLOB_RECURSE web_inputs CONFIGURE_DEPENDS ${web}/src/* ${web}/build/* ${web}/public/*)
  # One folder of packages and one web/dist for all builds: whatever is newer than its sources stays.
  add_custom_command(OUTPUT ${web}/dist/index.html
    DEPENDS ${PROJECT_SOURCE_DIR}/scripts/web-page ${web}/package.json ${web}/package-lock.json ${web}/index.html
            ${web}/vite.config.ts ${web}/tsconfig.json ${web_inputs}
    COMMAND ${PROJECT_SOURCE_DIR}/scripts/web-page COMMENT "Building the web page" VERBATIM)
  add_custom_command(OUTPUT ${web_source} DEPENDS attest_embed ${web}/dist/index.html
    COMMAND attest_embed ${web}/dist ${web_source} COMMENT "Embedding the web page" VERBATIM)
else()
  message(STATUS "The web page is not built (ATTEST_WEB is off, or there is no npm)")
  add_custom_command(OUTPUT ${web_source} DEPENDS attest_embed
    COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/no_web
    COMMAND attest_embed ${PROJECT_BINARY_DIR}/no_web ${web_source} VERBATIM)
endif()
# Whole files of the page stand in it as string literals, longer than every compiler must take.
set_source_files_properties(${web_source} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
