#include "unpacker.h"

#include "leb128.h"
#include "records.h"

#include <stdlib.h>

static void get_runs(struct unpacker *u, struct paragraph *par, size_t *source)
{
	size_t text = 0, count = unpack_count(u, PART_NUMBERS);

	par->first_run = u->doc->runs.count;
	par->run_count = count;
	for (size_t i = 0; i < count && !u->bad; i++) {
		struct run *run = LIST_ADD(&u->doc->runs);
		uint64_t flags = unpack_number(u);

		run->changed = flags & RUN_CHANGED;
		run->text = unpack_near(u, PART_NUMBERS, text, par->text.len);
		run->len = (uint32_t)unpack_upto(u, PART_NUMBERS,
					      par->text.len - run->text);
		run->source = unpack_step(u, PART_NUMBERS, *source);
		run->source_len = flags & RUN_SAME ? run->len : unpack_short(u);
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
	size_t lacks = unpack_upto(u, PART_KINDS, text.len);
	struct str rest = unpack_bytes_in(u, PART_KIND_TEXTS,
				       unpack_in(u, PART_KINDS));

	if (u->bad)
		return 0;
	strbuf_clear(&u->id);
	strbuf_add(&u->id, str_slice(text, 0, text.len - lacks));
	strbuf_add(&u->id, rest);
	return words_add(words, strbuf_view(&u->id));
}

static lang_id get_lang(struct unpacker *u)
{
	size_t number = unpack_upto(u, PART_KINDS, u->langs.count);

	if (!u->bad && number == u->langs.count) {
		struct str code = unpack_bytes_in(u, PART_KIND_TEXTS,
					       unpack_in(u, PART_KINDS));

		*LIST_ADD(&u->langs) = words_lang(u->doc->words, code);
	}
	return u->bad ? LANG_UND : u->langs.items[number];
}

/* A new kind of token. */
static struct pack_kind get_kind(struct unpacker *u, word_id form)
{
	struct words *words = u->doc->words;
	word_id fold = words_fold(words, form);
	uint64_t flags = unpack_in(u, PART_KINDS);
	struct pack_kind kind = {
		.form = form, .is_lemma = (flags & KIND_LEMMA) != 0
	};

	kind.lang = get_lang(u);
	if (flags & KIND_STEM)
		kind.stem = flags & KIND_STEM_IS_FOLD ? fold
						      : get_like(u, fold);
	if (flags & KIND_KEY)
		kind.key = get_like(u, fold);
	if (flags & KIND_INNER)
		kind.inner = get_like(u, fold);
	return kind;
}

/* Set what follows from a token's form; `number`: its kind, if told. */
static void set_kind(struct unpacker *u, struct token *token, bool is_told,
		     size_t number)
{
	struct pack_form *form = pack_kinds_form(&u->kinds, token->form);
	const struct pack_kind *kind;

	if (form->last == 0 || (is_told && number == 0)) {
		struct pack_kind new = get_kind(u, token->form);

		pack_kinds_add(&u->kinds, form, &new);
	} else if (is_told) {
		if (number >= u->kinds.list.count ||
		    u->kinds.list.items[number].form != token->form) {
			u->bad = true;
			return;
		}
		form->last = (uint32_t)number;
	}
	kind = &u->kinds.list.items[form->last];
	token->stem = kind->stem;
	token->key = kind->key;
	token->inner = kind->inner;
	token->lang = kind->lang;
	token->flags |= kind->is_lemma ? TOKEN_LEMMA : 0;
}

static void get_extra(struct unpacker *u, struct token *token)
{
	struct extra *extra = token_extra(u->doc, token);

	for (size_t i = 0; i < EXTRA_TEXTS; i++)
		*(struct str *)((char *)extra + pack_extra_texts[i]) =
			unpack_text(u);
}

/* What a token's mark tells. */
struct mark {
	uint64_t flags;
	size_t start, end, kind;
	bool is_word;
	uint8_t parts;
};

/* `at`: where the token before ends. */
static void get_mark(struct unpacker *u, struct str text, size_t at,
		     struct mark *mark)
{
	*mark = (struct mark){ .flags = unpack_in(u, PART_MARKS) };
	mark->start = (mark->flags & MARK_GAP) == MARK_GAP
			? unpack_step(u, PART_MARKS, at)
			: at + (mark->flags & MARK_GAP);
	if (u->bad || mark->start > text.len) {
		u->bad = true;
		return;
	}
	mark->end = pack_usual_end(text, mark->start);
	if (mark->flags & MARK_END)
		mark->end = unpack_step(u, PART_MARKS, mark->end);
	if (mark->flags & MARK_KIND)
		mark->kind = unpack_upto(u, PART_MARKS, UINT32_MAX);
	if (mark->flags & MARK_OWN)
		mark->is_word = unpack_upto(u, PART_MARKS, 1);
	if (mark->flags & MARK_PARTS)
		mark->parts = (uint8_t)unpack_upto(u, PART_MARKS, UINT8_MAX);
	if (mark->end > text.len || mark->end < mark->start)
		u->bad = true;
}

/* *at: where the token before ends, and then this one. */
static void get_token(struct unpacker *u, struct str text, size_t *at)
{
	struct token *token;
	struct mark mark;

	get_mark(u, text, *at, &mark);
	if (u->bad)
		return;
	token = LIST_ADD(&u->doc->tokens);
	*token = (struct token){
		.start = (uint32_t)mark.start, .end = (uint32_t)mark.end,
		.flags = mark.flags & MARK_GLUED ? TOKEN_GLUED : 0,
		.parts = mark.parts
	};
	token->form = words_add(u->doc->words, mark.flags & MARK_OWN
				? unpack_text_in(u, PART_FORMS)
				: str_slice(text, mark.start, mark.end));
	set_kind(u, token, mark.flags & MARK_KIND, mark.kind);
	*at = mark.end;
	if (mark.flags & MARK_EXTRA)
		get_extra(u, token);
}

/* How many follow: each takes a byte of the marks or more. */
static size_t get_marked(struct unpacker *u)
{
	return unpack_upto(u, PART_MARKS, u->parts[PART_MARKS].len);
}

static void get_sentence(struct unpacker *u, const struct paragraph *par,
			 size_t index, size_t *at)
{
	struct document *doc = u->doc;
	struct sentence s = { .paragraph = doc->paragraphs.count - 1 };

	s.id = unpack_id(u, par->id, 's', index + 1);
	s.lang = words_lang(doc->words, unpack_text(u));
	s.comments = unpack_text(u);
	s.empty_rows = unpack_text(u);
	s.start = unpack_near(u, PART_MARKS, *at, par->text.len);
	s.first_token = doc->tokens.count;
	s.token_count = get_marked(u);
	*at = s.start;
	for (size_t i = 0; i < s.token_count && !u->bad; i++)
		get_token(u, par->text, at);
	s.end = unpack_near(u, PART_MARKS, *at, par->text.len);
	if (s.end < s.start)
		u->bad = true;
	*at = s.end;
	*LIST_ADD(&doc->sentences) = s;
}

/* Open the marks of the next paragraph. */
static void next_marks(struct unpacker *u)
{
	u->parts[PART_MARKS] = unpack_bytes_in(u, PART_LAID,
					    unpack_in(u, PART_LAID));
}

static void get_sentences(struct unpacker *u, size_t paragraph)
{
	struct paragraph *par = &u->doc->paragraphs.items[paragraph];
	size_t at = 0;

	next_marks(u);
	par->first_sentence = u->doc->sentences.count;
	par->sentence_count = get_marked(u);
	for (size_t i = 0; i < par->sentence_count && !u->bad; i++)
		get_sentence(u, par, i, &at);
	if (u->parts[PART_MARKS].len > 0)
		u->bad = true;
}

static struct str get_paragraph_text(struct unpacker *u, size_t index)
{
	struct str text = u->paragraphs[index];

	if (unpack_upto(u, PART_NUMBERS, SIZE_MAX / 2) != text.len)
		u->bad = true;
	return str_copy(&u->doc->arena, text);
}

static void get_paragraph(struct unpacker *u, size_t index, size_t *source)
{
	struct document *doc = u->doc;
	struct paragraph *par = LIST_ADD(&doc->paragraphs);

	par->id = unpack_id(u, doc->id, 'p', index + 1);
	par->text = get_paragraph_text(u, index);
	par->kind = (enum paragraph_kind)unpack_upto(u, PART_NUMBERS,
						  PARAGRAPH_KINDS - 1);
	par->section = unpack_text(u);
	par->parent = unpack_text(u);
	par->country = unpack_text(u);
	par->first_page = unpack_short(u);
	par->last_page = unpack_near(u, PART_NUMBERS, par->first_page, UINT32_MAX);
	par->first_line = unpack_short(u);
	par->last_line = unpack_near(u, PART_NUMBERS, par->first_line, UINT32_MAX);
	par->gap = unpack_short(u);
	par->edges = unpack_short(u);
	par->level = unpack_short(u);
	par->comments = unpack_text(u);
	get_runs(u, par, source);
	get_sentences(u, index);
}

static void get_extent(struct unpacker *u, struct extent *extent)
{
	const struct document *doc = u->doc;

	if (unpack_upto(u, PART_NUMBERS, 1) == 0)
		return;
	extent->sentence = unpack_upto(u, PART_NUMBERS, doc->sentences.count);
	extent->first = unpack_upto(u, PART_NUMBERS, doc->tokens.count);
	extent->end = extent->first +
		      unpack_upto(u, PART_NUMBERS,
			       doc->tokens.count - extent->first);
	if (extent->sentence == doc->sentences.count)
		u->bad = true;
}

/* What a suffix is shorter than. */
static size_t suffix_limit(const struct document *doc, const struct mention *m)
{
	const struct token *last;

	if (m->where.first == m->where.end)
		return 0;
	last = &doc->tokens.items[m->where.end - 1];
	return last->end > last->start ? last->end - last->start - 1 : 0;
}

/* Whether its suffix begins with a whole letter. */
static bool begins_letter(const struct document *doc, const struct mention *m)
{
	struct str text = extent_text(doc, m->where);

	return text.len > m->suffix &&
	       ((unsigned char)text.data[text.len - m->suffix] & 0xc0) != 0x80;
}

static void get_mentions(struct unpacker *u)
{
	struct document *doc = u->doc;
	size_t sentence = 0, count = unpack_count(u, PART_NUMBERS);

	for (size_t i = 0; i < count && !u->bad; i++) {
		struct mention *m = LIST_ADD(&doc->mentions);
		const struct sentence *s;

		sentence = unpack_step(u, PART_NUMBERS, sentence);
		if (sentence >= doc->sentences.count) {
			u->bad = true;
			return;
		}
		s = &doc->sentences.items[sentence];
		m->where.sentence = sentence;
		m->where.first = unpack_upto(u, PART_NUMBERS, s->token_count);
		m->where.end = m->where.first +
			       unpack_upto(u, PART_NUMBERS,
					s->token_count - m->where.first);
		m->where.first += s->first_token;
		m->where.end += s->first_token;
		if (!mention_types_add(&doc->words->types, unpack_text(u),
				       &m->type))
			u->bad = true;
		m->id = unpack_text(u);
		m->value = unpack_text(u);
		m->rule = unpack_text(u);
		m->suffix = (uint32_t)unpack_upto(u, PART_NUMBERS,
						  suffix_limit(doc, m));
		if (m->suffix > 0 && !begins_letter(doc, m))
			u->bad = true;
	}
}

static void get_anchor(struct unpacker *u, struct anchor *anchor)
{
	size_t paragraph = unpack_upto(u, PART_NUMBERS,
				    u->doc->paragraphs.count);

	anchor->paragraph = paragraph > 0 ? paragraph - 1 : SIZE_MAX;
	anchor->at = unpack_short(u);
	if (paragraph > 0 && anchor->at >
		u->doc->paragraphs.items[paragraph - 1].text.len)
		u->bad = true;
}

static void get_range(struct unpacker *u, size_t paragraph, struct range *range)
{
	size_t most = paragraph < u->doc->paragraphs.count
		? u->doc->paragraphs.items[paragraph].text.len : 0;

	range->start = (uint32_t)unpack_upto(u, PART_NUMBERS, most);
	range->end = unpack_near(u, PART_NUMBERS, range->start, most);
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
		*(struct str *)member = unpack_text(u);
}

static void get_records(struct unpacker *u, const struct record *record)
{
	size_t homes = record->home == HOME_SENTENCE
		? u->doc->sentences.count : u->doc->paragraphs.count;
	size_t count = unpack_count(u, PART_NUMBERS);

	for (size_t i = 0; i < count && !u->bad; i++) {
		size_t home = unpack_upto(u, PART_NUMBERS, homes);
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
	uint64_t len = unpack_number(u);
	size_t last = 0;

	u->is_too_large = !u->bad && len > u->max;
	u->bad = u->bad || u->is_too_large;
	while (!u->bad) {
		struct str text = unpack_bytes(u, unpack_number(u));

		strbuf_add(&u->source, text);
		if (u->bad || u->source.len >= len)
			break;
		last = unpack_step(u, PART_NUMBERS, last);
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

	doc->id = unpack_text(u);
	count = unpack_count(u, PART_NUMBERS);
	for (size_t i = 0; i < count && !u->bad; i++) {
		struct meta *meta = LIST_ADD(&doc->meta);

		meta->key = unpack_text(u);
		meta->value = unpack_text(u);
	}
	doc->comments = unpack_text(u);
	count = unpack_count(u, PART_NUMBERS);
	if (count != u->count)
		u->bad = true;
	for (size_t i = 0; i < count && !u->bad; i++)
		get_paragraph(u, i, &source);
	if (!u->bad)
		get_mentions(u);
	for (size_t i = 0; i < RECORDS && !u->bad; i++)
		get_records(u, &records[i]);
	if (!u->bad)
		get_source(u);
}

/* Take a part off the bytes, which begin with its length. */
static void open_part(struct unpacker *u, int part, struct str *bytes)
{
	uint64_t len;

	if (!leb128_next(bytes, &len) || len > bytes->len) {
		u->bad = true;
		return;
	}
	u->parts[part] = str_slice(*bytes, 0, (size_t)len);
	*bytes = str_slice(*bytes, (size_t)len, bytes->len);
}

/* Part the bytes; the digest of the texts must be theirs. */
static void open_parts(struct unpacker *u, struct str bytes)
{
	char hex[PACK_DIGEST + 1];

	open_part(u, PART_LAID, &bytes);
	pack_digest(hex, u->paragraphs, u->count);
	if (!str_has_prefix(bytes, str_of(hex)))
		u->bad = true;
	else
		bytes = str_slice(bytes, PACK_DIGEST, bytes.len);
	for (int i = PART_LAID + 1; i < PACK_PARTS && !u->bad; i++)
		open_part(u, i, &bytes);
	*LIST_ADD(&u->texts) = STR_NONE;
	LIST_ADD(&u->langs);
}

static int damaged(struct err *err)
{
	return err_set(err, ERR_FORMAT, "what is kept of the document is "
		       "damaged, or not of this text");
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
		rc = damaged(err);
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
	struct unpacker u = { .doc = doc, .paragraphs = texts, .count = count,
			      .max = max };

	return read_pack(&u, bytes, err);
}

/* *at: where the sentence before ends, and then this one. */
static void get_places(struct unpacker *u, struct str text, size_t *at,
		       struct pack_places *places)
{
	size_t count;

	*at = unpack_near(u, PART_MARKS, *at, text.len);
	count = get_marked(u);
	for (size_t i = 0; i < count && !u->bad; i++) {
		struct mark mark;

		get_mark(u, text, *at, &mark);
		*LIST_ADD(places) = (struct pack_place){
			(uint32_t)mark.start, (uint32_t)mark.end,
			mark.flags & MARK_OWN, mark.is_word
		};
		*at = mark.end;
	}
	*at = unpack_near(u, PART_MARKS, *at, text.len);
}

int pack_read_places(struct pack_places *places, struct str bytes,
		     size_t paragraph, struct str text, struct err *err)
{
	struct unpacker u = { .bad = false };
	size_t at = 0, count;

	LIST_CLEAR(places);
	open_part(&u, PART_LAID, &bytes);
	for (size_t i = 0; i <= paragraph && !u.bad; i++)
		next_marks(&u);
	count = get_marked(&u);
	for (size_t i = 0; i < count && !u.bad; i++)
		get_places(&u, text, &at, places);
	if (!u.bad && u.parts[PART_MARKS].len == 0)
		return 0;
	LIST_CLEAR(places);
	return damaged(err);
}
