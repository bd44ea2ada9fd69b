#include "pack_internal.h"

#include "leb128.h"
#include "records.h"

#include <stdlib.h>

struct unpacker {
	struct document *doc;
	size_t only;                        /* paragraph; SIZE_MAX: all */
	struct str parts[PACK_PARTS];       /* what is not yet read of them */
	LIST(struct str) texts;             /* [0] is the empty one */
	LIST(lang_id) langs;                /* of kinds; [0] is unused */
	struct pack_kinds kinds;
	const struct str *paragraphs;
	struct str text;                    /* of the only one */
	size_t count, max;
	struct strbuf id, source;
	bool bad, is_too_large;
};

static uint64_t get_in(struct unpacker *u, enum pack_part part)
{
	uint64_t number;

	if (leb128_next(&u->parts[part], &number))
		return number;
	u->bad = true;
	return 0;
}

static uint64_t get(struct unpacker *u)
{
	return get_in(u, PART_NUMBERS);
}

/* A number of what is at most `most`. */
static size_t get_upto(struct unpacker *u, enum pack_part part, size_t most)
{
	uint64_t number = get_in(u, part);

	if (number > most)
		u->bad = true;
	return u->bad ? 0 : (size_t)number;
}

static size_t get_step(struct unpacker *u, enum pack_part part, size_t from)
{
	uint64_t step = get_in(u, part), way = (step >> 1) + (step & 1);

	if (step & 1 ? way > from : way > SIZE_MAX - from)
		u->bad = true;
	if (u->bad)
		return 0;
	return step & 1 ? from - (size_t)way : from + (size_t)way;
}

/* How many items follow: each takes a byte of this part or more. */
static size_t get_count(struct unpacker *u, enum pack_part part)
{
	return get_upto(u, PART_NUMBERS, u->parts[part].len);
}

