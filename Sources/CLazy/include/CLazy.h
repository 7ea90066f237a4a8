// C libraries are loaded when first called. Linked in, they bring 56 more libraries to every start of the program: Cairo
// X11's, HarfBuzz GLib, libqpdf GnuTLS, libzip OpenSSL, libxml2 ICU, librsvg Pango. That takes 7 ms, a third of the whole
// time of a small report (`perf stat`, `ldd`, Debian 12). Cairo and HarfBuzz, which every report needs, are loaded by one
// thread while another reads the table (`Workbench.prepare`).
//
// A module for such a library declares its functions as usual and defines each in one line:
//
//   LAZY_LIBRARY(zip_is_installed, "libzip.so.4")
//   LAZY(int, zip_fclose, (zip_file_t *file), (file))
//
// Where a library may be missing, callers ask `zip_is_installed()` first; a call of one that is not there ends the
// program.
#pragma once

#include <stdbool.h>
#include <stddef.h>

/// The library of the first of these names that the system has; NULL if it has none. From any thread, any number of
/// times.
void *lazy_open(const char *const names[]);
/// A function of a library that was opened by one of these names. Where there is no such library or function, says so and
/// ends the program.
void *lazy_function(void *library, const char *const names[], const char *function);

/// Names the library of this file, newest interface last, and the function that tells whether it is installed.
#define LAZY_LIBRARY(is_installed, ...) \
  static const char *const lazy_names[] = {__VA_ARGS__, NULL}; \
  static void *lazy_library(void) { \
    static _Atomic(void *) opened; \
    if (!opened) opened = lazy_open(lazy_names); \
    return opened; \
  } \
  bool is_installed(void) { return lazy_library() != NULL; }

/// Defines a function of the library: its result, its name, its parameters, and these as arguments.
#define LAZY(result, name, parameters, arguments) \
  result name parameters { \
    static _Atomic(void *) found; \
    if (!found) found = lazy_function(lazy_library(), lazy_names, #name); \
    return ((__typeof__(&name))found)arguments; \
  }
