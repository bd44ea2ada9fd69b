/* An object a sentence: it is what is searched, cited and annotated, it has
 * one page and one line, and it is small; paragraphs are put together again by
 * `paragraph`. What stands at a paragraph (footnotes, scores, links) is told
 * with its first sentence. */
#include "export_formats.h"

#include "output.h"
#include "records.h"

enum { SENTENCES, MENTIONS, INCIDENTS, QUOTATIONS, FOOTNOTES, SCORES, LINKS,
       PARTIES };

/* Keys of the columns of a statement behind the first, which is the row of the
 * sentence they belong to; `#` before one that is a number, `@` before the row
 * of an incident, of which the parties are told. Of a masked document it is
 * null with `-`, a number; `=`, `<` and `>` are a text, its start and its end
 * in the sentence: those of the document, not of the row. */
static const char sentence_keys[] =
	"section section_title section_parent paragraph kind country "
	"sentence lang #page #line =text";

/* What a stream tells as a number may be none. */
#define NUMBER(column) \
	"iif(typeof(" column ") = 'text' OR abs(" column ") > 1e15, NULL, " \
	column ")"

static const struct group { /* lists of objects, by their statements */
	const char *name, *keys;
} groups[] = {
	[MENTIONS] = { "mentions", "type id name value =form <start >end "
		"-source_start -source_end #page #line rule #confidence "
		"corrected" },
	[INCIDENTS] = { "incidents", "id type status date date_from "
		"place_from actor_class outcome #number trigger @parties "
		"-source_start -source_end #page #line corrected" },
	[QUOTATIONS] = { "quotations", "id kind speaker name "
		"speaker_from cue quote "
		"-source_start -source_end #page #line corrected" },
	[FOOTNOTES] = { "footnotes", "number author title outlet date url "
		"anchor -anchor_char" },
	[SCORES] = { "scores", "scope #value class change" },
	[LINKS] = { "links", "-start -end target" },
};

static void add_key(struct strbuf *out, struct str key)
{
	if (out->len > 0 && out->data[out->len - 1] != '{')
		strbuf_add_char(out, ',');
	output_add_json(out, key);
	strbuf_add_char(out, ':');
}

/* null: not known. */
static void add_value(struct strbuf *out, struct str text)
{
	if (text.len == 0)
		strbuf_add_z(out, "null");
	else
		output_add_json(out, text);
}

static void add_member(struct strbuf *out, const char *key, struct str text)
{
	add_key(out, str_of(key));
	add_value(out, text);
}

static int add_parties(struct exporter *e, int64_t incident, struct err *err)
{
	static const char *const keys[] = { "role", "party", "id", "name" };
	struct statement *st = e->statements[PARTIES];
	bool first = true;
	int rc;

	strbuf_add_char(&e->out, '[');
	statement_bind_number(st, 1, incident);
	while ((rc = statement_step(st, err)) > 0) {
		strbuf_add_z(&e->out, first ? "{" : ",{");
		first = false;
		for (int i = 0; i < (int)COUNT_OF(keys); i++)
			add_member(&e->out, keys[i], export_read(e, st, i));
		strbuf_add_char(&e->out, '}');
	}
	strbuf_add_char(&e->out, ']');
	return rc;
}

/* A stretch of a sentence of the document at hand, in code points of it. */
struct stretch {
	struct str text;
	size_t start, end;
};

static void add_number(struct strbuf *out, struct str number)
{
	strbuf_add(out, number.len > 0 ? number : STR("null"));
}

/* What stands in the masked document. */
static void add_masked(struct exporter *e, char kind,
		       const struct stretch *stretch)
{
	if (!stretch || kind == '-')
		strbuf_add_z(&e->out, "null");
	else if (kind == '=')
		add_value(&e->out, stretch->text);
	else
		strbuf_add_number(&e->out, kind == '<' ? stretch->start
						       : stretch->end);
}

/* The columns behind the first as members of an object; `stretch` is asked for
 * if documents are masked. */
static int add_members(struct exporter *e, struct statement *st,
		       const char *keys, const struct stretch *stretch,
		       struct err *err)
{
	struct str rest = str_of(keys), key;
	int rc = 0;

	for (int column = 1; rc == 0 && str_split(&rest, ' ', &key);
	     column++) {
		char kind = key.data[0];

		if (strchr("#@-=<>", kind))
			key = str_slice(key, 1, key.len);
		add_key(&e->out, key);
		if (kind == '@')
			rc = add_parties(e, statement_number(st, column), err);
		else if (e->mask && strchr("-=<>", kind))
			add_masked(e, kind, stretch);
		else if (strchr("#-<>", kind))
			add_number(&e->out, statement_text(st, column));
		else
			add_value(&e->out, export_read(e, st, column));
	}
	return rc;
}

/* The mention that the row is of, whose number is its last column. False: the
 * document has none. */
static bool find_mention(struct exporter *e, struct statement *st,
			 struct stretch *stretch)
{
	const struct document *doc = &e->stored.doc;
	size_t at = (size_t)statement_number(st, statement_columns(st) - 1);
	const struct mention *mention = doc->mentions.items + at;
	const struct sentence *sentence;
	const struct chars *chars;
	size_t before;

