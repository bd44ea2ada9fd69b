#include "mask_internal.h"

#include "hash.h"
#include "utf8.h"

enum {
	CLEAR_MIN = 8,    /* letters of a surname that is clear in small ones */
	KNOWN_MAX = 6,    /* of a form that may be another word's */
	BEGIN_MIN = 5,    /* of a surname that other words begin with */
	KEY_SURE = 4,     /* letters of a key that tells a name by itself */
	KEY_LONG = 5,     /* and without a capital, or within an address */
	KEY_MORE = 2,     /* that an address may have behind a surname's key: an
	                     ending in Latin letters */
	WORD_MAX = 64     /* bytes of a word that may have the key of a name */
};

static struct mask_found from(const struct mask_form *form,
			      enum mask_strength strength)
{
	return (struct mask_found){ form->people, strength };
}

static const struct mask_found nothing = { .strength = MASK_NONE };

/* Begins with a surname: an ending may follow that no table has. Forms with
 * any flag of `without` are none. */
static const struct mask_form *find_beginning(const struct mask *mask,
					      struct str fold,
					      unsigned without)
{
	const struct mask_form *best = NULL;
	size_t end = 0, chars = 0;

	while (end < fold.len) {
		const struct mask_form *form;

		utf8_next(fold, &end);
		if (end > mask->longest)
			break;
		if (++chars < BEGIN_MIN)
			continue;
		form = mask_table_find(&mask->forms, str_slice(fold, 0, end));
		if (form && form->flags & MASK_FAMILY &&
		    !(form->flags & without))
			best = form;
	}
	return best;
}

/* A surname anywhere in it: erlankumtasov. */
static const struct mask_form *find_inside(const struct mask *mask,
					   struct str fold)
{
	const struct mask_form *form = NULL;

	for (size_t at = 0; !form && at < fold.len; utf8_next(fold, &at))
		form = find_beginning(mask, str_slice(fold, at, fold.len),
				      MASK_COMMON);
	return form;
}

static bool has_capital_inside(struct str word)
{
	size_t at = 0;

	utf8_next(word, &at);
	while (at < word.len)
		if (utf8_is_upper(utf8_next(word, &at)))
			return true;
	return false;
}

/* A name of two letters is a word of many languages, an ending, an abbreviation
 * in capitals. */
static enum mask_strength judge_short(const struct mask_form *form,
				      struct str word, enum mask_place place)
{
	bool is_other = form->flags & (MASK_STOP | MASK_KNOWN);

	if (place == MASK_IN_ADDRESS)
		return MASK_FAINT;
	if (!utf8_has_upper(word))
		return place == MASK_BY_ITSELF && !is_other ? MASK_STRONG
							    : MASK_NONE;
	if (has_capital_inside(word))
		return form->flags & MASK_STOP ? MASK_FAINT : MASK_WEAK;
	if (form->flags & MASK_ALONE)
		return MASK_STRONG;
	if (form->flags & MASK_STOP || !(form->flags & MASK_FAMILY))
		return MASK_FAINT;
	return is_other ? MASK_WEAK : MASK_STRONG;
}

/* A form that is known as it stands. */
static struct mask_found judge_form(const struct mask_form *form,
				    struct str word, enum mask_place place)
{
	bool is_clear = form->flags & MASK_FAMILY &&
			utf8_chars(word) >= CLEAR_MIN;

	if (form->flags & MASK_SHORT)
		return from(form, judge_short(form, word, place));
	if (place == MASK_IN_TEXT && form->flags & MASK_KNOWN && !is_clear &&
	    !utf8_has_upper(word))
		return nothing;
	if (!(form->flags & MASK_COMMON))
		return from(form, MASK_STRONG);
	if (place == MASK_BY_ITSELF ||
	    (form->flags & MASK_ALONE && utf8_has_upper(word)))
		return from(form, MASK_STRONG);
	if (place == MASK_IN_ADDRESS || utf8_has_upper(word))
		return from(form, MASK_WEAK);
	return nothing;
}

/* Whether what has the key of a name may be another word. */
static bool is_doubtful(struct mask *mask, const struct mask_form *form,
			struct str word)
{
	if (!(form->flags & MASK_FAMILY) &&
	    interned_find(&mask->other_keys, strbuf_view(&mask->key)))
		return true;
	return utf8_chars(word) <= KNOWN_MAX && mask_is_known(mask, word);
}

/* A surname that the key of a word begins with: vrublevskogo. */
static struct mask_found find_key_beginning(struct mask *mask, struct str word)
{
	struct str key = strbuf_view(&mask->key);

