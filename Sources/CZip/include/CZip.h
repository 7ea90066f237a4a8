#pragma once
#include <stdbool.h>
#include <zip.h>

/// Whether the functions that CZip.c names can be called.
bool zip_is_installed(void);
