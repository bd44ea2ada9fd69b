#include "mask_internal.h"

#include "utf8.h"

/* A stretch without blanks, brackets and quotation marks. */
struct chunk {
	size_t start, end;
	bool is_address;      /* or an id, a handle, a slug: names stand in it
	                         joined by any mark */
	bool has_percent;     /* %D0 */
};

struct scan {
	struct mask *mask;
	struct str text;
	struct chunk chunk;
	bool is_cell;         /* the text is one word */
};

static bool is_delimiter(uint32_t c)
{
	static const char marks[] = "\"'`,;<>()[]{}|";

	return c < 0x80 ? c <= ' ' || memchr(marks, (int)c, sizeof marks - 1)
			: utf8_is_space(c) || c == 0xab || c == 0xbb ||
			  (c >= 0x2018 && c <= 0x201f);
}

static bool is_hex(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'f');
}

static bool is_percent(struct str text, size_t at)
{
	return text.data[at] == '%' && at + 2 < text.len &&
	       is_hex(text.data[at + 1]) && is_hex(text.data[at + 2]);
}

/* ASCII without capitals, and a mark between: a slug, a domain, a path. */
static struct chunk see_chunk(struct str text, size_t start)
{
	struct chunk chunk = { .start = start };
	bool is_small = true, has_mark = false;
	size_t at = start, before = start;

	while (at < text.len) {
		char c = text.data[at];

		before = at;
		if (is_delimiter(utf8_next(text, &at))) {
			at = before;
			break;
		}
		chunk.is_address = chunk.is_address || c == '@' || c == '_' ||
				   c == '#' || str_has_prefix(str_slice(text,
						before, text.len), STR("://"));
		chunk.has_percent = chunk.has_percent ||
				    is_percent(text, before);
		is_small = is_small && (unsigned char)c < 0x80 &&
			   !(c >= 'A' && c <= 'Z');
		has_mark = has_mark || ((c == '-' || c == '.' || c == '/') &&
					at < text.len && before > start &&
					!is_delimiter((unsigned char)
						      text.data[at]));
	}
	chunk.end = at;
	chunk.is_address = chunk.is_address || (is_small && has_mark);
	return chunk;
}

