/* esep-tag: find names, dates and amounts. */
#ifndef ESEP_TAG_H
#define ESEP_TAG_H

#include "stage.h"

extern const struct stage tag_stage;

#endif
