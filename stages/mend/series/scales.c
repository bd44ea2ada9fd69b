#include "scales.h"

#include "score_numbers.h"
#include "utf8.h"

enum {
	LINE_LEAST = 2,       /* classes told in one line */
	WHOLE_LEAST = 3,      /* classes that are a scale without a score */
	CLASSES_MOST = 64     /* that are told together */
};

static bool is_letter(struct str text)
{
	size_t at = 0;

	return text.len > 0 && utf8_is_upper(utf8_next(text, &at)) &&
	       at == text.len;
}

/* "+2", "−1" */
static bool read_low(const struct scores *scores, struct str text,
		     int64_t *number)
{
	size_t at = 0;
	uint32_t sign = text.len ? utf8_next(text, &at) : 0;
	bool minus = sign == '-' || sign == 0x2212 || sign == 0x2013;

	if (!minus && sign != '+')
		at = 0;
	if (!score_number_read(scores->numbers, str_slice(text, at, text.len),
			       number))
		return false;
	if (minus)
		*number = -*number;
	return true;
}

static bool read_class(const struct scores *scores, struct str text,
		       const struct series_row **row, struct scale_class *class)
{
	struct regex_match match;
	struct str high, low;

	*row = series_match(scores->series, SERIES_SCALE, text, &match);
	if (!*row)
		return false;
	class->label = series_part(*row, PART_LABEL, &match);
	high = series_part(*row, PART_HIGH, &match);
	low = series_part(*row, PART_LOW, &match);
	class->mark = high.len == 0 ? low : STR_NONE;
	class->letter = high.len == 0 && is_letter(low);
	class->low = class->high = 0;
	if (class->letter)
		return true;
	if (!read_low(scores, low, &class->low))
		return false;
	class->high = class->low;
	return high.len == 0 ||
	       score_number_read(scores->numbers, high, &class->high);
}

/* Whether a letter may follow another in an alphabet: in Kazakh Ә stands between
 * А and Б. */
static bool comes_behind(struct str last, struct str letter)
{
	size_t at = 0, next = 0;
	uint32_t a = utf8_next(last, &at), b = utf8_next(letter, &next);

	return b == a + 1 || (a == 0x410 && b == 0x4d8) ||
	       (a == 0x4d8 && b == 0x411);
}

/* Whether a class may stand behind the last of a run: numbers go up or down, the
 * end of one may be the next one's beginning, letters as in their alphabet, from its first. */
static bool goes_on(const struct scale_class *last,
		    const struct scale_class *class, size_t count, bool *up)
{
	if (class->letter)
		return count > 0 ? comes_behind(last->mark, class->mark) :
				   str_equal(class->mark, STR("A")) ||
				   str_equal(class->mark, STR("А"));
	if (count == 1)
		*up = class->low > last->low;
	return count == 0 ||
	       (*up ? class->low >= last->high && class->low > last->low
		    : class->high <= last->low && class->low < last->low);
}

/* How many classes stand together from paragraph `index` on, each above or
 * each below the one before it. */
static size_t run_of(const struct scores *scores, size_t index)
{
	const struct document *doc = scores->doc;
	struct scale_class last = { .mark = STR_NONE }, class = last;
	const struct series_row *first = NULL, *row;
	struct regex_match match;
	bool up = false;
	size_t count = 0;

	for (; index + count < doc->paragraphs.count; count++) {
		struct str text = doc->paragraphs.items[index + count].text;

		if (!read_class(scores, text, &row, &class) ||
		    (first && row != first) || class.low > class.high ||
		    series_match(scores->series, SERIES_HEADING, text,
				 &match) ||
		    !goes_on(&last, &class, count, &up))
			break;
		first = row;
		last = class;
	}
	return count;
}

