#pragma once
#include <qpdf/qpdf-c.h>
#include <stdbool.h>

/// Whether the functions that CQPDF.c names can be called.
bool qpdf_is_installed(void);
