#include "decoder.h"

#include "encoding.h"

static void warn_damage(const struct decoder *decoder, struct str name,
			const char *encoding,
			const struct encoding_damage *damage)
{
	struct err err = ERR_INIT;

	if (damage->count == 0)
		return;
	err_set(&err, ERR_ENCODING,
		"%.*s:%zu: not valid %s from byte %zu on (%zu bytes in all); "
		"each such byte became U+FFFD, the rest is read",
		STR_ARGS(name), damage->line, encoding, damage->byte,
		damage->count);
	decoder->warn(decoder->data, &err);
}

static void warn_choice(const struct decoder *decoder, struct str name,
			struct str declared,
			const struct encoding_choice *choice)
{
	struct err err = ERR_INIT;

	if (choice->is_strange)
		err_set(&err, ERR_ENCODING,
			"%.*s: in no encoding that is known here, or in no "
			"language: read as %s (see --encoding)",
			STR_ARGS(name), choice->encoding);
	else if (choice->is_declared_wrong && choice->rival)
		err_set(&err, ERR_ENCODING,
			"%.*s: says that its encoding is %.*s, which it is not:"
			" read as %s, but it might be %s (see --encoding)",
			STR_ARGS(name), STR_ARGS(declared), choice->encoding,
			choice->rival);
	else if (choice->is_declared_wrong)
		err_set(&err, ERR_ENCODING,
			"%.*s: says that its encoding is %.*s, which it is not:"
			" read as %s",
			STR_ARGS(name), STR_ARGS(declared), choice->encoding);
	else if (choice->rival)
		err_set(&err, ERR_ENCODING,
			"%.*s: read as %s, but its encoding might be %s (see "
			"--encoding)", STR_ARGS(name), choice->encoding,
			choice->rival);
	else
		return;
	decoder->warn(decoder->data, &err);
}

int decoder_decode(const struct decoder *decoder, struct str *text,
		   struct arena *arena, struct str name, struct str bytes,
		   struct str declared, struct err *err)
{
	struct encoding_choice choice = { .encoding = NULL };
	struct encoding_damage damage;
	int rc;

	*text = bytes;
	if (decoder->wanted)
		choice.encoding = encodings_meant(decoder->encodings, arena,
						  str_of(decoder->wanted));
	else if (declared.len == 0 && encoding_is_plain(bytes))
		return 0;
	else
		choice = encodings_choose(decoder->encodings, arena, bytes,
					  declared);
	if (!choice.encoding)
		return err_set(err, ERR_FORMAT,
			       "not a text file (it holds binary data)");
	rc = encoding_decode(text, arena, bytes, choice.encoding, &damage, err);
	if (rc < 0)
		return rc;
	warn_choice(decoder, name, declared, &choice);
	warn_damage(decoder, name, choice.encoding, &damage);
	return 0;
}
