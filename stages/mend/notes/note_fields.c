#include "notes.h"

#include "notes_internal.h"
#include "shape.h"

enum {
	NOTE_BYTES = 4096,   /* what is read of a footnote */
	CUTS_MAX = 8,        /* of one kind in one footnote */
	OUTLET_WORDS = 8,    /* more are no name */
	NAME_WORDS = 4,
	YEAR_BYTES = 4
};

/* What is read, and with what. */
struct reading {
	struct footnote *note;
	struct arena *arena;    /* for what is cut together on the way */
	const struct series_set *set;
	struct str behind;      /* the address */
};

/* The text without what tells nothing of the source. */
static struct str cut(const struct reading *reading, struct str text)
{
	const struct series *any = &reading->set->any;
	struct regex_match match;

	for (size_t i = 0; i < any->rows.count; i++) {
		if (any->rows.items[i].kind != SERIES_NOTE_CUT)
			continue;
		for (int n = 0; n < CUTS_MAX &&
				regex_find(any->rows.items[i].regex, text, 0,
					   &match) &&
				match.group[0].len > 0; n++) {
			struct strbuf buf = STRBUF_INIT;
			size_t at = (size_t)(match.group[0].data - text.data);
			size_t end = at + match.group[0].len;

			strbuf_add(&buf, str_slice(text, 0, at));
			strbuf_add_char(&buf, ' ');
			strbuf_add(&buf, str_slice(text, end, text.len));
			text = str_copy(reading->arena, strbuf_view(&buf));
			strbuf_release(&buf);
		}
	}
	return str_trim(text);
}

static bool has_address(struct str text, struct arena *arena)
{
	struct str before, behind;

	return note_address(text, arena, &before, &behind).len > 0;
}

/* Several sources stand with semicolons between; the first one is read. */
static struct str first_source(const struct reading *reading, struct str body)
{
	size_t at = note_semicolon(body), start, end;
	struct str first = str_slice(body, 0, at), title;

	if (at == body.len)
		return body;
	if (has_address(first, reading->arena))
		return first;
	return note_title(first, &title, &start, &end) &&
	       note_trim(str_slice(first, end, first.len)).len > 0
		? first : body;
}

/* Take the last date off a text: what is before it and behind it. */
static bool take_date(struct reading *reading, struct str text,
		      struct str *before, struct str *behind)
{
	struct strbuf buf = STRBUF_INIT;
	struct edtf date;
	size_t start, end;

	*before = text;
	*behind = STR_NONE;
	if (reading->note->date.len > 0 ||
	    !month_words_last_date(&reading->set->months, text, &date, &start,
				   &end))
		return false;
	edtf_add(&buf, &date);
	reading->note->date = str_copy(reading->arena, strbuf_view(&buf));
	strbuf_release(&buf);
	*before = str_slice(text, 0, start);
	*behind = str_slice(text, end, text.len);
	return true;
}

static struct str name_of(const struct reading *reading, struct str text)
{
	return note_trim(note_unquote(
		note_trim(cut(reading, note_trim(text)))));
}

static const struct series_row *find_author(const struct reading *reading,
					    struct str text,
					    struct str *author)
{
	const struct series_row *row;
	struct regex_match match;

	row = series_match(&reading->set->any, SERIES_NOTE_AUTHOR, text,
			   &match);
	if (row)
		*author = series_part(row, PART_AUTHOR, &match);
	return row;
}

/* "Committee to Protect Journalists", "Kursiv": a person has two or three
 * names, all with capitals. */
static bool is_no_person(const struct reading *reading, struct str name)
{
	struct str rest = name, word, author;

	if (name.len == 0 || find_author(reading, name, &author))
		return false;
	while (str_split(&rest, ' ', &word))
		if (shape_begin(word) != BEGIN_UPPER)
			return true;
	return shape_words(name) == 1 || shape_words(name) >= NAME_WORDS;
}

/* Whether what is quoted belongs to a name in front of the title, as in
 * Foundation "Freedom of Speech", "The Title", or in A. "Alex" B., "Title".
 * Behind an author's name English has a comma, Russian may have none. */
static bool is_in_name(const struct reading *reading, struct str before,
		       struct str behind)
{
	before = str_trim(before);
	if (before.len == 0 || strchr(".,:;/(", before.data[before.len - 1]))
		return false;
	return (unsigned char)before.data[before.len - 1] < 0x80 ||
	       is_no_person(reading, before) ||
	       (behind.len > 1 && behind.data[0] == ' ' &&
		shape_begin(str_trim(behind)) == BEGIN_UPPER);
}

