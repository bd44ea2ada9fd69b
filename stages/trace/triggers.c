#include "cues_internal.h"

enum {
	GAP_WORDS = 8,   /* between two parts of a trigger */
	GAP_TOKENS = 14,
	APPOSED_TOKENS = 22 /* where an apposition stands there */
};

static struct str fold_of(const struct cues *cues, const struct token *token)
{
	struct words *words = cues->knowledge->words;

	return words_text(words, words_fold(words, token->form));
}

static struct str stem_of(const struct cues *cues, const struct token *token,
			  lang_id lang)
{
	struct languages *languages = cues->knowledge->languages;
	struct words *words = cues->knowledge->words;
	bool also = languages_is_also(languages, lang,
				      words_shape(words, token->form));

	return words_text(words,
			  also ? languages_stem_also(languages, lang,
						     token->form)
			       : languages_stem(languages, lang, token->form));
}

static struct verb_form form_at(const struct cues *cues,
				const struct document *doc, size_t token,
				lang_id lang)
{
	const struct token *t = &doc->tokens.items[token];

	return verb_forms_read(cues->verbs, lang, fold_of(cues, t),
			       stem_of(cues, t, lang));
}

/* "Ұстап кетті": the helper has the tense, either may have the voice. */
static void take_helper(const struct cues *cues, const struct document *doc,
			struct cue *cue)
{
	lang_id lang = cue->row->lang;
	struct verb_form said, form;

	if (cue->form.tense != VERB_CONVERB || cue->verb + 1 != cue->end ||
	    cue->end >= doc->tokens.count ||
	    !verb_forms_is_helper(cues->verbs, lang,
				  stem_of(cues, &doc->tokens.items[cue->end],
					  lang), &said))
		return;
	form = form_at(cues, doc, cue->end, lang);
	if (form.tense == VERB_NONE)
		form = said;
	if (form.tense == VERB_NONE)
		return;
	cue->form.tense = said.tense != VERB_NONE ? said.tense : form.tense;
	cue->form.inner = form.inner;
	cue->form.bare = form.bare;
	if (form.voice == VERB_PASSIVE)
		cue->form.voice = VERB_PASSIVE;
	cue->verb = cue->end++;
	cue->length++;
}

/* How sure a form is to be the verb: a bare form may be another word's ("a
 * charge"), so may one in -ing ("a listening device"), and the verb of "was
 * tapped" is the participle. */
enum strength { STRENGTH_NONE, STRENGTH_BARE, STRENGTH_WEAK, STRENGTH_SURE };

static enum strength strength_of(const struct cues *cues,
				 const struct document *doc, lang_id lang,
				 size_t token, enum verb_tense tense)
{
	struct verb_form said;

	if (tense == VERB_NONE)
		return STRENGTH_NONE;
	if (tense == VERB_BASE || (tense == VERB_PRESENT &&
				   !verb_forms_is_last(cues->verbs, lang)))
		return STRENGTH_BARE;
	if (tense == VERB_GERUND ||
	    (!verb_forms_is_last(cues->verbs, lang) &&
	     verb_forms_is_helper(cues->verbs, lang,
				  stem_of(cues, &doc->tokens.items[token],
					  lang), &said)))
		return STRENGTH_WEAK;
	return STRENGTH_SURE;
}

/* The verb is the first word, or the last one, that has a verb's form; a surer
 * one goes before, also before what was found already. */
static bool find_verb(const struct cues *cues, const struct document *doc,
		      struct cue *cue, size_t first, size_t end)
{
	lang_id lang = cue->row->lang;
	bool is_last = verb_forms_is_last(cues->verbs, lang);
	enum strength best = strength_of(cues, doc, lang, cue->verb,
					 cue->form.tense);

	for (size_t n = 0; n < end - first && best < STRENGTH_SURE; n++) {
		size_t at = is_last ? end - 1 - n : first + n;
		struct verb_form form = form_at(cues, doc, at, lang);
		enum strength strength = strength_of(cues, doc, lang, at,
						     form.tense);

		if (strength <= best)
			continue;
		cue->verb = at;
		cue->form = form;
		best = strength;
	}
	return best > STRENGTH_NONE;
}

static void take_voice(struct cue *cue)
{
	bool refuses = cue->form.tense == VERB_REFUSES;

	cue->negated = refuses || cue->form.tense == VERB_NEGATED;
	if (cue->negated && cue->row->negated)
		cue->form.tense = refuses ? VERB_PRESENT : VERB_PAST;
	if (cue->form.tense == VERB_NOUN)
		cue->row += 2;
	else if (cue->form.voice == VERB_PASSIVE)
		cue->row++;
}

