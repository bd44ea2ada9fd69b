/* All ways to cut a word, from its end to a root. A state is a place in the
 * word, the slot that was taken off there, and two bits; each is entered once,
 * so that the cost is bounded by letters times slots. */
#include "suffixes_internal.h"

#include "hash.h"
#include "utf8.h"

enum {
	KEPT = 1, UNVOICED = 2, VARIANTS = 4,
	NO_SLOT = SUFFIX_SLOTS_MAX,
	GUESS_CHARS = 3,         /* shorter roots are all known */
	POOR = 4,                /* points of a reading that is an unlikely one */
	SCORE_OF_POINT = ROOT_WEIGHT_MAX + 1,
	SCORE_OF_LETTER = 2,     /* as much as a root four times as common */
	OF_ANY_ROOT = 1 << ROOT_NOUN | 1 << ROOT_VERB
};

/* How the search came to a place. */
struct path {
	size_t at;               /* bytes of the word that are left */
	size_t stem;             /* end of the stem, where `kept` */
	unsigned slot;           /* the last one taken off */
	unsigned cost;           /* of all endings that were taken off */
	bool kept, unvoiced, lemma, guess;
	bool vowel;              /* what came off begins with a vowel */
	const struct suffix_rule *rule;
};

struct search {
	const struct suffixes *suffixes;
	char text[SUFFIX_LONGEST_WORD + 1];
	size_t len;
	uint8_t chars[SUFFIX_LONGEST_WORD + 1];   /* letters before a byte */
	uint8_t harmony[SUFFIX_LONGEST_WORD + 1];
	uint64_t seen[SUFFIX_LONGEST_WORD + 1][VARIANTS];
	enum suffix_ends ends;
	bool rival;              /* readings with different stems fit */
	struct suffix_cut *best, guess;
	bool guessed, stopped;   /* stopped: the guess ends in what is kept */
	size_t given;            /* a root of any sound ends here; 0: none does */
	bool is_ending;          /* all behind it came off */
};

uint8_t suffixes_harmony(const struct suffixes *suffixes, struct str text)
{
	uint32_t class = 0, previous;
	uint8_t found = 0;

	for (size_t at = 0; at < text.len;) {
		previous = class;
		class = suffixes_class(suffixes, utf8_next(text, &at));
		found = suffixes_harmony_after(suffixes, class, previous,
					       found);
	}
	return found;
}

static void prepare(struct search *search, struct str word)
{
	uint8_t chars = 0, harmony = 0;
	uint32_t class = 0, previous;

	memcpy(search->text, word.data, word.len);
	search->len = word.len;
	search->chars[0] = search->harmony[0] = 0;
	for (size_t at = 0; at < word.len;) {
		size_t start = at;

		previous = class;
		class = suffixes_class(search->suffixes, utf8_next(word, &at));

		while (++start < at)
			search->chars[start] = UINT8_MAX;
		harmony = suffixes_harmony_after(search->suffixes, class,
						 previous, harmony);
		search->chars[at] = ++chars;
		search->harmony[at] = harmony;
	}
}

/* How common a root is in the commonest of these classes. */
static uint32_t weight_in(uint32_t root, uint64_t classes)
{
	uint32_t most = 0;

	for (unsigned i = 0; i < ROOT_CLASSES; i++)
		if (root & classes & UINT64_C(1) << i &&
		    root_weight(root, i) > most)
			most = root_weight(root, i);
	return most;
}

/* How likely a reading is, above 0: by the length of its root, which tells
 * chance from sense, how common the root is, and how rare the endings are; of
 * two that are as likely the one with the commoner root. */
static int score_of(struct str root, uint32_t weight, unsigned cost)
{
	int chars = (int)utf8_chars(root);

	return (chars * SCORE_OF_LETTER + (int)weight - (int)cost +
		SUFFIX_SLOTS_MAX * SUFFIX_COST_MAX) * SCORE_OF_POINT +
	       (int)weight;
}

static void keep_best(struct search *search, struct str stem, bool lemma,
		      int score)
{
	struct suffix_cut *best = search->best;
	struct str old = { best->stem, best->len };
	bool is_same = best->known && str_equal(stem, old);

	if (stem.len > sizeof best->stem)
		return;
	if (best->known && !is_same)
		search->rival = true;
	if (best->known && (score < best->score ||
			    (score == best->score && stem.len <= old.len))) {
		if (is_same)
			best->certain = best->certain && lemma;
		return;
	}
	memcpy(best->stem, stem.data, stem.len);
	best->len = stem.len;
	best->certain = lemma && (!is_same || best->certain);
	best->score = score;
	best->known = true;
}

/* The root that ends where the path is, if it is one that its slot can stand
 * behind. */
