#include "pack_internal.h"

#include "digest.h"
#include "interned.h"
#include "leb128.h"
#include "records.h"

#include <stdlib.h>

const size_t pack_extra_texts[EXTRA_TEXTS] = {
	offsetof(struct extra, lemma), offsetof(struct extra, upos),
	offsetof(struct extra, xpos), offsetof(struct extra, feats),
	offsetof(struct extra, head), offsetof(struct extra, deprel),
	offsetof(struct extra, deps), offsetof(struct extra, misc),
	offsetof(struct extra, orig), offsetof(struct extra, range),
	offsetof(struct extra, empty_rows)
};

struct packer {
	const struct document *doc;
	struct strbuf parts[PACK_OPEN];
	struct interned texts, langs; /* `langs`: of kinds */
	struct pack_kinds kinds;
	struct strbuf id;
};

/* A stretch of the source that a run tells. */
struct stretch {
	size_t source, run;
	uint32_t len;
};
struct stretches { struct stretch *items; size_t count, capacity; };

void pack_digest(char hex[PACK_DIGEST + 1], const struct str *texts,
		 size_t count)
{
	struct strbuf all = STRBUF_INIT;
	char whole[DIGEST_HEX + 1];

	for (size_t i = 0; i < count; i++) {
		strbuf_add(&all, texts[i]);
		strbuf_add_char(&all, '\n');
	}
	digest_hex(whole, strbuf_view(&all));
	memcpy(hex, whole, PACK_DIGEST);
	hex[PACK_DIGEST] = '\0';
	strbuf_release(&all);
}

static void put_in(struct packer *p, enum pack_part part, uint64_t number)
{
	leb128_add(&p->parts[part], number);
}

static void put(struct packer *p, uint64_t number)
{
	put_in(p, PART_NUMBERS, number);
}

/* The way from one number to another, either may be the greater. */
static void put_step(struct packer *p, enum pack_part part, size_t from,
		     size_t to)
{
	put_in(p, part, to >= from ? (uint64_t)(to - from) << 1
				   : ((uint64_t)(from - to) << 1) - 1);
}

/* A text by its number: 0 the empty one, the next number a new one. */
static void put_text_in(struct packer *p, enum pack_part part, struct str text)
{
	size_t before = p->texts.list.count;

	if (text.len == 0) {
		put_in(p, part, 0);
		return;
	}
	put_in(p, part, interned_add(&p->texts, text));
	if (p->texts.list.count == before)
		return;
	put_in(p, part, text.len);
	strbuf_add(&p->parts[PART_TEXTS], text);
}

static void put_text(struct packer *p, struct str text)
{
	put_text_in(p, PART_NUMBERS, text);
}

/* Nothing where it is the usual id. */
static void put_id(struct packer *p, struct str home, char kind, size_t number,
		   struct str id)
{
	document_own_id(&p->id, home, kind, number);
	put_text(p, str_equal(strbuf_view(&p->id), id) ? STR_NONE : id);
}

static void put_runs(struct packer *p, const struct paragraph *par,
		     size_t *source)
{
	size_t text = 0;

	put(p, par->run_count);
	for (size_t i = 0; i < par->run_count; i++) {
		const struct run *run =
			&p->doc->runs.items[par->first_run + i];
		bool same = run->len == run->source_len;

		put(p, (run->changed ? RUN_CHANGED : 0) |
		       (same ? RUN_SAME : 0));
		put_step(p, PART_NUMBERS, text, run->text);
		put(p, run->len);
		put_step(p, PART_NUMBERS, *source, run->source);
		if (!same)
			put(p, run->source_len);
		text = run->text + (size_t)run->len;
		*source = run->source + run->source_len;
	}
}

/* How many bytes another text has behind what both begin with, and what this one
 * has there. */
static void put_like(struct packer *p, struct str other, struct str text)
{
	size_t common = str_common(other, text);

	put_in(p, PART_KINDS, other.len - common);
	put_in(p, PART_KINDS, text.len - common);
	strbuf_add(&p->parts[PART_KIND_TEXTS],
		   str_slice(text, common, text.len));
}

