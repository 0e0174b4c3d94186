// Compiled for the sake of its precompiled headers alone; see precompiled.cmake.
