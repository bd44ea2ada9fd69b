#include "docx_numbers.h"

#include "docx_styles.h"
#include "list_numbers.h"
#include "utf8.h"

#include <stdlib.h>

enum { LEVELS = 9, LISTS_MAX = 10000, MARK_BYTES = 128 };

enum number_format {
	NUMBER_DECIMAL, NUMBER_ZERO, NUMBER_LOWER, NUMBER_UPPER,
	NUMBER_ROMAN, NUMBER_ROMAN_UPPER, NUMBER_RUSSIAN, NUMBER_RUSSIAN_UPPER,
	NUMBER_BULLET, NUMBER_NONE
};

struct level {
	enum number_format format;
	uint32_t start;
	struct str text;          /* "%1.%2)" */
};

struct abstract {                 /* what lists may share */
	uint32_t id;
	struct level levels[LEVELS];
	uint32_t at[LEVELS];      /* the last number + 1; 0: none yet */
};

struct list {
	uint32_t id, abstract;    /* index of abstract, once loaded */
	bool used;
	bool restarts[LEVELS];
	uint32_t start[LEVELS];
};

struct docx_numbers {
	LIST(struct abstract) abstracts;
	LIST(struct list) lists;
	struct arena arena;

	/* While it is loaded: */
	bool in_abstract, in_list;
	uint32_t level;
};

static const struct {
	const char *name;
	enum number_format format;
} formats[] = {
	{ "decimal", NUMBER_DECIMAL }, { "decimalZero", NUMBER_ZERO },
	{ "lowerLetter", NUMBER_LOWER }, { "upperLetter", NUMBER_UPPER },
	{ "lowerRoman", NUMBER_ROMAN }, { "upperRoman", NUMBER_ROMAN_UPPER },
	{ "russianLower", NUMBER_RUSSIAN },
	{ "russianUpper", NUMBER_RUSSIAN_UPPER },
	{ "bullet", NUMBER_BULLET }, { "none", NUMBER_NONE }
};

static struct level *level_of(struct docx_numbers *numbers)
{
	struct abstract *last =
		&numbers->abstracts.items[numbers->abstracts.count - 1];

	return &last->levels[numbers->level];
}

static uint32_t attribute(const struct markup_element *element, struct str name)
{
	uint64_t number;

	return str_number(markup_value(element, name), UINT32_MAX, &number)
		? (uint32_t)number : UINT32_MAX;
}

static void read_level(struct docx_numbers *numbers,
		       const struct markup_element *element)
{
	struct level *level = level_of(numbers);
	struct str val = markup_value(element, STR("val"));

	if (str_equal(element->name, STR("start")))
		level->start = docx_number(element, INT32_MAX, 1);
	else if (str_equal(element->name, STR("lvlText")) &&
		 val.len <= MARK_BYTES)
		level->text = str_copy(&numbers->arena, val);
	else if (str_equal(element->name, STR("numFmt")))
		for (size_t i = 0; i < COUNT_OF(formats); i++)
			if (str_equal(val, str_of(formats[i].name)))
				level->format = formats[i].format;
}

static void read_list(struct docx_numbers *numbers,
		      const struct markup_element *element)
{
	struct list *list = &numbers->lists.items[numbers->lists.count - 1];

	if (str_equal(element->name, STR("abstractNumId"))) {
		list->abstract = docx_number(element, UINT32_MAX, UINT32_MAX);
	} else if (str_equal(element->name, STR("startOverride"))) {
		list->restarts[numbers->level] = true;
		list->start[numbers->level] = docx_number(element, INT32_MAX,
							  1);
	}
}

static void begin_abstract(struct docx_numbers *numbers,
			   const struct markup_element *element)
{
	struct abstract *new = LIST_ADD(&numbers->abstracts);

	new->id = attribute(element, STR("abstractNumId"));
	for (size_t i = 0; i < LEVELS; i++)
		new->levels[i] = (struct level){ NUMBER_DECIMAL, 1, STR_NONE };
	numbers->in_abstract = true;
	numbers->in_list = false;
}

static void begin_list(struct docx_numbers *numbers,
		       const struct markup_element *element)
{
	struct list *new = LIST_ADD(&numbers->lists);

	new->id = attribute(element, STR("numId"));
	new->abstract = UINT32_MAX;
	numbers->in_list = true;
	numbers->in_abstract = false;
}

static int on_start(void *data, const struct markup_element *element,
		    struct err *err)
{
	struct docx_numbers *numbers = data;
	struct str name = element->name;

	if (element->space != SPACE_WORD)
		return 0;
	if (numbers->lists.count + numbers->abstracts.count > LISTS_MAX)
		return err_set(err, ERR_LIMIT, "more than %d lists", LISTS_MAX);
	if (str_equal(name, STR("lvl")) ||
	    str_equal(name, STR("lvlOverride"))) {
		numbers->level = attribute(element, STR("ilvl"));
		if (numbers->level >= LEVELS)
			numbers->level = LEVELS - 1;
	} else if (str_equal(name, STR("abstractNum"))) {
		begin_abstract(numbers, element);
	} else if (str_equal(name, STR("num"))) {
		begin_list(numbers, element);
	} else if (numbers->in_abstract) {
		read_level(numbers, element);
	} else if (numbers->in_list) {
		read_list(numbers, element);
	}
	return 0;
}

static int compare_abstracts(const void *a, const void *b)
{
	uint32_t one = ((const struct abstract *)a)->id;
	uint32_t other = ((const struct abstract *)b)->id;

	return one < other ? -1 : one > other;
}

