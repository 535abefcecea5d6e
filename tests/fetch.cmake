attest_test(fetch
  SOURCES unit/fetch/fetcher_test.cpp unit/fetch/host_gate_test.cpp unit/fetch/network_address_test.cpp
          unit/fetch/robots_test.cpp property/fetch/robots_property.cpp
  LINKS attest_fetch)
