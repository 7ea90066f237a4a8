#include "CTurboJPEG.h"

#include "CLazy.h"

LAZY_LIBRARY(turbojpeg_is_installed, "libturbojpeg.so.0")

LAZY(tjhandle, tjInitDecompress, (void), ())
LAZY(int, tjDestroy, (tjhandle decoder), (decoder))
LAZY(int, tjDecompressHeader3,
  (tjhandle decoder, const unsigned char *bytes, unsigned long count, int *width, int *height, int *sampling, int *colors),
  (decoder, bytes, count, width, height, sampling, colors))
LAZY(int, tjDecompress2,
  (tjhandle decoder, const unsigned char *bytes, unsigned long count, unsigned char *target, int width, int stride,
    int height, int format, int flags),
  (decoder, bytes, count, target, width, stride, height, format, flags))
