/* `esep optimize`: the indexes of a database in one piece each. */
#ifndef ESEP_OPTIMIZE_MAIN_H
#define ESEP_OPTIMIZE_MAIN_H

#include "program.h"

extern const struct program optimize_row;
int optimize_main(int argc, char **argv);

#endif
