#include "known_words.h"

#include "hash.h"
#include "utf8.h"

/* In 25 · ln of a probability; see guess.c. */
enum {
	KNOWN = 120,           /* for languages that know a word */
	UNKNOWN = 210,         /* against those that do not */
	KNOWN_NAME = 40,       /* for a name: it may be but a sentence's first */
	NAME_PART = 3,         /* of its weight that another name has */
	ABBREVIATION_BYTES = 12,
	COMMON_CHARS = 4,      /* shorter stems are those of many words */
	UNLIKELY = 100         /* against the likeliest language, by letters */
};

/* Of a language without a dictionary: words.tsv has the stem. */
static bool is_common(struct known_words *known, unsigned lang, struct str word)
{
	struct mapped_table *common = &known->common[lang];
	uint32_t hash = MAPPED_TABLE_HASH;
	struct str stem;

	if (!common->bytes || known->stemmers[lang]->lexemes.bases.bytes)
		return false;
	stemmer_root(known->stemmers[lang], word, &known->stem);
	stem = strbuf_view(&known->stem);
	if (utf8_chars(stem) < COMMON_CHARS)
		return false;
	for (size_t i = 0; i < stem.len; i++)
		hash = mapped_table_hash_step(hash, stem.data[i]);
	return mapped_table_find(common, stem, hash) < common->rows.len;
}

int known_words_add(struct known_words *known, lang_id lang,
		    struct stemmer *stemmer, const struct token_rules *rules,
		    const char *folder,
		    struct str code, struct err *err)
{
	int rc = mapped_table_open(&known->common[lang], folder, code,
				   "words.tsv", STR("stem"), err);

	known->rules[lang] = rules;
	known->stemmers[lang] = stemmer_knows_most(stemmer) ? stemmer : NULL;
	return rc == ERR_MISSING ? 0 : rc;
}

/* The languages with words that may be written in the script. */
static unsigned asked_of(const struct known_words *known, enum script script)
{
	unsigned asked = 0;

	for (unsigned i = 1; i < LANG_MAX; i++)
		if (known->stemmers[i] &&
		    (known->guesser->languages[i].scripts >> script & 1))
			asked |= 1u << i;
	return asked;
}

/* Those of them that seldom are. */
static unsigned others_of(const struct known_words *known, enum script script)
{
	unsigned others = asked_of(known, script);

	for (unsigned i = 1; i < LANG_MAX; i++)
		if (known->guesser->languages[i].script == script)
			others &= ~(1u << i);
	return others;
}

/* Its full stop stands apart, where the text is split as of another language. */
static bool is_abbreviation(struct known_words *known, unsigned lang,
			    struct str part)
{
	char form[ABBREVIATION_BYTES + 1];

	if (part.len >= sizeof form)
		return false;
	memcpy(form, part.data, part.len);
	form[part.len] = '.';
	return token_rules_abbreviation(known->rules[lang],
					(struct str){ form, part.len + 1 },
					&known->stem) != 0;
}

static bool has_part(struct known_words *known, unsigned lang,
		     struct str part, uint32_t hash, bool is_name)
{
	return string_map_find_hashed(known->guesser->languages[lang].stopwords,
				      part, hash) ||
	       stemmer_knows(known->stemmers[lang], part) ||
	       is_abbreviation(known, lang, part) ||
	       (!is_name && is_common(known, lang, part));
}

/* The languages of `asked` that have the word. */
static unsigned find(struct known_words *known, struct str rest, unsigned asked,
		     bool is_name)
{
	struct str part;

	while (asked && rest.len > 0 && str_split(&rest, '-', &part)) {
		uint32_t hash = str_hash(part);

		for (unsigned i = 1; i < LANG_MAX; i++)
			if ((asked >> i & 1) &&
			    !has_part(known, i, part, hash, is_name))
				asked &= ~(1u << i);
	}
	return asked;
}

/* Those of `asked` by whose letters the word may be one of theirs. */
static unsigned likely(const int32_t scores[GUESS_PROFILES], unsigned asked)
{
	int32_t most = scores[1];

	for (unsigned i = 2; i < GUESS_PROFILES; i++)
		most = scores[i] > most ? scores[i] : most;
	for (unsigned i = 1; i < LANG_MAX; i++)
		if (scores[i] < most - UNLIKELY)
			asked &= ~(1u << i);
	return asked;
}

/* Groups of letters do not go across an apostrophe, which some alphabets write
 * letters with. */
static bool has_apostrophe(struct str word)
{
	return str_find(word, STR("'"), 0) < word.len ||
	       str_find(word, STR("\u2019"), 0) < word.len;
}

/* Of `others`, languages that seldom are written in the word's script. */
static unsigned find_others(struct known_words *known, struct str word,
			    unsigned others, bool is_name,
			    const int32_t scores[GUESS_PROFILES])
{
	if (has_apostrophe(word))
		return find(known, word, others, is_name);
	return is_name ? 0 : find(known, word, likely(scores, others), false);
}

/* A word that is known in its script may be one of `others` as well. */
static int32_t vote_of(unsigned lang, unsigned found, unsigned others,
		       bool is_name)
{
	bool has = found >> lang & 1;

	if (is_name)
		return has ? KNOWN_NAME : 0;
	if (has)
		return KNOWN;
	return found && (others >> lang & 1) ? KNOWN / 2 : -UNKNOWN;
}

void known_words_vote(struct known_words *known, struct str word,
		      enum script script, bool is_name,
		      int32_t scores[GUESS_PROFILES])
{
	unsigned asked = asked_of(known, script);
	unsigned others = others_of(known, script), found;
	struct str fold;

	strbuf_clear(&known->fold);
	utf8_add_fold(&known->fold, word);
	fold = strbuf_view(&known->fold);
	found = find(known, fold, asked & ~others, is_name);
	if (!found)
		found = find_others(known, fold, others, is_name, scores);
	for (unsigned i = 0; i < GUESS_PROFILES && is_name && !found; i++)
		scores[i] /= NAME_PART;
	for (unsigned i = 1; i < LANG_MAX; i++)
		if (asked >> i & 1)
			scores[i] += vote_of(i, found, others, is_name);
}

void known_words_release(struct known_words *known)
{
	for (unsigned i = 0; i < LANG_MAX; i++)
		mapped_table_close(&known->common[i]);
	strbuf_release(&known->stem);
	strbuf_release(&known->fold);
}
