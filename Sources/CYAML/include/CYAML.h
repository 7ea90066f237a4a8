#pragma once
#include <stdbool.h>
#include <yaml.h>

/// Whether the functions that CYAML.c names can be called.
bool yaml_is_installed(void);
