attest_test(gazetteer
  SOURCES unit/gazetteer/gazetteer_test.cpp unit/gazetteer/resolve_test.cpp unit/gazetteer/sources_test.cpp
          unit/gazetteer/spelling_test.cpp property/gazetteer/gazetteer_property.cpp
  LINKS attest_gazetteer)
