/* Documents of which paragraphs or sentences were left out. */
#include "stream_read_internal.h"

#include "utf8.h"

/* The last of `id` behind `mark`, if it is a number: "PARAGRAPH-s12". */
static bool cut_number(struct str id, const char *mark, struct str *home,
		       uint64_t *number)
{
	struct str sign = str_of(mark);
	size_t at = id.len;

	while (at > 0 && id.data[at - 1] >= '0' && id.data[at - 1] <= '9')
		at--;
	*home = str_slice(id, 0, at);
	if (!str_has_suffix(*home, sign) ||
	    !str_number(str_slice(id, at, id.len), SIZE_MAX, number))
		return false;
	home->len -= sign.len;
	return true;
}

int parse_own_paragraph(struct parse *p)
{
	struct document *doc = p->doc;
	struct str home, document;
	uint64_t number;
	int rc = 0;

	if (!cut_number(p->block.id, "-s", &home, &number))
		return 0;
	if ((!p->par_open ||
	     !str_equal(doc->paragraphs.items[doc->paragraphs.count - 1].id,
			home)) &&
	    cut_number(home, "-p", &document, &number) &&
	    str_equal(document, doc->id))
		rc = parse_open_paragraph(p, home);
	return rc;
}

void parse_count_sentence(struct parse *p, struct str id)
{
	struct str home;
	uint64_t number;

	if (!cut_number(id, "-s", &home, &number) ||
	    !str_equal(home,
		       p->doc->paragraphs.items[p->doc->paragraphs.count - 1].id))
		return;
	if (number != p->next_sentence)
		p->lacks_sentences = true;
	p->next_sentence = (size_t)number + 1;
}

/* Where the runs of the open paragraph end, in code points of the whole
 * source. */
static size_t runs_end(const struct document *doc, const struct paragraph *par)
{
	size_t end = 0;

	for (size_t i = par->first_run; i < doc->runs.count; i++) {
		const struct run *run = &doc->runs.items[i];

		if (run->source + run->source_len > end)
			end = run->source + run->source_len;
	}
	return end;
}

void parse_shift_runs(struct parse *p, struct str told)
{
	struct document *doc = p->doc;
	const struct paragraph *par =
		&doc->paragraphs.items[doc->paragraphs.count - 1];

	p->source_chars += utf8_chars(told);
	if (!p->has_map)
		return;
	if (told.len > 0)
		p->left_out = runs_end(doc, par) - p->source_chars;
	for (size_t i = par->first_run; i < doc->runs.count; i++)
		doc->runs.items[i].source -= p->left_out;
}

void parse_cut_paragraph(struct parse *p)
{
	struct document *doc = p->doc;

	*LIST_ADD(&p->cut) = doc->paragraphs.count - 1;
	p->par_source = (struct str){ NULL, 0 };
	if (p->has_map) {
		doc->runs.count =
			doc->paragraphs.items[doc->paragraphs.count - 1]
				.first_run;
		p->mapped.count--;
		p->has_map = false;
	}
}

bool parse_is_cut(const struct parse *p, size_t paragraph)
{
	size_t low = 0, high = p->cut.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (p->cut.items[middle] < paragraph)
			low = middle + 1;
		else
			high = middle;
	}
	return low < p->cut.count && p->cut.items[low] == paragraph;
}
