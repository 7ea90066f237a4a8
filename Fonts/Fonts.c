#include "Fonts.h"

static const unsigned char regular[] = {
#embed "Roboto-Regular.ttf"
};
static const unsigned char bold[] = {
#embed "Roboto-Bold.ttf"
};
static const unsigned char condensed[] = {
#embed "RobotoCondensed-Regular.ttf"
};
static const unsigned char condensedBold[] = {
#embed "RobotoCondensed-Bold.ttf"
};

static const EmbeddedFont fonts[] = {
    {regular, sizeof regular},
    {bold, sizeof bold},
    {condensed, sizeof condensed},
    {condensedBold, sizeof condensedBold},
};

const EmbeddedFont *embeddedFont(unsigned face) { return &fonts[face < 4 ? face : 0]; }
