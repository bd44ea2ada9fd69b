/* The stage `mend`: paragraphs as they stand become paragraphs as they were
 * written. */
#ifndef ESEP_MEND_H
#define ESEP_MEND_H

#include "stage.h"

extern const struct stage mend_stage;

#endif
