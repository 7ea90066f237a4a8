#pragma once
#include <stdbool.h>

/// Whether a library could not be loaded, though it is there, for there was no memory for it.
bool lazy_lacked_memory(void);
