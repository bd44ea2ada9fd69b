#include "chains_internal.h"

#include "utf8.h"

#include <stdlib.h>

enum { WORD_LEAST = 4 /* letters of a word with an ending */ };

static int add_row(struct chains *chains, const struct knowledge *knowledge,
		   struct table *table, size_t row, struct err *err)
{
	static const char *const kinds[] = {
		[KIND_BEFORE] = "before", [KIND_BEHIND] = "behind",
		[KIND_BREAKS] = "breaks", [KIND_KIND] = "kind",
		[KIND_CALLED] = "called", [KIND_ABOUT] = "about",
		[KIND_MORE] = "more", [KIND_LEMMA] = "lemma",
		[KIND_CLOSED] = "closed", [KIND_WEAK] = "weak",
		[KIND_NAMED] = "named", [KIND_PLAIN] = "plain",
		[KIND_WHERE] = "where", [KIND_SEAT] = "seat",
		[KIND_PAST] = "past", [KIND_DATIVE] = "dative",
		[KIND_ACTION] = "action", [KIND_FIRM] = "firm",
		[KIND_UNDER] = "under", [KIND_LOCAL] = "local",
		[KIND_WHOSE] = "whose", [KIND_TOWARD] = "toward",
		[KIND_SENT] = "sent", NULL
	};
	struct str text = table_named_cell(table, row, "pattern");
	struct chain_row new = { .kind = KIND_BEFORE };
	unsigned kind = 0;
	lang_id lang;
	int rc = knowledge_lang(knowledge, table, row, &lang, err);

	if (rc == 0)
		rc = table_choice(table, row, "kind", kinds, &kind, err);
	if (rc < 0)
		return rc;
	new.ends = str_has_prefix(text, STR("*"));
	new.begins = str_has_suffix(text, STR("*"));
	new.text = str_slice(text, new.ends, text.len - new.begins);
	if (new.text.len == 0 || new.text.len > text.len)
		return table_refuse(table, row, err, "'%.*s' has no letters",
				    STR_ARGS(text));
	new.kind = (enum kind)kind;
	*LIST_ADD(&chains->rows[lang]) = new;
	chains->kinds[lang] |= 1u << kind;
	table_take(table, row);
	return 0;
}

int chains_open(struct chains **out, const struct knowledge *knowledge,
		struct err *err)
{
	struct chains *chains = memory_get_zeroed(sizeof *chains);
	struct table *table;
	int rc = lexicons_table(knowledge->lexicons, "name_chains.tsv", &table,
				err);

	chains->known = memory_get_zeroed(LANG_MAX * sizeof *chains->known);
	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = add_row(chains, knowledge, table, row, err);
	if (rc < 0) {
		chains_close(chains);
		chains = NULL;
	}
	*out = chains;
	return rc;
}

void chains_close(struct chains *chains)
{
	if (!chains)
		return;
	for (size_t i = 0; i < LANG_MAX; i++) {
		LIST_RELEASE(&chains->rows[i]);
		word_cache_release(&chains->known[i]);
	}
	free(chains->known);
	free(chains);
}

static bool fits(const struct chain_row *row, struct str form)
{
	if (row->ends)
		return str_has_suffix(form, row->text) &&
		       utf8_chars(form) >= WORD_LEAST;
	return row->begins ? str_has_prefix(form, row->text)
			   : str_equal(form, row->text);
}

/* The kinds of a word as bits; by an ending only where it is no stop word. */
static uint32_t kinds_of(const struct chains *chains, const struct scan *scan,
			 size_t token)
{
	lang_id lang = scan_lang(scan, token);
	struct str form = words_text(scan->words, scan_fold(scan, token));
	bool stop = scan_is_stopword(scan, token);
	uint32_t kinds = 0;

	if (scan_kind(scan, token) != KIND_WORD)
		return 0;
	for (size_t i = 0; i < chains->rows[lang].count; i++) {
		const struct chain_row *row = &chains->rows[lang].items[i];

		if (!(stop && row->ends) && fits(row, form))
			kinds |= UINT32_C(1) << row->kind;
	}
	return kinds;
}

bool chain_is(const struct chains *chains, const struct scan *scan,
	      size_t token, enum kind kind)
{
	uint32_t *known = word_cache_at(&chains->known[scan_lang(scan, token)],
					scan->words,
					scan->doc->tokens.items[token].form);

	if (!*known)
		*known = kinds_of(chains, scan, token) | KINDS_KNOWN;
	return *known >> kind & 1;
}

/* The row is the word, and no ending of it. */
bool chain_is_whole(const struct chains *chains, const struct scan *scan,
		     size_t token, enum kind kind)
{
	lang_id lang = scan_lang(scan, token);
	struct str form = words_text(scan->words, scan_fold(scan, token));

	for (size_t i = 0; i < chains->rows[lang].count; i++) {
		const struct chain_row *row = &chains->rows[lang].items[i];

		if (row->kind == kind && !row->ends && fits(row, form))
			return true;
	}
	return false;
}

bool chains_is_firm(const struct chains *chains, const struct scan *scan,
		    size_t token)
{
	return chain_is(chains, scan, token, KIND_FIRM);
}

