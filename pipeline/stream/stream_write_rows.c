#include "stream_write_internal.h"

#include "utf8.h"

#include <stdio.h>

static void column(struct strbuf *out, struct str value)
{
	strbuf_add_char(out, '\t');
	strbuf_add(out, value.len ? value : STR("_"));
}

/* The next key of a MISC column that begins at `start`. */
static void misc_key(struct strbuf *out, size_t start, const char *key)
{
	if (out->len > start)
		strbuf_add_char(out, '|');
	strbuf_add_z(out, key);
}

static void end_misc(struct strbuf *out, size_t start, struct str others)
{
	if (others.len > 0) {
		misc_key(out, start, "");
		strbuf_add(out, others);
	}
	strbuf_add_z(out, out->len == start ? "_\n" : "\n");
}

/* Escapes of MISC values as UDPipe's. */
static void misc_value(struct strbuf *out, struct str value)
{
	for (size_t i = 0; i < value.len; i++) {
		static const char plain[] = " \t\r\n|\\", coded[] = "strnp\\";
		char c = value.data[i];
		const char *found = c ? strchr(plain, c) : NULL;

		if (found)
			strbuf_add_char(out, '\\');
		strbuf_add_char(out, found ? coded[found - plain] : c);
	}
}

/* What stood in the source in place of `text`: in NFC, which the stream is, and
 * with each white space as a blank, of which a column may not have two. What is
 * the same then is left out. */
static void add_original(struct writer *w, size_t start, struct str original,
			 struct str text)
{
	struct strbuf blanks = STRBUF_INIT, nfc = STRBUF_INIT;
	size_t at = 0;

	while (at < original.len) {
		uint32_t c = utf8_next(original, &at);

		utf8_add(&blanks, c >= 0x80 && utf8_is_space(c) ? ' ' : c);
	}
	utf8_add_nfc(&nfc, strbuf_view(&blanks));
	if (!str_equal(strbuf_view(&nfc), text)) {
		misc_key(w->out, start, "Orig=");
		misc_value(w->out, strbuf_view(&nfc));
	}
	strbuf_release(&blanks);
	strbuf_release(&nfc);
}

/* What belongs to the surface token: of a plain word on its own row, of a
 * multiword token on the range row. */
static void surface_misc(struct writer *w, size_t start,
			 const struct sentence *s, const struct token *first,
			 const struct token *last)
{
	const struct paragraph *par =
		&w->doc->paragraphs.items[s->paragraph];
	struct str kept = w->doc->extras.items[first->extra].orig;
	size_t from, to;

	strbuf_clear(&w->original);
	if (paragraph_original(w->doc, par, first->start, last->end,
			       &w->original))
		kept = strbuf_view(&w->original);
	if (kept.len > 0)
		add_original(w, start, kept,
			     str_slice(par->text, first->start, last->end));
	if (last->flags & TOKEN_GLUED)
		misc_key(w->out, start, "SpaceAfter=No");
	if (paragraph_source(w->doc, par, first->start, last->end, &from,
			     &to)) {
		misc_key(w->out, start, "TokenRange=");
		strbuf_add_number(w->out, stream_source_chars(w, from));
		strbuf_add_char(w->out, ':');
		strbuf_add_number(w->out, stream_source_chars(w, to));
	}
}

/* What found a mention, and what of its last word is not of the name. */
static void found_misc(struct writer *w, size_t start,
		       const struct mention *mention)
{
	struct str text = extent_text(w->doc, mention->where);

	if (mention->rule.len > 0) {
		misc_key(w->out, start, STREAM_RULE "=");
		strbuf_add(w->out, mention->rule);
	}
	if (mention->suffix > 0) {
		misc_key(w->out, start, STREAM_SUFFIX "=");
		strbuf_add_number(w->out, utf8_chars(
			str_slice(text, text.len - mention->suffix,
				  text.len)));
	}
}

