#include "guess.h"

#include "hash.h"
#include "utf8.h"

/* In 25 · ln of a probability, as the weights of letters.tsv are. */
enum {
	LONGEST_TEXT = 4096,
	STOPWORD_WEIGHT = 75,
	FOREIGN_WEIGHT = 125,  /* a letter that the language lacks */
	HINT_WEIGHT = 25,      /* the text before */
	AROUND_WEIGHT = 100,   /* the paragraph around */
	MOST_OF_WORD = 300,    /* between languages of ours: it may be a name */
	ALSO_WEIGHT = 75,      /* against a script that is not the usual one */
	FEW_WORDS = 4
};

/* When a text is in another language than ours: its letters must speak for it,
 * the more clearly the fewer they are. A sentence of ours is by 14 a letter
 * likelier in its own language than in any other, two words may be less; with
 * what its words are known for, by 20 and more. */
struct margins {
	int32_t first;         /* against other languages, before the text */
	int32_t letter;        /* what each letter takes off that */
	int32_t most;          /* a letter of a long text, for the others */
	int32_t hinted;
	int32_t unlikely;      /* a letter; texts of ours have twice that */
};
static const struct margins by_letters = { 620, 22, 10, 75, 36 };
static const struct margins by_words = { 400, 18, 13, 50, 48 };
enum {
	UNLIKELY_LETTERS = 20,
	NAME_WORD = 100        /* what a name may speak against the hint */
};

/* When letters alone tell enough. */
enum {
	CLEAR = 60,            /* against every other language, */
	CLEAR_LETTER = 18,     /* and a letter */
	CLEAR_LIKELY = 88,     /* a letter */
	CLEAR_OTHER = 8,       /* a letter, of a language that is not ours */
	CLEAR_OTHER_LETTERS = 20
};

enum { ALL_OURS = (1 << LANG_MAX) - 2 };

static enum script script_of(uint32_t c)
{
	if (c >= 0x400 && c < 0x530)
		return SCRIPT_CYRILLIC;
	if (c < 0x300 || (c >= 0x1e00 && c < 0x1f00))
		return SCRIPT_LATIN;
	return SCRIPT_OTHER;
}

static void add_key(const struct guesser *guesser, int32_t *score, uint64_t key)
{
	const struct guess_gram *gram = guesser_find(guesser, key);

	if (gram)
		for (size_t i = 0; i < GUESS_PROFILES; i++)
			score[i] += gram->weight[i];
}

/* The profiles that lack a letter; of a letter that none has, those of ours,
 * which are complete. */
static uint32_t foreign_to(const struct guesser *guesser, uint32_t c)
{
	uint32_t known = c < GUESS_LETTERS ? guesser->letters[c] : 0;

	if (known)
		return ~known;
	return script_of(c) == SCRIPT_OTHER ? 0 : ALL_OURS;
}

bool guesser_is_foreign(const struct guesser *guesser, struct str word,
			lang_id lang)
{
	for (size_t at = 0; at < word.len;) {
		uint32_t c = utf8_fold_char(utf8_next(word, &at));
		uint32_t known = c < GUESS_LETTERS ? guesser->letters[c] : 0;

		if ((known & ALL_OURS) && !(known >> lang & 1))
			return true;
	}
	return false;
}

static void add_stopword(const struct guesser *guesser,
			 struct guess_evidence *seen, int32_t *score,
			 struct str fold)
{
	uint32_t hash = str_hash(fold);

	for (size_t i = 0; i < guesser->end; i++)
		if (guesser->languages[i].known &&
		    string_map_find_hashed(guesser->languages[i].stopwords,
					   fold, hash)) {
			score[i] += STOPWORD_WEIGHT;
			seen->stopwords |= 1u << i;
		}
}

/* One word, a name perhaps, does not outweigh a sentence. */
static void limit(const struct guesser *guesser, int32_t *score)
{
	int32_t most = INT32_MIN;

	for (size_t i = 1; i < guesser->end; i++)
		if (score[i] > most)
			most = score[i];
	for (size_t i = 1; i < guesser->end; i++)
		if (score[i] < most - MOST_OF_WORD)
			score[i] = most - MOST_OF_WORD;
}

/* A name perhaps, which tells less of the language around it. */
static bool is_name(struct str word)
{
	size_t at = 0;

	return utf8_is_upper(utf8_next(word, &at));
}

/* The groups of letters of one word, with a `_` at each end: of three, and the
 * last four. A foreign letter counts once, since it may be a name's. */
