// The font files of this folder, compiled into the program: no file is looked for at run time and no font of
// the system can ever be used.
#ifndef FONTS_H
#define FONTS_H

/// One font file in memory; `bytes` lives as long as the program.
typedef struct {
  const unsigned char *bytes;
  unsigned long size;
} EmbeddedFont;

/// The file of a face: 0 regular, 1 bold, 2 condensed, 3 condensed bold, as `FontFace` numbers them; 4 and 5 are the
/// fonts of signs, as `SymbolFont` numbers them.
const EmbeddedFont *embeddedFont(unsigned face);

#endif
