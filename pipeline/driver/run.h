/* `esep run`: all stages in one process, from files to the database. */
#ifndef ESEP_RUN_H
#define ESEP_RUN_H

#include "program.h"

/* Without its options, which are those of every stage. */
extern const struct program run_row;

/* With them; released with program_release. */
void run_program(struct program *extended);
int run_main(int argc, char **argv);

#endif
