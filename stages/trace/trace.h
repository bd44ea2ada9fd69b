/* The stage `trace`: who did what to whom, when and where; who is cited as
 * saying what. */
#ifndef ESEP_TRACE_H
#define ESEP_TRACE_H

#include "stage.h"

extern const struct stage trace_stage;

#endif
