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

static const EmbeddedFont fonts[] = {
    {regular, sizeof regular},
    {bold, sizeof bold},
    {condensed, sizeof condensed},
    {condensedBold, sizeof condensedBold},
};

const EmbeddedFont *embeddedFont(unsigned face) { return &fonts[face < 4 ? face : 0]; }
