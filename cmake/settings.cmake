# How every target of ours is compiled; linked privately, never set for a whole directory.
add_library(clout_warnings INTERFACE)
target_compile_options(clout_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-psabi)
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  target_compile_options(clout_warnings INTERFACE -Wno-sign-conversion) # g++'s -Wconversion leaves it out, too
else()
  target_compile_options(clout_warnings INTERFACE -Wno-restrict) # g++ 12.2 sees overlaps in "text" + string
  if(CMAKE_UNITY_BUILD)
    # A source that is included in another is no header, though g++ takes it for one.
    target_compile_options(clout_warnings INTERFACE -Wno-subobject-linkage)
  endif()
endif()
if(CLOUT_STRICT)
  # Two false alarms of g++ 12.2: fmt 9.1's join, and vectors under AVX-512.
  target_compile_options(clout_warnings INTERFACE -Werror -Wno-error=stringop-overflow -Wno-error=maybe-uninitialized)
endif()

# Bits must not depend on contraction; lanes follow the target's vectors.
add_library(clout_determinism INTERFACE)
target_compile_options(clout_determinism INTERFACE -ffp-contract=off)
if(CMAKE_POSITION_INDEPENDENT_CODE)
  target_compile_options(clout_determinism INTERFACE -fno-semantic-interposition) # nobody replaces our functions
endif()
set(flags_native -march=native -mprefer-vector-width=512)
set(flags_avx512 -march=x86-64-v4 -mprefer-vector-width=512)
set(flags_avx2 -march=x86-64-v3)
set(flags_portable "") # the compiler's own choice: baseline x86-64, or another processor altogether
if(CLOUT_PORTABLE)
  set(CLOUT_TARGET portable)
endif()
if(NOT DEFINED flags_${CLOUT_TARGET})
  message(FATAL_ERROR "CLOUT_TARGET is '${CLOUT_TARGET}'; it must be native, avx512, avx2 or portable")
endif()
target_compile_options(clout_determinism INTERFACE ${flags_${CLOUT_TARGET}})
if(CLOUT_ASSERTIONS)
  target_compile_definitions(clout_determinism INTERFACE CLOUT_ASSERTIONS=1)
endif()
if(CLOUT_SANITIZE)
  # Every operation is instrumented: what is unrolled for speed alone would take minutes to compile (native.hpp).
  target_compile_definitions(clout_determinism INTERFACE CLOUT_SANITIZED=1)
  target_compile_options(clout_determinism INTERFACE -fsanitize=${CLOUT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
                         -g1                        # lines for reports; more makes compiling half as long again
                         -Wno-maybe-uninitialized) # instrumented code misleads it
  if(NOT CLOUT_SANITIZE STREQUAL "thread")
    # Checks of every pointer, for what stops the program by itself or the address sanitizer sees: half the time to compile.
    target_compile_options(clout_determinism INTERFACE -fno-sanitize=null,alignment,object-size,vptr)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
      # The address sanitizer's checks are calls, not a passage at each access: a quarter less to compile.
      target_compile_options(clout_determinism INTERFACE "SHELL:--param asan-instrumentation-with-call-threshold=0")
    endif()
  endif()
  target_link_options(clout_determinism INTERFACE -fsanitize=${CLOUT_SANITIZE})
endif()

# What every round goes through. It is written in vectors already; those that g++ would make of the rest slow it down.
# Functions start on lines of the cache, so that their speed does not depend on what stands before them.
add_library(clout_hot INTERFACE)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CLOUT_OPTIMISE STREQUAL "-O2")
  target_compile_options(clout_hot INTERFACE $<$<CONFIG:Release>:-O3 -fno-tree-vectorize -falign-functions=64 -Wno-restrict>)
endif()

# What reads scenarios and words results, and tests: it runs for milliseconds, and half of compile time went into it.
add_library(clout_unhurried INTERFACE)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CLOUT_OPTIMISE STREQUAL "-O2")
  target_compile_options(clout_unhurried INTERFACE $<$<CONFIG:Release>:-O1>)
endif()

add_library(clout_settings INTERFACE)
target_link_libraries(clout_settings INTERFACE clout_warnings clout_determinism)
target_include_directories(clout_settings INTERFACE $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>)
