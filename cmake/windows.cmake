# One program for Windows that needs nothing but what every Windows has. Debian has none of our libraries for it: they are
# compiled from headers and sources here.
set(clout_spdlog spdlog::spdlog_header_only fmt::fmt)
include(cmake/own_packages.cmake)
clout_headers_of(spdlog spdlog spdlog::spdlog_header_only SPDLOG_FMT_EXTERNAL)
clout_headers_of(CLI11 CLI CLI11::CLI11)
add_link_options(-static)
add_compile_definitions(UNICODE _UNICODE WIN32_LEAN_AND_MEAN NOMINMAX _WIN32_WINNT=0x0A00)
enable_language(C RC)

# SQLite's one large source is made of its many by its own makefile.
set(sqlite ${PROJECT_BINARY_DIR}/packages/sqlite3)
if(NOT EXISTS ${CLOUT_SOURCES}/sqlite3/configure)
  message(FATAL_ERROR "${CLOUT_SOURCES}/sqlite3 is missing: run tools/install windows")
endif()
if(NOT EXISTS ${sqlite}/sqlite3.c)
  file(MAKE_DIRECTORY ${sqlite})
  execute_process(COMMAND sh ${CLOUT_SOURCES}/sqlite3/configure --disable-tcl --disable-readline --quiet
                  COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET WORKING_DIRECTORY ${sqlite})
  execute_process(COMMAND make --quiet sqlite3.c COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET WORKING_DIRECTORY ${sqlite})
endif()
add_library(sqlite3 STATIC ${sqlite}/sqlite3.c)
target_include_directories(sqlite3 SYSTEM PUBLIC ${sqlite})
target_compile_definitions(sqlite3 PRIVATE SQLITE_OMIT_LOAD_EXTENSION SQLITE_DEFAULT_WAL_SYNCHRONOUS=2)
add_library(SQLite::SQLite3 ALIAS sqlite3)
set(SQLite3_INCLUDE_DIR ${sqlite} CACHE PATH "Made here" FORCE)
set(SQLite3_LIBRARY sqlite3 CACHE STRING "Made here" FORCE)

# What tests/windows runs of it: the engine's fingerprint, and what only the operating system can do.
add_executable(fingerprint_windows EXCLUDE_FROM_ALL tests/determinism/fingerprint.cpp)
target_link_libraries(fingerprint_windows PRIVATE clout_settings clout_run clout_parallel)
target_compile_definitions(fingerprint_windows PRIVATE CLOUT_ROOT="${PROJECT_SOURCE_DIR}")
set(googletest /usr/src/googletest/googletest)
add_executable(unit_platform EXCLUDE_FROM_ALL tests/unit/base/platform_test.cpp ${googletest}/src/gtest-all.cc ${googletest}/src/gtest_main.cc)
target_include_directories(unit_platform SYSTEM PRIVATE ${googletest} ${googletest}/include)
target_link_libraries(unit_platform PRIVATE clout_settings clout_base)
