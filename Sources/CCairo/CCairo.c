#include "CCairo.h"

#include "CLazy.h"

// libcairo needs FreeType itself, so that this finds the functions of both.
LAZY_LIBRARY(cairo_is_installed, "libcairo.so.2")

LAZY(void, cairo_close_path, (cairo_t *cr), (cr))
LAZY(cairo_t *, cairo_create, (cairo_surface_t *target), (target))
LAZY(void, cairo_curve_to, (cairo_t *cr, double x1, double y1, double x2, double y2, double x3, double y3),
  (cr, x1, y1, x2, y2, x3, y3))
LAZY(void, cairo_destroy, (cairo_t *cr), (cr))
LAZY(void, cairo_fill, (cairo_t *cr), (cr))
LAZY(void, cairo_fill_preserve, (cairo_t *cr), (cr))
LAZY(void, cairo_font_face_destroy, (cairo_font_face_t *font_face), (font_face))
LAZY(cairo_status_t, cairo_font_face_status, (cairo_font_face_t *font_face), (font_face))
LAZY(cairo_font_options_t *, cairo_font_options_create, (void), ())
LAZY(void, cairo_font_options_destroy, (cairo_font_options_t *options), (options))
LAZY(void, cairo_font_options_set_hint_metrics, (cairo_font_options_t *options, cairo_hint_metrics_t hint_metrics),
  (options, hint_metrics))
LAZY(void, cairo_font_options_set_hint_style, (cairo_font_options_t *options, cairo_hint_style_t hint_style),
  (options, hint_style))
LAZY(cairo_pattern_t *, cairo_get_source, (cairo_t *cr), (cr))
LAZY(cairo_surface_t *, cairo_get_target, (cairo_t *cr), (cr))
LAZY(cairo_surface_t *, cairo_image_surface_create, (cairo_format_t format, int width, int height),
  (format, width, height))
LAZY(cairo_surface_t *, cairo_image_surface_create_from_png_stream, (cairo_read_func_t read_func, void *closure),
  (read_func, closure))
LAZY(unsigned char *, cairo_image_surface_get_data, (cairo_surface_t *surface), (surface))
LAZY(int, cairo_image_surface_get_height, (cairo_surface_t *surface), (surface))
LAZY(int, cairo_image_surface_get_stride, (cairo_surface_t *surface), (surface))
LAZY(int, cairo_image_surface_get_width, (cairo_surface_t *surface), (surface))
LAZY(void, cairo_line_to, (cairo_t *cr, double x, double y), (cr, x, y))
LAZY(void, cairo_matrix_init_identity, (cairo_matrix_t *matrix), (matrix))
LAZY(void, cairo_matrix_init_scale, (cairo_matrix_t *matrix, double sx, double sy), (matrix, sx, sy))
LAZY(void, cairo_move_to, (cairo_t *cr, double x, double y), (cr, x, y))
LAZY(void, cairo_new_path, (cairo_t *cr), (cr))
LAZY(void, cairo_paint, (cairo_t *cr), (cr))
LAZY(void, cairo_pattern_set_filter, (cairo_pattern_t *pattern, cairo_filter_t filter), (pattern, filter))
LAZY(cairo_surface_t *, cairo_pdf_surface_create_for_stream,
  (cairo_write_func_t write_func, void *closure, double width_in_points, double height_in_points),
  (write_func, closure, width_in_points, height_in_points))
LAZY(void, cairo_pdf_surface_restrict_to_version, (cairo_surface_t *surface, cairo_pdf_version_t version),
  (surface, version))
LAZY(void, cairo_pdf_surface_set_metadata, (cairo_surface_t *surface, cairo_pdf_metadata_t metadata, const char *utf8),
  (surface, metadata, utf8))
LAZY(void, cairo_pdf_surface_set_size, (cairo_surface_t *surface, double width_in_points, double height_in_points),
  (surface, width_in_points, height_in_points))
LAZY(cairo_surface_t *, cairo_recording_surface_create, (cairo_content_t content, const cairo_rectangle_t *extents),
  (content, extents))
