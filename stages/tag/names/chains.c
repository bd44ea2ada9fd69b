#include "chains.h"

#include "utf8.h"

#include <stdlib.h>

enum {
	BEFORE_WORDS = 5,     /* adjectives before a head */
	BEHIND_WORDS = 8,     /* what depends on it */
	LONG_WORDS = 7,       /* before a head that stands last */
	WORD_LEAST = 4,       /* letters of a word with an ending */
	NAMED_WORDS = 4       /* behind "имени" */
};

enum kind { KIND_BEFORE, KIND_BEHIND, KIND_BREAKS, KIND_KIND, KIND_CALLED,
	    KIND_ABOUT, KIND_MORE, KIND_LEMMA, KIND_CLOSED, KIND_WEAK,
	    KIND_NAMED, KIND_PLAIN, KIND_WHERE, KIND_SEAT };

struct chain_row {
	enum kind kind;
	struct str text;      /* without the star */
	bool ends, begins;    /* a word ends, begins so; else it is the word */
};

struct chains {
	LIST(struct chain_row) rows[LANG_MAX];
	unsigned kinds[LANG_MAX]; /* bits: the language has rows of them */
};

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
		[KIND_WHERE] = "where", [KIND_SEAT] = "seat", NULL
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
	for (size_t i = 0; i < LANG_MAX; i++)
		LIST_RELEASE(&chains->rows[i]);
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

/* Whether a word is of a kind; by an ending only where it is no stop word. */
static bool is_of(const struct chains *chains, const struct scan *scan,
		  size_t token, enum kind kind)
{
	lang_id lang = scan_lang(scan, token);
	struct str form = words_text(scan->words, scan_fold(scan, token));
	bool stop = scan_is_stopword(scan, token);

	if (scan_kind(scan, token) != KIND_WORD ||
	    !(chains->kinds[lang] & 1u << kind))
		return false;
	for (size_t i = 0; i < chains->rows[lang].count; i++) {
		const struct chain_row *row = &chains->rows[lang].items[i];

		if (row->kind == kind && !(stop && row->ends) &&
		    fits(row, form))
			return true;
	}
	return false;
}

bool chains_writes_latin(const struct chains *chains, lang_id lang)
{
	return !(chains->kinds[lang] & (1u << KIND_BEHIND | 1u << KIND_BREAKS));
}

bool chains_breaks(const struct chains *chains, const struct scan *scan,
		   size_t token)
{
	return is_of(chains, scan, token, KIND_BREAKS);
}

bool chains_is_weak(const struct chains *chains, const struct scan *scan,
		    size_t token)
{
	return is_of(chains, scan, token, KIND_WEAK);
}

bool chains_is_kind(const struct chains *chains, const struct scan *scan,
		    size_t token)
{
	return is_of(chains, scan, token, KIND_KIND);
}

bool chains_has_adjectives(const struct chains *chains, lang_id lang)
{
	return chains->kinds[lang] & 1u << KIND_BEFORE;
}

bool chains_end_in_head(const struct chains *chains, lang_id lang)
{
	return chains->kinds[lang] & 1u << KIND_BREAKS;
}

static bool is_capital(const struct scan *scan, size_t token)
{
	return scan_shape(scan, token) & SHAPE_CAPITAL;
}

static bool is_small(const struct scan *scan, size_t token)
{
	return scan_kind(scan, token) == KIND_WORD && !is_capital(scan, token);
}

/* Nouns may have lemmas like those of verbs, but keep all of it but the last
 * letter: печать, печати. */
static bool is_verb(const struct scan *scan, size_t token)
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

	if (!is_of(chains, scan, token, KIND_BEFORE))
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
static bool is_accident(const struct chains *chains, const struct scan *scan,
			size_t token)
{
	unsigned flags = scan->marks.items[token].flags;

	return flags & MARK_START &&
	       (flags & (MARK_LOWER | MARK_COUNTRY) ||
		is_of(chains, scan, token, KIND_KIND) ||
		scan_is_stopword(scan, token));
}

static bool is_depending(const struct chains *chains, const struct scan *scan,
			 size_t token)
{
	return is_small(scan, token) && is_of(chains, scan, token, KIND_BEHIND) &&
	       !is_verb(scan, token);
}

bool chains_leads(const struct chains *chains, const struct scan *scan,
		  size_t token)
{
	return is_of(chains, scan, token, KIND_WHERE);
}

