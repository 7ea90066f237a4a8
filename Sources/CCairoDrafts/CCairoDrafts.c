#include "CCairoDrafts.h"

#include <zlib.h>

static _Thread_local bool is_stored;

void cairo_drafts_store(bool stores) { is_stored = stores; }

// The dynamic linker gives libcairo this function in place of zlib's. Where it does not, drafts are compressed as ever,
// and the finished file is the same. libpng, libzip and libqpdf's reader do not call it.
int deflateInit_(z_streamp stream, int level, const char *version, int size) {
  return deflateInit2_(
    stream, is_stored ? Z_NO_COMPRESSION : level, Z_DEFLATED, 15, 8, Z_DEFAULT_STRATEGY, version, size);
}
