/* What lines that stand together, between blank ones, are by their form. */
#ifndef ESEP_LINE_BLOCKS_H
#define ESEP_LINE_BLOCKS_H

#include "str.h"

enum line_block {
	BLOCK_TEXT,   /* one paragraph, broken where a line was full */
	BLOCK_LINES,  /* lines that were broken by who wrote them */
	BLOCK_LIST,   /* such lines that are a list: an entry each */
	BLOCK_ROWS,   /* a table: a row each */
	BLOCK_DASHES  /* a list: an item each dash that begins a line */
};

/* Rows have cells with " | " between, or, as many as their neighbours, a tab
 * or two blanks. Lines that were broken on purpose begin with no small letter,
 * and the next one's first word would mostly have had room in the longest of
 * them, or in the lines of the text around. They are a list where no sentence
 * ends in any; long ones too where each has a comma, a dash or a number. Items
 * behind dashes mostly do not end as a
 * sentence does: what does is speech.
 * lines   UTF-8, none blank
 * width   characters in the longest line of the text
 * above   the line before them that is not blank; empty where there is none
 * cost    linear in the text */
enum line_block line_block_find(const struct str *lines, size_t count,
				size_t width, struct str above);

/* How many of the first lines are looked at together: a table, or what stands
 * over one (its caption), or all. */
size_t line_block_count(const struct str *lines, size_t count);

/* The line's first letter or digit is a small letter. */
bool line_goes_on(struct str line);

/* Whether a full stop or its like ends the line, whatever closes behind it. */
bool line_ends_sentence(struct str line);

/* Whether the line ends with a single letter and a stop: "A.", "т.д." */
bool line_ends_with_initial(struct str line);

/* A line of several words without a small letter: a heading above a text. */
bool line_is_capitals(struct str line);

/* A dash of print and a blank, at the line's beginning. */
bool line_has_dash(struct str line);

/* A line longer than any that was broken because it was full, at the end of a
 * sentence: a paragraph ends there. */
bool line_is_paragraph(struct str line);

#endif
