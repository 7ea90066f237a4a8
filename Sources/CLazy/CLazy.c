#include "CLazy.h"

#include <dlfcn.h>
#include <stdio.h>
#include <sysexits.h>
#include <unistd.h>

void *lazy_open(const char *const names[]) {
  for (; *names; names++) {
    void *library = dlopen(*names, RTLD_LAZY | RTLD_LOCAL);
    if (library) return library;
  }
  return NULL;
}

void *lazy_function(void *library, const char *const names[], const char *function) {
  void *found = library ? dlsym(library, function) : NULL;
  if (!found) {
    fprintf(stderr, "%s is not installed, or has no %s: install what the README's command does\n", names[0], function);
    _exit(EX_SOFTWARE);
  }
  return found;
}
