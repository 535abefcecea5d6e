find_package(nlohmann_json REQUIRED)
attest_test(publish
  SOURCES unit/publish/layout_test.cpp unit/publish/marked_test.cpp unit/publish/mask_test.cpp unit/publish/table_test.cpp
          property/publish/csv_property_test.cpp property/publish/json_property_test.cpp
          property/publish/layout_property_test.cpp
  LINKS attest_publish nlohmann_json::nlohmann_json)
target_include_directories(publish_test PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