static int compare_lists(const void *a, const void *b)
{
	uint32_t one = ((const struct list *)a)->id;
	uint32_t other = ((const struct list *)b)->id;

	return one < other ? -1 : one > other;
}

/* Sort, and point each list at what it is of. */
static void resolve(struct docx_numbers *numbers)
{
	if (numbers->abstracts.count == 0 || numbers->lists.count == 0)
		return;
	qsort(numbers->abstracts.items, numbers->abstracts.count,
	      sizeof *numbers->abstracts.items, compare_abstracts);
	qsort(numbers->lists.items, numbers->lists.count,
	      sizeof *numbers->lists.items, compare_lists);
	for (size_t i = 0; i < numbers->lists.count; i++) {
		struct list *list = &numbers->lists.items[i];
		struct abstract key = { .id = list->abstract };
		const struct abstract *found =
			bsearch(&key, numbers->abstracts.items,
				numbers->abstracts.count, sizeof key,
				compare_abstracts);

		list->abstract = found ? (uint32_t)(found -
						    numbers->abstracts.items)
				       : UINT32_MAX;
	}
}

int docx_numbers_open(struct docx_numbers **numbers, struct package *package,
		      const char *part, struct err *err)
{
	static const struct markup_events events = { .start = on_start };
	struct docx_numbers *new = memory_get(sizeof *new);
	int rc;

	*new = (struct docx_numbers){ .arena = ARENA_INIT };
	rc = package_parse(package, part, &events, new, err);
	if (rc < 0) {
		docx_numbers_close(new);
		return rc;
	}
	resolve(new);
	*numbers = new;
	return 0;
}

void docx_numbers_close(struct docx_numbers *numbers)
{
	if (!numbers)
		return;
	LIST_RELEASE(&numbers->abstracts);
	LIST_RELEASE(&numbers->lists);
	arena_release(&numbers->arena);
	free(numbers);
}

/* a … z, aa, bb, …; Word leaves й ё ъ ы ь out. */
static void add_letter(struct strbuf *out, uint32_t number, bool russian,
		       bool upper)
{
	struct str letters = russian
		? STR("абвгдежзиклмнопрстуфхцчшщэюя")
		: STR("abcdefghijklmnopqrstuvwxyz");
	size_t width = russian ? 2 : 1, count = letters.len / width;
	size_t at = (number - 1) % count * width;
	uint32_t c = utf8_next(letters, &at);

	for (uint32_t i = 0; i <= (number - 1) / count && i < 8; i++)
		utf8_add(out, upper ? utf8_upper_char(c) : c);
}

static void add_number(struct strbuf *out, enum number_format format,
		       uint32_t number)
{
	switch (format) {
	case NUMBER_ROMAN:
	case NUMBER_ROMAN_UPPER:
		list_numbers_roman(out, number, format == NUMBER_ROMAN_UPPER);
		return;
	case NUMBER_LOWER:
	case NUMBER_UPPER:
	case NUMBER_RUSSIAN:
	case NUMBER_RUSSIAN_UPPER:
		if (number > 0)
			add_letter(out, number,
				   format == NUMBER_RUSSIAN ||
				   format == NUMBER_RUSSIAN_UPPER,
				   format == NUMBER_UPPER ||
				   format == NUMBER_RUSSIAN_UPPER);
		return;
	case NUMBER_BULLET:
	case NUMBER_NONE: return;
	default:
		strbuf_addf(out, format == NUMBER_ZERO ? "%02u" : "%u", number);
	}
}

static struct list *find_list(struct docx_numbers *numbers, uint32_t id)
{
	struct list key = { .id = id };
	struct list *found;

	if (!numbers || numbers->lists.count == 0)
		return NULL;
	found = bsearch(&key, numbers->lists.items, numbers->lists.count,
			sizeof key, compare_lists);
	return found && found->abstract != UINT32_MAX ? found : NULL;
}

/* Count on; what is deeper begins again. */
static void count_on(struct abstract *abstract, struct list *list,
		     uint32_t level)
{
	if (!list->used)
		for (size_t i = 0; i < LEVELS; i++)
			if (list->restarts[i])
				abstract->at[i] = 0;
	for (uint32_t i = 0; i <= level; i++) {
		uint32_t start = list->restarts[i] ? list->start[i]
						   : abstract->levels[i].start;

		if (abstract->at[i] == 0)
			abstract->at[i] = start + 1;
		else if (i == level)
			abstract->at[i]++;
	}
	for (uint32_t i = level + 1; i < LEVELS; i++)
		abstract->at[i] = 0;
	list->used = true;
}

static void add_mark(struct strbuf *mark, const struct abstract *abstract,
		     struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		char next = i + 1 < text.len ? text.data[i + 1] : '\0';

		if (text.data[i] != '%' || next < '1' || next > '9') {
			strbuf_add_char(mark, text.data[i]);
			continue;
		}
		if (abstract->at[next - '1'] > 0)
			add_number(mark, abstract->levels[next - '1'].format,
				   abstract->at[next - '1'] - 1);
		i++;
	}
}

bool docx_numbers_next(struct docx_numbers *numbers, struct strbuf *mark,
		       uint32_t list_id, uint32_t level)
{
	struct list *list = find_list(numbers, list_id);
	struct abstract *abstract;
	size_t start = mark->len;

	if (!list || level >= LEVELS)
		return false;
	abstract = &numbers->abstracts.items[list->abstract];
	count_on(abstract, list, level);
	if (abstract->levels[level].format == NUMBER_BULLET) {
		strbuf_add_z(mark, "- ");
		return true;
	}
	add_mark(mark, abstract, abstract->levels[level].text);
	if (mark->len > start)
		strbuf_add_char(mark, ' ');
	return false;
}
