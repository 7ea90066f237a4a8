#include "CZip.h"

#include <dlfcn.h>

#include "lazy.h"

// Debian and Ubuntu called it so until 1.7.3, the last version before 1.8 that they had.
#if LIBZIP_VERSION_MAJOR == 1 && LIBZIP_VERSION_MINOR < 8
#define ZIP_SONAME "libzip.so.4"
#else
#define ZIP_SONAME "libzip.so.5"
#endif

#define ZIP_FUNCTIONS(F) \
  F(zip_source_t *, zip_source_buffer_create, (const void *bytes, zip_uint64_t count, int frees, zip_error_t *error), \
    (bytes, count, frees, error)) \
  F(void, zip_source_free, (zip_source_t *source), (source)) \
  F(zip_t *, zip_open_from_source, (zip_source_t *source, int flags, zip_error_t *error), (source, flags, error)) \
  F(void, zip_discard, (zip_t *archive), (archive)) \
  F(zip_int64_t, zip_name_locate, (zip_t *archive, const char *name, zip_flags_t flags), (archive, name, flags)) \
  F(int, zip_stat_index, (zip_t *archive, zip_uint64_t index, zip_flags_t flags, zip_stat_t *status), \
    (archive, index, flags, status)) \
  F(zip_file_t *, zip_fopen_index, (zip_t *archive, zip_uint64_t index, zip_flags_t flags), (archive, index, flags)) \
  F(zip_int64_t, zip_fread, (zip_file_t *file, void *buffer, zip_uint64_t count), (file, buffer, count)) \
  F(int, zip_fclose, (zip_file_t *file), (file))

LAZY_LIBRARY(zip, ZIP_FUNCTIONS, ZIP_SONAME)

const char *const zip_soname = ZIP_SONAME;

const char *zip_found_version(void) {
  const char *(*version)(void) = LAZY_SYMBOL(zip, "zip_libzip_version");
  return version ? version() : NULL;
}
