/* The rules are those of the Corpus Encoding Tutorial of the IMS Open Corpus
 * Workbench: a token a line, its annotations with tabs between, none empty;
 * tags on lines of their own, in pairs that stand within each other; names of
 * attributes of a-z, 0-9, _ and -; XML's five entities (cwb-encode -x). */
#include "export_formats.h"
#include "export_text.h"

#include "records.h"
#include "slug.h"

/* What cwb-encode takes for an annotation that is missing. */
#define UNKNOWN "__UNDEF__"

enum { NAME, SECTION, FIRST, NAME_OF_ROW };

static bool is_taken(const struct exporter *e, struct str name)
{
	for (size_t i = 0; i < META_KEYS; i++)
		if (str_equal(str_of(meta_keys[i]), name))
			return true;
	for (size_t i = 0; i < e->names.count; i++)
		if (str_equal(e->names.items[i], name))
			return true;
	return str_equal(STR("id"), name);
}

/* Keys as attributes: in Latin letters, no two the same. */
static void name_keys(struct exporter *e, const struct romanisation *letters)
{
	struct strbuf name = STRBUF_INIT;

	for (size_t i = 0; i < e->keys.count; i++) {
		size_t len;

		strbuf_clear(&name);
		romanisation_slug(letters, &name, e->keys.items[i]);
		if (name.data[0] >= '0' && name.data[0] <= '9') {
			strbuf_clear(&name);
			strbuf_add_char(&name, 'x');
			romanisation_slug(letters, &name, e->keys.items[i]);
		}
		len = name.len;
		for (int n = 2; is_taken(e, strbuf_view(&name)); n++) {
			strbuf_truncate(&name, len);
			strbuf_addf(&name, "_%d", n);
		}
		*LIST_ADD(&e->names) = str_copy(&e->arena,
						strbuf_view(&name));
	}
	strbuf_release(&name);
}

/* The command that encodes the corpus, as a comment: cwb-encode passes over
 * it; Sketch Engine would not, and has another command. */
static void add_command(struct exporter *e)
{
	struct strbuf *out = &e->out;

	strbuf_add_z(out, "<!-- cwb-encode -d DATA -f FILE -R REGISTRY/NAME "
		     "-c utf8 -xsB -P lemma -P stem -P lang -P kind -P pos "
		     "-S text:0+id");
	for (size_t i = 0; i < META_KEYS; i++)
		strbuf_addf(out, "+%s", meta_keys[i]);
	for (size_t i = 0; i < e->names.count; i++)
		strbuf_addf(out, "+%.*s", STR_ARGS(e->names.items[i]));
	strbuf_add_z(out, " -S section:0+code+title+parent "
		     "-S p:0+id+kind+country+page+line -S s:0+id+lang "
		     "-S entity:0+type+id+name+value -->\n");
}

static int begin(struct exporter *e, struct err *err)
{
	struct knowledge *knowledge = NULL;
	struct romanisation *letters = NULL;
	int rc = export_find_keys(e, err);

	if (rc == 0)
		rc = session_knowledge(e->session, 0, &knowledge, err);
	if (rc == 0)
		rc = romanisation_open(&letters, knowledge->lexicons, err);
	if (rc == 0) {
		name_keys(e, letters);
		if (!e->glue)
			add_command(e);
	}
	romanisation_close(letters);
	return rc;
}

static void add_attribute(struct strbuf *out, struct str name,
			  struct str value)
{
	strbuf_addf(out, " %.*s=\"", STR_ARGS(name));
	export_add_xml(out, value);
	strbuf_add_char(out, '"');
}

static void add_number(struct strbuf *out, struct str name, uint32_t number)
{
	strbuf_addf(out, " %.*s=\"", STR_ARGS(name));
	if (number > 0)
		strbuf_add_number(out, number);
	strbuf_add_char(out, '"');
}

