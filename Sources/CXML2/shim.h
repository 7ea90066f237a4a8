// libxml2's headers would bring ICU's along, whose types are not those of the ICU inside Foundation; nothing of it is
// used here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>
