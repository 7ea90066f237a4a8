// C libraries that most reports never need are loaded when first called. Linked in, libqpdf, libzip, libxml2, librsvg and
// TurboJPEG bring some forty more libraries (GnuTLS, OpenSSL, ICU, Pango ...) to every start of the program: 6 of its
// 12 ms (`perf stat`, Debian 12).
//
// A module for such a library declares its functions as usual and defines each in one line:
//
//   LAZY_LIBRARY(zip_is_installed, "libzip.so.4")
//   LAZY(int, zip_fclose, (zip_file_t *file), (file))
//
// Callers ask `zip_is_installed()` first; a call of a library that is not there ends the program.
#pragma once

#include <stdbool.h>
#include <stddef.h>

/// The library of the first of these names that the system has; NULL if it has none. From any thread, any number of times.
void *lazy_open(const char *const names[]);
/// A function of a library. Ends the program, saying so, where there is no such library or function.
void *lazy_function(void *library, const char *name);

/// Names the library of this file, newest interface last, and the function that tells whether it is installed.
#define LAZY_LIBRARY(is_installed, ...) \
  static void *library(void) { \
    static const char *const names[] = {__VA_ARGS__, NULL}; \
    static _Atomic(void *) opened; \
    if (!opened) opened = lazy_open(names); \
    return opened; \
  } \
  bool is_installed(void) { return library() != NULL; }

/// Defines a function of the library: its result, its name, its parameters, and these as arguments.
#define LAZY(result, name, parameters, arguments) \
  result name parameters { \
    static _Atomic(void *) found; \
    if (!found) found = lazy_function(library(), #name); \
    return ((__typeof__(&name))found)arguments; \
  }
