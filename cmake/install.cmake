# What an installation holds: the program, its knowledge and manual pages, and for other programs the library
# attest::attest with its headers, found by find_package(attest).
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# One archive of the stages that lead from a report to its claims.
set(coding_stages base gazetteer read language annotate claims)
add_library(attest_library STATIC)
foreach(stage ${coding_stages})
  target_sources(attest_library PRIVATE $<TARGET_OBJECTS:attest_${stage}>)
endforeach()
set_target_properties(attest_library PROPERTIES OUTPUT_NAME attest EXPORT_NAME attest LINKER_LANGUAGE CXX)
target_compile_features(attest_library PUBLIC cxx_std_20)
target_include_directories(attest_library PUBLIC $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
target_link_libraries(attest_library PUBLIC tl::expected PRIVATE fmt::fmt Threads::Threads OpenSSL::Crypto ICU::uc
                                            ICU::i18n PkgConfig::gumbo cld2 tomlplusplus::tomlplusplus)
if(ATTEST_SANITIZE)
  target_link_options(attest_library PUBLIC -fsanitize=${ATTEST_SANITIZE})
endif()

install(TARGETS attest RUNTIME)
install(TARGETS attest_pdf_words RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/attest)
install(TARGETS attest_library EXPORT attest ARCHIVE)
install(DIRECTORY include/attest TYPE INCLUDE)
install(DIRECTORY resources models DESTINATION ${CMAKE_INSTALL_DATADIR}/attest)
install(DIRECTORY man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 OPTIONAL FILES_MATCHING PATTERN "*.1")
install(FILES LICENSE README.md CHANGELOG.md TYPE DOC)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/attest)
set(resources_folder ${CMAKE_INSTALL_DATADIR}/attest/resources)
configure_package_config_file(cmake/attest-config.cmake.in attest-config.cmake
  INSTALL_DESTINATION ${package_folder} PATH_VARS resources_folder)
write_basic_package_version_file(attest-config-version.cmake COMPATIBILITY SameMinorVersion)
install(EXPORT attest NAMESPACE attest:: FILE attest-targets.cmake DESTINATION ${package_folder})
install(FILES ${PROJECT_BINARY_DIR}/attest-config.cmake ${PROJECT_BINARY_DIR}/attest-config-version.cmake
  DESTINATION ${package_folder})
