#include "month_words.h"

#include "date_facts.h"
#include "utf8.h"

enum { TAIL_BYTES = 160, PIECES = 80, GAP_BYTES = 3, YEAR_MIN = 1000 };

/* A word or a number at the end of a footnote. */
struct date_piece {
	size_t start, end;
	unsigned number;   /* of digits alone; else 0 */
	bool four;         /* four digits: a year */
	unsigned month;
	bool year_word;
};

static void add_form(struct month_words *words, const struct date_fact *fact)
{
	struct str form = fact->form;
	struct month_word *new;
	struct strbuf fold = STRBUF_INIT;

	if (str_find(form, STR(" "), 0) < form.len)
		return;
	new = LIST_ADD(&words->words);
	new->month = fact->number;
	new->prefix = str_has_suffix(form, STR("*"));
	if (new->prefix || str_has_suffix(form, STR(".")))
		form.len--;
	new->prefix |= fact->any;
	utf8_add_fold(&fold, form);
	new->form = str_copy(&words->arena, strbuf_view(&fold));
	strbuf_release(&fold);
}

int month_words_load(struct month_words *words, struct lexicons *lexicons,
		     struct err *err)
{
	const struct date_facts *facts;
	int rc = lexicons_dates(lexicons, &facts, err);

	for (size_t i = 0; rc == 0 && i < facts->count; i++) {
		const struct date_fact *fact = &facts->items[i];

		if (fact->kind == DATE_KIND_MONTH ||
		    fact->kind == DATE_KIND_SHORT ||
		    fact->kind == DATE_KIND_MONTHLY ||
		    (fact->kind == DATE_KIND_UNIT &&
		     str_equal(fact->hint, STR("Y"))))
			add_form(words, fact);
		else if (fact->kind == DATE_KIND_ORDINAL)
			*LIST_ADD(&words->ordinals) = fact->form;
	}
	return rc;
}

void month_words_release(struct month_words *words)
{
	LIST_RELEASE(&words->words);
	LIST_RELEASE(&words->ordinals);
	arena_release(&words->arena);
}

/* Longer words stand first: a pattern takes the first that fits. */
void month_words_add_years(const struct month_words *words, struct strbuf *out)
{
	size_t longest = 0;

	for (size_t i = 0; i < words->words.count; i++)
		if (words->words.items[i].month == 0 &&
		    words->words.items[i].form.len > longest)
			longest = words->words.items[i].form.len;
	strbuf_add_z(out, "(?i:(?!)");
	for (size_t len = longest; len > 0; len--)
		for (size_t i = 0; i < words->words.count; i++) {
			const struct month_word *one = &words->words.items[i];

			if (one->form.len != len || one->month > 0)
				continue;
			strbuf_add_z(out, "|\\Q");
			strbuf_add(out, one->form);
			strbuf_add_z(out, one->prefix ? "\\E\\p{L}*"
						      : "\\E\\b\\.?");
		}
	strbuf_add_char(out, ')');
}

void month_words_add_ordinals(const struct month_words *words,
			      struct strbuf *out)
{
	strbuf_add_z(out, "(?:(?!)");
	for (size_t i = 0; i < words->ordinals.count; i++) {
		strbuf_add_z(out, "|\\Q");
		strbuf_add(out, words->ordinals.items[i]);
		strbuf_add_z(out, "\\E");
	}
	strbuf_add_char(out, ')');
}

static const struct month_word *find(const struct month_words *words,
				     struct str word)
{
	struct strbuf fold = STRBUF_INIT;
	const struct month_word *found = NULL;
	struct str form;

	utf8_add_fold(&fold, word);
	form = strbuf_view(&fold);
	for (size_t i = 0; !found && i < words->words.count; i++) {
		const struct month_word *one = &words->words.items[i];

		if (one->prefix ? str_has_prefix(form, one->form)
				: str_equal(form, one->form))
			found = one;
	}
	strbuf_release(&fold);
	return found;
}

unsigned month_words_find(const struct month_words *words, struct str word)
{
	const struct month_word *found = find(words, word);

	return found ? found->month : 0;
}

static bool is_wordlike(uint32_t c)
{
	return utf8_is_letter(c) || utf8_is_digit(c);
}

