#include "CQPDF.h"

#include "CLazy.h"

LAZY_LIBRARY(qpdf_is_installed, "libqpdf.so.29", "libqpdf.so.30", "libqpdf.so")

LAZY(qpdf_data, qpdf_init, (void), ())
LAZY(void, qpdf_cleanup, (qpdf_data * qpdf), (qpdf))
LAZY(void, qpdf_silence_errors, (qpdf_data qpdf), (qpdf))
LAZY(void, qpdf_set_suppress_warnings, (qpdf_data qpdf, QPDF_BOOL value), (qpdf, value))
LAZY(QPDF_ERROR_CODE, qpdf_read_memory,
  (qpdf_data qpdf, char const *name, char const *bytes, unsigned long long count, char const *password),
  (qpdf, name, bytes, count, password))
LAZY(QPDF_BOOL, qpdf_has_error, (qpdf_data qpdf), (qpdf))
LAZY(qpdf_error, qpdf_get_error, (qpdf_data qpdf), (qpdf))
LAZY(enum qpdf_error_code_e, qpdf_get_error_code, (qpdf_data qpdf, qpdf_error error), (qpdf, error))
LAZY(char const *, qpdf_get_error_message_detail, (qpdf_data qpdf, qpdf_error error), (qpdf, error))
LAZY(int, qpdf_get_num_pages, (qpdf_data qpdf), (qpdf))
LAZY(qpdf_oh, qpdf_get_page_n, (qpdf_data qpdf, size_t index), (qpdf, index))
LAZY(qpdf_oh, qpdf_get_trailer, (qpdf_data qpdf), (qpdf))
LAZY(qpdf_oh, qpdf_get_root, (qpdf_data qpdf), (qpdf))

LAZY(void, qpdf_oh_release, (qpdf_data qpdf, qpdf_oh object), (qpdf, object))
LAZY(qpdf_oh, qpdf_oh_new_null, (qpdf_data qpdf), (qpdf))
LAZY(enum qpdf_object_type_e, qpdf_oh_get_type_code, (qpdf_data qpdf, qpdf_oh object), (qpdf, object))
LAZY(QPDF_BOOL, qpdf_oh_is_null, (qpdf_data qpdf, qpdf_oh object), (qpdf, object))
LAZY(QPDF_BOOL, qpdf_oh_is_integer, (qpdf_data qpdf, qpdf_oh object), (qpdf, object))
LAZY(QPDF_BOOL, qpdf_oh_is_name, (qpdf_data qpdf, qpdf_oh object), (qpdf, object))
LAZY(QPDF_BOOL, qpdf_oh_is_string, (qpdf_data qpdf, qpdf_oh object), (qpdf, object))
LAZY(QPDF_BOOL, qpdf_oh_is_dictionary, (qpdf_data qpdf, qpdf_oh object), (qpdf, object))
LAZY(int, qpdf_oh_get_object_id, (qpdf_data qpdf, qpdf_oh object), (qpdf, object))
LAZY(long long, qpdf_oh_get_int_value, (qpdf_data qpdf, qpdf_oh object), (qpdf, object))
LAZY(char const *, qpdf_oh_get_name, (qpdf_data qpdf, qpdf_oh object), (qpdf, object))
LAZY(char const *, qpdf_oh_get_binary_string_value, (qpdf_data qpdf, qpdf_oh object, size_t *count),
  (qpdf, object, count))
LAZY(char const *, qpdf_oh_get_binary_utf8_value, (qpdf_data qpdf, qpdf_oh object, size_t *count),
  (qpdf, object, count))
LAZY(char const *, qpdf_oh_unparse_resolved, (qpdf_data qpdf, qpdf_oh object), (qpdf, object))
LAZY(int, qpdf_oh_get_array_n_items, (qpdf_data qpdf, qpdf_oh array), (qpdf, array))
LAZY(qpdf_oh, qpdf_oh_get_array_item, (qpdf_data qpdf, qpdf_oh array, int index), (qpdf, array, index))
LAZY(void, qpdf_oh_begin_dict_key_iter, (qpdf_data qpdf, qpdf_oh dictionary), (qpdf, dictionary))
LAZY(QPDF_BOOL, qpdf_oh_dict_more_keys, (qpdf_data qpdf), (qpdf))
LAZY(char const *, qpdf_oh_dict_next_key, (qpdf_data qpdf), (qpdf))
LAZY(qpdf_oh, qpdf_oh_get_key, (qpdf_data qpdf, qpdf_oh dictionary, char const *key), (qpdf, dictionary, key))
LAZY(qpdf_oh, qpdf_oh_get_dict, (qpdf_data qpdf, qpdf_oh stream), (qpdf, stream))
LAZY(QPDF_ERROR_CODE, qpdf_oh_get_stream_data,
  (qpdf_data qpdf, qpdf_oh stream, enum qpdf_stream_decode_level_e level, QPDF_BOOL *filtered, unsigned char **bytes,
    size_t *count),
  (qpdf, stream, level, filtered, bytes, count))
