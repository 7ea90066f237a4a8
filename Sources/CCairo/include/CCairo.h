#pragma once
#include <cairo/cairo-pdf.h>
#include <cairo/cairo-svg.h>
#include <cairo/cairo.h>
#include <stdbool.h>

// What is used of FreeType, and of Cairo's way to it, word for word (FT_Byte aside): FreeType's headers want a search
// path.
typedef struct FT_LibraryRec_ *FT_Library;
typedef struct FT_FaceRec_ *FT_Face;
typedef int FT_Error;
typedef signed long FT_Long;

#define FT_LOAD_NO_HINTING (1L << 1)

FT_Error FT_Init_FreeType(FT_Library *alibrary);
FT_Error FT_Done_FreeType(FT_Library library);
FT_Error FT_New_Memory_Face(
  FT_Library library, const unsigned char *file_base, FT_Long file_size, FT_Long face_index, FT_Face *aface);
FT_Error FT_Done_Face(FT_Face face);
cairo_font_face_t *cairo_ft_font_face_create_for_ft_face(FT_Face face, int load_flags);

/// Whether these functions, and those that CCairo.c names, can be called.
bool cairo_is_installed(void);
