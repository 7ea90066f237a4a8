// The family all pages are set in: another one is another file of four names, named here.
#include "Roboto.h"

#include "Fonts.h"

static const unsigned char regular[] = {
#embed REGULAR
};
static const unsigned char bold[] = {
#embed BOLD
};
static const unsigned char condensed[] = {
#embed CONDENSED
};
static const unsigned char condensedBold[] = {
#embed CONDENSED_BOLD
};

// Signs no face of the family has: see README.md.
static const unsigned char symbols[] = {
#embed "DejaVuSans-Symbols.ttf"
};
static const unsigned char enclosed[] = {
#embed "NotoSansSymbols-Enclosed.ttf"
};

static const EmbeddedFont fonts[] = {
    {regular, sizeof regular},
    {bold, sizeof bold},
    {condensed, sizeof condensed},
    {condensedBold, sizeof condensedBold},
    {symbols, sizeof symbols},
    {enclosed, sizeof enclosed},
};

const EmbeddedFont *embeddedFont(unsigned face) { return &fonts[face < 6 ? face : 0]; }
