# One program that needs no library of the machine it runs on. Debian has fmt and spdlog as shared libraries alone: fmt is
# compiled here from its own headers, spdlog is taken as headers.
file(WRITE ${PROJECT_BINARY_DIR}/packages/format.cpp
"#include <fmt/format-inl.h>
template FMT_API auto fmt::detail::dragonbox::to_decimal(float x) noexcept -> fmt::detail::dragonbox::decimal_fp<float>;
template FMT_API auto fmt::detail::dragonbox::to_decimal(double x) noexcept -> fmt::detail::dragonbox::decimal_fp<double>;
template FMT_API void fmt::detail::buffer<char>::append(const char*, const char*);
template FMT_API auto fmt::detail::thousands_sep_impl(fmt::detail::locale_ref) -> fmt::detail::thousands_sep_result<char>;
template FMT_API auto fmt::detail::decimal_point_impl(fmt::detail::locale_ref) -> char;
template FMT_API void fmt::detail::vformat_to(fmt::detail::buffer<char>&, fmt::string_view,
                                              fmt::basic_format_args<FMT_BUFFER_CONTEXT(char)>, fmt::detail::locale_ref);
")
add_library(format STATIC ${PROJECT_BINARY_DIR}/packages/format.cpp)
target_compile_definitions(format PUBLIC FMT_SHARED)
file(WRITE ${PROJECT_BINARY_DIR}/packages/fmt-config.cmake
"if(NOT TARGET fmt::fmt)
  add_library(fmt::fmt INTERFACE IMPORTED GLOBAL)
  target_link_libraries(fmt::fmt INTERFACE format)
  set(fmt_VERSION \"as headers\")
endif()
")
set(fmt_DIR ${PROJECT_BINARY_DIR}/packages CACHE PATH "Compiled here" FORCE)
set(clout_spdlog spdlog::spdlog_header_only)
set(CMAKE_FIND_LIBRARY_SUFFIXES .a)
add_link_options(-static)
find_library(static_yaml_cpp libyaml-cpp.a REQUIRED)
file(WRITE ${PROJECT_BINARY_DIR}/packages/yaml-cpp-config.cmake
"if(NOT TARGET yaml-cpp)
  add_library(yaml-cpp STATIC IMPORTED GLOBAL)
  set_target_properties(yaml-cpp PROPERTIES IMPORTED_LOCATION ${static_yaml_cpp})
endif()
")
set(yaml-cpp_DIR ${PROJECT_BINARY_DIR}/packages CACHE PATH "Its static library" FORCE)
