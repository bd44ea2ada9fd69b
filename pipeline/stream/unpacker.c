#include "unpacker.h"

#include "leb128.h"

uint64_t unpack_in(struct unpacker *u, enum pack_part part)
{
	uint64_t number;

	if (leb128_next(&u->parts[part], &number))
		return number;
	u->bad = true;
	return 0;
}

uint64_t unpack_number(struct unpacker *u)
{
	return unpack_in(u, PART_NUMBERS);
}

size_t unpack_upto(struct unpacker *u, enum pack_part part, size_t most)
{
	uint64_t number = unpack_in(u, part);

	if (number > most)
		u->bad = true;
	return u->bad ? 0 : (size_t)number;
}

size_t unpack_step(struct unpacker *u, enum pack_part part, size_t from)
{
	uint64_t step = unpack_in(u, part), way = (step >> 1) + (step & 1);

	if (step & 1 ? way > from : way > SIZE_MAX - from)
		u->bad = true;
	if (u->bad)
		return 0;
	return step & 1 ? from - (size_t)way : from + (size_t)way;
}

size_t unpack_count(struct unpacker *u, enum pack_part part)
{
	return unpack_upto(u, PART_NUMBERS, u->parts[part].len);
}

struct str unpack_bytes_in(struct unpacker *u, enum pack_part part,
			       uint64_t len)
{
	struct str *bytes = &u->parts[part], text;

	if (len > bytes->len)
		u->bad = true;
	if (u->bad)
		return STR_NONE;
	text = str_slice(*bytes, 0, (size_t)len);
	*bytes = str_slice(*bytes, (size_t)len, bytes->len);
	return text;
}

struct str unpack_bytes(struct unpacker *u, uint64_t len)
{
	return unpack_bytes_in(u, PART_TEXTS, len);
}

struct str unpack_text_in(struct unpacker *u, enum pack_part part)
{
	size_t number = unpack_upto(u, part, u->texts.count);

	if (!u->bad && number == u->texts.count)
		*LIST_ADD(&u->texts) =
			str_copy(&u->doc->arena,
				 unpack_bytes(u, unpack_in(u, part)));
	return u->bad ? STR_NONE : u->texts.items[number];
}

struct str unpack_text(struct unpacker *u)
{
	return unpack_text_in(u, PART_NUMBERS);
}

struct str unpack_id(struct unpacker *u, struct str home, char kind,
			 size_t number)
{
	struct str id = unpack_text(u);

	if (id.len > 0)
		return id;
	document_own_id(&u->id, home, kind, number);
	return str_copy(&u->doc->arena, strbuf_view(&u->id));
}

uint32_t unpack_short(struct unpacker *u)
{
	return (uint32_t)unpack_upto(u, PART_NUMBERS, UINT32_MAX);
}

uint32_t unpack_near(struct unpacker *u, enum pack_part part, size_t from,
			 size_t most)
{
	size_t number = unpack_step(u, part, from);

	if (number > most)
		u->bad = true;
	return u->bad ? 0 : (uint32_t)number;
}
