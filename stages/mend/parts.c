#include "parts.h"

#include "shape.h"
#include "utf8.h"

enum { SCORE_BYTES = 200 }; /* a score and its name, over two paragraphs */

static bool is_page_number(struct str text)
{
	size_t digits = 0;

	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);

		if (utf8_is_digit(c))
			digits++;
		else if (utf8_is_letter(c) || utf8_is_space(c))
			return false;
	}
	return digits > 0 && digits <= 4;
}

static bool is_decoration(struct str text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);

		if (utf8_is_letter(c) || utf8_is_digit(c))
			return false;
	}
	return true;
}

static struct str label_of(const struct scale *scale, struct str value)
{
	struct str whole = value;
	uint64_t number;

	for (size_t i = 0; i < value.len; i++)
		if (value.data[i] == '.' || value.data[i] == ',') {
			whole.len = i;
			break;
		}
	if (!str_number(whole, UINT32_MAX, &number))
		return STR_NONE;
	for (size_t i = 0; i < scale->classes.count; i++)
		if (scale->classes.items[i].lowest <= number &&
		    scale->classes.items[i].highest >= number)
			return scale->classes.items[i].label;
	return STR_NONE;
}

/* What was mended before may be mended again: its score is read anew. */
static bool may_set(enum paragraph_kind kind)
{
	return kind == PARAGRAPH_TEXT || kind == PARAGRAPH_SCALE ||
	       kind == PARAGRAPH_SCORE;
}

static bool read_scale(struct document *doc, struct scale *scale,
		       const struct series *series, struct paragraph *par)
{
	struct scale_class class;
	struct regex_match match;

	if (!series_match(series, SERIES_SCALE, par->text, &match) ||
	    !match.group[1].data || !match.group[2].data ||
	    !match.group[3].data ||
	    !str_number(match.group[2], UINT32_MAX, &class.lowest) ||
	    !str_number(match.group[3], UINT32_MAX, &class.highest))
		return false;
	class.label = str_copy(&doc->arena, match.group[1]);
	*LIST_ADD(&scale->classes) = class;
	par->kind = PARAGRAPH_SCALE;
	return true;
}

/* The score in a paragraph, or in it and the next one, where its number then
 * stands: both say so by their kind. */
static bool read_score(struct document *doc, const struct series *series,
		       size_t index)
{
	struct paragraph *par = &doc->paragraphs.items[index];
	struct strbuf both = STRBUF_INIT;
	struct regex_match match;
	struct score *score;
	bool found;

	if (par->text.len > SCORE_BYTES)
		return false;
	strbuf_add(&both, par->text);
	found = series_match(series, SERIES_SCORE, par->text, &match) != NULL;
	if (!found && index + 1 < doc->paragraphs.count &&
	    par[1].text.len <= SCORE_BYTES && may_set(par[1].kind)) {
		strbuf_add_char(&both, ' ');
		strbuf_add(&both, par[1].text);
		found = series_match(series, SERIES_SCORE, strbuf_view(&both),
				     &match) != NULL;
		if (found)
			par[1].kind = PARAGRAPH_SCORE;
		index += found;
	}
	if (found) {
		par->kind = PARAGRAPH_SCORE;
		score = LIST_ADD(&doc->scores);
		score->paragraph = index;
		score->scope = STR("overall");
		score->value = match.group[1].data
			? str_copy(&doc->arena, match.group[1]) : STR_NONE;
		score->label = score->change = STR_NONE;
	}
	strbuf_release(&both);
	return found;
}

static void set_kind(struct document *doc, const struct series *series,
		     struct scale *scale, size_t index)
{
	struct paragraph *par = &doc->paragraphs.items[index];
	struct regex_match match;

	if (!may_set(par->kind))
		return;
	if (read_scale(doc, scale, series, par) ||
	    read_score(doc, series, index))
		return;
	if (series_match(series, SERIES_HEADING, par->text, &match) ||
	    series_match(series, SERIES_PANEL, par->text, &match))
		par->kind = PARAGRAPH_HEADING;
	else if (series_match(series, SERIES_BOILERPLATE, par->text, &match))
		par->kind = PARAGRAPH_BOILERPLATE;
	else if (series_match(series, SERIES_FURNITURE, par->text, &match) ||
		 is_page_number(par->text) || is_decoration(par->text))
		par->kind = PARAGRAPH_FURNITURE;
	else if (shape_is_item(par->text))
		par->kind = PARAGRAPH_ITEM;
}

static bool is_label(const struct scale *scale, struct str text)
{
	for (size_t i = 0; i < scale->classes.count; i++)
		if (str_equal(scale->classes.items[i].label, text))
			return true;
	return false;
}

void parts_kinds(struct document *doc, const struct series *series,
		 struct scale *scale)
{
	for (size_t i = 0; i < doc->paragraphs.count; i++)
		set_kind(doc, series, scale, i);
	for (size_t i = 0; i < doc->paragraphs.count; i++) {
		struct paragraph *par = &doc->paragraphs.items[i];

		if (par->kind == PARAGRAPH_TEXT && is_label(scale, par->text))
			par->kind = PARAGRAPH_SCALE;
	}
	for (size_t i = 0; i < doc->scores.count; i++)
		doc->scores.items[i].label =
			label_of(scale, doc->scores.items[i].value);
}
