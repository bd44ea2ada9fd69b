/* What the completion scripts of the shells ask: calls of `esep` that no help
 * tells of. They print what may come: a line `words`, `files` or `folders`, the
 * last two where the shell is to offer names of those, and a line for each
 * candidate. argv begins with the call's own name. */
#ifndef ESEP_COMPLETE_H
#define ESEP_COMPLETE_H

/* esep --complete WORD…: the words from the program's name on, the last is the
 * one that is being typed. A line is the word that it may become, and behind a
 * tab what that is. */
int complete_words(int argc, char **argv);

/* esep --complete-line BREAKS LINE: a line of bash up to where it is typed, see
 * shell_line.h. A line is what bash is to put there. */
int complete_line(int argc, char **argv);

#endif