static void try_root(struct search *search, const struct path *path)
{
	const struct suffixes *suffixes = search->suffixes;
	const uint64_t wanted = suffixes->slots[path->slot].behind;
	char text[SUFFIX_LONGEST_WORD + SUFFIX_RESTORES_MAX];
	struct str left = { text, path->at }, stem = left;
	uint32_t hash, row, root;

	if (search->given > 0) {
		search->is_ending |= path->at == search->given &&
			!path->unvoiced && path->rule->restores.len == 0 &&
			(wanted & (1 << ROOT_NOUN | 1 << ROOT_NUMERAL));
		return;
	}
	memcpy(text, search->text, path->at);
	if (path->rule->restores.len > 0) {
		memcpy(text + left.len, path->rule->restores.data,
		       path->rule->restores.len);
		left.len += path->rule->restores.len;
	}
	hash = str_hash(left);
	root = string_map_find_hashed(&suffixes->roots, left, hash);
	if (root_classes_of(root) & wanted) {
		stem = path->kept ? (struct str){ search->text, path->stem } :
				    left;
		keep_best(search, stem, path->lemma,
			  score_of(left, weight_in(root, wanted),
				   path->cost));
	}
	row = string_map_find_hashed(&suffixes->variants, left, hash);
	if (row && path->vowel && !path->kept) {
		stem = table_named_cell(suffixes->irregular, row - 1, "stem");
		root = string_map_find(&suffixes->roots, stem);
		if (root_classes_of(root) & wanted)
			keep_best(search, stem, path->lemma,
				  score_of(stem, weight_in(root, wanted),
					   path->cost));
	}
}

/* The shortest stem of a word whose root is not known. */
static void try_guess(struct search *search, const struct path *path)
{
	struct suffix_cut *guess = &search->guess;
	struct str restores = path->rule->restores;
	size_t chars = search->chars[path->at];

	if (search->ends != ENDS_SURE || !path->guess || path->kept ||
	    path->unvoiced || search->stopped || chars < GUESS_CHARS ||
	    !(search->suffixes->slots[path->slot].behind & OF_ANY_ROOT) ||
	    (search->guessed && guess->chars <= chars))
		return;
	memcpy(guess->stem, search->text, path->at);
	memcpy(guess->stem + path->at, restores.data, restores.len);
	guess->len = path->at + restores.len;
	guess->chars = chars;
	search->guessed = true;
}

/* An ending that makes words stays on an unknown word, and what is before. */
static void stop_guess(struct search *search, size_t end)
{
	struct suffix_cut *guess = &search->guess;
	size_t chars = search->chars[end];

	if (search->stopped && guess->chars >= chars)
		return;
	memcpy(guess->stem, search->text, end);
	guess->len = end;
	guess->chars = chars;
	search->guessed = search->stopped = true;
}

static bool fits(const struct search *search, const struct suffix_rule *rule,
		 size_t at)
{
	size_t left = at - rule->suffix.len, start;
	struct str text = { search->text, left };

	if (left == 0 || search->chars[left] == UINT8_MAX ||
	    memcmp(search->text + left, rule->suffix.data, rule->suffix.len))
		return false;
	if (left <= search->given)
		return left == search->given;
	if (search->chars[left] < rule->keep)
		return false;
	if (rule->harmony && search->harmony[left] &&
	    rule->harmony != search->harmony[left])
		return false;
	return !rule->after ||
	       (suffixes_class(search->suffixes,
			       utf8_before(text, left, &start)) & rule->after);
}

static void go_on(struct search *search, const struct path *path);

/* A voiced last letter may stand for a voiceless one before a vowel. */
static void go_on_unvoiced(struct search *search, const struct path *path)
{
	const struct suffixes *suffixes = search->suffixes;
	struct str left = { search->text, path->at };

	for (size_t i = 0; i < suffixes->finals.count; i++) {
		const struct suffix_final *final = &suffixes->finals.items[i];
		struct path next = *path;
		char *end;

		if (!str_has_suffix(left, final->from))
			continue;
		end = search->text + left.len - final->from.len;
		memcpy(end, final->to.data, final->to.len);
		next.unvoiced = true;
		go_on(search, &next);
		memcpy(end, final->from.data, final->from.len);
		return;
	}
}

