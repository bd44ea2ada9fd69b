#include "mask_internal.h"

#include "records.h"
#include "utf8.h"

#include <stdlib.h>

/* What a paragraph's text became. */
struct moved {
	uint32_t start, end;      /* bytes of the text that was */
	uint32_t new_start, new_end;
	struct mask_people people;
};

struct masker {
	struct mask *mask;
	struct document *doc;
	LIST(struct moved) moves; /* of the paragraph at hand, ascending */
	struct strbuf out;        /* reused */
	struct strbuf source;
	LIST(uint8_t) changed;    /* by token: it is masked, or partly */
};

/* The text masked, kept by the document. */
static struct str mask_text(struct masker *m, struct str text)
{
	if (text.len == 0)
		return text;
	strbuf_clear(&m->out);
	mask_add(m->mask, &m->out, text, NULL, 0);
	return str_equal(strbuf_view(&m->out), text)
		       ? text : str_copy(&m->doc->arena, strbuf_view(&m->out));
}

static void mask_str(struct masker *m, struct str *text)
{
	*text = mask_text(m, *text);
}

/* Line by line: each is a text of its own. */
static void mask_lines(struct masker *m, struct str *lines)
{
	struct strbuf all = STRBUF_INIT;
	struct str rest = *lines, line;

	if (lines->len == 0)
		return;
	while (rest.len > 0 && str_split(&rest, '\n', &line)) {
		mask_add(m->mask, &all, line, NULL, 0);
		strbuf_add_char(&all, '\n');
	}
	*lines = str_copy(&m->doc->arena, strbuf_view(&all));
	strbuf_release(&all);
}

static word_id mask_word(struct masker *m, word_id word)
{
	struct str text;

	if (word == 0)
		return word;
	text = words_text(m->doc->words, word);
	strbuf_clear(&m->out);
	mask_add(m->mask, &m->out, text, NULL, 0);
	return str_equal(strbuf_view(&m->out), text)
		       ? word : words_add(m->doc->words, strbuf_view(&m->out));
}

static void add_move(struct masker *m, const struct mask_edit *edit,
		     uint32_t start, uint32_t end)
{
	struct moved *moved = LIST_ADD(&m->moves);

	*moved = (struct moved){ .start = start, .end = end,
				 .people = edit->people };
	moved->new_start = (uint32_t)m->out.len;
	mask_add_letters(m->mask, &m->out, edit);
	moved->new_end = (uint32_t)m->out.len;
}

/* Where words end within an edit, it is that many: none may span two. */
static uint32_t token_edge(const struct document *doc, size_t *token,
			   size_t last, uint32_t start, uint32_t end)
{
	while (*token < last && doc->tokens.items[*token].end <= start)
		++*token;
	if (*token < last && doc->tokens.items[*token].end < end)
		return doc->tokens.items[*token].end;
	return end;
}

/* The tokens of a paragraph: from the first to behind the last. */
static void find_tokens(const struct document *doc,
			const struct paragraph *par, size_t *first,
			size_t *last)
{
	const struct sentence *s = doc->sentences.items + par->first_sentence;

	*first = *last = 0;
	if (par->sentence_count == 0)
		return;
	*first = s->first_token;
	s += par->sentence_count - 1;
	*last = s->first_token + s->token_count;
}

/* The edit of that index, with those behind it that are of the same name and of
 * the same token: @erlan_kumtasov. *index becomes the last of them. */
static struct mask_edit edit_of_token(const struct masker *m, size_t *index,
				      size_t *token, size_t last)
{
	const struct mask_edits *edits = &m->mask->joined;
	struct mask_edit edit = edits->items[*index];
	uint32_t edge = token_edge(m->doc, token, last, (uint32_t)edit.start,
				   UINT32_MAX);

	for (; *index + 1 < edits->count; ++*index) {
		const struct mask_edit *next = &edits->items[*index + 1];

		if (!next->is_joined || next->start >= edge)
			break;
		edit.end = next->end;
		edit.is_plain = edit.is_plain && next->is_plain;
	}
	return edit;
}

static void mask_paragraph_text(struct masker *m, struct paragraph *par)
{
	const struct mask_edits *edits = &m->mask->joined;
	size_t token, last;
	uint32_t at = 0;

	find_tokens(m->doc, par, &token, &last);
	LIST_CLEAR(&m->moves);
	strbuf_clear(&m->mask->decoded);
	mask_find(m->mask, par->text, true);
	strbuf_clear(&m->out);
	for (size_t i = 0; i < edits->count; i++) {
		struct mask_edit edit = edit_of_token(m, &i, &token, last);
		uint32_t start = (uint32_t)edit.start, end;

		strbuf_add(&m->out, str_slice(par->text, at, start));
		for (at = (uint32_t)edit.end; start < at; start = end) {
			end = token_edge(m->doc, &token, last, start, at);
			add_move(m, &edit, start, end);
		}
	}
	if (m->moves.count == 0)
		return;
	strbuf_add(&m->out, str_slice(par->text, at, par->text.len));
	par->text = str_copy(&m->doc->arena, strbuf_view(&m->out));
}

