// What is used of librsvg's stable interface (librsvg-2.so.2, since 2.52), word for word but for GLib's names of C types.
#pragma once
#include <stdbool.h>
#include <stddef.h>

typedef struct _RsvgHandle RsvgHandle;

typedef enum {
  RSVG_UNIT_PERCENT,
  RSVG_UNIT_PX,
  RSVG_UNIT_EM,
  RSVG_UNIT_EX,
  RSVG_UNIT_IN,
  RSVG_UNIT_CM,
  RSVG_UNIT_MM,
  RSVG_UNIT_PT,
  RSVG_UNIT_PC
} RsvgUnit;

typedef struct {
  double length;
  RsvgUnit unit;
} RsvgLength;

typedef struct {
  double x;
  double y;
  double width;
  double height;
} RsvgRectangle;

RsvgHandle *rsvg_handle_new_from_data(const unsigned char *data, size_t data_len, void **error);
void rsvg_handle_set_dpi(RsvgHandle *handle, double dpi);
int rsvg_handle_get_intrinsic_size_in_pixels(RsvgHandle *handle, double *out_width, double *out_height);
void rsvg_handle_get_intrinsic_dimensions(
  RsvgHandle *handle, int *out_has_width, RsvgLength *out_width, int *out_has_height, RsvgLength *out_height,
  int *out_has_viewbox, RsvgRectangle *out_viewbox);
/// - Parameter cr: Cairo's context.
int rsvg_handle_render_document(RsvgHandle *handle, void *cr, const RsvgRectangle *viewport, void **error);

/// GObject's `g_object_unref`, under a name that GLib's own calls cannot find.
void rsvg_handle_unref(RsvgHandle *handle);

/// Whether the library is there, with all functions that rsvg.c lists: they may be called only then.
bool rsvg_is_installed(void);
/// What the library says of itself; false where there is none.
bool rsvg_find_version(unsigned *major, unsigned *minor, unsigned *micro);
