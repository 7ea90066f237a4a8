// Hyphenation patterns in libhyphen's format, compiled into the program.
#ifndef HYPHENATION_PATTERNS_H
#define HYPHENATION_PATTERNS_H

/// One pattern file in memory; `bytes` lives as long as the program.
typedef struct {
  const unsigned char *bytes;
  unsigned long size;
} HyphenationPatterns;

extern const HyphenationPatterns hyphenationPatternsSpanish;
extern const HyphenationPatterns hyphenationPatternsEnglish;

#endif
