# The web page: its parts without a browser. The whole of it in a real browser is `make browse` and a look of .ci/run: it
# draws maps in software, too slow a thing to stand beside other tests.
find_program(NODE NAMES node nodejs)
if(ATTEST_WEB AND NODE)
  add_test(NAME web.parts COMMAND ${NODE} ${PROJECT_SOURCE_DIR}/web/tests/unit/run.mjs)
  set_tests_properties(web.parts PROPERTIES SKIP_RETURN_CODE 77)  # npm could not fetch the bundler
endif()
