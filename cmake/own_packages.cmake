# For processors and systems that Debian has no libraries for (WebAssembly, Windows): headers of its packages as they
# are, and yaml-cpp from its source, which `tools/install browser` and `tools/install windows` fetch.
set(CLOUT_SOURCES ${PROJECT_SOURCE_DIR}/build/sources CACHE PATH "Where tools/install put the sources of Debian's packages")
set(own_packages ${PROJECT_BINARY_DIR}/packages)

# clout_headers_of(package header_folder [target [definition…]]): /usr/include/header_folder alone, and no other header
# of this machine, as that package for find_package.
function(clout_headers_of package folder target)
  if(NOT EXISTS /usr/include/${folder})
    message(FATAL_ERROR "/usr/include/${folder} is missing: run tools/install")
  endif()
  # "libfmt-dev:amd64: /usr/include/fmt", "9.1.0+ds1-2": what `clout doctor` says of it.
  execute_process(COMMAND dpkg-query --search /usr/include/${folder} OUTPUT_VARIABLE owner ERROR_QUIET)
  string(REGEX REPLACE ":.*" "" owner "${owner}")
  execute_process(COMMAND dpkg-query --show --showformat=\${Version} ${owner} OUTPUT_VARIABLE version ERROR_QUIET)
  string(REGEX MATCH "[0-9]+[.][0-9.]+" version "${version}")
  file(MAKE_DIRECTORY ${own_packages}/include/${package})
  file(CREATE_LINK /usr/include/${folder} ${own_packages}/include/${package}/${folder} SYMBOLIC)
  list(JOIN ARGN " " definitions)
  string(TOLOWER ${package} found_as)
  file(WRITE ${own_packages}/${found_as}-config.cmake
"set(${package}_VERSION \"${version}\")
if(NOT TARGET ${target})
  add_library(${target} INTERFACE IMPORTED GLOBAL)
  target_include_directories(${target} SYSTEM INTERFACE ${own_packages}/include/${package})
  target_compile_definitions(${target} INTERFACE ${definitions})
endif()
")
  set(${package}_DIR ${own_packages} CACHE PATH "Headers alone" FORCE)
endfunction()

clout_headers_of(fmt fmt fmt::fmt FMT_HEADER_ONLY=1 FMT_STATIC_THOUSANDS_SEPARATOR=',' FMT_USE_FLOAT=0
                 FMT_USE_LONG_DOUBLE=0)
clout_headers_of(nlohmann_json nlohmann nlohmann_json::nlohmann_json)
set(Eigen3_DIR /usr/share/eigen3/cmake CACHE PATH "Headers alone" FORCE)

# What reads events off a text; the engine has no use for the library's own trees and its writer.
set(yaml_sources depthguard directives exceptions exp null parser regex_yaml scanner scanscalar scantag scantoken
                 simplekey singledocparser stream tag)
list(TRANSFORM yaml_sources REPLACE "(.+)" "${CLOUT_SOURCES}/yaml-cpp/src/\\1.cpp")
if(NOT EXISTS ${CLOUT_SOURCES}/yaml-cpp/src/parser.cpp)
  message(FATAL_ERROR "${CLOUT_SOURCES}/yaml-cpp is missing: run tools/install browser (or windows)")
endif()
add_library(yaml-cpp STATIC ${yaml_sources})
target_include_directories(yaml-cpp SYSTEM PUBLIC ${CLOUT_SOURCES}/yaml-cpp/include)
target_compile_definitions(yaml-cpp PUBLIC YAML_CPP_STATIC_DEFINE)
file(STRINGS ${CLOUT_SOURCES}/yaml-cpp/CMakeLists.txt yaml_version REGEX "project\\(YAML_CPP VERSION")
string(REGEX MATCH "[0-9]+[.][0-9.]+" yaml_version "${yaml_version}")
file(WRITE ${own_packages}/yaml-cpp-config.cmake "set(yaml-cpp_VERSION \"${yaml_version}\") # the target is there already\n")
set(yaml-cpp_DIR ${own_packages} CACHE PATH "From source" FORCE)
