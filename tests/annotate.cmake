attest_test(annotate
  SOURCES
    unit/annotate/inflection_test.cpp
    unit/annotate/names_test.cpp
    unit/annotate/place_names_test.cpp
    unit/annotate/place_relations_test.cpp
    unit/annotate/prefilter_test.cpp
    unit/annotate/private_names_test.cpp
    unit/annotate/quantities_test.cpp
    unit/annotate/resources_test.cpp
    unit/annotate/times_test.cpp
    property/annotate/times_property.cpp
  LINKS attest_claims attest_publish attest_base OpenSSL::Crypto)
target_include_directories(annotate_test PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
