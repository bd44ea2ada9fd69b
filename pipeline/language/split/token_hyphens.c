#include "tokens_internal.h"

#include "utf8.h"

enum { LONGEST_PHONE = 24 };

/* 713-664-7478, 755-1109: groups of which the last has four digits and those
 * before it are shorter; 13-17 and 1998-2001 are ranges. */
static size_t phone(const struct token_scan *scan, size_t start)
{
	size_t at = start, group = 0, groups = 0;
	bool shorter = true;

	for (; at - start < LONGEST_PHONE; at++) {
		char c = token_byte_at(scan, at);

		if (c >= '0' && c <= '9') {
			group++;
		} else if (c == '-' && group > 0) {
			shorter = shorter && group < 4;
			groups++;
			group = 0;
		} else {
			break;
		}
	}
	return groups > 0 && shorter && group == 4 &&
	       !token_is_word_at(scan, at) ?
	       at : start;
}

/* одно- и двухэтажный: the hyphen before `behind` ends the first part of two,
 * with a comma or a function word between them. */
static bool is_first_part(const struct token_scan *scan, size_t behind)
{
	size_t next;

	if (token_byte_at(scan, behind) == ',')
		return true;
	if (token_byte_at(scan, behind) != ' ')
		return false;
	next = token_run(scan, behind + 1);
	return string_map_find_folded(scan->by->stopwords,
				      str_slice(scan->text, behind + 1, next),
				      scan->by->scratch) != 0;
}

static bool is_listed(const struct token_scan *scan,
		      const struct string_map *forms, size_t start, size_t end)
{
	return string_map_find_folded(forms, str_slice(scan->text, start, end),
				      scan->by->scratch) != 0;
}

static bool is_capital(const struct token_scan *scan, size_t at)
{
	size_t next;

	return (token_class_at(scan, at, &next) & CLASS_UPPER) != 0;
}

/* Люблинско-Брестская: an adjective of two parts. */
static bool is_adjective(const struct token_scan *scan, size_t start,
			 size_t end, size_t behind)
{
	size_t last;

	utf8_before(scan->text, end, &last);
	return last > start &&
	       is_listed(scan, &scan->by->rules->links, last, end) &&
	       token_rules_has_ending(&scan->by->rules->endings,
				      str_slice(scan->text, behind,
						token_run(scan, behind)),
				      scan->by->scratch);
}

/* на-Дону: a small word between the parts of a name, from `start` to `end`,
 * and a capital behind it. */
static bool is_particle(const struct token_scan *scan, size_t start, size_t end)
{
	return is_listed(scan, &scan->by->rules->particles, start, end) &&
	       token_byte_at(scan, end) == '-' && is_capital(scan, end + 1);
}

/* Do two capitals stand at `at`? */
static bool is_in_capitals(const struct token_scan *scan, size_t at)
{
	size_t next;

	return (token_class_at(scan, at, &next) & CLASS_UPPER) &&
	       (token_class_at(scan, next, &next) & CLASS_UPPER);
}

/* Do names like Буркина-Фасо, Ростов-на-Дону, Бук-М1, Формула-1 fall apart at
 * the hyphen? Those with a part that is no word (Санкт-Петербург) do not, and
 * capitals alone tell no name (ПРЕСС-СЛУЖБА). */
static bool is_name_of_two(const struct token_scan *scan, size_t start,
			   size_t end, size_t behind)
{
	if (!is_capital(scan, start))
		return start > 0 && token_byte_at(scan, start - 1) == '-' &&
		       is_particle(scan, start, end);
	if (token_is_class_at(scan, behind, CLASS_DIGIT))
		return scan->by->rules->split_figures;
	if (!is_capital(scan, behind))
		return is_particle(scan, behind, token_run(scan, behind));
	return !(is_in_capitals(scan, start) && is_in_capitals(scan, behind)) &&
	       !is_listed(scan, &scan->by->rules->prefixes, start, end) &&
	       !is_adjective(scan, start, end, behind);
}

size_t token_hyphen(const struct token_scan *scan, size_t start, size_t end,
		    size_t behind, uint8_t before)
{
	const struct token_rules *rules = scan->by->rules;
	size_t number;

	if (class_is(before, CLASS_DIGIT) &&
	    token_is_class_at(scan, behind, CLASS_DIGIT)) {
		number = phone(scan, start);
		return number > start ? number : end;
	}
	if (!rules->split_hyphens && class_is(before, CLASS_LETTER) &&
	    is_first_part(scan, behind))
		return behind;
	if (!token_is_word_at(scan, behind))
		return end;
	if (rules->split_names && is_name_of_two(scan, start, end, behind))
		return end;
	if (!rules->split_hyphens || class_is(before, CLASS_DIGIT))
		return rules->split_hyphens ? end : behind;
	return string_map_find_folded(&rules->prefixes,
				      str_slice(scan->text, start, end),
				      scan->by->scratch)
		       ? behind
		       : end;
}
