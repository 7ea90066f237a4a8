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

const EmbeddedFont fontRegular = {regular, sizeof regular};
const EmbeddedFont fontBold = {bold, sizeof bold};
const EmbeddedFont fontCondensed = {condensed, sizeof condensed};
const EmbeddedFont fontCondensedBold = {condensedBold, sizeof condensedBold};