static void take(struct search *search, const struct path *path,
		 const struct suffix_rule *rule)
{
	const struct suffix_slot *slot = &search->suffixes->slots[rule->slot];
	bool first = path->slot == NO_SLOT;
	struct path next = {
		.at = path->at - rule->suffix.len,
		.slot = rule->slot,
		.cost = path->cost + slot->cost,
		.stem = path->kept ? path->stem : path->at,
		.kept = path->kept || slot->kept,
		.lemma = (first || path->lemma) && (slot->lemma || slot->kept),
		.guess = (first || path->guess) && slot->guess,
		.vowel = rule->vowel,
		.rule = rule,
	};

	if (slot->kept && next.guess && !path->kept &&
	    search->ends == ENDS_SURE)
		stop_guess(search, path->at);
	go_on(search, &next);
	if (rule->vowel && rule->restores.len == 0)
		go_on_unvoiced(search, &next);
}

static void take_all(struct search *search, const struct path *path)
{
	const struct suffixes *suffixes = search->suffixes;
	struct str left = { search->text, path->at };
	size_t start;
	uint32_t letter = utf8_before(left, left.len, &start);

	if (letter >= SUFFIX_LETTERS)
		return;
	for (size_t i = suffixes->rules_from[letter];
	     i < suffixes->rules_from[letter + 1]; i++) {
		const struct suffix_rule *rule = &suffixes->rules.items[i];
		const struct suffix_slot *slot = &suffixes->slots[rule->slot];

		if (path->slot == NO_SLOT ? slot->ends != search->ends :
		    !(suffixes->slots[path->slot].behind >> rule->slot & 1))
			continue;
		if (path->vowel && !path->unvoiced && rule->voices)
			continue;
		if (rule->suffix.len < path->at && fits(search, rule, path->at))
			take(search, path, rule);
	}
}

static void go_on(struct search *search, const struct path *path)
{
	uint64_t *seen = &search->seen[path->at][(path->kept ? KEPT : 0) |
						 (path->unvoiced ? UNVOICED
								 : 0)];

	if (path->rule->restores.len == 0) {
		if (*seen >> path->slot & 1)
			return;
		*seen |= UINT64_C(1) << path->slot;
		take_all(search, path);
	}
	try_root(search, path);
	try_guess(search, path);
}

static void search_ends(struct search *search, enum suffix_ends ends)
{
	search->ends = ends;
	memset(search->seen, 0, (search->len + 1) * sizeof *search->seen);
	take_all(search, &(struct path){ .at = search->len, .slot = NO_SLOT });
}

void suffixes_unvoice(const struct suffixes *suffixes, char *text, size_t len)
{
	for (size_t i = 0; i < suffixes->finals.count; i++) {
		const struct suffix_final *final = &suffixes->finals.items[i];

		if (str_has_suffix((struct str){ text, len }, final->from)) {
			memcpy(text + len - final->from.len, final->to.data,
			       final->to.len);
			return;
		}
	}
}

bool suffixes_search(const struct suffixes *suffixes, struct str word,
		     struct suffix_cut *cut)
{
	const uint32_t only_verbs = UINT32_C(1) << ROOT_VERB;
	struct search search;
	bool is_known;
	uint32_t bare = string_map_find(&suffixes->roots, word);

	search.suffixes = suffixes;
	search.best = cut;
	search.rival = search.guessed = search.stopped = false;
	search.given = 0;
	cut->known = cut->certain = false;
	if (word.len == 0 || word.len > SUFFIX_LONGEST_WORD)
		return false;
	prepare(&search, word);
	search.ends = ENDS_SURE;
	if (root_classes_of(bare) & ~only_verbs)
		keep_best(&search, word, true,
			  score_of(word, weight_in(bare, ~only_verbs), 0));
	search_ends(&search, ENDS_SURE);
	is_known = cut->known;
	if (!is_known || cut->score < score_of(STR_NONE, 0, 0) +
					POOR * SCORE_OF_POINT) {
		if (root_classes_of(bare) & only_verbs)
			keep_best(&search, word, false,
				  score_of(word, weight_in(bare, only_verbs),
					   0));
		search_ends(&search, ENDS_DOUBT);
		cut->certain = cut->certain && is_known;
	}
	cut->certain = cut->certain && !search.rival;
	if (cut->known)
		return true;
	if (search.guessed) {
		*cut = search.guess;
		cut->known = cut->certain = false;
		suffixes_unvoice(suffixes, cut->stem, cut->len);
	}
	return search.guessed;
}

bool suffixes_is_ending(const struct suffixes *suffixes, struct str text)
{
	static const char root[] = "-"; /* whose sound nothing is known of */
	struct search search = { .suffixes = suffixes, .given = 1 };
	char word[SUFFIX_LONGEST_WORD];

	if (text.len == 0 || text.len + search.given > sizeof word)
		return false;
	memcpy(word, root, search.given);
	memcpy(word + search.given, text.data, text.len);
	prepare(&search, (struct str){ word, text.len + search.given });
	search_ends(&search, ENDS_SURE);
	return search.is_ending;
}
