# From bytes to JSON: more than one stage.
find_package(nlohmann_json REQUIRED)
attest_test(pipeline SOURCES property/pipeline/bytes_to_json_test.cpp
            LINKS attest_claims attest_publish nlohmann_json::nlohmann_json)
target_include_directories(pipeline_test PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