	if (at >= doc->mentions.count)
		return false;
	sentence = &doc->sentences.items[mention->where.sentence];
	chars = paragraph_chars(&e->chars, doc, sentence->paragraph);
	before = chars_before(chars, sentence->start);
	stretch->text = mention_text(doc, mention);
	stretch->start = chars_before(chars, doc->tokens.items[
				mention->where.first].start) - before;
	stretch->end = chars_before(chars, mention_end(doc, mention)) - before;
	return true;
}

/* The rows that stand at a sentence; *has_row: the statement is at one. */
static int add_group(struct exporter *e, size_t at, int64_t sentence,
		     bool *has_row, struct err *err)
{
	struct statement *st = e->statements[at];
	struct stretch stretch;
	bool first = true, found;
	int rc = 0;

	add_key(&e->out, str_of(groups[at].name));
	strbuf_add_char(&e->out, '[');
	while (rc >= 0 && *has_row && statement_number(st, 0) == sentence) {
		strbuf_add_z(&e->out, first ? "{" : ",{");
		first = false;
		found = e->mask && at == MENTIONS &&
			find_mention(e, st, &stretch);
		rc = add_members(e, st, groups[at].keys,
				 found ? &stretch : NULL, err);
		strbuf_add_char(&e->out, '}');
		if (rc == 0)
			*has_row = (rc = statement_step(st, err)) > 0;
	}
	strbuf_add_char(&e->out, ']');
	return rc < 0 ? rc : 0;
}

static void add_tokens(struct exporter *e, const struct sentence *sentence)
{
	struct document *doc = &e->stored.doc;
	const struct chars *chars = paragraph_chars(&e->chars, doc,
						    sentence->paragraph);
	size_t before = chars_before(chars, sentence->start);

	add_key(&e->out, STR("tokens"));
	strbuf_add_char(&e->out, '[');
	for (size_t i = 0; i < sentence->token_count; i++) {
		const struct token *token =
			&doc->tokens.items[sentence->first_token + i];

		strbuf_add_z(&e->out, i == 0 ? "{" : ",{");
		add_member(&e->out, "form",
			   words_text(doc->words, token->form));
		add_member(&e->out, "lemma", token_lemma(doc, token));
		add_member(&e->out, "stem",
			   words_text(doc->words, token->stem));
		add_member(&e->out, "lang",
			   words_lang_code(doc->words, token->lang));
		add_member(&e->out, "kind", export_kind(doc, token));
		add_member(&e->out, "pos", export_pos(doc, token));
		strbuf_addf(&e->out, ",\"start\":%zu,\"end\":%zu}",
			    chars_before(chars, token->start) - before,
			    chars_before(chars, token->end) - before);
	}
	strbuf_add_char(&e->out, ']');
}

/* What each object tells of its document. */
static void add_head(struct exporter *e, struct strbuf *out)
{
	const struct document *doc = &e->stored.doc;

	strbuf_add_z(out, "{\"document\":{");
	add_member(out, "id", doc->id);
	for (size_t i = 0; i < META_KEYS; i++)
		add_member(out, meta_keys[i],
			   document_meta(doc, str_of(meta_keys[i])));
	for (size_t i = 0; i < e->keys.count; i++) {
		add_key(out, e->keys.items[i]);
		add_value(out, document_meta(doc, e->keys.items[i]));
	}
	strbuf_add_char(out, '}');
}

static int add_sentence(struct exporter *e, struct str head, size_t number,
			bool *has_rows, struct err *err)
{
	struct statement *st = e->statements[SENTENCES];
	int64_t row = statement_number(st, 0);
	const struct sentence *sentence;
	struct stretch all = { .start = 0 };
	int rc;

	if (number >= e->stored.doc.sentences.count)
		return err_set(err, ERR_DATABASE, "%s: has more sentences of "
			       "'%.*s' than were loaded",
			       database_path(e->db),
			       STR_ARGS(e->stored.doc.id));
	sentence = &e->stored.doc.sentences.items[number];
	all.text = sentence_text(&e->stored.doc, sentence);
	strbuf_add(&e->out, head);
	rc = add_members(e, st, sentence_keys, &all, err);
	add_tokens(e, sentence);
	for (size_t i = MENTIONS; rc == 0 && i < COUNT_OF(groups); i++)
		rc = add_group(e, i, row, &has_rows[i], err);
	strbuf_add_z(&e->out, "}\n");
	return rc;
}

static int add_sentences(struct exporter *e, struct str head, bool *has_rows,
			 struct err *err)
{
	size_t count = 0;
	int rc;

	while ((rc = statement_step(e->statements[SENTENCES], err)) > 0) {
		rc = add_sentence(e, head, count++, has_rows, err);
		if (rc < 0)
			return rc;
		export_flush(e);
	}
	if (rc == 0 && count == 0)
		strbuf_addf(e->notes, "'%.*s' has no sentences: nothing of it "
			    "is in jsonl\n", STR_ARGS(e->stored.doc.id));
	return rc;
}