bool chains_seats(const struct chains *chains, const struct scan *scan,
		  size_t token)
{
	return is_of(chains, scan, token, KIND_SEAT);
}

bool chains_names(const struct chains *chains, const struct scan *scan,
		  size_t token)
{
	return is_of(chains, scan, token, KIND_NAMED);
}

bool chains_joins(const struct chains *chains, const struct scan *scan,
		  size_t token)
{
	lang_id lang = scan_lang(scan, token);

	if (chains_end_in_head(chains, lang))
		return is_small(scan, token) &&
		       !scan_is_stopword(scan, token) &&
		       !is_of(chains, scan, token, KIND_BREAKS);
	return is_depending(chains, scan, token);
}

struct walk {                     /* over the words behind a head */
	const struct persons *persons;
	size_t end;
	bool place, words;        /* it has a place, words that depend */
	bool about;               /* and what it is for */
	bool called;              /* whom it is named after */
};

/* A place that no table has: a capital in the genitive behind what may have
 * one (суд Темирсу, Союз редакторов Тенгрии), in any form behind "города". */
static bool is_unknown_place(const struct chains *chains,
			     const struct scan *scan, size_t head,
			     const struct walk *walk, size_t limit)
{
	size_t at = walk->end;
	bool led = scan->marks.items[at - 1].cue_ends & 1u << MENTION_PLACE;

	return !walk->place && scan_is_name_word(scan, at) &&
	       !(scan_shape(scan, at) & (SHAPE_ALL_CAPITAL | SHAPE_LATIN)) &&
	       (led || !chains_is_adjective(chains, scan, at)) &&
	       (led || is_of(chains, scan, at, KIND_BEHIND)) &&
	       (led || walk->words || is_of(chains, scan, head, KIND_CLOSED)) &&
	       !(at + 1 < limit && scan_is_name_word(scan, at + 1)) &&
	       !persons_may_name(walk->persons, scan, at);
}

/* Another head that this one belongs to: Следственного комитета. */
static size_t inner_head(const struct chains *chains, const struct scan *scan,
			 size_t token, size_t limit)
{
	unsigned heads = 1u << MENTION_BODY | 1u << MENTION_ORG;
	size_t t = token;

	while (t < limit && t - token < BEFORE_WORDS &&
	       chains_is_adjective(chains, scan, t))
		t++;
	return t < limit && scan->marks.items[t].head_starts & heads &&
	       is_of(chains, scan, t, KIND_BEHIND) ? t + 1 : 0;
}

/* "по делам молодёжи", "по борьбе с коррупцией". */
static bool go_about(const struct chains *chains, const struct scan *scan,
		     size_t head, size_t limit, struct walk *walk)
{
	size_t at = walk->end;

	if (!(at == head + 1 && is_of(chains, scan, at, KIND_ABOUT)) &&
	    !(walk->about && is_of(chains, scan, at, KIND_MORE)))
		return false;
	if (at + 1 >= limit || !is_small(scan, at + 1) ||
	    is_verb(scan, at + 1))
		return false;
	walk->end = at + 2;
	if (at + 2 < limit && chains_is_adjective(chains, scan, at + 1) &&
	    is_small(scan, at + 2))
		walk->end++;
	return walk->words = walk->about = true;
}

/* Capitals behind "имени": Л. Н. Гумилёва. */
static size_t called_end(const struct scan *scan, size_t token, size_t limit)
{
	size_t end = token;

	while (end < limit && end - token < NAMED_WORDS &&
	       scan_kind(scan, end) == KIND_WORD &&
	       (is_capital(scan, end) ||
		(end == token && scan_shape(scan, end) & SHAPE_COMPOUND)))
		end++;
	return end;
}

