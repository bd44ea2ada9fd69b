/* The stage `tokenize`: paragraphs into sentences of words. */
#ifndef ESEP_TOKENIZE_H
#define ESEP_TOKENIZE_H

#include "stage.h"

extern const struct stage tokenize_stage;

#endif