/* The first move that ends behind a byte. */
static size_t find_move(const struct masker *m, uint32_t byte)
{
	size_t low = 0, high = m->moves.count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (m->moves.items[middle].end <= byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Where a byte of the old text lies in the new one; one within a move at its
 * end if it is that of something, else at its beginning. */
static uint32_t move_byte(const struct masker *m, uint32_t byte, bool is_end)
{
	size_t at = find_move(m, byte);
	const struct moved *moved = &m->moves.items[at];

	if (at < m->moves.count && moved->start < byte)
		return is_end ? moved->new_end : moved->new_start;
	if (at == 0)
		return byte;
	return byte - moved[-1].end + moved[-1].new_end;
}

static bool is_touched(const struct masker *m, uint32_t start, uint32_t end)
{
	size_t at = find_move(m, start);

	return at < m->moves.count && m->moves.items[at].start < end;
}

/* Its stem and key: the letters, as an id has them. */
static word_id plain_word(struct masker *m, uint32_t start)
{
	const struct moved *moved = &m->moves.items[find_move(m, start)];
	struct mask_edit edit = { .people = moved->people, .is_plain = true };

	strbuf_clear(&m->out);
	mask_add_letters(m->mask, &m->out, &edit);
	return words_add(m->doc->words, strbuf_view(&m->out));
}

static void mask_extra(struct masker *m, struct extra *extra)
{
	mask_str(m, &extra->misc);
	mask_str(m, &extra->range);
	mask_str(m, &extra->feats);
	mask_lines(m, &extra->empty_rows);
	extra->orig = STR_NONE; /* the source has no other spelling now */
}

/* A word that is not in the text as it stands. */
static void mask_by_itself(struct masker *m, struct token *token)
{
	token->form = mask_word(m, token->form);
	token->stem = mask_word(m, token->stem);
	token->key = mask_word(m, token->key);
	token->inner = mask_word(m, token->inner);
	if (token->extra)
		mask_str(m, &m->doc->extras.items[token->extra].lemma);
}

static void mask_touched(struct masker *m, struct token *token, word_id plain)
{
	struct extra *extra = &m->doc->extras.items[token->extra];

	token->stem = token->stem ? plain : 0;
	token->key = token->key ? plain : 0;
	token->inner = 0;
	if (token->extra && extra->lemma.len > 0)
		extra->lemma = words_text(m->doc->words, plain);
}

static void mask_token(struct masker *m, struct token *token, struct str old,
		       struct str text)
{
	struct words *words = m->doc->words;
	uint32_t start = token->start, end = token->end;
	bool touched = is_touched(m, start, end), is_text;

	is_text = str_equal(words_text(words, token->form),
			    str_slice(old, start, end));
	token->start = move_byte(m, start, false);
	token->end = move_byte(m, end, true);
	if (touched && is_text)
		token->form = words_add(words, str_slice(text, token->start,
							 token->end));
	if (!is_text)
		mask_by_itself(m, token);
	if (touched)
		mask_touched(m, token, plain_word(m, start));
	m->changed.items[token - m->doc->tokens.items] = touched;
	if (token->extra)
		mask_extra(m, &m->doc->extras.items[token->extra]);
}

static void mask_sentences(struct masker *m, struct paragraph *par,
			   struct str old)
{
	struct document *doc = m->doc;
	size_t token, last;

	for (size_t i = 0; i < par->sentence_count; i++) {
		struct sentence *s =
			&doc->sentences.items[par->first_sentence + i];

		s->start = move_byte(m, s->start, false);
		s->end = move_byte(m, s->end, true);
		mask_str(m, &s->id);
		mask_lines(m, &s->comments);
		mask_lines(m, &s->empty_rows);
	}
	find_tokens(doc, par, &token, &last);
	for (; token < last; token++)
		mask_token(m, &doc->tokens.items[token], old, par->text);
}

/* Links are by paragraph: *at is the next one. */
static void mask_links(struct masker *m, size_t paragraph, size_t *at)
{
	struct document *doc = m->doc;

	for (; *at < doc->links.count &&
	       doc->links.items[*at].paragraph <= paragraph; ++*at) {
		struct link *link = &doc->links.items[*at];

		link->at.start = move_byte(m, link->at.start, false);
		link->at.end = move_byte(m, link->at.end, true);
	}
}

/* Anchors in the paragraph, which footnotes of any have: by their list. */
struct anchored {
	size_t paragraph;
	uint32_t *at;
};

static int compare_anchored(const void *left, const void *right)
{
	const struct anchored *a = left, *b = right;

	return (a->paragraph > b->paragraph) - (a->paragraph < b->paragraph);
}

static void mask_texts(struct masker *m, struct anchored *anchors,
		       size_t anchor_count)
{
	struct document *doc = m->doc;
	size_t anchor = 0, link = 0;

	LIST_CLEAR(&doc->runs);
	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		struct paragraph *par = &doc->paragraphs.items[i];
		struct str old = par->text;
		struct run *run;

		mask_paragraph_text(m, par);
		mask_sentences(m, par, old);
		mask_links(m, i, &link);
		for (; anchor < anchor_count &&
		       anchors[anchor].paragraph == i; anchor++)
			*anchors[anchor].at = move_byte(
				m, *anchors[anchor].at, true);
		mask_str(m, &par->id);
		mask_lines(m, &par->comments);
		if (i > 0)
			strbuf_add_z(&m->source, "\n\n");
		par->first_run = doc->runs.count;
		par->run_count = 1;
		run = LIST_ADD(&doc->runs);
		run->len = run->source_len = (uint32_t)par->text.len;
		run->source = m->source.len;
		strbuf_add(&m->source, par->text);
	}
	strbuf_add_char(&m->source, '\n');
	doc->source_text = str_copy(&doc->arena, strbuf_view(&m->source));
}

static void mask_with_anchors(struct masker *m)
{
	struct document *doc = m->doc;
	LIST(struct anchored) anchors = { NULL, 0, 0 };

	for (size_t i = 0; i < doc->footnotes.count; i++) {
		struct anchor *anchor = &doc->footnotes.items[i].anchor;

		if (anchor->paragraph == SIZE_MAX)
			continue;
		*LIST_ADD(&anchors) = (struct anchored){ anchor->paragraph,
							 &anchor->at };
	}
	if (anchors.count > 0)
		qsort(anchors.items, anchors.count, sizeof *anchors.items,
		      compare_anchored);
	mask_texts(m, anchors.items, anchors.count);
	LIST_RELEASE(&anchors);
}

static void mask_records(struct masker *m)
{
	for (size_t i = 0; i < RECORDS; i++)
		for (size_t k = 0; k < record_count(&records[i], m->doc); k++) {
			/* the document's list, which is ours to change */
			void *item = (void *)(uintptr_t)record_item(
				&records[i], m->doc, k);

			for (size_t f = 0; f < records[i].field_count; f++) {
				const struct field *field =
					&records[i].fields[f];

				if (field->kind == FIELD_TEXT ||
				    field->kind == FIELD_ENTITY ||
				    field->kind == FIELD_ENTITIES)
					mask_str(m, field_member(field, item));
			}
		}
}

static void mask_mentions(struct masker *m)
{
	struct document *doc = m->doc;

	for (size_t i = 0; i < doc->mentions.count; i++) {
		struct mention *mention = &doc->mentions.items[i];

		mask_str(m, &mention->id);
		mask_str(m, &mention->value);
		if (mention->where.end > mention->where.first &&
		    m->changed.items[mention->where.end - 1])
			mention->suffix = 0;
	}
}

/* name.ID and name.ID.LANG: the id within the key. */
static void mask_meta(struct masker *m)
{
	struct document *doc = m->doc;

	for (size_t i = 0; i < doc->meta.count; i++) {
		struct meta *meta = &doc->meta.items[i];
		struct str behind, id = document_named(meta->key, &behind);

		if (!str_equal(meta->key, STR("sha256")))
			mask_str(m, &meta->value);
		if (id.len == 0)
			continue;
		strbuf_clear(&m->out);
		strbuf_add_z(&m->out, META_NAME);
		mask_add(m->mask, &m->out, id, NULL, 0);
		strbuf_add(&m->out, behind);
		meta->key = str_copy(&doc->arena, strbuf_view(&m->out));
	}
}

void mask_document(struct mask *mask, struct document *doc)
{
	struct masker m = { .mask = mask, .doc = doc, .out = STRBUF_INIT,
			    .source = STRBUF_INIT };

	LIST_ZERO(&m.changed, doc->tokens.count);
	mask_str(&m, &doc->id);
	mask_meta(&m);
	mask_lines(&m, &doc->comments);
	mask_with_anchors(&m);
	mask_records(&m);
	mask_mentions(&m);
	LIST_RELEASE(&m.moves);
	LIST_RELEASE(&m.changed);
	strbuf_release(&m.out);
	strbuf_release(&m.source);
}