LAZY(void, cairo_rectangle, (cairo_t *cr, double x, double y, double width, double height), (cr, x, y, width, height))
LAZY(cairo_t *, cairo_reference, (cairo_t *cr), (cr))
LAZY(void, cairo_restore, (cairo_t *cr), (cr))
LAZY(void, cairo_save, (cairo_t *cr), (cr))
LAZY(void, cairo_scale, (cairo_t *cr, double sx, double sy), (cr, sx, sy))
LAZY(cairo_scaled_font_t *, cairo_scaled_font_create,
  (cairo_font_face_t *font_face, const cairo_matrix_t *font_matrix, const cairo_matrix_t *ctm,
    const cairo_font_options_t *options),
  (font_face, font_matrix, ctm, options))
LAZY(void, cairo_scaled_font_destroy, (cairo_scaled_font_t *scaled_font), (scaled_font))
LAZY(cairo_status_t, cairo_scaled_font_status, (cairo_scaled_font_t *scaled_font), (scaled_font))
LAZY(void, cairo_set_dash, (cairo_t *cr, const double *dashes, int num_dashes, double offset),
  (cr, dashes, num_dashes, offset))
LAZY(void, cairo_set_line_width, (cairo_t *cr, double width), (cr, width))
LAZY(void, cairo_set_scaled_font, (cairo_t *cr, const cairo_scaled_font_t *scaled_font), (cr, scaled_font))
LAZY(void, cairo_set_source_rgb, (cairo_t *cr, double red, double green, double blue), (cr, red, green, blue))
LAZY(void, cairo_set_source_surface, (cairo_t *cr, cairo_surface_t *surface, double x, double y), (cr, surface, x, y))
LAZY(void, cairo_show_page, (cairo_t *cr), (cr))
LAZY(void, cairo_show_text_glyphs,
  (cairo_t *cr, const char *utf8, int utf8_len, const cairo_glyph_t *glyphs, int num_glyphs,
    const cairo_text_cluster_t *clusters, int num_clusters, cairo_text_cluster_flags_t cluster_flags),
  (cr, utf8, utf8_len, glyphs, num_glyphs, clusters, num_clusters, cluster_flags))
LAZY(cairo_status_t, cairo_status, (cairo_t *cr), (cr))
LAZY(const char *, cairo_status_to_string, (cairo_status_t status), (status))
LAZY(void, cairo_stroke, (cairo_t *cr), (cr))
LAZY(void, cairo_surface_destroy, (cairo_surface_t *surface), (surface))
LAZY(void, cairo_surface_finish, (cairo_surface_t *surface), (surface))
LAZY(void, cairo_surface_flush, (cairo_surface_t *surface), (surface))
LAZY(cairo_surface_type_t, cairo_surface_get_type, (cairo_surface_t *surface), (surface))
LAZY(void, cairo_surface_mark_dirty, (cairo_surface_t *surface), (surface))
LAZY(cairo_surface_t *, cairo_surface_reference, (cairo_surface_t *surface), (surface))
LAZY(cairo_status_t, cairo_surface_set_mime_data,
  (cairo_surface_t *surface, const char *mime_type, const unsigned char *data, unsigned long length,
    cairo_destroy_func_t destroy, void *closure),
  (surface, mime_type, data, length, destroy, closure))
LAZY(cairo_status_t, cairo_surface_status, (cairo_surface_t *surface), (surface))
LAZY(cairo_status_t, cairo_surface_write_to_png_stream,
  (cairo_surface_t *surface, cairo_write_func_t write_func, void *closure),
  (surface, write_func, closure))
LAZY(cairo_surface_t *, cairo_svg_surface_create_for_stream,
  (cairo_write_func_t write_func, void *closure, double width_in_points, double height_in_points),
  (write_func, closure, width_in_points, height_in_points))
LAZY(void, cairo_translate, (cairo_t *cr, double tx, double ty), (cr, tx, ty))
LAZY(const char *, cairo_version_string, (void), ())

LAZY(cairo_font_face_t *, cairo_ft_font_face_create_for_ft_face, (FT_Face face, int load_flags), (face, load_flags))
LAZY(FT_Error, FT_Init_FreeType, (FT_Library * alibrary), (alibrary))
LAZY(FT_Error, FT_Done_FreeType, (FT_Library library), (library))
LAZY(FT_Error, FT_New_Memory_Face,
  (FT_Library library, const unsigned char *file_base, FT_Long file_size, FT_Long face_index, FT_Face *aface),
  (library, file_base, file_size, face_index, aface))
LAZY(FT_Error, FT_Done_Face, (FT_Face face), (face))
