/* Documents as few bytes: written and read again they are the same, and damaged
 * bytes are refused. */
#include "cases.h"

#include "pack.h"
#include "stream.h"

#include <stdio.h>
#include <stdlib.h>

#define FOLDER ESEP_SOURCE_DIR "/tests/unit/"

enum { MAX = 1 << 24, CHANGES = 4000 };

struct packs {
	struct words words, other; /* of the document read first, and again */
	struct document doc, again;
	struct strbuf stream, bytes;
	size_t laid;                 /* bytes that tell places */
	struct str *texts;
};

static void open_packs(struct packs *p)
{
	*p = (struct packs){ .texts = NULL };
	words_init(&p->words);
	words_init(&p->other);
	document_init(&p->doc, &p->words);
	document_init(&p->again, &p->other);
}

static void close_packs(struct packs *p)
{
	document_release(&p->doc);
	document_release(&p->again);
	words_release(&p->words);
	words_release(&p->other);
	strbuf_release(&p->stream);
	strbuf_release(&p->bytes);
	free(p->texts);
}

static void pack(struct packs *p)
{
	size_t count = p->doc.paragraphs.count;

	free(p->texts);
	p->texts = memory_get((count + 1) * sizeof *p->texts);
	for (size_t i = 0; i < count; i++)
		p->texts[i] = p->doc.paragraphs.items[i].text;
	strbuf_clear(&p->bytes);
	p->laid = pack_write(&p->bytes, &p->doc);
}

static int unpack(struct packs *p, struct str bytes, struct err *err)
{
	return pack_read(&p->again, bytes, p->texts, p->doc.paragraphs.count,
			 MAX, err);
}

static void check_place(struct packs *p, const struct token *token,
			const struct pack_place *place, struct str text)
{
	struct str form = words_text(&p->words, token->form);

	assert_int_equal(place->start, token->start);
	assert_int_equal(place->end, token->end);
	assert_int_equal(place->is_own,
			 !str_equal(form, str_slice(text, place->start,
						    place->end)));
	if (place->is_own)
		assert_int_equal(place->is_word,
				 words_kind(&p->words, token->form) !=
					 KIND_PUNCT);
}

/* The places of one paragraph alone are the same. */
static void read_each(struct packs *p)
{
	struct pack_places places = { NULL, 0, 0 };
	struct err err = ERR_INIT;

	for (size_t i = 0; i < p->doc.paragraphs.count; i++) {
		const struct paragraph *par = &p->doc.paragraphs.items[i];
		size_t at = 0;

		assert_int_equal(pack_read_places(
			&places, str_slice(strbuf_view(&p->bytes), 0, p->laid),
			i, p->texts[i], &err), 0);
		for (size_t k = 0; k < par->sentence_count; k++) {
			const struct sentence *s =
				&p->doc.sentences.items[par->first_sentence + k];

			for (size_t t = 0; t < s->token_count; t++, at++)
				check_place(p, &p->doc.tokens.items[
						    s->first_token + t],
					    &places.items[at], p->texts[i]);
		}
		assert_int_equal(places.count, at);
	}
	assert_int_equal(pack_read_places(&places, strbuf_view(&p->bytes),
					  p->doc.paragraphs.count, STR_NONE,
					  &err), ERR_FORMAT);
	LIST_RELEASE(&places);
}

static void write_again(struct packs *p)
{
	struct strbuf before = STRBUF_INIT, after = STRBUF_INIT;
	uint64_t first = 0, second = 0;
	struct err err = ERR_INIT;

	pack(p);
	assert_int_equal(unpack(p, strbuf_view(&p->bytes), &err), 0);
	stream_write(&before, &p->doc, &first);
	stream_write(&after, &p->again, &second);
	assert_string_equal(after.data, before.data);
	assert_true(str_equal(p->again.source_text, p->doc.source_text));
	read_each(p);
	strbuf_release(&before);
	strbuf_release(&after);
}

/* Everything that a stream can hold: see reports.conllu and what stands here. */
static const char rare[] =
	"# newdoc id = d\n# meta::title = T\n# foreign = of the document\n"
	"# meta::source = d.txt\n"
	"# newpar id = other\n# par::kind = heading\n# foreign = x\n"
	"# sent_id = own\n# text = can't go  on\n# other = y\n"
	"0.1\tz\t_\t_\t_\t_\t_\t_\t_\t_\n"
	"1-2\tcan't\t_\t_\t_\t_\t_\t_\t_\tX=1\n"
	"1\tcan\tcan\tAUX\tMD\tF=1\t2\taux\t2:aux\tLang=en|Stem=can\n"
	"2\tn't\tnot\tPART\t_\t_\t0\troot\t_\tForeign=Yes\n"
	"2.1\tw\t_\t_\t_\t_\t_\t_\t_\t_\n"
	"3\tgo\t_\t_\t_\t_\t_\t_\t_\tStem=go|Key=g|SpacesAfter=\\s\\s\n"
	"4\ton\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n\n";

static void reads_what_it_wrote(void **state)
{
	const char *path = *state;
	FILE *file = path ? fopen(path, "rb")
			  : fmemopen((void *)(uintptr_t)rare,
				     sizeof rare - 1, "rb");
	struct stream_reader *reader;
	struct err err = ERR_INIT;
	struct packs p;
	size_t documents = 0;
	int rc;

	assert_non_null(file);
	open_packs(&p);
	reader = stream_reader_new(file, "stream", MAX);
	while ((rc = stream_read(reader, &p.doc, &err)) > 0) {
		write_again(&p);
		documents++;
	}
	assert_string_equal(err.text, "");
	assert_int_equal(rc, 0);
	assert_true(documents > 0);
	stream_reader_free(reader);
	fclose(file);
	close_packs(&p);
}

/* Any byte another one, and any end: told or read, but no more than that. */
static void damage_is_refused(void **state)
{
	FILE *file = fopen(FOLDER "reports.conllu", "rb");
	struct stream_reader *reader;
	struct err err = ERR_INIT;
	struct pack_places places = { NULL, 0, 0 };
	uint32_t random = 1;
	struct packs p;

	(void)state;
	open_packs(&p);
	reader = stream_reader_new(file, "stream", MAX);
	assert_true(stream_read(reader, &p.doc, &err) > 0);
	pack(&p);
	for (size_t i = 0; i < CHANGES; i++) {
		char *byte, before;

		random = random * 1664525 + 1013904223;
		byte = p.bytes.data + (random >> 8) % p.bytes.len;
		before = *byte;
		*byte = (char)(random >> 3);
		unpack(&p, strbuf_view(&p.bytes), &err);
		pack_read_places(&places, strbuf_view(&p.bytes), i % 2,
				 p.texts[i % 2], &err);
		*byte = before;
	}
	for (size_t len = 0; len < p.bytes.len; len++)
		assert_int_equal(unpack(&p, (struct str){ p.bytes.data, len },
					&err), ERR_FORMAT);
	p.texts[0].len--;
	assert_int_equal(unpack(&p, strbuf_view(&p.bytes), &err), ERR_FORMAT);
	LIST_RELEASE(&places);
	stream_reader_free(reader);
	fclose(file);
	close_packs(&p);
}

int main(void)
{
	struct CMUnitTest tests[] = {
		{ "the reports of the other tests", reads_what_it_wrote, NULL,
		  NULL, (void *)(uintptr_t)FOLDER "reports.conllu" },
		cmocka_unit_test(reads_what_it_wrote),
		cmocka_unit_test(damage_is_refused)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