static void entity_misc(struct writer *w, size_t start, size_t token)
{
	const struct mention *mention;
	struct strbuf *out = w->out;
	char own[24];
	struct str id;

	while (w->mention < w->doc->mentions.count &&
	       w->doc->mentions.items[w->mention].where.end <= token)
		w->mention++;
	if (w->mention == w->doc->mentions.count)
		return;
	mention = &w->doc->mentions.items[w->mention];
	if (token != mention->where.first && token + 1 != mention->where.end)
		return;
	id = mention->id;
	if (mention_type_has_value(mention->type)) {
		if (token == mention->where.first)
			++*w->values;
		snprintf(own, sizeof own, "d%ju", (uintmax_t)*w->values);
		id = str_of(own);
	}
	misc_key(out, start, w->is_foreign ? STREAM_OWN_ENTITY "=" : "Entity=");
	if (token == mention->where.first) {
		strbuf_addf(out, "(%.*s-%s-1", STR_ARGS(id),
			    mention_types_name(&w->doc->words->types,
					       mention->type).data);
		if (mention->value.len > 0) {
			strbuf_add_char(out, '-');
			stream_escape(out, mention->value, STREAM_IN_ENTITY);
		}
	} else {
		strbuf_add(out, id);
	}
	if (token + 1 == mention->where.end)
		strbuf_add_char(out, ')');
	if (token == mention->where.first)
		found_misc(w, start, mention);
}

static void write_word(struct writer *w, const struct sentence *s, size_t index,
		       bool is_part)
{
	const struct document *doc = w->doc;
	const struct token *token = &doc->tokens.items[index];
	const struct extra *extra = &doc->extras.items[token->extra];
	struct strbuf *out = w->out;
	size_t start;

	strbuf_add_number(out, index - s->first_token + 1);
	column(out, words_text(doc->words, token->form));
	column(out, token_lemma(doc, token));
	column(out, extra->upos);
	column(out, extra->xpos);
	column(out, extra->feats);
	column(out, extra->head);
	column(out, extra->deprel);
	column(out, extra->deps);
	strbuf_add_char(out, '\t');
	start = out->len;
	entity_misc(w, start, index);
	if (token->inner) {
		misc_key(out, start, "Inner=");
		misc_value(out, words_text(doc->words, token->inner));
	}
	if (token->key) {
		misc_key(out, start, "Key=");
		misc_value(out, words_text(doc->words, token->key));
	}
	if (token->lang != s->lang) {
		misc_key(out, start, "Lang=");
		strbuf_add(out, words_lang_code(doc->words, token->lang));
	}
	if (token->stem) {
		misc_key(out, start, "Stem=");
		misc_value(out, words_text(doc->words, token->stem));
	}
	if (!is_part)
		surface_misc(w, start, s, token, token);
	end_misc(out, start, extra->misc);
	strbuf_add(out, extra->empty_rows);
}

/* `range` holds columns 3 to 9 with tabs between and, behind one more tab, the
 * unknown keys of MISC; empty for none. */
static void write_range(struct writer *w, const struct sentence *s,
			size_t index)
{
	const struct document *doc = w->doc;
	const struct token *first = &doc->tokens.items[index];
	const struct token *last = first + first->parts - 1;
	struct str range = doc->extras.items[first->extra].range;
	struct str columns = STR("_\t_\t_\t_\t_\t_\t_"), misc = STR_NONE;
	struct strbuf *out = w->out;
	size_t start;

	if (range.len > 0) {
		size_t tab = range.len;

		while (range.data[tab - 1] != '\t')
			tab--;
		columns = str_slice(range, 0, tab - 1);
		misc = str_slice(range, tab, range.len);
	}
	strbuf_addf(out, "%zu-%zu\t%.*s\t%.*s\t", index - s->first_token + 1,
		    index - s->first_token + first->parts,
		    (int)(last->end - first->start),
		    doc->paragraphs.items[s->paragraph].text.data +
			    first->start,
		    STR_ARGS(columns));
	start = out->len;
	surface_misc(w, start, s, first, last);
	end_misc(out, start, misc);
}

void stream_write_rows(struct writer *w, const struct sentence *s)
{
	size_t part_end = 0;

	strbuf_add(w->out, s->empty_rows);
	for (size_t i = 0; i < s->token_count; i++) {
		size_t index = s->first_token + i;
		unsigned parts = w->doc->tokens.items[index].parts;

		if (parts > 1) {
			write_range(w, s, index);
			part_end = index + parts;
		}
		write_word(w, s, index, index < part_end);
	}
}
