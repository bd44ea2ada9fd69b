/* `esep merge`: the documents of several databases in one. */
#ifndef ESEP_MERGE_MAIN_H
#define ESEP_MERGE_MAIN_H

#include "program.h"

extern const struct program merge_row;
int merge_main(int argc, char **argv);

#endif
