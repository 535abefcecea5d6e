# Cases are files: they are looked for when the tests run, so that a new one needs no new build.
attest_test(golden SOURCES golden/golden_test.cpp golden/golden_case.cpp golden/agreement.cpp
            LINKS attest_claims fmt::fmt ICU::uc
            DISCOVERY_MODE PRE_TEST)
target_include_directories(golden_test PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