bool chains_writes_latin(const struct chains *chains, lang_id lang)
{
	return !(chains->kinds[lang] & (1u << KIND_BEHIND | 1u << KIND_BREAKS));
}

bool chains_breaks(const struct chains *chains, const struct scan *scan,
		   size_t token)
{
	return chain_is(chains, scan, token, KIND_BREAKS);
}

bool chains_is_whose(const struct chains *chains, const struct scan *scan,
		     size_t token)
{
	return chain_is(chains, scan, token, KIND_WHOSE);
}

bool chains_is_weak(const struct chains *chains, const struct scan *scan,
		    size_t token)
{
	return chain_is(chains, scan, token, KIND_WEAK);
}

bool chains_is_kind(const struct chains *chains, const struct scan *scan,
		    size_t token)
{
	return chain_is(chains, scan, token, KIND_KIND);
}

bool chains_has_adjectives(const struct chains *chains, lang_id lang)
{
	return chains->kinds[lang] & 1u << KIND_BEFORE;
}

bool chains_end_in_head(const struct chains *chains, lang_id lang)
{
	return chains->kinds[lang] & 1u << KIND_BREAKS;
}

bool chain_is_capital(const struct scan *scan, size_t token)
{
	return scan_shape(scan, token) & SHAPE_CAPITAL;
}

bool chain_is_small(const struct scan *scan, size_t token)
{
	return scan_kind(scan, token) == KIND_WORD && !chain_is_capital(scan, token);
}

/* Nouns may have lemmas like those of verbs, but keep all of it but the last
 * letter: печать, печати. */
bool chain_is_verb(const struct scan *scan, size_t token)
{
	word_id lemma = scan->doc->tokens.items[token].stem;
	struct str base = words_text(scan->words, lemma);
	struct str form = words_text(scan->words, scan_fold(scan, token));

	return languages_is_verb(scan->languages, scan_lang(scan, token),
				 lemma) &&
	       (str_equal(base, form) ||
		utf8_common(base, form) + 1 < utf8_chars(base));
}

/* An adjective, as far as its ending and, of a known word, its lemma tell. */
bool chains_is_adjective(const struct chains *chains, const struct scan *scan,
			 size_t token)
{
	lang_id lang = scan_lang(scan, token);
	const struct token *t = &scan->doc->tokens.items[token];
	struct str lemma = words_text(scan->words, t->stem);

	if (!chain_is(chains, scan, token, KIND_BEFORE))
		return false;
	if (!languages_know(scan->languages, lang, t->form))
		return true;
	for (size_t i = 0; i < chains->rows[lang].count; i++) {
		const struct chain_row *row = &chains->rows[lang].items[i];

		if (row->kind == KIND_LEMMA && fits(row, lemma))
			return true;
	}
	return false;
}

/* A capital that only begins the sentence tells no name: the word is written
 * small elsewhere, or is of a kind that many have (Городской суд). */
bool chain_is_accident(const struct chains *chains, const struct scan *scan,
			size_t token)
{
	unsigned flags = scan->marks.items[token].flags;

	return flags & MARK_START &&
	       (flags & (MARK_LOWER | MARK_COUNTRY) ||
		chain_is(chains, scan, token, KIND_KIND) ||
		scan_is_stopword(scan, token));
}

/* A verb that no dictionary has, as its ending tells: насчитали. */
bool chain_is_past(const struct chains *chains, const struct scan *scan,
		    size_t token)
{
	return chain_is(chains, scan, token, KIND_PAST) &&
	       !languages_know(scan->languages, scan_lang(scan, token),
			       scan->doc->tokens.items[token].form);
}

/* An abbreviation is known by its whole: независимых СМИ. */
bool chain_is_depending(const struct chains *chains, const struct scan *scan,
			 size_t token)
{
	return (chain_is_small(scan, token) ||
		(scan_shape(scan, token) & SHAPE_ALL_CAPITAL &&
		 chain_is_whole(chains, scan, token, KIND_BEHIND))) &&
	       chain_is(chains, scan, token, KIND_BEHIND) &&
	       !chain_is_verb(scan, token) && !chain_is_past(chains, scan, token);
}

bool chains_leads(const struct chains *chains, const struct scan *scan,
		  size_t token)
{
	return chain_is(chains, scan, token, KIND_WHERE);
}

bool chains_seats(const struct chains *chains, const struct scan *scan,
		  size_t token)
{
	bool last = token + 1 >= scan_sentence_end(scan, token);

	return chain_is(chains, scan, token, KIND_SEAT) &&
	       (last || !chain_is(chains, scan, token + 1, KIND_TOWARD) ||
		chain_is(chains, scan, token, KIND_SENT));
}

bool chains_names(const struct chains *chains, const struct scan *scan,
		  size_t token)
{
	return chain_is(chains, scan, token, KIND_NAMED);
}

bool chains_joins(const struct chains *chains, const struct scan *scan,
		  size_t token)
{
	lang_id lang = scan_lang(scan, token);

	if (chains_end_in_head(chains, lang))
		return chain_is_small(scan, token) &&
		       !scan_is_stopword(scan, token) &&
		       !chain_is(chains, scan, token, KIND_BREAKS);
	return chain_is_depending(chains, scan, token);
}

