#include "CYAML.h"

#include "CLazy.h"

LAZY_LIBRARY(yaml_is_installed, "libyaml-0.so.2")

LAZY(int, yaml_parser_initialize, (yaml_parser_t * parser), (parser))
LAZY(void, yaml_parser_delete, (yaml_parser_t * parser), (parser))
LAZY(void, yaml_parser_set_encoding, (yaml_parser_t * parser, yaml_encoding_t encoding), (parser, encoding))
LAZY(void, yaml_parser_set_input_string, (yaml_parser_t * parser, const unsigned char *bytes, size_t count),
  (parser, bytes, count))
LAZY(int, yaml_parser_parse, (yaml_parser_t * parser, yaml_event_t *event), (parser, event))
LAZY(void, yaml_event_delete, (yaml_event_t * event), (event))
