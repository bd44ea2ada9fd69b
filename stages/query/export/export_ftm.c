#include "export_formats.h"
const struct export_format export_ftm = { .name = "ftm", .needs_rows = true };
