/* Tables on a terminal, a page at a time, as git has it. */
#ifndef ESEP_PAGER_H
#define ESEP_PAGER_H

#include <stdio.h>

struct pager;

/* A file whose text $PAGER (less, if it is not set) shows on the terminal that
 * stdout is. The pager starts with the first text, not in a shell: its words
 * are what blanks part. LESS=FRX and LV=-c are set for it where the user has
 * set neither. While it runs, signals that end this program wait for it, and
 * that it is left early is no more than an error of the file.
 * returns  NULL where there is to be none: stdout is no terminal, or one that
 *          cannot page; PAGER is empty or cat */
struct pager *pager_open(void);
FILE *pager_file(struct pager *pager);

/* Write what is left, and wait until the pager has gone. NULL does nothing. */
void pager_close(struct pager *pager);

#endif
