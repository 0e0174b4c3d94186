# What other programs need of an installed clout: the face's headers, the libraries behind it, and where they are.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/clout)

# clout_behind(target result): the target and every library of ours that it is linked to, each once.
function(clout_behind target result)
  set(found ${${result}})
  get_target_property(alias ${target} ALIASED_TARGET)
  if(alias)
    set(target ${alias})
  endif()
  if(NOT target IN_LIST found)
    list(APPEND found ${target})
    foreach(kind LINK_LIBRARIES INTERFACE_LINK_LIBRARIES)
      get_target_property(linked ${target} ${kind})
      list(FILTER linked INCLUDE REGEX "^clout_[a-z_]+$")
      foreach(library ${linked})
        clout_behind(${library} found)
      endforeach()
    endforeach()
  endif()
  set(${result} ${found} PARENT_SCOPE)
endfunction()

clout_behind(clout_face libraries)
set(clout_has_sweep FALSE)
if(TARGET clout_face_sweep)
  set(clout_has_sweep TRUE)
  clout_behind(clout_face_sweep libraries)
endif()
install(TARGETS ${libraries}
        EXPORT clout
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library
        FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/clout COMPONENT library)
install(EXPORT clout NAMESPACE clout:: FILE clout-targets.cmake DESTINATION ${package} COMPONENT library)

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/clout-config.cmake.in ${PROJECT_BINARY_DIR}/clout-config.cmake
                              INSTALL_DESTINATION ${package})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/clout-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/clout-config.cmake ${PROJECT_BINARY_DIR}/clout-config-version.cmake
        DESTINATION ${package} COMPONENT library)