/* The next words of the name at walk->end; false where it ends there. */
static bool go_on(const struct chains *chains, const struct scan *scan,
		  size_t head, struct walk *walk)
{
	size_t at = walk->end, limit = scan_sentence_end(scan, head), inner;
	const struct candidate *c;

	if (at >= limit)
		return false;
	c = scan_find(scan, at, MENTION_PLACE);
	if (c && is_capital(scan, c->first)) {
		walk->end = c->end;
		walk->place = true;
		return true;
	}
	if (is_of(chains, scan, at, KIND_CALLED)) {
		walk->end = called_end(scan, at + 1, limit);
		walk->called = walk->end > at + 1;
		walk->words = walk->words || walk->called;
		if (!walk->called)
			walk->end = at;
		return walk->called;
	}
	if (is_unknown_place(chains, scan, head, walk, limit)) {
		walk->end++;
		return walk->place = true;
	}
	if (walk->place)
		return false;
	if (at == head + 1 && scan_is_form(scan, at, "№") && at + 1 < limit &&
	    scan_kind(scan, at + 1) == KIND_NUMBER) {
		walk->end = at + 2;
		return true;
	}
	if (go_about(chains, scan, head, limit, walk))
		return true;
	inner = inner_head(chains, scan, at, limit);
	if (inner) {
		walk->end = inner;
		return walk->words = true;
	}
	if (walk->words && scan->marks.items[at].flags & MARK_LINK &&
	    !is_of(chains, scan, at, KIND_ABOUT) && at + 1 < limit)
		at++;
	if (!is_depending(chains, scan, at))
		return false;
	walk->end = at + 1;
	walk->words = true;
	return true;
}

/* Where the adjectives before a head begin: with the first of those that have a
 * capital, else with those of its kind (районный суд). */
static size_t find_begin(const struct chains *chains, const struct scan *scan,
			 size_t head, bool *named)
{
	size_t start = scan_sentence_start(scan, head), begin = head, t = head;

	*named = false;
	while (t > start && head - t < BEFORE_WORDS &&
	       chains_is_adjective(chains, scan, t - 1)) {
		t--;
		if (is_capital(scan, t)) {
			begin = t;
			*named = *named || !is_accident(chains, scan, t);
		} else if (*named) {
			break;
		} else if (begin == t + 1 &&
			   is_of(chains, scan, t, KIND_KIND)) {
			begin = t;
		}
	}
	return begin;
}

/* Whether a word tells of which kind it is: "Асановтың соты" is his trial. */
static bool has_kind(const struct chains *chains, const struct scan *scan,
		     size_t first, size_t end)
{
	for (size_t t = first; t < end; t++)
		if (is_of(chains, scan, t, KIND_KIND))
			return true;
	return false;
}

/* A capital adjective at the beginning of a sentence is a name's where no
 * dictionary has it, or where it tells which of a kind it is (Московский
 * городской суд). */
static bool is_named(const struct chains *chains, const struct scan *scan,
		     size_t begin, size_t head, const struct walk *walk)
{
	if (!(scan->marks.items[begin].flags & MARK_START) || walk->place ||
	    walk->words ||
	    !languages_know(scan->languages, scan_lang(scan, begin),
			    scan->doc->tokens.items[begin].form))
		return true;
	return has_kind(chains, scan, begin + 1, head);
}

static bool find_first(const struct chains *chains, const struct scan *scan,
		       const struct persons *persons, size_t head,
		       enum mention_type type, struct extent *name)
{
	struct walk walk = { .end = head + 1, .persons = persons };
	unsigned flags = scan->marks.items[head].flags;
	bool named, own;
	size_t begin = find_begin(chains, scan, head, &named);

	for (size_t i = 0; i < BEHIND_WORDS &&
			   go_on(chains, scan, head, &walk); i++)
		;
	if (is_of(chains, scan, head, KIND_CLOSED) && !walk.place &&
	    !walk.about && !walk.called) {
		walk.end = head + 1;
		walk.words = false;
	}
	named = named && is_named(chains, scan, begin, head, &walk);
	own = begin == head && is_capital(scan, head) && walk.words &&
	      !(flags & MARK_START &&
		(flags & MARK_LOWER || is_of(chains, scan, head, KIND_WEAK)));
	if (!named && !own && !walk.called &&
	    !(walk.place && type == MENTION_BODY))
		return false;
	*name = (struct extent){ scan->marks.items[head].sentence, begin,
				 walk.end };
	return walk.end - begin > 1;
}

/* Whom a name is named after, before "атындағы": a surname, with given names and
 * initials before it (Л. Н. Гумилёв), or one name (әл-Фараби). */
static size_t called_begin(const struct chains *chains,
			   const struct scan *scan,
			   const struct persons *persons, size_t first)
{
	size_t start = scan_sentence_start(scan, first), t;

	if (first <= start + 1 || !is_of(chains, scan, first - 1, KIND_CALLED))
		return first;
	t = first - 2;
	if (scan_kind(scan, t) != KIND_WORD ||
	    !(is_capital(scan, t) ||
	      scan_shape(scan, t) & SHAPE_COMPOUND))
		return first;
	while (t > start && first - t < NAMED_WORDS && is_capital(scan, t - 1) &&
	       (persons_is_given(persons, scan, t - 1) ||
		!scan_is_name_word(scan, t - 1)))
		t--;
	return t;
}

