/* `esep run`: all stages in one process, from files to the database. */
#ifndef ESEP_RUN_H
#define ESEP_RUN_H

#include "program.h"

/* The row, for help; `extended` is released with program_release. It has every
 * option of every stage. */
void run_program(struct program *extended);

int run_main(int argc, char **argv);

#endif
