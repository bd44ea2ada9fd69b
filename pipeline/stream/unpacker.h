/* How pack_read.c takes numbers and texts off the parts of a pack. What is not
 * there, or is out of its bounds, sets `bad` and is 0 or empty. */
#ifndef ESEP_UNPACKER_H
#define ESEP_UNPACKER_H

#include "pack_internal.h"

struct unpacker {
	struct document *doc;
	struct str parts[PACK_OPEN];        /* what is not yet read of them */
	LIST(struct str) texts;             /* [0] is the empty one */
	LIST(lang_id) langs;                /* of kinds; [0] is unused */
	struct pack_kinds kinds;
	const struct str *paragraphs;
	size_t count, max;
	struct strbuf id, source;
	bool bad, is_too_large;
};

/* The next number of a part; of the numbers. */
uint64_t unpack_in(struct unpacker *u, enum pack_part part);
uint64_t unpack_number(struct unpacker *u);
uint32_t unpack_short(struct unpacker *u);

/* A number that is at most `most`. */
size_t unpack_upto(struct unpacker *u, enum pack_part part, size_t most);

/* A number told by its way from another; that is at most `most`. */
size_t unpack_step(struct unpacker *u, enum pack_part part, size_t from);
uint32_t unpack_near(struct unpacker *u, enum pack_part part, size_t from,
		     size_t most);

/* How many items follow: each takes a byte of this part or more. */
size_t unpack_count(struct unpacker *u, enum pack_part part);

/* The next bytes of a part; of the texts. They lie in the pack. */
struct str unpack_bytes_in(struct unpacker *u, enum pack_part part,
			   uint64_t len);
struct str unpack_bytes(struct unpacker *u, uint64_t len);

/* A text by its number in a part; in the numbers; an id that may be the usual
 * one. The document owns them. */
struct str unpack_text_in(struct unpacker *u, enum pack_part part);
struct str unpack_text(struct unpacker *u);
struct str unpack_id(struct unpacker *u, struct str home, char kind,
		     size_t number);

#endif
