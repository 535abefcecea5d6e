attest_test(reconcile
  SOURCES unit/reconcile/copies_test.cpp unit/reconcile/lineage_test.cpp property/reconcile/lineage_property.cpp
  LINKS attest_read attest_reconcile)
target_include_directories(reconcile_test PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
