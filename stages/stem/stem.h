/* The stage `stem`: a stem for every word, a name key for every name. */
#ifndef ESEP_STEM_H
#define ESEP_STEM_H

#include "stage.h"

extern const struct stage stem_stage;

#endif