static void put_lang(struct packer *p, struct str lang)
{
	size_t before = p->langs.list.count;

	put_in(p, PART_KINDS, interned_add(&p->langs, lang));
	if (p->langs.list.count == before)
		return;
	put_in(p, PART_KINDS, lang.len);
	strbuf_add(&p->parts[PART_KIND_TEXTS], lang);
}

static void put_kind(struct packer *p, const struct pack_kind *kind)
{
	struct words *words = p->doc->words;
	word_id fold = words_fold(words, kind->form);
	bool is_fold = kind->stem && kind->stem == fold;

	put_in(p, PART_KINDS, (kind->stem ? KIND_STEM : 0) |
	       (is_fold ? KIND_STEM_IS_FOLD : 0) | (kind->key ? KIND_KEY : 0) |
	       (kind->is_lemma ? KIND_LEMMA : 0) |
	       (kind->inner ? KIND_INNER : 0));
	put_lang(p, words_lang_code(words, kind->lang));
	if (kind->stem && !is_fold)
		put_like(p, words_text(words, fold),
			 words_text(words, kind->stem));
	if (kind->key)
		put_like(p, words_text(words, fold),
			 words_text(words, kind->key));
	if (kind->inner)
		put_like(p, words_text(words, fold),
			 words_text(words, kind->inner));
}

static void put_extra(struct packer *p, const struct extra *extra)
{
	for (size_t i = 0; i < EXTRA_TEXTS; i++)
		put_text(p, *(const struct str *)((const char *)extra +
						  pack_extra_texts[i]));
}

size_t pack_usual_end(struct str text, size_t start)
{
	const unsigned char *bytes = (const unsigned char *)text.data;
	size_t at = start;

	while (at < text.len) {
		unsigned char c = bytes[at];

		/* what begins with C2 or E2 is mostly no letter: « — ” */
		if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
		      (c >= 'a' && c <= 'z') || (c >= 0xc3 && c != 0xe2)) &&
		    at > start)
			break;
		for (at++; at < text.len && (bytes[at] & 0xc0) == 0x80;)
			at++;
		if (c < '0' || (c > '9' && c < 'A') || (c > 'Z' && c < 'a') ||
		    (c > 'z' && c < 0xc3) || c == 0xe2)
			break;
	}
	return at;
}

/* Which kind a token is: nothing where it is that of the form's token before, or
 * the form's first. returns whether it has to be told; *number 0: a new one */
static bool choose_kind(struct packer *p, const struct pack_kind *kind,
			uint32_t *number)
{
	struct pack_form *form = pack_kinds_form(&p->kinds, kind->form);

	if (form->last == 0) {
		pack_kinds_add(&p->kinds, form, kind);
		put_kind(p, kind);
		return false;
	}
	if (pack_kinds_same(&p->kinds.list.items[form->last], kind))
		return false;
	*number = pack_kinds_find(&p->kinds, kind);
	if (*number > 0) {
		form->last = *number;
	} else {
		pack_kinds_add(&p->kinds, form, kind);
		put_kind(p, kind);
	}
	return true;
}

/* *at: where the token before ends, and then this one. */
static void put_token(struct packer *p, struct str text,
		      const struct token *token, size_t *at)
{
	const struct document *doc = p->doc;
	struct pack_kind kind = {
		.form = token->form, .stem = token->stem, .key = token->key,
		.inner = token->inner,
		.lang = token->lang,
		.is_lemma = (token->flags & TOKEN_LEMMA) != 0
	};
	struct str form = words_text(doc->words, token->form);
	bool is_own = !str_equal(form, str_slice(text, token->start,
						 token->end));
	bool is_near = token->start >= *at && token->start - *at < MARK_GAP;
	size_t usual = pack_usual_end(text, token->start);
	uint32_t number = 0;
	bool is_told = choose_kind(p, &kind, &number);

	put_in(p, PART_MARKS,
	       (is_near ? token->start - *at : MARK_GAP) |
	       (token->flags & TOKEN_GLUED ? MARK_GLUED : 0) |
	       (token->extra ? MARK_EXTRA : 0) |
	       (token->parts ? MARK_PARTS : 0) | (is_own ? MARK_OWN : 0) |
	       (token->end != usual ? MARK_END : 0) |
	       (is_told ? MARK_KIND : 0));
	if (!is_near)
		put_step(p, PART_MARKS, *at, token->start);
	if (token->end != usual)
		put_step(p, PART_MARKS, usual, token->end);
	if (is_told)
		put_in(p, PART_MARKS, number);
	if (is_own) {
		put_in(p, PART_MARKS, words_is_word(doc->words, token->form));
		put_text_in(p, PART_FORMS, form);
	}
	if (token->parts)
		put_in(p, PART_MARKS, token->parts);
	if (token->extra)
		put_extra(p, &doc->extras.items[token->extra]);
	*at = token->end;
}

