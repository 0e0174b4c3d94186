# How every target of ours is compiled; linked privately, never set for a whole directory.
add_library(clout_warnings INTERFACE)
target_compile_options(clout_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-psabi)
if(CLOUT_STRICT)
  # Two false alarms of g++ 12.2: fmt 9.1's join, and vectors under AVX-512.
  target_compile_options(clout_warnings INTERFACE -Werror -Wno-error=stringop-overflow -Wno-error=maybe-uninitialized)
endif()

# Bits must not depend on contraction; lanes follow the target's vectors.
add_library(clout_determinism INTERFACE)
target_compile_options(clout_determinism INTERFACE -ffp-contract=off)
if(NOT CLOUT_PORTABLE)
  target_compile_options(clout_determinism INTERFACE -march=native)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(clout_determinism INTERFACE -mprefer-vector-width=512)
  endif()
endif()
if(CLOUT_ASSERTIONS)
  target_compile_definitions(clout_determinism INTERFACE CLOUT_ASSERTIONS=1)
endif()
if(CLOUT_SANITIZE)
  target_compile_options(clout_determinism INTERFACE -fsanitize=${CLOUT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(clout_determinism INTERFACE -fsanitize=${CLOUT_SANITIZE})
endif()

add_library(clout_settings INTERFACE)
target_link_libraries(clout_settings INTERFACE clout_warnings clout_determinism)
target_include_directories(clout_settings INTERFACE ${PROJECT_SOURCE_DIR})