static bool find_title(const struct reading *reading, struct str text,
		       struct str *title, size_t *start, size_t *end)
{
	struct str later, rest, between;
	size_t from, to;

	if (!note_title(text, title, start, end))
		return false;
	rest = str_slice(text, *end, text.len);
	if (!is_in_name(reading, str_slice(text, 0, *start), rest) ||
	    !note_title(rest, &later, &from, &to))
		return true;
	between = str_trim(str_slice(rest, 0, from));
	if (str_has_suffix(between, STR(",")) ||
	    str_has_suffix(between, STR("."))) {
		*title = later;
		*start = *end + from;
		*end += to;
	}
	return true;
}

/* A sentence that quotes something is no source. */
static bool is_remark(const struct reading *reading, struct str before,
		      struct str behind)
{
	struct str author;

	if (reading->note->url.len > 0 || reading->note->date.len > 0)
		return false;
	return (note_trim(before).len > 0 &&
		!find_author(reading, before, &author) &&
		!str_has_suffix(str_trim(before), STR(":"))) ||
	       note_trim(behind).len == 0 || shape_words(behind) > OUTLET_WORDS;
}

/* The author stands before the title, the outlet and the date behind it; an
 * outlet with a colon may stand before it too. */
static void read_quoted(struct reading *reading, struct str text,
			struct str title, size_t start, size_t end)
{
	struct footnote *note = reading->note;
	struct str author = str_slice(text, 0, start);
	struct str rest = str_slice(text, end, text.len);
	struct str outlet, behind, later;
	bool dated = take_date(reading, rest, &outlet, &later);

	if (dated && note_trim(outlet).len == 0)
		outlet = later;
	if (!dated && !take_date(reading, author, &author, &later))
		take_date(reading, reading->behind, &behind, &later);
	if (is_remark(reading, author, rest))
		return;
	note->title = note_trim(title);
	note->author = note_trim(author);
	note->outlet = name_of(reading, outlet);
	if (note->outlet.len == 0 &&
	    (str_has_suffix(str_trim(author), STR(":")) ||
	     is_no_person(reading, note->author))) {
		note->outlet = note_unquote(note->author);
		note->author = STR_NONE;
	}
}

/* Where the last sentence or, in a text of one, the last part between commas
 * begins; 0 if it is all one. */
static size_t last_part(struct str text)
{
	size_t cut = 0, at = 0;

	while ((at = str_find(text, STR(". "), at)) < text.len) {
		at++;
		if (!str_has_suffix(note_trim(str_slice(text, 0, at)),
				    STR(".")))
			cut = at; /* no initial's full stop */
	}
	if (cut > 0)
		return cut;
	at = 0;
	while ((at = str_find(text, STR(", "), at)) < text.len)
		cut = ++at;
	return shape_words(str_slice(text, 0, cut)) >= NAME_WORDS &&
	       shape_words(str_slice(text, cut, text.len)) <= NAME_WORDS
		? cut : 0;
}

/* "Title. Outlet", or the one or the other. */
static void read_parts(struct reading *reading, struct str text, bool named)
{
	struct footnote *note = reading->note;
	size_t cut;

	text = note_trim(text);
	cut = last_part(text);
	if (cut == 0 && (named || note->url.len == 0))
		cut = text.len;
	note->title = note_trim(str_slice(text, 0, cut));
	note->outlet = name_of(reading, str_slice(text, cut, text.len));
}

/* What stands in front of the date, or behind it if nothing does. A year in
 * the midst of words ("Annual Report 2022") belongs to them. */
static struct str beside_date(struct reading *reading, struct str text)
{
	struct str before, behind;

	if (!take_date(reading, text, &before, &behind))
		return text;
	if (reading->note->date.len == YEAR_BYTES &&
	    ((before.len > 1 &&
	      !strchr(",.;:(", before.data[before.len - 2])) ||
	     (behind.len > 2 && behind.data[0] == ' ' &&
	      shape_has_letter(str_slice(behind, 1, 3)))))
		return text;
	return note_trim(before).len == 0 ? behind : before;
}

/* Without quotation marks: an author as patterns know them, a title, the
 * outlet behind a full stop or behind "//". */
