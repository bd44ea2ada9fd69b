#include "fts_structure.h"

enum {
	SEGMENT_MAX = 2000, LEVELS_MAX = 64,
	SMALL_PAGES = 64, LEVEL_STEP = 4 /* times as many pages */
};

void fts_add_number(struct strbuf *out, uint64_t number)
{
	char bytes[10];
	size_t at = sizeof bytes;

	bytes[--at] = (char)(number & 0x7f);
	while (number >>= 7)
		bytes[--at] = (char)((number & 0x7f) | 0x80);
	strbuf_add(out, (struct str){ bytes + at, sizeof bytes - at });
}

bool fts_read_number(struct str *bytes, uint64_t *number)
{
	*number = 0;
	for (size_t i = 0; i < bytes->len && i < 8; i++) {
		unsigned char byte = (unsigned char)bytes->data[i];

		*number = *number << 7 | (byte & 0x7f);
		if (byte < 0x80) {
			*bytes = str_slice(*bytes, i + 1, bytes->len);
			return true;
		}
	}
	return false;
}

static bool read_level(struct fts_level *level, struct str *bytes,
		       uint64_t *left)
{
	uint64_t count;

	if (!fts_read_number(bytes, &level->merging) ||
	    !fts_read_number(bytes, &count) || count > *left)
		return false;
	*left -= count;
	for (; count > 0; count--) {
		struct fts_part *part = LIST_ADD(&level->parts);

		if (!fts_read_number(bytes, &part->id) ||
		    !fts_read_number(bytes, &part->first) ||
		    !fts_read_number(bytes, &part->last) ||
		    part->id == 0 || part->id > SEGMENT_MAX)
			return false;
	}
	return level->merging <= level->parts.count;
}

bool fts_structure_read(struct fts_structure *s, struct str bytes)
{
	uint64_t levels, parts;

	*s = (struct fts_structure){ .writes = 0 };
	if (bytes.len < sizeof s->cookie)
		return false;
	memcpy(s->cookie, bytes.data, sizeof s->cookie);
	bytes = str_slice(bytes, sizeof s->cookie, bytes.len);
	if (!fts_read_number(&bytes, &levels) || levels > LEVELS_MAX ||
	    !fts_read_number(&bytes, &parts) || parts > SEGMENT_MAX ||
	    !fts_read_number(&bytes, &s->writes))
		return false;
	for (; levels > 0; levels--)
		if (!read_level(LIST_ADD(&s->levels), &bytes, &parts))
			return false;
	return parts == 0 && bytes.len == 0;
}

static size_t count_parts(const struct fts_structure *s)
{
	size_t count = 0;

	for (size_t i = 0; i < s->levels.count; i++)
		count += s->levels.items[i].parts.count;
	return count;
}

void fts_structure_write(const struct fts_structure *s, struct strbuf *out)
{
	strbuf_add(out, (struct str){ s->cookie, sizeof s->cookie });
	fts_add_number(out, s->levels.count);
	fts_add_number(out, count_parts(s));
	fts_add_number(out, s->writes);
	for (size_t i = 0; i < s->levels.count; i++) {
		const struct fts_level *level = &s->levels.items[i];

		fts_add_number(out, level->merging);
		fts_add_number(out, level->parts.count);
		for (size_t k = 0; k < level->parts.count; k++) {
			const struct fts_part *part = &level->parts.items[k];

			fts_add_number(out, part->id);
			fts_add_number(out, part->first);
			fts_add_number(out, part->last);
		}
	}
}

void fts_structure_release(struct fts_structure *s)
{
	for (size_t i = 0; i < s->levels.count; i++)
		LIST_RELEASE(&s->levels.items[i].parts);
	LIST_RELEASE(&s->levels);
}

size_t fts_structure_level(const struct fts_structure *s, size_t from,
			   uint64_t pages)
{
	size_t level = from, wanted = 0;

	for (uint64_t most = SMALL_PAGES; pages > most; most *= LEVEL_STEP)
		wanted++;
	while (level < wanted && (level >= s->levels.count ||
				  s->levels.items[level].parts.count == 0))
		level++;
	return level;
}

uint64_t fts_structure_new_id(const struct fts_structure *s)
{
	bool taken[SEGMENT_MAX + 1] = { false };

	for (size_t i = 0; i < s->levels.count; i++)
		for (size_t k = 0; k < s->levels.items[i].parts.count; k++)
			taken[s->levels.items[i].parts.items[k].id] = true;
	for (uint64_t id = 1; id <= SEGMENT_MAX; id++)
		if (!taken[id])
			return id;
	return 0;
}