static void add_text_tag(struct exporter *e, const struct document *doc)
{
	strbuf_add_z(&e->out, "<text");
	add_attribute(&e->out, STR("id"), doc->id);
	for (size_t i = 0; i < META_KEYS; i++)
		add_attribute(&e->out, str_of(meta_keys[i]),
			      document_meta(doc, str_of(meta_keys[i])));
	for (size_t i = 0; i < e->keys.count; i++)
		add_attribute(&e->out, e->names.items[i],
			      document_meta(doc, e->keys.items[i]));
	strbuf_add_z(&e->out, ">\n");
}

static int add_section_tag(struct exporter *e, struct str code,
			   struct err *err)
{
	struct statement *st = e->statements[SECTION];
	int rc;

	statement_bind_number(st, 1, e->number);
	statement_bind(st, 2, code);
	rc = statement_step(st, err);
	if (rc < 0)
		return rc;
	strbuf_add_z(&e->out, "<section");
	add_attribute(&e->out, STR("code"), code);
	add_attribute(&e->out, STR("title"),
		      rc > 0 ? export_read(e, st, 0) : STR_NONE);
	add_attribute(&e->out, STR("parent"),
		      rc > 0 ? export_read(e, st, 1) : STR_NONE);
	strbuf_add_z(&e->out, ">\n");
	statement_reset(st);
	return 0;
}

static int add_entity_tag(struct exporter *e, const struct mention *mention,
			  struct err *err)
{
	struct statement *st = e->statements[e->mask ? NAME_OF_ROW : NAME];
	int rc;

	if (e->mask) /* its id is no longer that of the table */
		statement_bind_number(st, 1, e->first_mention + (int64_t)
				      (mention - e->stored.doc.mentions.items));
	else
		statement_bind(st, 1, mention->id);
	rc = statement_step(st, err);
	if (rc < 0)
		return rc;
	strbuf_add_z(&e->out, "<entity");
	add_attribute(&e->out, STR("type"),
		      mention_types_name(&e->stored.words.types,
					 mention->type));
	add_attribute(&e->out, STR("id"), mention->id);
	add_attribute(&e->out, STR("name"),
		      rc > 0 ? export_read(e, st, 0) : STR_NONE);
	add_attribute(&e->out, STR("value"), mention->value);
	strbuf_add_z(&e->out, ">\n");
	statement_reset(st);
	return 0;
}

static void add_annotation(struct strbuf *out, struct str text)
{
	strbuf_add_char(out, '\t');
	if (text.len == 0)
		strbuf_add_z(out, UNKNOWN);
	else
		export_add_xml(out, text);
}

static void add_token(struct exporter *e, const struct token *token)
{
	const struct document *doc = &e->stored.doc;
	struct str form = words_text(doc->words, token->form);
	struct strbuf *out = &e->out;

	export_add_xml(out, form.len > 0 ? form : STR(UNKNOWN));
	add_annotation(out, token_lemma(doc, token));
	add_annotation(out, words_text(doc->words, token->stem));
	add_annotation(out, words_lang_code(doc->words, token->lang));
	add_annotation(out, export_kind(doc, token));
	add_annotation(out, export_pos(doc, token));
	strbuf_add_char(out, '\n');
}

/* The tokens of a sentence; *mention is the first that is not behind it. */
static int add_tokens(struct exporter *e, const struct sentence *sentence,
		      size_t *mention, struct err *err)
{
	const struct document *doc = &e->stored.doc;
	size_t end = sentence->first_token + sentence->token_count;
	size_t close = 0; /* behind which token the entity ends; 0: none is */

	for (size_t i = sentence->first_token; i < end; i++) {
		const struct token *token = &doc->tokens.items[i];
		const struct mention *next;
		int rc;

		while (*mention < doc->mentions.count &&
		       doc->mentions.items[*mention].where.first < i)
			++*mention;
		next = doc->mentions.items + *mention;
		if (e->glue && i > sentence->first_token &&
		    token->start <= token[-1].end)
			strbuf_add_z(&e->out, "<g/>\n");
		if (*mention < doc->mentions.count && next->where.first == i &&
		    next->where.end > i) {
			if ((rc = add_entity_tag(e, next, err)) < 0)
				return rc;
			close = next->where.end;
		}
		add_token(e, token);
		if (close == i + 1)
			strbuf_add_z(&e->out, "</entity>\n");
	}
	return 0;
}

