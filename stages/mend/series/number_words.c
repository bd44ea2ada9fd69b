#include "number_words.h"

#include "lexicons.h"
#include "utf8.h"

enum { VALUE_MAX = 100, WHOLE_MAX = 1000000, DECIMALS = 3 };

int number_words_load(struct number_words *words, const char *lexicons,
		      struct err *err)
{
	struct table table;
	int rc = lexicons_load(&table, lexicons, "numbers.tsv", "form value",
			       err);

	if (rc < 0)
		return rc == ERR_MISSING ? 0 : rc;
	for (size_t row = 0; row < table.row_count; row++) {
		struct str form = table_cell(&table, row,
					     table_column(&table, "form"));
		struct strbuf fold = STRBUF_INIT;
		struct number_word *new;
		uint64_t value;

		if (!str_number(table_cell(&table, row,
					   table_column(&table, "value")),
				VALUE_MAX, &value))
			continue;
		utf8_add_fold(&fold, form);
		new = LIST_ADD(&words->words);
		new->form = str_copy(&words->arena, strbuf_view(&fold));
		new->value = (uint32_t)value;
		strbuf_release(&fold);
	}
	table_release(&table);
	return 0;
}

void number_words_release(struct number_words *words)
{
	LIST_RELEASE(&words->words);
	arena_release(&words->arena);
}

static bool read_word(const struct number_words *words, struct str text,
		      int64_t *thousandths)
{
	struct strbuf fold = STRBUF_INIT;
	bool found = false;

	utf8_add_fold(&fold, text);
	for (size_t i = 0; !found && i < words->words.count; i++)
		if (str_equal(words->words.items[i].form, strbuf_view(&fold))) {
			*thousandths = (int64_t)words->words.items[i].value *
				       NUMBER_ONE;
			found = true;
		}
	strbuf_release(&fold);
	return found;
}

bool number_words_read(const struct number_words *words, struct str text,
		       int64_t *thousandths)
{
	size_t point = 0, decimals;
	uint64_t whole, part = 0;

	while (point < text.len && text.data[point] != '.' &&
	       text.data[point] != ',')
		point++;
	if (!str_number(str_slice(text, 0, point), WHOLE_MAX, &whole)) {
		size_t blank = str_find(text, STR(" "), 0);

		return read_word(words, text, thousandths) ||
		       (blank < text.len &&
			read_word(words,
				  str_slice(text, blank + 1, text.len),
				  thousandths));
	}
	decimals = point < text.len ? text.len - point - 1 : 0;
	if (point < text.len &&
	    (decimals > DECIMALS ||
	     !str_number(str_slice(text, point + 1, text.len), NUMBER_ONE,
			 &part)))
		return false;
	for (; decimals < DECIMALS; decimals++)
		part *= 10;
	*thousandths = (int64_t)(whole * NUMBER_ONE + part);
	return true;
}

struct str number_text(struct arena *arena, int64_t thousandths, bool sign)
{
	struct strbuf out = STRBUF_INIT;
	struct str text;
	uint64_t size = (uint64_t)(thousandths < 0 ? -thousandths
						   : thousandths);
	uint64_t part = size % NUMBER_ONE;

	if (thousandths < 0)
		strbuf_add_char(&out, '-');
	else if (sign && thousandths > 0)
		strbuf_add_char(&out, '+');
	strbuf_add_number(&out, size / NUMBER_ONE);
	for (uint64_t unit = NUMBER_ONE / 10; part > 0; unit /= 10) {
		if (unit == NUMBER_ONE / 10)
			strbuf_add_char(&out, '.');
		strbuf_add_number(&out, part / unit);
		part %= unit;
	}
	text = str_copy(arena, strbuf_view(&out));
	strbuf_release(&out);
	return text;
}
