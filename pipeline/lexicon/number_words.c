#include "lexicons_internal.h"

#include "utf8.h"

static const uint64_t LARGEST = 1000000000000000000u; /* 10^18 */

static int add_row(struct number_words *numbers, struct table *table,
		   size_t row, struct err *err)
{
	struct strbuf fold = STRBUF_INIT;
	struct number_word word = {
		.form = table_named_cell(table, row, "form"),
		.lang = table_named_cell(table, row, "lang"),
		.digits = table_named_cell(table, row, "value")
	};
	int rc = table_number(table, row, "value", LARGEST, &word.value, err);

	if (rc < 0)
		return rc;
	*LIST_ADD(&numbers->list) = word;
	utf8_add_fold(&fold, word.form);
	if (!string_map_find(&numbers->by_form, strbuf_view(&fold)))
		string_map_add(&numbers->by_form, strbuf_view(&fold),
			       (uint32_t)numbers->list.count);
	strbuf_release(&fold);
	table_take(table, row);
	return 0;
}

int lexicons_numbers(struct lexicons *lexicons,
		     const struct number_words **numbers, struct err *err)
{
	struct table *table;
	int rc = 0;

	*numbers = &lexicons->numbers;
	if (lexicons->numbers.list.count > 0)
		return 0;
	rc = lexicons_table(lexicons, "numbers.tsv", &table, err);
	for (size_t row = 0; rc == 0 && row < table->row_count; row++)
		rc = add_row(&lexicons->numbers, table, row, err);
	return rc;
}

const struct number_word *number_words_find(const struct number_words *numbers,
					    struct str form)
{
	struct strbuf fold = STRBUF_INIT;
	uint32_t number;

	utf8_add_fold(&fold, form);
	number = string_map_find(&numbers->by_form, strbuf_view(&fold));
	strbuf_release(&fold);
	return number ? &numbers->list.items[number - 1] : NULL;
}

void number_words_release(struct number_words *numbers)
{
	LIST_RELEASE(&numbers->list);
	string_map_release(&numbers->by_form);
}