static int add_sentences(struct exporter *e, const struct paragraph *par,
			 size_t *mention, struct err *err)
{
	const struct document *doc = &e->stored.doc;
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < par->sentence_count; i++) {
		const struct sentence *sentence =
			&doc->sentences.items[par->first_sentence + i];

		if (sentence->token_count == 0)
			continue;
		strbuf_add_z(&e->out, "<s");
		add_attribute(&e->out, STR("id"), sentence->id);
		add_attribute(&e->out, STR("lang"),
			      words_lang_code(doc->words, sentence->lang));
		strbuf_add_z(&e->out, ">\n");
		rc = add_tokens(e, sentence, mention, err);
		strbuf_add_z(&e->out, "</s>\n");
	}
	return rc;
}

static int add_paragraph(struct exporter *e, const struct paragraph *par,
			 size_t *mention, struct err *err)
{
	int rc;

	strbuf_add_z(&e->out, "<p");
	add_attribute(&e->out, STR("id"), par->id);
	add_attribute(&e->out, STR("kind"), paragraph_kind_name(par->kind));
	add_attribute(&e->out, STR("country"), par->country);
	add_number(&e->out, STR("page"), par->first_page);
	add_number(&e->out, STR("line"), par->first_line);
	strbuf_add_z(&e->out, ">\n");
	rc = add_sentences(e, par, mention, err);
	strbuf_add_z(&e->out, "</p>\n");
	return rc;
}

static bool has_tokens(const struct document *doc, const struct paragraph *par)
{
	for (size_t i = 0; i < par->sentence_count; i++)
		if (doc->sentences.items[par->first_sentence + i]
			    .token_count > 0)
			return true;
	return false;
}

/* A region without tokens is none to CWB: paragraphs without are left out. A
 * section is a region for each stretch of paragraphs that it has. */
static int add(struct exporter *e, struct err *err)
{
	const struct document *doc = &e->stored.doc;
	struct str section = STR_NONE;
	size_t mention = 0;
	int rc;

	statement_bind_number(e->statements[FIRST], 1, e->number);
	rc = statement_step(e->statements[FIRST], err);
	e->first_mention = rc > 0 ? statement_number(e->statements[FIRST], 0)
				  : 0;
	statement_reset(e->statements[FIRST]);
	rc = rc < 0 ? rc : 0;
	add_text_tag(e, doc);
	for (size_t i = 0; rc == 0 && i < doc->paragraphs.count; i++) {
		const struct paragraph *par = &doc->paragraphs.items[i];

		if (!has_tokens(doc, par))
			continue;
		if (!str_equal(par->section, section)) {
			if (section.len > 0)
				strbuf_add_z(&e->out, "</section>\n");
			section = par->section;
			if (section.len > 0)
				rc = add_section_tag(e, section, err);
		}
		if (rc == 0)
			rc = add_paragraph(e, par, &mention, err);
		export_flush(e);
	}
	if (section.len > 0)
		strbuf_add_z(&e->out, "</section>\n");
	strbuf_add_z(&e->out, "</text>\n");
	return rc;
}

const struct export_format export_vrt = {
	.name = "vrt",
	.sql = {
		[NAME] = "SELECT name FROM entity WHERE id = ?1",
		[SECTION] = "SELECT section.title, parent.code FROM section "
			"LEFT JOIN section AS parent "
			"ON parent.id = section.parent "
			"WHERE section.document = ?1 AND section.code = ?2",
		[FIRST] = "SELECT min(first_mention) FROM paragraph "
			"WHERE document = ?1",
		[NAME_OF_ROW] = "SELECT name FROM mention JOIN entity "
			"ON entity.id = mention.entity WHERE mention.id = ?1",
	},
	.is_corrected = true,
	.begin = begin,
	.add = add,
};
