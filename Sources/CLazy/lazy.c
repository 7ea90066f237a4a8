#include "lazy.h"

#include <dlfcn.h>
#include <stdatomic.h>
#include <string.h>

#include "CLazy.h"

static atomic_bool lacked_memory;

bool lazy_lacked_memory(void) { return lacked_memory; }

/// By its words, for the loader gives no number: dl-load.c and dl-error.c of the GNU C library.
static bool is_of_memory(const char *error) {
  return strstr(error, "failed to map segment") || strstr(error, "annot allocate memory")
    || strstr(error, "out of memory") || strstr(error, "zero-fill");
}

void *lazy_open(
  const char *const sonames[], const struct lazy_function *functions, size_t count, bool *is_complete) {
  void *library = NULL;
  for (; !library && *sonames; sonames++) {
    library = dlopen(*sonames, RTLD_LAZY | RTLD_LOCAL);
    const char *error = library ? NULL : dlerror();
    if (error && is_of_memory(error)) lacked_memory = true;
  }
  *is_complete = library != NULL;
  for (size_t index = 0; library && index < count; index++) {
    *functions[index].place = dlsym(library, functions[index].name);
    if (!*functions[index].place) *is_complete = false;
  }
  return library;
}
