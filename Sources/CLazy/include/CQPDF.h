#pragma once
#include <qpdf/qpdf-c.h>
#include <stdbool.h>

/// Whether the library is there, with all functions that qpdf.c lists: they may be called only then.
bool qpdf_is_installed(void);
/// The file name of the interface this was compiled against.
extern const char *const qpdf_soname;
/// What the library says of itself; NULL where there is none.
const char *qpdf_found_version(void);