static void add_class(struct scores *scores, struct scale_class class)
{
	if (scores->scale.count > 2 * CLASSES_MOST)
		return;
	class.label = str_copy(&scores->doc->arena, class.label);
	class.mark = str_copy(&scores->doc->arena, class.mark);
	*LIST_ADD(&scores->scale) = class;
}

/* The end of the class that begins at `at`: another one begins with a number
 * behind a comma or semicolon. */
static size_t class_end(struct str text, size_t at)
{
	for (; at + 2 < text.len; at++)
		if (strchr(",;", text.data[at]) && text.data[at + 1] == ' ' &&
		    text.data[at + 2] >= '0' && text.data[at + 2] <= '9')
			return at;
	return text.len;
}

/* "0–3 low" in a line of several needs no sign between. */
static bool read_piece(struct scores *scores, struct str text)
{
	struct scale_class class = { .mark = STR_NONE };
	struct strbuf parted = STRBUF_INIT;
	const struct series_row *row;
	size_t blank = str_find(text, STR(" "), 0);
	bool is = read_class(scores, text, &row, &class);

	if (!is && blank < text.len) {
		strbuf_add(&parted, str_slice(text, 0, blank));
		strbuf_add_char(&parted, ':');
		strbuf_add(&parted, str_slice(text, blank, text.len));
		is = read_class(scores, strbuf_view(&parted), &row, &class);
	}
	if (is)
		add_class(scores, class);
	strbuf_release(&parted);
	return is;
}

/* "Scale: 0–3 low; 4–6 high". Returns whether it is one. */
static bool read_line(struct scores *scores, struct paragraph *par)
{
	const struct series_row *row;
	struct regex_match match;
	size_t at, end, known = scores->scale.count;
	bool is_scale;

	row = series_match(scores->series, SERIES_SCALE, par->text, &match);
	if (!row || !str_equal(row->value, STR("line")))
		return false;
	for (at = match.group[0].len; at < par->text.len; at = end + 2) {
		end = class_end(par->text, at);
		if (!read_piece(scores, str_slice(par->text, at, end)))
			break;
	}
	is_scale = scores->scale.count >= known + LINE_LEAST;
	if (is_scale)
		par->kind = PARAGRAPH_SCALE;
	else
		scores->scale.count = known;
	return is_scale;
}

size_t scales_read(struct scores *scores, size_t index)
{
	struct paragraph *par = &scores->doc->paragraphs.items[index];
	const struct series_row *row;
	struct scale_class class = { .mark = STR_NONE };
	uint64_t least;
	size_t count = 1;

	if (read_line(scores, par))
		return 1;
	if (!read_class(scores, par->text, &row, &class))
		return 0;
	if (str_number(row->value, UINT32_MAX, &least)) {
		count = run_of(scores, index);
		if (count < least || count > CLASSES_MOST ||
		    scores->scale.count > CLASSES_MOST)
			return 0;
	}
	for (size_t i = 0; i < count; i++) {
		read_class(scores, par[i].text, &row, &class);
		add_class(scores, class);
		par[i].kind = PARAGRAPH_SCALE;
	}
	return count;
}

bool scales_have(const struct scores *scores, struct str text)
{
	struct regex_match match;

	for (size_t i = 0; i < scores->scale.count; i++)
		if (str_equal(scores->scale.items[i].label, text))
			return true;
	return series_match(scores->series, SERIES_CLASS, text, &match);
}

const struct scale_class *scales_of_mark(const struct scores *scores,
					 struct str text)
{
	int64_t number;

	for (size_t i = 0; text.len > 0 && i < scores->scale.count; i++)
		if (str_equal(scores->scale.items[i].mark, text))
			return &scores->scale.items[i];
	if (text.len == 0 || !read_low(scores, text, &number))
		return NULL;
	for (size_t i = 0; i < scores->scale.count; i++) {
		const struct scale_class *class = &scores->scale.items[i];

		if (!class->letter && number >= class->low &&
		    number <= class->high)
			return class;
	}
	return NULL;
}