static void add_word(const struct guesser *guesser, struct guess_evidence *seen,
		     struct str word)
{
	const uint64_t three = (UINT64_C(1) << 48) - 1;
	int32_t score[GUESS_PROFILES] = { 0 };
	uint32_t letters[SCRIPTS] = { 0 }, foreign = 0;
	uint64_t key = '_';
	enum script script = SCRIPT_LATIN;
	uint32_t part = seen->words > 0 && is_name(word) ? GUESS_NAME : 1;

	strbuf_clear(guesser->scratch);
	for (size_t at = 0, count = 0; at < word.len; count++) {
		uint32_t c = utf8_fold_char(utf8_next(word, &at));

		utf8_add(guesser->scratch, c);
		letters[script_of(c)]++;
		foreign |= foreign_to(guesser, c);
		key = guesser_key(key, c);
		if (count > 0)
			add_key(guesser, score, key & three);
	}
	key = guesser_key(key, '_');
	add_key(guesser, score, key & three);
	if (key > three)
		add_key(guesser, score, key);
	for (int i = SCRIPT_OTHER; i < SCRIPTS; i++) {
		seen->letters[i] += (letters[i] + part - 1) / part;
		if (letters[i] > letters[script])
			script = (enum script)i;
	}
	for (size_t i = 0; i < GUESS_PROFILES; i++)
		score[i] -= (foreign >> i & 1) ? FOREIGN_WEIGHT : 0;
	seen->words++;
	add_stopword(guesser, seen, score, strbuf_view(guesser->scratch));
	limit(guesser, score);
	for (size_t i = 0; i < GUESS_PROFILES; i++)
		seen->score[script][i] += score[i] / (int32_t)part;
}

/* A word that is no part of an address and begins with a small letter: the
 * text is no name. */
static void note_plain(const struct guesser *guesser,
		       struct guess_evidence *seen, struct str text,
		       size_t start, size_t end)
{
	size_t next = end;

	if (end < text.len && strchr(".,:;!?", text.data[end]))
		next++;
	if ((start == 0 || text.data[start - 1] == ' ') &&
	    (next == text.len || text.data[next] == ' ') &&
	    (classes_at(guesser->classes, text, start, &next) & CLASS_LOWER))
		seen->plain++;
}

void guesser_weigh(const struct guesser *guesser, struct str text,
		   struct guess_evidence *seen)
{
	size_t start = 0, next;

	if (text.len > LONGEST_TEXT)
		text.len = LONGEST_TEXT;
	for (size_t at = 0; at < text.len; at = next) {
		if (class_is(classes_at(guesser->classes, text, at, &next),
			     CLASS_LETTER))
			continue;
		if (at > start) {
			add_word(guesser, seen, str_slice(text, start, at));
			note_plain(guesser, seen, text, start, at);
		}
		start = next;
	}
	if (text.len > start) {
		add_word(guesser, seen, str_slice(text, start, text.len));
		note_plain(guesser, seen, text, start, text.len);
	}
}

void guesser_join(struct guess_evidence *to, const struct guess_evidence *from)
{
	for (unsigned script = 0; script < SCRIPTS; script++) {
		for (unsigned i = 0; i < GUESS_PROFILES; i++)
			to->score[script][i] += from->score[script][i];
		to->letters[script] += from->letters[script];
		to->frame[script] += from->frame[script];
	}
	to->words += from->words;
	to->plain += from->plain;
	to->stopwords |= from->stopwords;
}

enum script guesser_script(const struct guess_evidence *seen)
{
	enum script most = SCRIPT_OTHER;

	for (int i = SCRIPT_OTHER; i < SCRIPTS; i++)
		if (seen->letters[i] + seen->frame[i] >
		    seen->letters[most] + seen->frame[most])
			most = (enum script)i;
	return most;
}

static int32_t best_other(const int32_t *scores)
{
	int32_t best = 0;

	for (unsigned i = LANG_MAX; i < GUESS_PROFILES; i++)
		if (scores[i] > best)
			best = scores[i];
	return best;
}

/* Is a text, whose best language of ours has `score`, in another one? */
static bool is_other(const struct margins *margins, const int32_t *scores,
		     int32_t score, uint32_t letters, bool hinted)
{
	int32_t count = (int32_t)letters;
	int32_t margin = count * margins->letter - margins->first;

	if (margin > count * margins->most)
		margin = count * margins->most;
	if (hinted)
		margin -= margins->hinted;
	return score - best_other(scores) < margin ||
	       (count >= UNLIKELY_LETTERS &&
		score < count * margins->unlikely);
}

