#include "HyphenationPatterns.h"

static const unsigned char spanish[] = {
#embed "hyph_es_ES.dic"
};
static const unsigned char english[] = {
#embed "hyph_en_US.dic"
};

const HyphenationPatterns hyphenationPatternsSpanish = {spanish, sizeof spanish};
const HyphenationPatterns hyphenationPatternsEnglish = {english, sizeof english};