struct str scales_value(const struct scores *scores, struct arena *arena,
			struct str text)
{
	int64_t number = 0;

	read_low(scores, text, &number);
	return score_number_text(arena, number, false);
}

/* Whether ranges leave nothing out between them: "0–0.9, 1–1.9, 2–3" are classes
 * of a scale, and ages are told of all too seldom to be taken for one. */
static bool is_whole(const struct scores *scores)
{
	const struct scale_class *class = scores->scale.items;

	if (scores->scale.count < WHOLE_LEAST)
		return false;
	for (size_t i = 0; i < scores->scale.count; i++) {
		bool up = i == 0 || class[i - 1].low < class[i].low;
		int64_t below = i == 0 ? class[i].low
			: up ? class[i - 1].high : class[i].high;
		int64_t above = up ? class[i].low : class[i - 1].low;

		if (class[i].low == class[i].high ||
		    above > below + NUMBER_ONE)
			return false;
	}
	return true;
}

void scales_check(struct scores *scores)
{
	const struct series_row *row;
	struct regex_match match;

	if (scores->doc->scores.count > 0 || is_whole(scores) ||
	    (scores->scale.count > 0 && scores->scale.items[0].letter))
		return;
	for (size_t i = 0; i < scores->doc->paragraphs.count; i++) {
		struct paragraph *par = &scores->doc->paragraphs.items[i];

		if (par->kind != PARAGRAPH_SCALE)
			continue;
		row = series_match(scores->series, SERIES_SCALE, par->text,
				   &match);
		if (row && row->value.len > 0)
			par->kind = PARAGRAPH_TEXT;
		LIST_CLEAR(&scores->scale);
	}
}

int64_t scales_top(const struct scores *scores)
{
	int64_t top = -1;

	for (size_t i = 0; i < scores->scale.count; i++)
		if (scores->scale.items[i].high > top)
			top = scores->scale.items[i].high;
	return top;
}

static bool read_range(const struct scores *scores, struct str value,
		       struct scale_class *class)
{
	struct str range, low;

	str_split(&value, ' ', &range);
	class->label = value;
	return str_split(&range, '-', &low) &&
	       score_number_read(scores->numbers, low, &class->low) &&
	       score_number_read(scores->numbers, range, &class->high);
}

/* The language of the first class that the table has. */
static struct str first_lang(const struct series *series)
{
	for (size_t i = 0; i < series->rows.count; i++)
		if (series->rows.items[i].kind == SERIES_CLASS)
			return series->rows.items[i].lang;
	return STR_NONE;
}

static void take_classes(struct scores *scores, struct str lang)
{
	for (size_t i = 0; i < scores->series->rows.count; i++) {
		struct series_row *row = &scores->series->rows.items[i];
		struct scale_class class = { .mark = STR_NONE };

		if (row->kind == SERIES_CLASS && str_equal(row->lang, lang) &&
		    read_range(scores, row->value, &class))
			*LIST_ADD(&scores->scale) = class;
	}
}

void scales_take(struct scores *scores)
{
	struct str lang = document_meta(scores->doc, STR("lang"));

	if (!scores->series || scores->scale.count > 0)
		return;
	take_classes(scores, lang);
	if (scores->scale.count == 0)
		take_classes(scores, first_lang(scores->series));
}

/* Between two classes (20.5 of 11-20 and 21-30) a score has the lower one. */
struct str scores_label(const struct scores *scores, struct str value)
{
	struct str label = STR_NONE;
	int64_t number, best = INT64_MIN;

	if (!read_low(scores, value, &number))
		return STR_NONE;
	for (size_t i = 0; i < scores->scale.count; i++) {
		const struct scale_class *class = &scores->scale.items[i];

		if (!class->letter && class->low <= number &&
		    class->low > best &&
		    number < class->high + NUMBER_ONE) {
			best = class->low;
			label = class->label;
		}
	}
	return label;
}
