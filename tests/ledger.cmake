attest_test(ledger
  SOURCES unit/ledger/acts_test.cpp unit/ledger/each_claim_test.cpp unit/ledger/fetches_test.cpp unit/ledger/open_test.cpp unit/ledger/review_test.cpp
          unit/ledger/round_trip_test.cpp unit/ledger/run_test.cpp unit/ledger/search_test.cpp
  LINKS attest_ledger)
target_include_directories(ledger_test PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
