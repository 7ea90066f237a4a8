#include "CQPDF.h"

#include <dlfcn.h>
#include <qpdf/DLL.h>

#include "lazy.h"

#if QPDF_MAJOR_VERSION == 10
#define QPDF_SONAME "libqpdf.so.28"
#elif QPDF_MAJOR_VERSION == 11
#define QPDF_SONAME "libqpdf.so.29"
#elif QPDF_MAJOR_VERSION == 12
#define QPDF_SONAME "libqpdf.so.30"
#else
#error "libqpdf 10.6 to 12 is wanted: of another one the name is not known"
#endif

#define QPDF_FUNCTIONS(F) \
  F(qpdf_data, qpdf_init, (void), ()) \
  F(void, qpdf_cleanup, (qpdf_data * qpdf), (qpdf)) \
  F(void, qpdf_silence_errors, (qpdf_data qpdf), (qpdf)) \
  F(void, qpdf_set_suppress_warnings, (qpdf_data qpdf, QPDF_BOOL value), (qpdf, value)) \
  F(QPDF_ERROR_CODE, qpdf_read_memory, \
    (qpdf_data qpdf, char const *name, char const *bytes, unsigned long long count, char const *password), \
    (qpdf, name, bytes, count, password)) \
  F(QPDF_BOOL, qpdf_has_error, (qpdf_data qpdf), (qpdf)) \
  F(qpdf_error, qpdf_get_error, (qpdf_data qpdf), (qpdf)) \
  F(enum qpdf_error_code_e, qpdf_get_error_code, (qpdf_data qpdf, qpdf_error error), (qpdf, error)) \
  F(char const *, qpdf_get_error_message_detail, (qpdf_data qpdf, qpdf_error error), (qpdf, error)) \
  F(int, qpdf_get_num_pages, (qpdf_data qpdf), (qpdf)) \
  F(qpdf_oh, qpdf_get_page_n, (qpdf_data qpdf, size_t index), (qpdf, index)) \
  F(qpdf_oh, qpdf_get_trailer, (qpdf_data qpdf), (qpdf)) \
  F(qpdf_oh, qpdf_get_root, (qpdf_data qpdf), (qpdf)) \
  F(void, qpdf_oh_release, (qpdf_data qpdf, qpdf_oh object), (qpdf, object)) \
  F(qpdf_oh, qpdf_oh_new_null, (qpdf_data qpdf), (qpdf)) \
  F(qpdf_oh, qpdf_oh_new_binary_string, (qpdf_data qpdf, char const *text, size_t length), (qpdf, text, length)) \
  F(enum qpdf_object_type_e, qpdf_oh_get_type_code, (qpdf_data qpdf, qpdf_oh object), (qpdf, object)) \
  F(QPDF_BOOL, qpdf_oh_is_null, (qpdf_data qpdf, qpdf_oh object), (qpdf, object)) \
  F(QPDF_BOOL, qpdf_oh_is_integer, (qpdf_data qpdf, qpdf_oh object), (qpdf, object)) \
  F(QPDF_BOOL, qpdf_oh_is_name, (qpdf_data qpdf, qpdf_oh object), (qpdf, object)) \
  F(QPDF_BOOL, qpdf_oh_is_string, (qpdf_data qpdf, qpdf_oh object), (qpdf, object)) \
  F(QPDF_BOOL, qpdf_oh_is_dictionary, (qpdf_data qpdf, qpdf_oh object), (qpdf, object)) \
  F(int, qpdf_oh_get_object_id, (qpdf_data qpdf, qpdf_oh object), (qpdf, object)) \
  F(long long, qpdf_oh_get_int_value, (qpdf_data qpdf, qpdf_oh object), (qpdf, object)) \
  F(char const *, qpdf_oh_get_name, (qpdf_data qpdf, qpdf_oh object), (qpdf, object)) \
  F(char const *, qpdf_oh_get_binary_string_value, (qpdf_data qpdf, qpdf_oh object, size_t *count), \
    (qpdf, object, count)) \
  F(char const *, qpdf_oh_get_binary_utf8_value, (qpdf_data qpdf, qpdf_oh object, size_t *count), \
    (qpdf, object, count)) \
  F(char const *, qpdf_oh_unparse_resolved, (qpdf_data qpdf, qpdf_oh object), (qpdf, object)) \
  F(int, qpdf_oh_get_array_n_items, (qpdf_data qpdf, qpdf_oh array), (qpdf, array)) \
  F(qpdf_oh, qpdf_oh_get_array_item, (qpdf_data qpdf, qpdf_oh array, int index), (qpdf, array, index)) \
  F(void, qpdf_oh_begin_dict_key_iter, (qpdf_data qpdf, qpdf_oh dictionary), (qpdf, dictionary)) \
  F(QPDF_BOOL, qpdf_oh_dict_more_keys, (qpdf_data qpdf), (qpdf)) \
  F(char const *, qpdf_oh_dict_next_key, (qpdf_data qpdf), (qpdf)) \
  F(qpdf_oh, qpdf_oh_get_key, (qpdf_data qpdf, qpdf_oh dictionary, char const *key), (qpdf, dictionary, key)) \
  F(qpdf_oh, qpdf_oh_get_dict, (qpdf_data qpdf, qpdf_oh stream), (qpdf, stream)) \
  F(QPDF_ERROR_CODE, qpdf_oh_get_stream_data, \
    (qpdf_data qpdf, qpdf_oh stream, enum qpdf_stream_decode_level_e level, QPDF_BOOL *filtered, unsigned char **bytes, \
    size_t *count), \
    (qpdf, stream, level, filtered, bytes, count))

LAZY_LIBRARY(qpdf, QPDF_FUNCTIONS, QPDF_SONAME)

const char *const qpdf_soname = QPDF_SONAME;

const char *qpdf_found_version(void) {
  char const *(*version)(void) = LAZY_SYMBOL(qpdf, "qpdf_get_qpdf_version");
  return version ? version() : NULL;
}
