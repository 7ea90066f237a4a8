// Libraries that are loaded when first called, because they bring many others along (libqpdf GnuTLS, libzip OpenSSL, libxml2
// ICU, librsvg Pango) or are large (libcrypto): linked in, they would cost every start of the program ten milliseconds.
//
//   #define ZIP_FUNCTIONS(F) \
//     F(int, zip_fclose, (zip_file_t *file), (file))
//   LAZY_LIBRARY(zip, ZIP_FUNCTIONS, "libzip.so.4")
//
// defines the functions listed and `zip_is_installed()`. A library is looked for only by the name of the interface this was
// compiled against: another's functions may take other arguments.
#pragma once

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

/// A function to find, and where to store it.
struct lazy_function {
  const char *name;
  void **place;
};

/// Opens the first library of these names that the system has, and finds the functions in it.
/// - Parameter is_complete: set to whether all functions are there.
/// - Returns: the library, complete or not; NULL where the system has none of these names.
void *lazy_open(
  const char *const sonames[], const struct lazy_function *functions, size_t count, bool *is_complete);

#define LAZY_POINTER(result, name, parameters, arguments) static result(*found_##name) parameters;
#define LAZY_ENTRY(result, name, parameters, arguments) {#name, (void **)&found_##name},
#define LAZY_DEFINITION(result, name, parameters, arguments) \
  result name parameters { return found_##name arguments; }

/// Defines the functions of a library. They may be called only after `is_installed` has said true.
#define LAZY_LIBRARY(library, FUNCTIONS, ...) \
  FUNCTIONS(LAZY_POINTER) \
  static const struct lazy_function library##_functions[] = {FUNCTIONS(LAZY_ENTRY)}; \
  static void *library##_handle; \
  static bool library##_is_complete; \
  static pthread_once_t library##_once = PTHREAD_ONCE_INIT; \
  static const char *const library##_sonames[] = {__VA_ARGS__, NULL}; \
  static void library##_load(void) { \
    library##_handle = lazy_open( \
      library##_sonames, library##_functions, sizeof library##_functions / sizeof *library##_functions, \
      &library##_is_complete); \
  } \
  static void *library##_library(void) { \
    pthread_once(&library##_once, library##_load); \
    return library##_handle; \
  } \
  bool library##_is_installed(void) { return library##_library() && library##_is_complete; } \
  FUNCTIONS(LAZY_DEFINITION)

/// A function or variable of the library besides those listed; NULL where it has none of this name.
#define LAZY_SYMBOL(library, symbol) (library##_library() ? dlsym(library##_handle, symbol) : NULL)
