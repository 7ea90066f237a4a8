// Cairo's PDF surfaces without compression.
//
// Cairo compresses every stream it writes and has no switch for it (1.16: `compress_content` is private). What it writes
// here is a draft that the finisher expands, changes and compresses anew, so that Cairo's half is work for nothing.
#pragma once
#include <stdbool.h>

/// Whether Cairo's streams that this thread begins from now on are stored as they are.
void cairo_drafts_store(bool stores);
