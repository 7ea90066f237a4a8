#pragma once
#include <stdbool.h>
#include <zip.h>

/// Whether the library is there, with all functions that zip.c lists: they may be called only then.
bool zip_is_installed(void);
/// The file name of the interface this was compiled against.
extern const char *const zip_soname;
/// What the library says of itself; NULL where there is none.
const char *zip_found_version(void);
