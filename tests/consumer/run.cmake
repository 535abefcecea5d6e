# Installs the build into an empty folder, then builds and runs the outside project against it, and the installed
# program beside it.   cmake -D BUILD=folder -D SOURCE=repository -D COMPILER=c++ -P run.cmake
set(prefix ${BUILD}/consumer/installed)
set(outside ${BUILD}/consumer/outside)
file(REMOVE_RECURSE ${BUILD}/consumer)

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE out)
  if(NOT status EQUAL 0)
    list(JOIN ARGN " " command)
    message("${out}")
    message(FATAL_ERROR "stopped with ${status}: ${command}")
  endif()
  set(out "${out}" PARENT_SCOPE)
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
run(${CMAKE_COMMAND} -S ${SOURCE}/tests/consumer -B ${outside} -G Ninja -D CMAKE_PREFIX_PATH=${prefix}
    -D CMAKE_CXX_COMPILER=${COMPILER})
run(${CMAKE_COMMAND} --build ${outside})
run(${outside}/consumer)

run(${prefix}/bin/attest claims ${SOURCE}/examples/reports/iraq-kirkuk.txt --published 2016-08-12)
if(NOT out MATCHES "\"killed\"")
  message("${out}")
  message(FATAL_ERROR "the installed program found no deaths in an example report")
endif()
