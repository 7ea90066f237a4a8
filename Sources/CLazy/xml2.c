#include "CXML2.h"

#include <dlfcn.h>

#include "lazy.h"

#define XML2_FUNCTIONS(F) \
  F(xmlTextReaderPtr, xmlReaderForMemory, \
    (const char *buffer, int size, const char *URL, const char *encoding, int options), \
    (buffer, size, URL, encoding, options)) \
  F(void, xmlFreeTextReader, (xmlTextReaderPtr reader), (reader)) \
  F(int, xmlTextReaderRead, (xmlTextReaderPtr reader), (reader)) \
  F(int, xmlTextReaderNodeType, (xmlTextReaderPtr reader), (reader)) \
  F(int, xmlTextReaderIsEmptyElement, (xmlTextReaderPtr reader), (reader)) \
  F(int, xmlTextReaderMoveToFirstAttribute, (xmlTextReaderPtr reader), (reader)) \
  F(int, xmlTextReaderMoveToNextAttribute, (xmlTextReaderPtr reader), (reader)) \
  F(int, xmlTextReaderMoveToElement, (xmlTextReaderPtr reader), (reader)) \
  F(const xmlChar *, xmlTextReaderConstLocalName, (xmlTextReaderPtr reader), (reader)) \
  F(const xmlChar *, xmlTextReaderConstValue, (xmlTextReaderPtr reader), (reader)) \
  F(const xmlChar *, xmlTextReaderConstString, (xmlTextReaderPtr reader, const xmlChar *str), (reader, str))

// 2.14 has another name since it dropped functions; of those above, declared in CXML2.h, none changed.
LAZY_LIBRARY(xml2, XML2_FUNCTIONS, "libxml2.so.2", "libxml2.so.16")

const char *xml2_found_version(void) {
  const char *const *(*version)(void) = LAZY_SYMBOL(xml2, "__xmlParserVersion");
  return version ? *version() : NULL;
}
