#pragma once
#include <stdbool.h>
#include <turbojpeg.h>

/// Whether the functions that CTurboJPEG.c names can be called.
bool turbojpeg_is_installed(void);
