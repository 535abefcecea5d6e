attest_test(claims SOURCES unit/claims/attribution_test.cpp unit/claims/claims_test.cpp unit/claims/explain_test.cpp unit/claims/predicates_test.cpp property/claims/spans_test.cpp LINKS attest_claims)
target_include_directories(claims_test PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
