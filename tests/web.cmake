# The web page: its parts without a browser, and the whole of it, served by the program, in a real one. 77: no browser here.
find_program(NODE NAMES node nodejs)
if(ATTEST_WEB AND NODE)
  add_test(NAME web.parts COMMAND ${NODE} ${PROJECT_SOURCE_DIR}/web/tests/unit/run.mjs)
  add_test(NAME web.browser COMMAND ${NODE} ${CMAKE_CURRENT_SOURCE_DIR}/web/run.mjs)
  set_tests_properties(web.browser PROPERTIES ENVIRONMENT "ATTEST=$<TARGET_FILE:attest>" SKIP_RETURN_CODE 77 TIMEOUT 900)
endif()
