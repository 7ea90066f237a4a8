#include "CRsvg.h"

#include <dlfcn.h>

#include "lazy.h"

#define RSVG_FUNCTIONS(F) \
  F(RsvgHandle *, rsvg_handle_new_from_data, (const unsigned char *data, size_t data_len, void **error), \
    (data, data_len, error)) \
  F(void, rsvg_handle_set_dpi, (RsvgHandle *handle, double dpi), (handle, dpi)) \
  F(int, rsvg_handle_get_intrinsic_size_in_pixels, (RsvgHandle *handle, double *out_width, double *out_height), \
    (handle, out_width, out_height)) \
  F(void, rsvg_handle_get_intrinsic_dimensions, \
    (RsvgHandle *handle, int *out_has_width, RsvgLength *out_width, int *out_has_height, RsvgLength *out_height, \
    int *out_has_viewbox, RsvgRectangle *out_viewbox), \
    (handle, out_has_width, out_width, out_has_height, out_height, out_has_viewbox, out_viewbox)) \
  F(int, rsvg_handle_render_document, (RsvgHandle *handle, void *cr, const RsvgRectangle *viewport, void **error), \
    (handle, cr, viewport, error))

LAZY_LIBRARY(rsvg, RSVG_FUNCTIONS, "librsvg-2.so.2")

void rsvg_handle_unref(RsvgHandle *handle) {
  void (*unref)(void *) = LAZY_SYMBOL(rsvg, "g_object_unref");
  if (unref) unref(handle);
}

bool rsvg_find_version(unsigned *major, unsigned *minor, unsigned *micro) {
  const unsigned *found[] = {
    LAZY_SYMBOL(rsvg, "rsvg_major_version"), LAZY_SYMBOL(rsvg, "rsvg_minor_version"),
    LAZY_SYMBOL(rsvg, "rsvg_micro_version")};
  if (!found[0] || !found[1] || !found[2]) return false;
  *major = *found[0];
  *minor = *found[1];
  *micro = *found[2];
  return true;
}
