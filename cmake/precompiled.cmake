# What nearly every file includes of the standard library is compiled once for each library. Files still name what
# they use: `-DCLOUT_PRECOMPILED=OFF` builds without.
option(CLOUT_PRECOMPILED "Compile the standard library's headers once a library" ON)

# clout_precompiled(target [header…]): these, and the standard headers that most files take.
function(clout_precompiled target)
  if(NOT CLOUT_PRECOMPILED)
    return()
  endif()
  set(headers algorithm array bit cmath cstdint filesystem functional limits map numeric optional span string
              string_view tuple unordered_map utility variant vector)
  list(TRANSFORM headers PREPEND "<")
  list(TRANSFORM headers APPEND ">")
  target_precompile_headers(${target} PRIVATE ${headers} ${ARGN})
endfunction()
