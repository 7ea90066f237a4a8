#pragma once
#include <harfbuzz/hb-ot.h>
#include <harfbuzz/hb.h>
#include <stdbool.h>

/// Whether the functions that CHarfBuzz.c names can be called.
bool harfbuzz_is_installed(void);