	for (int i = 0; i < KEY_MORE; i++) {
		const struct mask_form *form;

		if (utf8_chars(key) <= KEY_LONG)
			break;
		utf8_before(key, key.len, &key.len);
		form = mask_table_find(&mask->keys, key);
		if (form && form->flags & MASK_FAMILY)
			return mask_is_known(mask, word)
				? nothing : from(form, MASK_STRONG);
	}
	return nothing;
}

/* By the key of names, across scripts and case forms; a short one has to be a
 * surname's, and the word in no dictionary. */
static struct mask_found find_by_key(struct mask *mask, struct str word,
				     enum mask_place place)
{
	bool is_small = place == MASK_IN_TEXT && !utf8_has_upper(word);
	const struct mask_form *form;
	size_t chars;

	languages_make_key(mask->languages, word, &mask->key);
	chars = utf8_chars(strbuf_view(&mask->key));
	form = mask_table_find(&mask->keys, strbuf_view(&mask->key));
	if (form && chars >= KEY_SURE && !is_small)
		return from(form, is_doubtful(mask, form, word) ? MASK_WEAK
							: MASK_STRONG);
	if (form && form->flags & MASK_FAMILY &&
	    (!is_small || chars >= KEY_LONG) &&
	    utf8_chars(word) >= BEGIN_MIN && !mask_is_known(mask, word))
		return from(form, is_small || place != MASK_IN_TEXT
				  ? MASK_STRONG : MASK_WEAK);
	return place == MASK_IN_ADDRESS ? find_key_beginning(mask, word)
					: nothing;
}

/* A surname that a word of an address ends with, by its key. */
static struct mask_found find_key_at_end(struct mask *mask, struct str word)
{
	size_t chars = utf8_chars(word), at = 0;

	for (; chars > BEGIN_MIN; chars--) {
		struct str rest = str_slice(word, at, word.len);
		const struct mask_form *form;

		languages_make_key(mask->languages, rest, &mask->key);
		form = mask_table_find(&mask->keys, strbuf_view(&mask->key));
		if (form && form->flags & MASK_FAMILY &&
		    utf8_chars(strbuf_view(&mask->key)) > KEY_LONG)
			return from(form, MASK_STRONG);
		utf8_next(word, &at);
	}
	return nothing;
}

/* A word that no name is spelt as. */
static struct mask_found find_other(struct mask *mask, struct str word,
				    struct str fold, enum mask_place place)
{
	bool is_small = place == MASK_IN_TEXT && !utf8_has_upper(word);
	bool is_long = word.len > WORD_MAX;
	struct mask_found found = nothing;
	const struct mask_form *form;

	if (!is_long)
		found = find_by_key(mask, word, place);
	if (found.strength != MASK_NONE)
		return found;
	form = find_beginning(mask, fold,
			      MASK_COMMON | (is_small ? MASK_KNOWN : 0u));
	if (form && is_small && mask_is_known(mask, word))
		form = NULL;
	if (!form && (place != MASK_IN_TEXT || has_capital_inside(word)))
		form = find_inside(mask, fold);
	if (form)
		return from(form, MASK_STRONG);
	return place == MASK_IN_ADDRESS && !is_long
		? find_key_at_end(mask, word) : nothing;
}

struct mask_found mask_look(struct mask *mask, struct str word,
			    enum mask_place place)
{
	struct str fold;
	const struct mask_form *form;

	strbuf_clear(&mask->fold);
	utf8_add_fold(&mask->fold, word);
	fold = strbuf_view(&mask->fold);
	form = mask_table_find(&mask->forms, fold);
	if (form)
		return judge_form(form, word, place);
	if (place == MASK_BY_ITSELF &&
	    (form = mask_table_find(&mask->stems, fold)))
		return from(form, MASK_STRONG);
	if (interned_find(&mask->others, fold))
		return nothing;
	return find_other(mask, word, fold, place);
}

struct mask_found mask_find_word(struct mask *mask, struct str word,
				 enum mask_place place)
{
	struct mask_cached *cached;

	if (word.len > MASK_CACHED)
		return mask_look(mask, word, place);
	cached = &mask->cache[(str_hash(word) + (uint32_t)place) % MASK_SLOTS];
	if (cached->len != word.len || cached->place != place ||
	    memcmp(cached->text, word.data, word.len)) {
		cached->found = mask_look(mask, word, place);
		cached->len = (uint8_t)word.len;
		cached->place = (uint8_t)place;
		memcpy(cached->text, word.data, word.len);
	}
	return cached->found;
}

bool mask_next_part(struct str word, size_t *at, struct str *part)
{
	size_t start = *at, next;
	bool is_large = true, was_large;

	for (; *at < word.len; *at = next) {
		next = *at;
		was_large = is_large;
		is_large = utf8_is_upper(utf8_next(word, &next));
		if (is_large && !was_large)
			break;
	}
	*part = str_slice(word, start, *at);
	return part->len > 0;
}