bool triggers_read(const struct cues *cues, const struct document *doc,
		   struct cue *cue)
{
	if (!find_verb(cues, doc, cue, cue->first, cue->end))
		return false;
	take_helper(cues, doc, cue);
	take_voice(cue);
	return true;
}

bool triggers_is_verb(const struct cues *cues, const struct document *doc,
		      const struct cue *cue)
{
	struct verb_form form = form_at(cues, doc, cue->first, cue->row->lang);

	return form.tense != VERB_NONE && form.tense != VERB_BASE &&
	       form.tense != VERB_PRESENT && form.tense != VERB_CONVERB &&
	       form.tense != VERB_GERUND;
}

static bool ends_gap(struct str text)
{
	static const char *const marks[] = { ";", ":", "—", "–" };

	for (size_t i = 0; i < COUNT_OF(marks); i++)
		if (str_equal(text, str_of(marks[i])))
			return true;
	return false;
}

/* What stands between two commas is an apposition, which counts for nothing:
 * "two producers, …, were suspended"; behind one a new clause begins. */
static bool is_gap(const struct cues *cues, const struct document *doc,
		   size_t first, size_t end)
{
	size_t words = 0, inside = 0, commas = 0;

	if (end < first || end - first > APPOSED_TOKENS)
		return false;
	for (size_t t = first; t < end; t++) {
		struct words *known = cues->knowledge->words;
		word_id form = doc->tokens.items[t].form;
		bool word = (words_shape(known, form) & SHAPE_LETTER) != 0;

		if (ends_gap(words_text(known, form)))
			return false;
		words += word && commas != 1;
		inside += word && commas == 1;
		commas += str_equal(words_text(known, form), STR(","));
	}
	if (commas == 2)
		return words <= GAP_WORDS;
	return commas != 1 && words + inside <= GAP_WORDS &&
	       end - first <= GAP_TOKENS;
}

/* The nearest next part behind the last one, or before the first. */
static const struct cue *next_part(const struct cues *cues,
				   const struct document *doc, size_t at,
				   const struct cue *last, unsigned part,
				   bool before)
{
	const struct cue_list *pieces = &cues->pieces;

	for (size_t i = at; before ? i-- > 0 : ++i < pieces->count;) {
		const struct cue *piece = &pieces->items[i];
		size_t far = before ? last->first - piece->first
				    : piece->first - last->first;

		if (far > APPOSED_TOKENS + GAP_WORDS)
			break;
		if (piece->row->head == last->row->head &&
		    piece->row->part == part &&
		    (before ? is_gap(cues, doc, piece->end, last->first)
			    : is_gap(cues, doc, last->end, piece->first)))
			return piece;
	}
	return NULL;
}

static bool find_parts(const struct cues *cues, const struct document *doc,
		       size_t at, struct joining *found)
{
	const struct cue *first = &cues->pieces.items[at], *next = first;
	unsigned parts = first->row->parts;

	*found = (struct joining){
		.row = &cues->rows.items[first->row->head],
		.parts = { *first }, .count = 1
	};
	while (found->count < parts) {
		next = next_part(cues, doc, at, next, found->count, false);
		if (next == NULL)
			break;
		found->parts[found->count++] = *next;
		at = (size_t)(next - cues->pieces.items);
	}
	if (found->count == parts)
		return true;
	if (parts != 2 || !verb_forms_is_free(cues->verbs, first->row->lang))
		return false;
	next = next_part(cues, doc, at, first, 1, true);
	if (next == NULL)
		return false;
	found->parts[0] = *next;
	found->parts[1] = *first;
	found->count = 2;
	found->turned = true;
	return true;
}

/* The words of its parts. Where the object stands before the verb with other
 * words between, it may be another noun's, and counts for less. */
static size_t length_of(const struct joining *found)
{
	size_t length = 0;

	for (unsigned i = 0; i < found->count; i++)
		length += found->parts[i].length;
	return found->turned && found->parts[0].end < found->parts[1].first
		? 1 : length;
}

/* Whether a trigger has words of the parts: of one with a gap those at its
 * ends and its verb are known. */
static bool shares(const struct joining *found, const struct cue *cue)
{
	bool joined = cue->length < cue->end - cue->first;

	for (unsigned i = 0; i < found->count; i++) {
		const struct cue *part = &found->parts[i];

		if (cue->first >= part->end || cue->end <= part->first)
			continue;
		if (!joined || cue->first >= part->first ||
		    cue->end <= part->end ||
		    (cue->row->verbal && cue->verb >= part->first &&
		     cue->verb < part->end))
			return true;
	}
	return false;
}