static struct str get_bytes_in(struct unpacker *u, enum pack_part part,
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

static struct str get_bytes(struct unpacker *u, uint64_t len)
{
	return get_bytes_in(u, PART_TEXTS, len);
}

static struct str get_text_in(struct unpacker *u, enum pack_part part)
{
	size_t number = get_upto(u, part, u->texts.count);

	if (!u->bad && number == u->texts.count)
		*LIST_ADD(&u->texts) =
			str_copy(&u->doc->arena,
				 get_bytes(u, get_in(u, part)));
	return u->bad ? STR_NONE : u->texts.items[number];
}

static struct str get_text(struct unpacker *u)
{
	return get_text_in(u, PART_NUMBERS);
}

static struct str get_id(struct unpacker *u, struct str home, char kind,
			 size_t number)
{
	struct str id = get_text(u);

	if (id.len > 0)
		return id;
	document_own_id(&u->id, home, kind, number);
	return str_copy(&u->doc->arena, strbuf_view(&u->id));
}

static uint32_t get_short(struct unpacker *u)
{
	return (uint32_t)get_upto(u, PART_NUMBERS, UINT32_MAX);
}

/* A number that lies `step` from another and is at most `most`. */
static uint32_t get_near(struct unpacker *u, enum pack_part part, size_t from,
			 size_t most)
{
	size_t number = get_step(u, part, from);

	if (number > most)
		u->bad = true;
	return u->bad ? 0 : (uint32_t)number;
}

/* The same of a paragraph that may not be kept: 0 then, for nobody asks. */
static uint32_t get_kept(struct unpacker *u, bool is_kept, size_t from,
			 size_t most)
{
	if (is_kept)
		return get_near(u, PART_NUMBERS, from, most);
	get(u);
	return 0;
}

static void get_runs(struct unpacker *u, struct paragraph *par, size_t *source)
{
	size_t text = 0, count = get_count(u, PART_NUMBERS);

	par->first_run = u->doc->runs.count;
	par->run_count = count;
	for (size_t i = 0; i < count && !u->bad; i++) {
		struct run *run = LIST_ADD(&u->doc->runs);
		uint64_t flags = get(u);

		run->changed = flags & RUN_CHANGED;
		run->text = get_near(u, PART_NUMBERS, text, par->text.len);
		run->len = (uint32_t)get_upto(u, PART_NUMBERS,
					      par->text.len - run->text);
		run->source = get_step(u, PART_NUMBERS, *source);
		run->source_len = flags & RUN_SAME ? run->len : get_short(u);
		if (run->source > u->max ||
		    (!run->changed && run->source_len != run->len))
			u->bad = true;
		text = run->text + (size_t)run->len;
		*source = run->source + run->source_len;
	}
}

/* A text by how it differs from the end of another. */
static word_id get_like(struct unpacker *u, word_id other)
{
	struct words *words = u->doc->words;
	struct str text = words_text(words, other);
	size_t lacks = get_upto(u, PART_KINDS, text.len);
	struct str rest = get_bytes_in(u, PART_KIND_TEXTS,
				       get_in(u, PART_KINDS));

	if (u->bad)
		return 0;
	strbuf_clear(&u->id);
	strbuf_add(&u->id, str_slice(text, 0, text.len - lacks));
	strbuf_add(&u->id, rest);
	return words_add(words, strbuf_view(&u->id));
}

static lang_id get_lang(struct unpacker *u)
{
	size_t number = get_upto(u, PART_KINDS, u->langs.count);

	if (!u->bad && number == u->langs.count) {
		struct str code = get_bytes_in(u, PART_KIND_TEXTS,
					       get_in(u, PART_KINDS));

		*LIST_ADD(&u->langs) = words_lang(u->doc->words, code);
	}
	return u->bad ? LANG_UND : u->langs.items[number];
}

/* A new kind of token. */
static struct pack_kind get_kind(struct unpacker *u, word_id form)
{
	struct words *words = u->doc->words;
	word_id fold = words_fold(words, form);
	uint64_t flags = get_in(u, PART_KINDS);
	struct pack_kind kind = {
		.form = form, .is_lemma = (flags & KIND_LEMMA) != 0
	};

	kind.lang = get_lang(u);
	if (flags & KIND_STEM)
		kind.stem = flags & KIND_STEM_IS_FOLD ? fold
						      : get_like(u, fold);
	if (flags & KIND_KEY)
		kind.key = get_like(u, fold);
	return kind;
}

/* Set what follows from a token's form; `rank`: which of its kinds, if told. */
static void set_kind(struct unpacker *u, struct token *token, bool is_told,
		     size_t rank)
{
	struct pack_form *form = pack_kinds_form(&u->kinds, token->form);
	const struct pack_kind *kind;

	if (form->first == 0 || (is_told && rank == 0)) {
		struct pack_kind new = get_kind(u, token->form);

		pack_kinds_add(&u->kinds, form, &new);
	} else if (is_told) {
		form->last = pack_kinds_at(&u->kinds, form, rank);
	}
	if (form->last == 0) {
		u->bad = true;
		return;
	}
	kind = &u->kinds.list.items[form->last];
	token->stem = kind->stem;
	token->key = kind->key;
	token->lang = kind->lang;
	token->flags |= kind->is_lemma ? TOKEN_LEMMA : 0;
}

/* `token` NULL: only to go on behind it. */
static void get_extra(struct unpacker *u, struct token *token)
{
	struct extra *extra = token ? token_extra(u->doc, token) : NULL;

	for (size_t i = 0; i < EXTRA_TEXTS; i++) {
		struct str text = get_text(u);

		if (extra)
			*(struct str *)((char *)extra + pack_extra_texts[i]) =
				text;
	}
}

/* What a token's mark tells. */
struct mark {
	uint64_t flags;
	size_t start, end, rank;
	struct str own;
	uint8_t parts;
};

/* Of a token that is not kept, to go on behind it. */
static void skip_mark(struct unpacker *u, struct mark *mark)
{
	if ((mark->flags & MARK_GAP) == MARK_GAP)
		get_in(u, PART_MARKS);
	if (mark->flags & MARK_END)
		get_in(u, PART_MARKS);
	if (mark->flags & MARK_KIND)
		get_in(u, PART_MARKS);
	if (mark->flags & MARK_OWN)
		get_text_in(u, PART_FORMS);
	if (mark->flags & MARK_PARTS)
		get_in(u, PART_MARKS);
}

static void get_mark(struct unpacker *u, struct str text, size_t at,
		     struct mark *mark)
{
	mark->start = (mark->flags & MARK_GAP) == MARK_GAP
			? get_step(u, PART_MARKS, at)
			: at + (mark->flags & MARK_GAP);
	if (u->bad || mark->start > text.len) {
		u->bad = true;
		return;
	}
	mark->end = pack_usual_end(text, mark->start);
	if (mark->flags & MARK_END)
		mark->end = get_step(u, PART_MARKS, mark->end);
	if (mark->flags & MARK_KIND)
		mark->rank = get_upto(u, PART_MARKS, SIZE_MAX);
	if (mark->flags & MARK_OWN)
		mark->own = get_text_in(u, PART_FORMS);
	if (mark->flags & MARK_PARTS)
		mark->parts = (uint8_t)get_upto(u, PART_MARKS, UINT8_MAX);
	if (mark->end > text.len || mark->end < mark->start)
		u->bad = true;
}

static struct token *add_token(struct unpacker *u, struct str text,
			       const struct mark *mark)
{
	struct token *token = LIST_ADD(&u->doc->tokens);

	*token = (struct token){
		.start = (uint32_t)mark->start, .end = (uint32_t)mark->end,
		.flags = mark->flags & MARK_GLUED ? TOKEN_GLUED : 0,
		.parts = mark->parts
	};
	token->form = words_add(u->doc->words, mark->flags & MARK_OWN
				? mark->own
				: str_slice(text, mark->start, mark->end));
	if (u->only == SIZE_MAX)
		set_kind(u, token, mark->flags & MARK_KIND, mark->rank);
	return token;
}

/* *at: where the token before ends, and then this one. */
static void get_token(struct unpacker *u, struct str text, bool is_kept,
		      size_t *at)
{
	struct mark mark = { .flags = get_in(u, PART_MARKS) };
	struct token *token = NULL;

	if (is_kept)
		get_mark(u, text, *at, &mark);
	else
		skip_mark(u, &mark);
	if (is_kept && !u->bad)
		token = add_token(u, text, &mark);
	*at = mark.end;
	if (mark.flags & MARK_EXTRA)
		get_extra(u, token);
}

static void get_sentence(struct unpacker *u, size_t paragraph, size_t index,
			 bool is_kept, size_t *at)
{
	struct document *doc = u->doc;
	const struct paragraph *par = &doc->paragraphs.items[paragraph];
	struct sentence s = { .paragraph = paragraph };

	s.id = get_id(u, par->id, 's', index + 1);
	s.start = get_kept(u, is_kept, *at, par->text.len);
	s.lang = words_lang(doc->words, get_text(u));
	s.comments = get_text(u);
	s.empty_rows = get_text(u);
	s.first_token = doc->tokens.count;
	s.token_count = get_count(u, PART_MARKS);
	*at = s.start;
	for (size_t i = 0; i < s.token_count && !u->bad; i++)
		get_token(u, par->text, is_kept, at);
	s.end = get_kept(u, is_kept, *at, par->text.len);
	if (is_kept && s.end < s.start)
		u->bad = true;
	*at = s.end;
	if (is_kept)
		*LIST_ADD(&doc->sentences) = s;
}

static void get_sentences(struct unpacker *u, size_t paragraph)
{
	struct paragraph *par = &u->doc->paragraphs.items[paragraph];
	bool is_kept = u->only == SIZE_MAX || u->only == paragraph;
	size_t at = 0, count = get_count(u, PART_NUMBERS);

	par->first_sentence = u->doc->sentences.count;
	par->sentence_count = is_kept ? count : 0;
	for (size_t i = 0; i < count && !u->bad; i++)
		get_sentence(u, paragraph, i, is_kept, &at);
}

/* The text of a paragraph; of one that is not kept only its length. */
static struct str text_of(struct unpacker *u, size_t index)
{
	size_t len = get_upto(u, PART_NUMBERS, SIZE_MAX / 2);
	struct str text = u->only == SIZE_MAX ? u->paragraphs[index] : u->text;

	if (u->only != SIZE_MAX && u->only != index)
		return (struct str){ "", len };
	if (len != text.len)
		u->bad = true;
	return str_copy(&u->doc->arena, text);
}

static void get_paragraph(struct unpacker *u, size_t index, size_t *source)
{
	struct document *doc = u->doc;
	struct paragraph *par = LIST_ADD(&doc->paragraphs);

	par->id = get_id(u, doc->id, 'p', index + 1);
	par->text = text_of(u, index);
	par->kind = (enum paragraph_kind)get_upto(u, PART_NUMBERS,
						  PARAGRAPH_KINDS - 1);
	par->section = get_text(u);
	par->parent = get_text(u);
	par->country = get_text(u);
	par->first_page = get_short(u);
	par->last_page = get_near(u, PART_NUMBERS, par->first_page, UINT32_MAX);
	par->first_line = get_short(u);
	par->last_line = get_near(u, PART_NUMBERS, par->first_line, UINT32_MAX);
	par->gap = get_short(u);
	par->edges = get_short(u);
	par->level = get_short(u);
	par->comments = get_text(u);
	get_runs(u, par, source);
	get_sentences(u, index);
	if (u->only != SIZE_MAX && u->only != index)
		doc->paragraphs.items[index].text = STR_NONE;
}

static void get_extent(struct unpacker *u, struct extent *extent)
{
	const struct document *doc = u->doc;

	if (get_upto(u, PART_NUMBERS, 1) == 0)
		return;
	extent->sentence = get_upto(u, PART_NUMBERS, doc->sentences.count);
	extent->first = get_upto(u, PART_NUMBERS, doc->tokens.count);
	extent->end = extent->first +
		      get_upto(u, PART_NUMBERS,
			       doc->tokens.count - extent->first);
	if (extent->sentence == doc->sentences.count)
		u->bad = true;
}

static void get_mentions(struct unpacker *u)
{
	struct document *doc = u->doc;
	size_t sentence = 0, count = get_count(u, PART_NUMBERS);

	for (size_t i = 0; i < count && !u->bad; i++) {
		struct mention *m = LIST_ADD(&doc->mentions);
		const struct sentence *s;

		sentence = get_step(u, PART_NUMBERS, sentence);
		if (sentence >= doc->sentences.count) {
			u->bad = true;
			return;
		}
		s = &doc->sentences.items[sentence];
		m->where.sentence = sentence;
		m->where.first = get_upto(u, PART_NUMBERS, s->token_count);
		m->where.end = m->where.first +
			       get_upto(u, PART_NUMBERS,
					s->token_count - m->where.first);
		m->where.first += s->first_token;
		m->where.end += s->first_token;
		if (!mention_types_add(&doc->words->types, get_text(u),
				       &m->type))
			u->bad = true;
		m->id = get_text(u);
		m->value = get_text(u);
	}
}

static void get_anchor(struct unpacker *u, struct anchor *anchor)
{
	size_t paragraph = get_upto(u, PART_NUMBERS,
				    u->doc->paragraphs.count);

	anchor->paragraph = paragraph > 0 ? paragraph - 1 : SIZE_MAX;
	anchor->at = get_short(u);
	if (paragraph > 0 && anchor->at >
		u->doc->paragraphs.items[paragraph - 1].text.len)
		u->bad = true;
}

static void get_range(struct unpacker *u, size_t paragraph, struct range *range)
{
	size_t most = paragraph < u->doc->paragraphs.count
		? u->doc->paragraphs.items[paragraph].text.len : 0;

	range->start = (uint32_t)get_upto(u, PART_NUMBERS, most);
	range->end = get_near(u, PART_NUMBERS, range->start, most);
	if (range->end < range->start)
		u->bad = true;
}

static void get_field(struct unpacker *u, const struct field *field, void *item)
{
	void *member = field_member(field, item);

	if (field->kind == FIELD_WORDS || field->kind == FIELD_PLACED)
		get_extent(u, member);
	else if (field->kind == FIELD_ANCHOR)
		get_anchor(u, member);
	else if (field->kind == FIELD_RANGE)
		get_range(u, record_home(item), member);
	else
		*(struct str *)member = get_text(u);
}

static void get_records(struct unpacker *u, const struct record *record)
{
	size_t homes = record->home == HOME_SENTENCE
		? u->doc->sentences.count : u->doc->paragraphs.count;
	size_t count = get_count(u, PART_NUMBERS);

	for (size_t i = 0; i < count && !u->bad; i++) {
		size_t home = get_upto(u, PART_NUMBERS, homes);
		void *item;

		if (u->bad || home == homes) {
			u->bad = true;
			return;
		}
		item = record_add(record, u->doc, home);
		for (size_t k = 0; k < record->field_count; k++)
			get_field(u, &record->fields[k], item);
	}
}

static struct str run_text(const struct document *doc, size_t index)
{
	const struct run *run = &doc->runs.items[index];
	size_t low = 0, high = doc->paragraphs.count;
	const struct paragraph *par;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (doc->paragraphs.items[middle].first_run <= index)
			low = middle;
		else
			high = middle;
	}
	par = &doc->paragraphs.items[low];
	return str_slice(par->text, run->text, run->text + (size_t)run->len);
}

