#include "CXML2.h"

#include "CLazy.h"

LAZY_LIBRARY(xml2_is_installed, "libxml2.so.2", "libxml2.so.16", "libxml2.so")

LAZY(xmlTextReaderPtr, xmlReaderForMemory,
  (const char *buffer, int size, const char *URL, const char *encoding, int options),
  (buffer, size, URL, encoding, options))
LAZY(void, xmlFreeTextReader, (xmlTextReaderPtr reader), (reader))
LAZY(int, xmlTextReaderRead, (xmlTextReaderPtr reader), (reader))
LAZY(int, xmlTextReaderNodeType, (xmlTextReaderPtr reader), (reader))
LAZY(int, xmlTextReaderIsEmptyElement, (xmlTextReaderPtr reader), (reader))
LAZY(int, xmlTextReaderMoveToFirstAttribute, (xmlTextReaderPtr reader), (reader))
LAZY(int, xmlTextReaderMoveToNextAttribute, (xmlTextReaderPtr reader), (reader))
LAZY(int, xmlTextReaderMoveToElement, (xmlTextReaderPtr reader), (reader))
LAZY(const xmlChar *, xmlTextReaderConstLocalName, (xmlTextReaderPtr reader), (reader))
LAZY(const xmlChar *, xmlTextReaderConstValue, (xmlTextReaderPtr reader), (reader))
LAZY(const xmlChar *, xmlTextReaderConstString, (xmlTextReaderPtr reader, const xmlChar *str), (reader, str))
