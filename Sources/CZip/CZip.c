#include "CZip.h"

#include "CLazy.h"

LAZY_LIBRARY(zip_is_installed, "libzip.so.4", "libzip.so.5", "libzip.so")

LAZY(zip_source_t *, zip_source_buffer_create, (const void *bytes, zip_uint64_t count, int frees, zip_error_t *error),
  (bytes, count, frees, error))
LAZY(void, zip_source_free, (zip_source_t *source), (source))
LAZY(zip_t *, zip_open_from_source, (zip_source_t *source, int flags, zip_error_t *error), (source, flags, error))
LAZY(void, zip_discard, (zip_t *archive), (archive))
LAZY(zip_int64_t, zip_name_locate, (zip_t *archive, const char *name, zip_flags_t flags), (archive, name, flags))
LAZY(int, zip_stat_index, (zip_t *archive, zip_uint64_t index, zip_flags_t flags, zip_stat_t *status),
  (archive, index, flags, status))
LAZY(zip_file_t *, zip_fopen_index, (zip_t *archive, zip_uint64_t index, zip_flags_t flags), (archive, index, flags))
LAZY(zip_int64_t, zip_fread, (zip_file_t *file, void *buffer, zip_uint64_t count), (file, buffer, count))
LAZY(int, zip_fclose, (zip_file_t *file), (file))