/* A common word that begins the sentence is none: Облыс орталығы. */
static bool is_common_start(const struct chains *chains,
			    const struct scan *scan, size_t first, size_t head)
{
	return scan->marks.items[first].flags & MARK_START &&
	       head == first + 1 && is_of(chains, scan, head, KIND_WEAK) &&
	       languages_know(scan->languages, scan_lang(scan, first),
			      scan->doc->tokens.items[first].form);
}

/* Where a name begins whose head stands last: with the nearest capital, or
 * behind whom it is named after (`called`). False where there is none. */
static bool find_capital(const struct chains *chains, const struct scan *scan,
			 size_t head, size_t *first, bool *called)
{
	size_t start = scan_sentence_start(scan, head);

	*called = false;
	for (size_t t = head; t > start && head - t < LONG_WORDS; t--) {
		bool link = scan->marks.items[t - 1].flags & MARK_LINK;

		*first = t;
		*called = is_of(chains, scan, t - 1, KIND_CALLED);
		if (*called)
			return true;
		if (!link && (scan_kind(scan, t - 1) != KIND_WORD ||
			      scan_is_stopword(scan, t - 1)))
			return false;
		if (!link && is_of(chains, scan, t - 1, KIND_BREAKS) &&
		    !is_of(chains, scan, t - 1, KIND_KIND) &&
		    !(scan->marks.items[t - 1].flags & MARK_PLACE_BASE))
			return false;
		*first = t - 1;
		if (is_capital(scan, t - 1) && !link)
			return true;
	}
	return false;
}

/* A place that no table has: Тенгрия Журналистер одағы. */
static bool is_place_before(const struct scan *scan,
			    const struct persons *persons, size_t first)
{
	size_t start = scan_sentence_start(scan, first);

	return first > start && scan_is_name_word(scan, first - 1) &&
	       !(scan_shape(scan, first - 1) & SHAPE_LATIN) &&
	       !(first - 1 > start && scan_is_name_word(scan, first - 2)) &&
	       !scan_is_stopword(scan, first - 1) &&
	       !languages_know(scan->languages, scan_lang(scan, first),
			       scan->doc->tokens.items[first - 1].form) &&
	       !persons_may_name(persons, scan, first - 1);
}

static size_t with_place(const struct scan *scan,
			 const struct persons *persons, size_t first,
			 bool *placed)
{
	const struct candidate *c = scan_find_before(scan, first + 1,
						     MENTION_PLACE);

	if (!c && first > scan_sentence_start(scan, first))
		c = scan_find_before(scan, first, MENTION_PLACE);
	*placed = c && is_capital(scan, c->first);
	if (*placed)
		return c->first;
	return is_place_before(scan, persons, first) ? first - 1 : first;
}

static bool find_last(const struct chains *chains, const struct scan *scan,
		      const struct persons *persons, size_t head,
		      struct extent *name)
{
	bool called, placed = false;
	size_t first, begin;

	if (!find_capital(chains, scan, head, &first, &called))
		return false;
	begin = called ? first : with_place(scan, persons, first, &placed);
	if (!called && (is_of(chains, scan, head, KIND_PLAIN) ||
			(is_of(chains, scan, head, KIND_CLOSED) && !placed &&
			 !has_kind(chains, scan, first, head))))
		return false;
	if (!called && !placed &&
	    (is_accident(chains, scan, first) ||
	     is_common_start(chains, scan, first, head)))
		return false;
	first = called_begin(chains, scan, persons, begin);
	if (called && first == begin)
		return false;
	*name = (struct extent){ scan->marks.items[head].sentence, first,
				 head + 1 };
	return true;
}

bool chains_find(const struct chains *chains, const struct scan *scan,
		 const struct persons *persons, size_t head,
		 enum mention_type type, struct extent *name)
{
	lang_id lang = scan_lang(scan, head);

	if (!(scan_shape(scan, head) & SHAPE_CYRILLIC))
		return false;
	if (chains_end_in_head(chains, lang))
		return scan->marks.items[head].head_ends & 1u << type &&
		       find_last(chains, scan, persons, head, name);
	return chains->kinds[lang] & 1u << KIND_BEHIND &&
	       find_first(chains, scan, persons, head, type, name);
}
