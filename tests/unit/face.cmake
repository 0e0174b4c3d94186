clout_test(unit_face SOURCES face/scenario_test.cpp face/studies_test.cpp face/asking_test.cpp LIBRARIES clout_face)
if(TARGET clout_face_sweep)
  clout_test(unit_face_sweep SOURCES face/sweep_test.cpp LIBRARIES clout_face_sweep)
endif()

# The face shows nothing of the engine behind it.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME face_shows_nothing
         COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/face/shows_nothing_test.py ${CMAKE_CXX_COMPILER}
                 ${PROJECT_SOURCE_DIR} $<TARGET_FILE:clout_face>)