static int add(struct exporter *e, struct err *err)
{
	bool has_rows[COUNT_OF(groups)] = { false };
	struct strbuf head = STRBUF_INIT;
	int rc = 0;

	for (size_t i = SENTENCES; i < PARTIES; i++)
		statement_bind_number(e->statements[i], 1, e->number);
	for (size_t i = MENTIONS; rc >= 0 && i < COUNT_OF(groups); i++)
		has_rows[i] = (rc = statement_step(e->statements[i], err)) > 0;
	add_head(e, &head);
	if (rc >= 0)
		rc = add_sentences(e, strbuf_view(&head), has_rows, err);
	for (size_t i = SENTENCES; i < PARTIES; i++)
		statement_reset(e->statements[i]);
	chars_release(&e->chars.chars);
	e->chars = (struct paragraph_chars){ .paragraph = 0 };
	strbuf_release(&head);
	return rc;
}

#define PARAGRAPHS " FROM paragraph AS par "
#define IN_SENTENCES PARAGRAPHS "JOIN sentence " \
	"ON sentence.id BETWEEN par.first_sentence AND par.last_sentence "
#define OF_DOCUMENT " WHERE par.document = ?1 " \
	"AND par.first_sentence IS NOT NULL ORDER BY par.position, "
#define PARAGRAPH_NAME(par) "coalesce(" par ".name, document.name || '-p' " \
	"|| " par ".position)"
#define DOCUMENT "JOIN document ON document.id = par.document "

const struct export_format export_jsonl = {
	.name = "jsonl",
	.sql = {
		[SENTENCES] = "SELECT sentence.id, section.code, "
			"section.title, parent.code, " PARAGRAPH_NAME("par")
			", par.kind, par.country, coalesce(sentence.name, "
			PARAGRAPH_NAME("par") " || '-s' || "
			"sentence.position), sentence.lang, sentence.page, "
			"sentence.line, substr(par.text, start_char + 1, "
			"end_char - start_char)" IN_SENTENCES DOCUMENT
			"LEFT JOIN section ON section.id = par.section "
			"LEFT JOIN section AS parent "
			"ON parent.id = section.parent"
			OF_DOCUMENT "sentence.position",
		[MENTIONS] = "SELECT mention.sentence, mention.type, "
			"mention.entity, entity.name, mention.value, "
			"substr(par.text, mention.start_char + 1, "
			"mention.end_char - mention.start_char), "
			"mention.start_char - sentence.start_char, "
			"mention.end_char - sentence.start_char, "
			"source_start, source_end, mention.page, "
			"mention.line, rule, confidence, mention.corrected, "
			"mention.id - (SELECT min(first_mention) "
			"FROM paragraph WHERE document = ?1)"
			PARAGRAPHS "JOIN mention ON mention.id BETWEEN "
			"par.first_mention AND par.last_mention "
			"JOIN sentence ON sentence.id = mention.sentence "
			"LEFT JOIN entity ON entity.id = mention.entity"
			OF_DOCUMENT "sentence.position, mention.id",
		[INCIDENTS] = "SELECT incident.sentence, incident.name, type, "
			"status, date, date_from, place_from, actor_class, "
			"outcome, " NUMBER("number") ", trigger, "
			"incident.id, source_start, source_end, "
			"incident.page, incident.line, corrected" IN_SENTENCES
			"JOIN incident ON incident.sentence = sentence.id"
			OF_DOCUMENT "sentence.position, incident.id",
		[QUOTATIONS] = "SELECT quotation.sentence, quotation.name, "
			"quotation.kind, speaker, entity.name, speaker_from, "
			"cue, quote, "
			"source_start, source_end, quotation.page, "
			"quotation.line, quotation.corrected" IN_SENTENCES
			"JOIN quotation ON quotation.sentence = sentence.id "
			"LEFT JOIN entity ON entity.id = speaker"
			OF_DOCUMENT "sentence.position, quotation.id",
		[FOOTNOTES] = "SELECT par.first_sentence, number, author, "
			"footnote.title, outlet, date, url, "
			PARAGRAPH_NAME("anchor") ", anchor_char" PARAGRAPHS
			DOCUMENT "JOIN footnote ON footnote.paragraph = par.id "
			"LEFT JOIN paragraph AS anchor "
			"ON anchor.id = footnote.anchor"
			OF_DOCUMENT "footnote.id",
		[SCORES] = "SELECT par.first_sentence, scope, " NUMBER("value")
			", class, "
			"change" PARAGRAPHS
			"JOIN score ON score.paragraph = par.id"
			OF_DOCUMENT "score.id",
		[LINKS] = "SELECT par.first_sentence, start_char, end_char, "
			"target" PARAGRAPHS
			"JOIN link ON link.paragraph = par.id"
			OF_DOCUMENT "link.id",
		[PARTIES] = "SELECT role, party.name, entity, entity.name "
			"FROM incident_party AS party "
			"LEFT JOIN entity ON entity.id = party.entity "
			"WHERE incident = ?1 ORDER BY role, position",
	},
	.begin = export_find_keys,
	.add = add,
};