static void put_sentences(struct packer *p, const struct paragraph *par)
{
	const struct document *doc = p->doc;
	size_t at = 0;

	put_in(p, PART_MARKS, par->sentence_count);
	for (size_t i = 0; i < par->sentence_count; i++) {
		const struct sentence *s =
			&doc->sentences.items[par->first_sentence + i];

		put_id(p, par->id, 's', i + 1, s->id);
		put_text(p, words_lang_code(doc->words, s->lang));
		put_text(p, s->comments);
		put_text(p, s->empty_rows);
		put_step(p, PART_MARKS, at, s->start);
		put_in(p, PART_MARKS, s->token_count);
		at = s->start;
		for (size_t k = 0; k < s->token_count; k++)
			put_token(p, par->text,
				  &doc->tokens.items[s->first_token + k], &at);
		put_step(p, PART_MARKS, at, s->end);
		at = s->end;
	}
	put_in(p, PART_LAID, p->parts[PART_MARKS].len);
	strbuf_add(&p->parts[PART_LAID], strbuf_view(&p->parts[PART_MARKS]));
	strbuf_clear(&p->parts[PART_MARKS]);
}

static void put_paragraph(struct packer *p, size_t index, size_t *source)
{
	const struct paragraph *par = &p->doc->paragraphs.items[index];

	put_id(p, p->doc->id, 'p', index + 1, par->id);
	put(p, par->text.len);
	put(p, (uint64_t)par->kind);
	put_text(p, par->section);
	put_text(p, par->parent);
	put_text(p, par->country);
	put(p, par->first_page);
	put_step(p, PART_NUMBERS, par->first_page, par->last_page);
	put(p, par->first_line);
	put_step(p, PART_NUMBERS, par->first_line, par->last_line);
	put(p, par->gap);
	put(p, par->edges);
	put(p, par->level);
	put_text(p, par->comments);
	put_runs(p, par, source);
	put_sentences(p, par);
}

static void put_extent(struct packer *p, const struct extent *extent)
{
	put(p, extent->end > extent->first);
	if (extent->end == extent->first)
		return;
	put(p, extent->sentence);
	put(p, extent->first);
	put(p, extent->end - extent->first);
}

static void put_mentions(struct packer *p)
{
	const struct document *doc = p->doc;
	size_t sentence = 0;

	put(p, doc->mentions.count);
	for (size_t i = 0; i < doc->mentions.count; i++) {
		const struct mention *m = &doc->mentions.items[i];
		const struct sentence *s =
			&doc->sentences.items[m->where.sentence];

		put_step(p, PART_NUMBERS, sentence, m->where.sentence);
		put(p, m->where.first - s->first_token);
		put(p, m->where.end - m->where.first);
		put_text(p, mention_types_name(&doc->words->types, m->type));
		put_text(p, m->id);
		put_text(p, m->value);
		put_text(p, m->rule);
		put(p, m->suffix);
		sentence = m->where.sentence;
	}
}

static void put_field(struct packer *p, const struct field *field,
		      const void *item)
{
	const void *value = field_value(field, item);

	if (field->kind == FIELD_WORDS || field->kind == FIELD_PLACED) {
		put_extent(p, value);
	} else if (field->kind == FIELD_ANCHOR) {
		const struct anchor *anchor = value;

		put(p, anchor->paragraph == SIZE_MAX ? 0
						     : anchor->paragraph + 1);
		put(p, anchor->at);
	} else if (field->kind == FIELD_RANGE) {
		const struct range *range = value;

		put(p, range->start);
		put_step(p, PART_NUMBERS, range->start, range->end);
	} else {
		put_text(p, *(const struct str *)value);
	}
}

