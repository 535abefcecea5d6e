attest_test(reconcile
  SOURCES property/reconcile/decisions_test.cpp property/reconcile/lineage_property.cpp property/reconcile/reconciler_test.cpp
          unit/reconcile/bad_input_test.cpp unit/reconcile/bcubed_test.cpp unit/reconcile/claim_values_test.cpp
          unit/reconcile/copies_test.cpp unit/reconcile/decisions_test.cpp
          unit/reconcile/figures_test.cpp unit/reconcile/grading_test.cpp
          unit/reconcile/history_test.cpp unit/reconcile/lineage_test.cpp
          unit/reconcile/matching_test.cpp unit/reconcile/simulate_test.cpp
  LINKS attest_read attest_reconcile)
target_include_directories(reconcile_test PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
