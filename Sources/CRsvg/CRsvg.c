#include "CRsvg.h"

#include "CLazy.h"

LAZY_LIBRARY(rsvg_is_installed, "librsvg-2.so.2")

LAZY(RsvgHandle *, rsvg_handle_new_from_data, (const unsigned char *data, size_t data_len, void **error),
  (data, data_len, error))
LAZY(void, rsvg_handle_set_dpi, (RsvgHandle *handle, double dpi), (handle, dpi))
LAZY(int, rsvg_handle_get_intrinsic_size_in_pixels, (RsvgHandle *handle, double *out_width, double *out_height),
  (handle, out_width, out_height))
LAZY(void, rsvg_handle_get_intrinsic_dimensions,
  (RsvgHandle *handle, int *out_has_width, RsvgLength *out_width, int *out_has_height, RsvgLength *out_height,
    int *out_has_viewbox, RsvgRectangle *out_viewbox),
  (handle, out_has_width, out_width, out_has_height, out_height, out_has_viewbox, out_viewbox))
LAZY(int, rsvg_handle_render_document, (RsvgHandle *handle, void *cr, const RsvgRectangle *viewport, void **error),
  (handle, cr, viewport, error))

void rsvg_handle_unref(RsvgHandle *handle) {
  void (*unref)(void *) = (void (*)(void *))lazy_function(lazy_library(), lazy_names, "g_object_unref");
  unref(handle);
}