static void put_records(struct packer *p, const struct record *record)
{
	size_t count = record_count(record, p->doc);

	put(p, count);
	for (size_t i = 0; i < count; i++) {
		const void *item = record_item(record, p->doc, i);

		put(p, record_home(item));
		for (size_t k = 0; k < record->field_count; k++)
			put_field(p, &record->fields[k], item);
	}
}

static int by_source(const void *left, const void *right)
{
	const struct stretch *a = left, *b = right;

	if (a->source != b->source)
		return a->source < b->source ? -1 : 1;
	return (a->run > b->run) - (a->run < b->run);
}

/* The runs of a paragraph that are the source to the byte. */
static void add_stretches(const struct document *doc,
			  const struct paragraph *par, struct stretches *list)
{
	struct str source = doc->source_text;

	for (size_t i = par->first_run; i < par->first_run + par->run_count;
	     i++) {
		const struct run *run = &doc->runs.items[i];

		if (run->changed || run->source > source.len ||
		    source.len - run->source < run->len ||
		    !str_equal(str_slice(source, run->source,
					 run->source + run->len),
			       str_slice(par->text, run->text,
					 run->text + (size_t)run->len)))
			continue;
		*LIST_ADD(list) = (struct stretch){ run->source, i, run->len };
	}
}

/* The source: what the runs have of it that were not changed, by the number of
 * the run, and what stands between them. */
static void put_source(struct packer *p)
{
	const struct document *doc = p->doc;
	struct str source = doc->source_text;
	struct stretches list = { NULL, 0, 0 };
	size_t at = 0, last = 0;

	for (size_t i = 0; i < doc->paragraphs.count; i++)
		add_stretches(doc, &doc->paragraphs.items[i], &list);
	if (list.count > 0)
		qsort(list.items, list.count, sizeof *list.items, by_source);
	put(p, source.len);
	for (size_t i = 0; i < list.count; i++) {
		const struct stretch *one = &list.items[i];

		if (one->source < at)
			continue;
		put(p, one->source - at);
		strbuf_add(&p->parts[PART_TEXTS],
			   str_slice(source, at, one->source));
		put_step(p, PART_NUMBERS, last, one->run);
		last = one->run + 1;
		at = one->source + one->len;
	}
	put(p, source.len - at);
	strbuf_add(&p->parts[PART_TEXTS], str_slice(source, at, source.len));
	LIST_RELEASE(&list);
}

static void put_document(struct packer *p)
{
	const struct document *doc = p->doc;
	size_t source = 0;

	put_text(p, doc->id);
	put(p, doc->meta.count);
	for (size_t i = 0; i < doc->meta.count; i++) {
		put_text(p, doc->meta.items[i].key);
		put_text(p, doc->meta.items[i].value);
	}
	put_text(p, doc->comments);
	put(p, doc->paragraphs.count);
	for (size_t i = 0; i < doc->paragraphs.count; i++)
		put_paragraph(p, i, &source);
	put_mentions(p);
	for (size_t i = 0; i < RECORDS; i++)
		put_records(p, &records[i]);
	put_source(p);
}

static void add_digest(struct strbuf *out, const struct document *doc)
{
	struct str *texts = memory_get((doc->paragraphs.count + 1) *
				       sizeof *texts);
	char hex[PACK_DIGEST + 1];

	for (size_t i = 0; i < doc->paragraphs.count; i++)
		texts[i] = doc->paragraphs.items[i].text;
	pack_digest(hex, texts, doc->paragraphs.count);
	strbuf_add_z(out, hex);
	free(texts);
}

static void add_part(struct strbuf *out, struct strbuf *part)
{
	leb128_add(out, part->len);
	strbuf_add(out, strbuf_view(part));
	strbuf_release(part);
}

size_t pack_write(struct strbuf *out, const struct document *doc)
{
	struct packer p = { .doc = doc };
	size_t before = out->len, laid;

	interned_init(&p.texts);
	interned_init(&p.langs);
	put_document(&p);
	add_part(out, &p.parts[PART_LAID]);
	laid = out->len - before;
	add_digest(out, doc);
	for (int i = PART_LAID + 1; i < PACK_PARTS; i++)
		add_part(out, &p.parts[i]);
	strbuf_release(&p.parts[PART_MARKS]);
	interned_release(&p.texts);
	interned_release(&p.langs);
	pack_kinds_release(&p.kinds);
	strbuf_release(&p.id);
	return laid;
}