static void fill_piece(const struct month_words *words, struct str text,
		       struct date_piece *piece)
{
	struct str word = str_slice(text, piece->start, piece->end);
	const struct month_word *known;
	uint64_t number;

	if (str_number(word, EDTF_YEAR_MAX, &number)) {
		piece->number = (unsigned)number;
		piece->four = word.len == 4 && number >= YEAR_MIN;
		return;
	}
	known = find(words, word);
	piece->month = known ? known->month : 0;
	piece->year_word = known && known->month == 0;
}

static size_t split(const struct month_words *words, struct str text,
		    size_t at, struct date_piece *pieces)
{
	size_t count = 0;

	while (at < text.len && count < PIECES) {
		size_t start = at, end = at;

		while (at < text.len && is_wordlike(utf8_next(text, &at)))
			end = at;
		if (end == start)
			continue;
		pieces[count] =
			(struct date_piece){ .start = start, .end = end };
		fill_piece(words, text, &pieces[count++]);
	}
	return count;
}

/* The pieces that a date may be made of, in front of and with `last`: words for
 * "year" are passed over, and nothing but a comma, a full stop and the like may
 * stand between. */
static size_t collect(const struct date_piece *pieces, size_t last,
		      const struct date_piece *out[3])
{
	size_t count = 0, after = pieces[last].start;

	for (size_t i = last + 1; i-- > 0 && count < 3;) {
		if (i < last && after - pieces[i].end > GAP_BYTES)
			break;
		after = pieces[i].start;
		if (!pieces[i].year_word)
			out[count++] = &pieces[i];
	}
	return count;
}

/* Of `count` pieces, the last first. Returns how many the date takes. */
static size_t make_date(const struct date_piece *const p[3], size_t count,
			struct edtf *date)
{
	bool two = count > 1, three = count > 2;

	if (p[0]->four) {
		if (three && p[1]->month && edtf_make(date, p[0]->number,
				p[1]->month, p[2]->number) && p[2]->number)
			return 3;
		if (three && p[2]->month && edtf_make(date, p[0]->number,
				p[2]->month, p[1]->number) && p[1]->number)
			return 3;
		if (three && p[1]->number && p[2]->number &&
		    p[1]->number <= 12 && edtf_make(date, p[0]->number,
				p[1]->number, p[2]->number))
			return 3;
		if (two && p[1]->month)
			return edtf_make(date, p[0]->number, p[1]->month, 0)
				? 2 : 0;
		return edtf_make(date, p[0]->number, 0, 0) ? 1 : 0;
	}
	if (p[0]->month && three && p[1]->number && p[2]->four)
		return edtf_make(date, p[2]->number, p[0]->month, p[1]->number)
			? 3 : 0;
	if (p[0]->month && two && p[1]->four)
		return edtf_make(date, p[1]->number, p[0]->month, 0) ? 2 : 0;
	if (p[0]->number && three && p[2]->four && p[1]->month)
		return edtf_make(date, p[2]->number, p[1]->month,
				 p[0]->number) ? 3 : 0;
	if (p[0]->number && three && p[2]->four && p[1]->number &&
	    p[1]->number <= 12)
		return edtf_make(date, p[2]->number, p[1]->number,
				 p[0]->number) ? 3 : 0;
	return 0;
}

bool month_words_last_date(const struct month_words *words, struct str text,
			   struct edtf *date, size_t *start, size_t *end)
{
	struct date_piece pieces[PIECES];
	const struct date_piece *parts[3];
	size_t from = text.len > TAIL_BYTES ? text.len - TAIL_BYTES : 0, count;

	while (from > 0 && ((unsigned char)text.data[from] & 0xc0) == 0x80)
		from--;
	count = split(words, text, from, pieces);
	for (size_t i = count; i-- > 0;) {
		size_t found = collect(pieces, i, parts);
		size_t used = found ? make_date(parts, found, date) : 0;

		if (used > 0) {
			*start = parts[used - 1]->start;
			*end = pieces[i].end;
			while (i + 1 < count && pieces[i + 1].year_word &&
			       pieces[i + 1].start - *end <= GAP_BYTES)
				*end = pieces[++i].end;
			return true;
		}
	}
	return false;
}