static void get_source(struct unpacker *u)
{
	struct document *doc = u->doc;
	uint64_t len = get(u);
	size_t last = 0;

	u->is_too_large = !u->bad && len > u->max;
	u->bad = u->bad || u->is_too_large;
	while (!u->bad) {
		struct str text = get_bytes(u, get(u));

		strbuf_add(&u->source, text);
		if (u->bad || u->source.len >= len)
			break;
		last = get_step(u, PART_NUMBERS, last);
		if (u->bad || last >= doc->runs.count) {
			u->bad = true;
			break;
		}
		text = run_text(doc, last++);
		if (text.len > len - u->source.len)
			u->bad = true;
		else
			strbuf_add(&u->source, text);
	}
	if (!u->bad && u->source.len != len)
		u->bad = true;
	doc->source_text = str_copy(&doc->arena, strbuf_view(&u->source));
}

static void get_document(struct unpacker *u)
{
	struct document *doc = u->doc;
	size_t source = 0, count;

	doc->id = get_text(u);
	count = get_count(u, PART_NUMBERS);
	for (size_t i = 0; i < count && !u->bad; i++) {
		struct meta *meta = LIST_ADD(&doc->meta);

		meta->key = get_text(u);
		meta->value = get_text(u);
	}
	doc->comments = get_text(u);
	count = get_count(u, PART_NUMBERS);
	if (u->only == SIZE_MAX ? count != u->count : u->only >= count)
		u->bad = true;
	for (size_t i = 0; i < count && !u->bad && i <= u->only; i++)
		get_paragraph(u, i, &source);
	if (u->only != SIZE_MAX)
		return;
	if (!u->bad)
		get_mentions(u);
	for (size_t i = 0; i < RECORDS && !u->bad; i++)
		get_records(u, &records[i]);
	if (!u->bad)
		get_source(u);
}

