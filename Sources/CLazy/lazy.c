#include "lazy.h"

#include <dlfcn.h>

void *lazy_open(
  const char *const sonames[], const struct lazy_function *functions, size_t count, bool *is_complete) {
  void *library = NULL;
  for (; !library && *sonames; sonames++) library = dlopen(*sonames, RTLD_LAZY | RTLD_LOCAL);
  *is_complete = library != NULL;
  for (size_t index = 0; library && index < count; index++) {
    *functions[index].place = dlsym(library, functions[index].name);
    if (!*functions[index].place) *is_complete = false;
  }
  return library;
}
