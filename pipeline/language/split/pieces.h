/* What a text is split into. */
#ifndef ESEP_PIECES_H
#define ESEP_PIECES_H

#include "words.h"

/* A piece of text that is a token, or a word of a multiword token. */
struct piece {
	uint32_t start, end; /* bytes in the text */
	word_id form;
	uint8_t glued;       /* no blank between it and the next piece */
	uint8_t parts;       /* first word of a multiword token: its words */
};
struct pieces { struct piece *items; size_t count, capacity; };

/* The ends of the sentences of a paragraph: bytes in its text. */
struct offsets { uint32_t *items; size_t count, capacity; };

#endif