/* Part the bytes; the digest of the texts must be theirs. */
static void open_parts(struct unpacker *u, struct str bytes)
{
	struct unpacker lengths = { .bad = false };
	struct str *rest = &lengths.parts[PART_NUMBERS];
	char hex[PACK_DIGEST + 1];

	if (u->only == SIZE_MAX) {
		pack_digest(hex, u->paragraphs, u->count);
		u->bad = !str_has_prefix(bytes, str_of(hex));
	} else {
		u->bad = bytes.len < PACK_DIGEST;
	}
	if (!u->bad)
		*rest = str_slice(bytes, PACK_DIGEST, bytes.len);
	for (int i = 0; i < PACK_PARTS && !u->bad; i++) {
		uint64_t len = get(&lengths);

		u->bad = lengths.bad || len > rest->len;
		if (u->bad)
			return;
		u->parts[i] = str_slice(*rest, 0, (size_t)len);
		*rest = str_slice(*rest, (size_t)len, rest->len);
	}
	*LIST_ADD(&u->texts) = STR_NONE;
	LIST_ADD(&u->langs);
}

static int read_pack(struct unpacker *u, struct str bytes, struct err *err)
{
	int rc = 0;

	document_clear(u->doc);
	mention_types_forget(&u->doc->words->types);
	words_forget_langs(u->doc->words);
	open_parts(u, bytes);
	if (!u->bad)
		get_document(u);
	if (u->is_too_large)
		rc = err_set(err, ERR_LIMIT, "the source is larger than "
			     "%zu bytes", u->max);
	else if (u->bad)
		rc = err_set(err, ERR_FORMAT, "what is kept of the document is "
			     "damaged, or not of this text");
	if (rc < 0)
		document_clear(u->doc);
	LIST_RELEASE(&u->texts);
	LIST_RELEASE(&u->langs);
	pack_kinds_release(&u->kinds);
	strbuf_release(&u->id);
	strbuf_release(&u->source);
	return rc;
}

int pack_read(struct document *doc, struct str bytes, const struct str *texts,
	      size_t count, size_t max, struct err *err)
{
	struct unpacker u = { .doc = doc, .only = SIZE_MAX, .paragraphs = texts,
			      .count = count, .max = max };

	return read_pack(&u, bytes, err);
}

int pack_read_paragraph(struct document *doc, struct str bytes, size_t paragraph,
			struct str text, struct err *err)
{
	struct unpacker u = { .doc = doc, .only = paragraph, .text = text,
			      .max = SIZE_MAX };

	return read_pack(&u, bytes, err);
}
