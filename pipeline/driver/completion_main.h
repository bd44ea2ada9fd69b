/* `esep completion SHELL`: a script for a shell. */
#ifndef ESEP_COMPLETION_MAIN_H
#define ESEP_COMPLETION_MAIN_H

#include "program.h"

extern const struct program completion_row;
int completion_main(int argc, char **argv);

#endif
