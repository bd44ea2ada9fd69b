/* `esep lexicons`: the tables of the lexicons, listed or checked. */
#ifndef ESEP_LEXICONS_MAIN_H
#define ESEP_LEXICONS_MAIN_H

#include "program.h"

extern const struct program lexicons_program;

int lexicons_main(int argc, char **argv);

#endif