/* The best score of a language of ours, and the next one of any. */
static int32_t best_of(const struct guesser *guesser, const int32_t *scores,
		       enum script script, int32_t *second)
{
	int32_t best = INT32_MIN;

	*second = best_other(scores);
	for (unsigned i = 1; i < guesser->end; i++) {
		if (!(guesser->languages[i].scripts >> script & 1))
			continue;
		if (scores[i] > best) {
			*second = best > *second ? best : *second;
			best = scores[i];
		} else if (scores[i] > *second) {
			*second = scores[i];
		}
	}
	return best;
}

bool guesser_is_clear(const struct guesser *guesser,
		      const struct guess_evidence *seen, lang_id hint)
{
	enum script script = guesser_script(seen);
	const int32_t *scores = seen->score[script];
	int32_t count = (int32_t)seen->letters[script], best, second;

	if (seen->words == 0 || script == SCRIPT_OTHER)
		return true;
	best = best_of(guesser, scores, script, &second);
	if (hint != LANG_UND && seen->plain == 0 && seen->words < FEW_WORDS &&
	    scores[hint] == best && best > second)
		return true;
	if (count >= CLEAR_OTHER_LETTERS &&
	    best_other(scores) - best >= CLEAR_OTHER * count)
		return true;
	return best - second >= CLEAR + CLEAR_LETTER * count &&
	       best >= CLEAR_LIKELY * count;
}

static int32_t prior(const struct guesser *guesser, unsigned lang,
		     enum script script)
{
	return guesser->languages[lang].script == script ? 0 : -ALSO_WEIGHT;
}

/* Does each word speak against the hint by no more than a name may? */
static bool leads_by_names(const struct guesser *guesser,
			   const struct guess_evidence *seen,
			   enum script script, lang_id hint, lang_id best)
{
	const int32_t *scores = seen->score[script];

	return scores[best] + prior(guesser, best, script) - scores[hint] <
	       NAME_WORD * (int32_t)seen->words;
}

/* Do names alone speak against the hint? A few do not count, unless a letter
 * says that they are not in its language, and in its script no list of them
 * does, except for another language of ours that is usually written so. */
static bool are_names(const struct guesser *guesser,
		      const struct guess_evidence *seen, enum script script,
		      lang_id hint, lang_id best, bool other)
{
	const int32_t *scores = seen->score[script];
	bool own = guesser->languages[hint].script == script;
	bool few, close;

	if (hint == LANG_UND)
		return false;
	few = seen->words < FEW_WORDS &&
	      (!own || scores[best] - scores[hint] < FOREIGN_WEIGHT);
	close = own && seen->by_words &&
		leads_by_names(guesser, seen, script, hint, best);
	if (seen->plain == 0 && !(seen->stopwords >> best & 1) &&
	    (few || close))
		return true;
	return own && seen->plain * 2 <= seen->words &&
	       (other || ((close || !seen->by_words) &&
			  guesser->languages[best].script != script));
}

lang_id guesser_decide(const struct guesser *guesser,
		       const struct guess_evidence *seen, lang_id hint,
		       bool around)
{
	enum script script = guesser_script(seen);
	int32_t hint_weight = around ? AROUND_WEIGHT : HINT_WEIGHT;
	const int32_t *scores = seen->score[script];
	lang_id best = LANG_UND;
	int32_t most = 0;
	bool other;

	if (hint != LANG_UND && !guesser->languages[hint].known)
		hint = LANG_UND;
	if (seen->words == 0 || script == SCRIPT_OTHER)
		return seen->words == 0 ? hint : LANG_UND;
	for (unsigned i = 1; i < guesser->end; i++) {
		int32_t score = scores[i] + prior(guesser, i, script) +
				(i == hint ? hint_weight : 0);

		if ((guesser->languages[i].scripts >> script & 1) &&
		    (best == LANG_UND || score > most)) {
			best = (lang_id)i;
			most = score;
		}
	}
	other = is_other(seen->by_words ? &by_words : &by_letters, scores,
			 most, seen->letters[script], hint != LANG_UND);
	/* names in Latin letters stand in texts of any language */
	if (are_names(guesser, seen, script, hint, best, other))
		return script == SCRIPT_LATIN ||
		       (guesser->languages[hint].scripts >> script & 1)
			       ? hint : best;
	return other ? LANG_UND : best;
}
