attest_test(serve SOURCES
  unit/serve/coarsen_test.cpp
  unit/serve/collections_test.cpp
  unit/serve/documents_test.cpp
  unit/serve/feature_formats_test.cpp
  unit/serve/gate_test.cpp
  unit/serve/incident_test_test.cpp
  unit/serve/links_test.cpp
  unit/serve/media_test.cpp
  unit/serve/negotiation_test.cpp
  unit/serve/order_test.cpp
  unit/serve/question_test.cpp
  unit/serve/responder_test.cpp
  unit/serve/review_request_test.cpp
  unit/serve/routes_test.cpp
  unit/serve/target_test.cpp
  unit/serve/tiles_test.cpp
  LINKS attest_serve nlohmann_json::nlohmann_json)
target_include_directories(serve_test PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