static void read_unquoted(struct reading *reading, struct str text)
{
	struct footnote *note = reading->note;
	struct str author = STR_NONE, outlet;
	bool named = find_author(reading, text, &author) != NULL;
	size_t slashes;

	if (named)
		text = str_slice(text, (size_t)(author.data - text.data) +
				 author.len, text.len);
	slashes = str_find(text, STR("// "), 0);
	outlet = beside_date(reading, str_slice(text, slashes, text.len));
	if (slashes < text.len) {
		note->title = note_trim(str_slice(text, 0, slashes));
		note->outlet = name_of(reading, outlet);
	} else {
		outlet = beside_date(reading, text);
		beside_date(reading, reading->behind);
		if (note->url.len == 0 && note->date.len == 0)
			return; /* a remark, no source */
		read_parts(reading, outlet, named);
	}
	note->author = note_trim(author);
}

/* The date and number may stand between the parts of a law's name. */
static struct str title_of_law(const struct reading *reading,
			       struct str title, struct str rest)
{
	struct strbuf buf = STRBUF_INIT;

	if (rest.len == 0)
		return title;
	strbuf_add(&buf, title);
	strbuf_add_char(&buf, ' ');
	strbuf_add(&buf, rest);
	title = str_copy(reading->arena, strbuf_view(&buf));
	strbuf_release(&buf);
	return title;
}

static bool read_law(struct reading *reading, struct str text)
{
	const struct series_row *row;
	struct regex_match match;
	struct str title, before, behind;

	row = series_match(&reading->set->any, SERIES_NOTE_LAW, text, &match);
	if (!row)
		return false;
	title = series_part(row, PART_TITLE, &match);
	take_date(reading, str_slice(text, title.len, text.len), &before,
		  &behind);
	if (reading->note->date.len == 0)
		take_date(reading, title, &before, &behind);
	reading->note->title = title_of_law(reading, note_trim(title),
					    series_part(row, PART_LABEL,
							&match));
	return true;
}

static void read_body(struct reading *reading, struct str body)
{
	struct footnote *note = reading->note;
	struct str text, title;
	size_t start, end;

	body = first_source(reading, body);
	note->url = note_address(body, reading->arena, &text,
				 &reading->behind);
	text = cut(reading, str_trim(text));
	reading->behind = cut(reading, note_trim(reading->behind));
	if (note_trim(text).len == 0) {
		text = reading->behind;
		reading->behind = STR_NONE;
	}
	if (read_law(reading, text))
		return;
	if (find_title(reading, text, &title, &start, &end) &&
	    str_find(text, STR(" // "), 0) > start)
		read_quoted(reading, text, title, start, end);
	else
		read_unquoted(reading, text);
	beside_date(reading, reading->behind);
}

void note_fields(struct footnote *note, struct arena *arena, struct str body,
		 const struct series_set *set)
{
	struct arena work = ARENA_INIT;
	struct reading reading = { note, &work, set, STR_NONE };

	note->author = note->title = note->outlet = STR_NONE;
	note->date = note->url = STR_NONE;
	read_body(&reading, shape_beginning(body, NOTE_BYTES));
	note->author = str_copy(arena, note->author);
	note->title = str_copy(arena, note->title);
	note->outlet = str_copy(arena, note->outlet);
	note->date = str_copy(arena, note->date);
	note->url = str_copy(arena, note->url);
	arena_release(&work);
}

bool note_quotes(struct str body)
{
	struct str title;
	size_t start, end;

	body = shape_beginning(body, NOTE_BYTES);
	return note_title(body, &title, &start, &end) &&
	       note_trim(str_slice(body, end, body.len)).len > 0;
}

bool note_is_source(struct str body, const struct series_set *set)
{
	struct arena arena = ARENA_INIT;
	struct reading reading = { NULL, &arena, set, STR_NONE };
	struct regex_match match;
	struct str text, title;
	size_t start, end;
	bool found;

	body = shape_beginning(body, NOTE_BYTES);
	found = has_address(body, &arena) ||
		series_match(&set->any, SERIES_NOTE_AGAIN, body, &match) ||
		series_match(&set->any, SERIES_NOTE_LAW, body, &match);
	if (!found) {
		text = cut(&reading, body);
		found = note_title(text, &title, &start, &end) && start == 0 &&
			note_trim(str_slice(text, end, text.len)).len > 0;
	}
	arena_release(&arena);
	return found;
}
