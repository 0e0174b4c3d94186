# What nearly every file includes of the standard library is compiled once for all libraries of the engine. Files still
# name what they use: `-DCLOUT_PRECOMPILED=OFF` builds without.
option(CLOUT_PRECOMPILED "Compile the standard library's headers once" ON)

set(clout_standard_headers algorithm array bit cmath cstdint filesystem functional limits map numeric optional span string
    string_view tuple unordered_map utility variant vector)
list(TRANSFORM clout_standard_headers PREPEND "<")
list(TRANSFORM clout_standard_headers APPEND ">")

if(CLOUT_PRECOMPILED)
  add_library(clout_headers OBJECT ${CMAKE_CURRENT_LIST_DIR}/precompiled.cpp)
  target_link_libraries(clout_headers PRIVATE clout_settings)
  target_precompile_headers(clout_headers PRIVATE ${clout_standard_headers})
endif()

# clout_precompiled(target [header…]): the standard headers that most files take. With more headers of its own a target
# gets a copy of its own.
function(clout_precompiled target)
  if(NOT CLOUT_PRECOMPILED)
    return()
  elseif(ARGN)
    target_precompile_headers(${target} PRIVATE ${clout_standard_headers} ${ARGN})
  else()
    target_precompile_headers(${target} REUSE_FROM clout_headers)
  endif()
endfunction()

# clout_of_words(target): a target that reads scenarios or words results. It uses fmt, and the standard headers and fmt's
# are compiled once for all of them.
function(clout_of_words target)
  target_link_libraries(${target} PRIVATE clout_unhurried fmt::fmt)
  if(NOT CLOUT_PRECOMPILED)
    return()
  endif()
  if(NOT TARGET clout_word_headers)
    add_library(clout_word_headers OBJECT ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/precompiled.cpp)
    target_link_libraries(clout_word_headers PRIVATE clout_settings clout_unhurried fmt::fmt)
    target_precompile_headers(clout_word_headers PRIVATE ${clout_standard_headers} <fmt/format.h>)
  endif()
  target_precompile_headers(${target} REUSE_FROM clout_word_headers)
endfunction()
