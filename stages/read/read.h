#ifndef ESEP_READ_H
#define ESEP_READ_H

#include "stage.h"

extern const struct stage read_stage;

#endif
