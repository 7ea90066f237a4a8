// The types of librsvg's stable interface (librsvg-2.so.2, since 2.52) that are used, word for word. The library itself
// is loaded when the first SVG is met (SVGLibrary.swift).
#pragma once

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