static bool is_id_byte(char c)
{
	return c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

static struct mask_edit *add_edit(struct scan *scan, size_t start, size_t end,
				  struct mask_found found)
{
	struct mask_edit *edit = LIST_ADD(&scan->mask->edits);

	edit->start = start;
	edit->end = end;
	edit->words = 1;
	edit->people = found.people;
	edit->strength = found.strength;
	return edit;
}

/* The id of a person that begins at `at`; where it ends, or 0. One without _
 * is a word like others, unless it is all there is. */
static size_t find_id(struct scan *scan, size_t at)
{
	struct str text = scan->text;
	size_t end = at;
	bool has_joint = false;
	uint32_t number;

	if (at > 0 && is_id_byte(text.data[at - 1]))
		return 0;
	while (end < scan->chunk.end && is_id_byte(text.data[end])) {
		has_joint = has_joint || text.data[end] == '_';
		end++;
	}
	if (!has_joint && !scan->is_cell)
		return 0;
	number = interned_find(&scan->mask->ids, str_slice(text, at, end));
	if (!number)
		return 0;
	add_edit(scan, at, end, (struct mask_found){
		{ .ids = { number - 1 }, .count = 1 }, MASK_STRONG
	})->is_plain = true;
	return end;
}

/* Where the word that begins at `at` ends: with the first mark that is no
 * letter; an apostrophe within it is told. */
static size_t word_end(struct str text, size_t at, size_t *apostrophe)
{
	size_t end = at, next;

	*apostrophe = 0;
	while (end < text.len) {
		uint32_t c;

		next = end;
		c = utf8_next(text, &next);
		if (!utf8_is_letter(c)) {
			size_t behind = next;

			if (*apostrophe || (c != '\'' && c != 0x2019) ||
			    next == text.len ||
			    !utf8_is_letter(utf8_next(text, &behind)))
				break;
			*apostrophe = end;
		}
		end = next;
	}
	return end;
}

static void add_word(struct scan *scan, size_t start, size_t end,
		     struct mask_found found)
{
	add_edit(scan, start, end, found)->is_plain =
		scan->chunk.is_address ||
		!utf8_has_upper(str_slice(scan->text, start, end));
}

/* What capitals within a word tell apart: FreeErlan. In a text short ones are
 * names of other things (YouTube). */
static void find_parts(struct scan *scan, size_t start, size_t end,
		       enum mask_place place)
{
	enum { LETTERS_MIN = 5 };
	struct str word = str_slice(scan->text, start, end), part;
	size_t at = 0;

	while (mask_next_part(word, &at, &part) && part.len < word.len) {
		size_t part_end = start + at;
		struct mask_found found;

		if (place != MASK_IN_ADDRESS && utf8_chars(part) < LETTERS_MIN)
			continue;
		found = mask_find_word(scan->mask, part, place);
		if (found.strength == MASK_STRONG ||
		    (found.strength != MASK_NONE && place == MASK_IN_ADDRESS))
			add_word(scan, part_end - part.len, part_end, found);
	}
}

static size_t find_word(struct scan *scan, size_t at)
{
	struct str text = scan->text, word;
	size_t apostrophe, end = word_end(text, at, &apostrophe);
	enum mask_place place = scan->is_cell ? MASK_BY_ITSELF
		: scan->chunk.is_address ? MASK_IN_ADDRESS : MASK_IN_TEXT;
	struct mask_found found = { .strength = MASK_NONE };

	if (apostrophe) {
		found = mask_find_word(scan->mask, str_slice(text, at, end),
				       place);
		if (found.strength == MASK_NONE)
			end = apostrophe;
	}
	word = str_slice(text, at, end);
	if (found.strength == MASK_NONE)
		found = mask_find_word(scan->mask, word, place);
	if (found.strength != MASK_NONE)
		add_word(scan, at, end, found);
	else if (text.len > end && text.data[end] == '.' &&
		 utf8_chars(word) == 1 && utf8_has_upper(word))
		add_edit(scan, at, end + 1, found)->is_initial = true;
	else
		find_parts(scan, at, end, place);
	return end;
}

static int hex_value(char c)
{
	return c <= '9' ? c - '0' : (c | 32) - 'a' + 10;
}

/* An address with bytes as %D0 that holds names: what it becomes is kept in
 * mask->decoded, and stands there as it would in an address. */
static void find_decoded(struct scan *scan)
{
	struct mask *mask = scan->mask;
	struct str chunk = str_slice(scan->text, scan->chunk.start,
				     scan->chunk.end);
	struct mask_edits edits = mask->edits, joined = mask->joined;
	struct strbuf plain = STRBUF_INIT, out = STRBUF_INIT;
	struct mask_edit *edit;

	for (size_t i = 0; i < chunk.len; i++) {
		if (is_percent(chunk, i)) {
			strbuf_add_char(&plain, (char)(
				hex_value(chunk.data[i + 1]) << 4 |
				hex_value(chunk.data[i + 2])));
			i += 2;
		} else {
			strbuf_add_char(&plain, chunk.data[i]);
		}
	}
	mask->edits = mask->joined = (struct mask_edits){ NULL, 0, 0 };
	mask->is_nested = true;
	mask_add(mask, &out, strbuf_view(&plain), NULL, 0);
	mask->is_nested = false;
	LIST_RELEASE(&mask->edits);
	LIST_RELEASE(&mask->joined);
	mask->edits = edits;
	mask->joined = joined;
	if (!str_equal(strbuf_view(&plain), strbuf_view(&out))) {
		edit = add_edit(scan, scan->chunk.start, scan->chunk.end,
				(struct mask_found){ .strength = MASK_STRONG });
		edit->other = mask->decoded.len;
		for (size_t i = 0; i < out.len; i++) {
			unsigned char c = (unsigned char)out.data[i];

			strbuf_addf(&mask->decoded, c <= ' ' || c >= 0x7f ||
				    c == '%' || c == '"' || c == '|' ||
				    c == '<' || c == '>' ? "%%%02X" : "%c", c);
		}
		edit->other_len = mask->decoded.len - edit->other;
	}
	strbuf_release(&plain);
	strbuf_release(&out);
}

static bool is_one_word(struct str text)
{
	size_t at = 0;

	while (at < text.len) {
		uint32_t c = utf8_next(text, &at);

		if (!utf8_is_letter(c) && c != '_')
			return false;
	}
	return text.len > 0;
}

/* All words that may be masked, and initials. */
static void find_words(struct scan *scan)
{
	struct str text = scan->text;
	size_t next;

	for (size_t at = 0; at < text.len; at = next) {
		uint32_t c;
		size_t end;

		next = at;
		c = utf8_next(text, &next);
		if (is_delimiter(c))
			continue;
		if (at >= scan->chunk.end) {
			scan->chunk = see_chunk(text, at);
			if (scan->chunk.has_percent && !scan->mask->is_nested) {
				size_t count = scan->mask->edits.count;

				find_decoded(scan);
				if (scan->mask->edits.count > count) {
					next = scan->chunk.end;
					continue;
				}
			}
		}
		if (c < 0x80 && is_id_byte((char)c) &&
		    (end = find_id(scan, at)))
			next = end;
		else if (utf8_is_letter(c))
			next = find_word(scan, at);
	}
}

void mask_find(struct mask *mask, struct str text, bool by_word)
{
	struct scan scan = { .mask = mask, .text = text,
			     .is_cell = is_one_word(text) };

	LIST_CLEAR(&mask->edits);
	find_words(&scan);
	mask_judge(mask, text, by_word);
}

/* A, B … Z, AA, AB … */
static void add_letter(struct strbuf *out, uint32_t person, char first)
{
	char letters[8];
	size_t at = sizeof letters;
	uint64_t number = (uint64_t)person + 1;

	while (number > 0) {
		number--;
		letters[--at] = (char)(first + (char)(number % 26));
		number /= 26;
	}
	strbuf_add(out, (struct str){ letters + at, sizeof letters - at });
}

void mask_add_letters(struct mask *mask, struct strbuf *out,
		      const struct mask_edit *edit)
{
	const struct mask_people *people = &edit->people;

	if (edit->other_len) {
		strbuf_add(out, str_slice(strbuf_view(&mask->decoded),
					  edit->other,
					  edit->other + edit->other_len));
		return;
	}
	strbuf_add_z(out, edit->is_plain ? "person" : "‹");
	for (size_t i = 0; i < people->count; i++) {
		if (mask_people_many(people))
			break;
		if (edit->is_plain || i > 0)
			strbuf_add_char(out, edit->is_plain ? '_' : '/');
		add_letter(out, people->ids[i], edit->is_plain ? 'a' : 'A');
	}
	if (!edit->is_plain)
		strbuf_add_z(out, mask_people_many(people) ? "?›" : "›");
}

struct mover {
	struct output_hit *hits;
	size_t count;
	size_t swallowed;     /* end of what the last hit took */
};

static size_t later(size_t a, size_t b)
{
	return a > b ? a : b;
}

/* Move hits to where edits left them, which became the bytes starts..ends: one
 * that touches an edit has all of it. */
static void move_hits(struct mover *mover, const struct mask_edits *edits,
		      const size_t *starts, const size_t *ends)
{
	size_t edit = 0;
	int64_t shift = 0;

	for (size_t i = 0; i < mover->count; i++) {
		struct output_hit *hit = &mover->hits[i];
		size_t start, end, last;

		while (edit < edits->count &&
		       edits->items[edit].end <= hit->start) {
			shift = (int64_t)ends[edit] -
				(int64_t)edits->items[edit].end;
			edit++;
		}
		start = (size_t)((int64_t)hit->start + shift);
		if (edit < edits->count &&
		    edits->items[edit].start <= hit->start)
			start = starts[edit];
		last = edit;
		while (last < edits->count &&
		       edits->items[last].start < hit->end)
			last++;
		end = (size_t)((int64_t)hit->end + shift);
		if (last > edit) {
			end = ends[last - 1];
			if (edits->items[last - 1].end < hit->end)
				end += hit->end - edits->items[last - 1].end;
		}
		hit->start = later(start, mover->swallowed);
		hit->end = later(end, hit->start);
		mover->swallowed = hit->end;
	}
}

static bool add_whole(struct mask *mask, struct strbuf *out, struct str text)
{
	const struct mask_form *form;
	struct mask_edit edit = { .words = 1 };

	strbuf_clear(&mask->inner);
	utf8_add_fold(&mask->inner, str_trim(text));
	form = mask_table_find(&mask->whole, strbuf_view(&mask->inner));
	if (!form)
		return false;
	edit.people = form->people;
	edit.is_plain = !utf8_has_upper(text);
	mask_add_letters(mask, out, &edit);
	return true;
}

void mask_add(void *data, struct strbuf *out, struct str text,
	      struct output_hit *hits, size_t count)
{
	enum { WHOLE_MAX = 512 };
	struct mask *mask = data;
	struct mover mover = { hits, count, 0 };
	LIST(size_t) starts = { NULL, 0, 0 }, ends = { NULL, 0, 0 };
	size_t at = 0, begin = out->len;

	if (!mask->is_nested)
		strbuf_clear(&mask->decoded);
	if (count == 0 && text.len <= WHOLE_MAX && add_whole(mask, out, text))
		return;
	mask_find(mask, text, false);
	for (size_t i = 0; i < mask->joined.count; i++) {
		const struct mask_edit *edit = &mask->joined.items[i];

		strbuf_add(out, str_slice(text, at, edit->start));
		if (count > 0)
			*LIST_ADD(&starts) = out->len - begin;
		mask_add_letters(mask, out, edit);
		if (count > 0)
			*LIST_ADD(&ends) = out->len - begin;
		at = edit->end;
	}
	strbuf_add(out, str_slice(text, at, text.len));
	if (count > 0)
		move_hits(&mover, &mask->joined, starts.items, ends.items);
	LIST_RELEASE(&starts);
	LIST_RELEASE(&ends);
}
