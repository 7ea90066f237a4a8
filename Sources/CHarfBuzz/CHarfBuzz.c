#include "CHarfBuzz.h"

#include "CLazy.h"

LAZY_LIBRARY(harfbuzz_is_installed, "libharfbuzz.so.0")

LAZY(hb_blob_t *, hb_blob_create,
  (const char *data, unsigned int length, hb_memory_mode_t mode, void *user_data, hb_destroy_func_t destroy),
  (data, length, mode, user_data, destroy))
LAZY(void, hb_blob_destroy, (hb_blob_t *blob), (blob))
LAZY(void, hb_buffer_add_utf8,
  (hb_buffer_t *buffer, const char *text, int text_length, unsigned int item_offset, int item_length),
  (buffer, text, text_length, item_offset, item_length))
LAZY(hb_buffer_t *, hb_buffer_create, (void), ())
LAZY(void, hb_buffer_destroy, (hb_buffer_t *buffer), (buffer))
LAZY(hb_direction_t, hb_buffer_get_direction, (const hb_buffer_t *buffer), (buffer))
LAZY(hb_glyph_info_t *, hb_buffer_get_glyph_infos, (hb_buffer_t *buffer, unsigned int *length), (buffer, length))
LAZY(hb_glyph_position_t *, hb_buffer_get_glyph_positions, (hb_buffer_t *buffer, unsigned int *length),
  (buffer, length))
LAZY(void, hb_buffer_guess_segment_properties, (hb_buffer_t *buffer), (buffer))
LAZY(void, hb_buffer_set_language, (hb_buffer_t *buffer, hb_language_t language), (buffer, language))
LAZY(hb_face_t *, hb_face_create, (hb_blob_t *blob, unsigned int index), (blob, index))
LAZY(void, hb_face_destroy, (hb_face_t *face), (face))
LAZY(unsigned int, hb_face_get_upem, (const hb_face_t *face), (face))
LAZY(void, hb_face_make_immutable, (hb_face_t *face), (face))
LAZY(hb_font_t *, hb_font_create, (hb_face_t *face), (face))
LAZY(void, hb_font_destroy, (hb_font_t *font), (font))
LAZY(hb_position_t, hb_font_get_glyph_h_advance, (hb_font_t *font, hb_codepoint_t glyph), (font, glyph))
LAZY(hb_bool_t, hb_font_get_nominal_glyph, (hb_font_t *font, hb_codepoint_t unicode, hb_codepoint_t *glyph),
  (font, unicode, glyph))
LAZY(void, hb_font_make_immutable, (hb_font_t *font), (font))
LAZY(hb_language_t, hb_language_from_string, (const char *str, int len), (str, len))
LAZY(void, hb_ot_font_set_funcs, (hb_font_t *font), (font))
LAZY(void, hb_ot_metrics_get_position_with_fallback,
  (hb_font_t *font, hb_ot_metrics_tag_t metrics_tag, hb_position_t *position),
  (font, metrics_tag, position))
LAZY(void, hb_shape, (hb_font_t *font, hb_buffer_t *buffer, const hb_feature_t *features, unsigned int num_features),
  (font, buffer, features, num_features))
LAZY(hb_tag_t, hb_tag_from_string, (const char *str, int len), (str, len))
LAZY(const char *, hb_version_string, (void), ())
