#include "suffix_table.h"

#include "utf8.h"

uint32_t suffixes_harmony(const struct suffixes *suffixes, struct str text)
{
	for (size_t at = text.len, start; at > 0; at = start) {
		utf8_before(text, at, &start);
		uint32_t class = forms_find(&suffixes->letters,
					    str_slice(text, start, at));

		if (class & (SOUND_BACK | SOUND_FRONT))
			return class & (SOUND_BACK | SOUND_FRONT);
	}
	return 0;
}

static bool fits(const struct suffixes *suffixes, const struct suffix_rule *rule,
		 struct str word)
{
	struct str left = { word.data, word.len - rule->suffix.len };
	uint32_t harmony, class;
	size_t start;

	if (utf8_chars(left) < rule->keep || left.len == 0)
		return false;
	utf8_before(left, left.len, &start);
	class = forms_find(&suffixes->letters,
			   str_slice(left, start, left.len));
	if (rule->after && !(class & rule->after))
		return false;
	harmony = rule->harmony ? suffixes_harmony(suffixes, left) : 0;
	return !harmony || harmony == rule->harmony;
}

/* The longest ending of the slot that begins at rule `first`; *end is where
 * the next slot begins. */
static const struct suffix_rule *longest(const struct suffixes *suffixes, size_t first,
				  size_t *end, struct str word)
{
	const struct suffix_rule *best = NULL, *rules = suffixes->rules.items;
	size_t i = first;

	for (; i < suffixes->rules.count &&
	       str_equal(rules[i].slot, rules[first].slot); i++)
		if (str_has_suffix(word, rules[i].suffix) &&
		    (!best || rules[i].suffix.len > best->suffix.len) &&
		    fits(suffixes, &rules[i], word))
			best = &rules[i];
	*end = i;
	return best;
}

/* The stem of a form that follows no rule. */
static bool is_irregular(const struct suffixes *suffixes, struct strbuf *word)
{
	const struct table *table = &suffixes->irregular;
	uint32_t row = forms_find(&suffixes->irregulars, strbuf_view(word));

	if (!row)
		return false;
	strbuf_clear(word);
	strbuf_add(word, table_cell(table, row - 1,
				    table_column(table, "stem")));
	return true;
}

static void unvoice(const struct suffixes *suffixes, struct strbuf *word)
{
	for (size_t i = 0; i < suffixes->finals.count; i++) {
		const struct suffix_final *final = &suffixes->finals.items[i];

		if (!str_has_suffix(strbuf_view(word), final->from))
			continue;
		strbuf_truncate(word, word->len - final->from.len);
		strbuf_add(word, final->to);
		return;
	}
}

/* The first rule of a slot at or behind rule `from`. */
static size_t skip_to(const struct suffixes *suffixes, size_t from,
		      struct str slot)
{
	if (slot.len > 0)
		while (from < suffixes->rules.count &&
		       !str_equal(suffixes->rules.items[from].slot, slot))
			from++;
	return from;
}

void suffixes_strip(const struct suffixes *suffixes, struct strbuf *word)
{
	const struct suffix_rule *rules = suffixes->rules.items;
	size_t first = 0, end;
	bool jumped = false;

	if (word->len > SUFFIX_LONGEST_WORD || is_irregular(suffixes, word))
		return;
	for (; first < suffixes->rules.count; first = end) {
		if (rules[first].by_jump && !jumped)
			break;
		const struct suffix_rule *rule = longest(suffixes, first, &end,
						  strbuf_view(word));

		if (!rule)
			continue;
		if (str_equal(rule->slot, STR("whole")))
			break;
		strbuf_truncate(word, word->len - rule->suffix.len);
		if (is_irregular(suffixes, word))
			return;
		end = skip_to(suffixes, end, rule->next);
		jumped = jumped || rule->next.len > 0;
	}
	unvoice(suffixes, word);
}