static bool read_joined(const struct cues *cues, const struct document *doc,
			const struct joining *found, struct cue *cue)
{
	bool is_last, read = false;

	*cue = (struct cue){
		.row = found->row, .first = found->parts[0].first,
		.end = found->parts[found->count - 1].end,
		.length = length_of(found)
	};
	if (!cue->row->verbal)
		return true;
	is_last = verb_forms_is_last(cues->verbs, cue->row->lang);
	for (unsigned n = 0; n < found->count; n++) {
		const struct cue *part = &found->parts[
			is_last ? found->count - 1 - n : n];

		read = find_verb(cues, doc, cue, part->first, part->end);
	}
	if (!read)
		return false;
	take_helper(cues, doc, cue);
	take_voice(cue);
	return true;
}

static bool is_rival(const struct joining *found, const struct cue *cue)
{
	return cue->row->kind == CUE_TRIGGER && shares(found, cue);
}

static bool is_bare(const struct cue *cue)
{
	return cue->form.tense == VERB_BASE || cue->form.tense == VERB_PRESENT;
}

/* Whether a trigger goes before a new one that shares words with it: more of
 * its words were matched, or as many, and the new one's stand apart or its row
 * stands behind, or its verb may be a noun: "approved a draft law". */
static bool goes_before(const struct cue *old, const struct cue *new,
			bool turned)
{
	if (old->length != new->length)
		return old->length > new->length;
	if (is_bare(new) && !is_bare(old))
		return true;
	return turned || (old->row < new->row &&
			  old->length < old->end - old->first);
}

/* Put a joined trigger into the list in place of those that share its words,
 * unless one of them goes before it. */
static void put(struct cue_list *out, const struct joining *found,
		const struct cue *cue)
{
	size_t kept = 0;

	for (size_t i = 0; i < out->count; i++)
		if (is_rival(found, &out->items[i]) &&
		    goes_before(&out->items[i], cue, found->turned))
			return;
	for (size_t i = 0; i < out->count; i++)
		if (!is_rival(found, &out->items[i]))
			out->items[kept++] = out->items[i];
	out->count = kept;
	LIST_ADD(out);
	for (; kept > 0 && out->items[kept - 1].first > cue->first; kept--)
		out->items[kept] = out->items[kept - 1];
	out->items[kept] = *cue;
}

/* Whether a set phrase tells that the trigger names no act of its type. */
static bool is_never(const struct cues *cues, const struct cue *cue)
{
	for (size_t i = 0; i < cues->nevers.count; i++) {
		const struct joining *never = &cues->nevers.items[i];

		if (str_equal(never->row->name, cue->row->name) &&
		    length_of(never) >= cue->length && shares(never, cue))
			return true;
	}
	return false;
}

static void drop_nevers(const struct cues *cues, struct cue_list *out)
{
	size_t kept = 0;

	for (size_t i = 0; i < out->count; i++)
		if (out->items[i].row->kind != CUE_TRIGGER ||
		    !is_never(cues, &out->items[i]))
			out->items[kept++] = out->items[i];
	out->count = kept;
}

static uint64_t bit_of(const struct cue_row *part)
{
	return UINT64_C(1) << part->head % 64;
}

/* Whether a trigger's first part is that of a set phrase, or is of none.
 * `seconds` has a bit for each row of which the second part stands here: of
 * most it does not. */
static bool begins(const struct cues *cues, const struct cue *piece,
		   uint64_t seconds, bool never)
{
	const struct cue_row *part = piece->row;

	return part->part == 0 && (seconds & bit_of(part)) &&
	       (cues->rows.items[part->head].voice == VOICE_NEVER) == never;
}

/* Set phrases first: what is none of their acts displaces no other trigger. */
void triggers_join(struct cues *cues, const struct document *doc,
		   struct cue_list *out)
{
	uint64_t seconds = 0;
	struct joining found;
	struct cue cue;

	for (size_t i = 0; i < cues->pieces.count; i++)
		if (cues->pieces.items[i].row->part == 1)
			seconds |= bit_of(cues->pieces.items[i].row);
	for (size_t i = 0; i < cues->pieces.count; i++)
		if (begins(cues, &cues->pieces.items[i], seconds, true) &&
		    find_parts(cues, doc, i, &found))
			*LIST_ADD(&cues->nevers) = found;
	drop_nevers(cues, out);
	for (size_t i = 0; i < cues->pieces.count; i++)
		if (begins(cues, &cues->pieces.items[i], seconds, false) &&
		    find_parts(cues, doc, i, &found) &&
		    read_joined(cues, doc, &found, &cue) &&
		    !is_never(cues, &cue))
			put(out, &found, &cue);
}
