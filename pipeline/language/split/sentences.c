#include "sentences.h"

#include "sentence_units.h"
#include "sentence_words.h"
#include "utf8.h"

static uint8_t class_at(const struct sentence_splitter *s, struct str text,
			size_t at, size_t *next)
{
	return classes_at(s->classes, text, at, next);
}

static bool is_list_mark(const struct sentence_splitter *s, struct str text,
			 size_t start, size_t word, size_t stop)
{
	size_t next;

	if (word != start || stop - word > 6)
		return false;
	if (class_is(class_at(s, text, word, &next), CLASS_DIGIT))
		return true;
	for (size_t i = word; i < stop; i++)
		if (!strchr("IVX", text.data[i]))
			return next == stop;
	return true;
}

/* и пр.: with the word before it an abbreviation of another kind. */
static uint32_t kind_of_two(const struct sentence_splitter *s, struct str text,
			    size_t start, size_t word, size_t stop)
{
	size_t before;

	if (word < start + 2 || text.data[word - 1] != ' ')
		return 0;
	before = sentence_word_start(s->classes, text, start, word - 1);
	return token_rules_abbreviation(s->language.rules,
					str_slice(text, before, stop + 1),
					s->scratch);
}

static bool is_initial(const struct sentence_splitter *s, struct str text,
		       size_t word, size_t stop)
{
	size_t next, inner = sentence_word_inner(text, word, stop);
	uint8_t class = class_at(s, text, inner, &next);

	return next == stop && (class & CLASS_UPPER) &&
	       (inner == word || text.data[inner - 1] == '.' ||
		text.data[inner - 1] == '-');
}

/* Is the full stop behind text[word..stop] a part of the word, with the
 * sentence going on? */
static bool belongs_to_word(const struct sentence_splitter *s, struct str text,
			    size_t start, size_t word, size_t stop,
			    const struct sentence_follow *follow)
{
	uint32_t kind = sentence_abbreviation(s->language.rules, text, word,
					      stop, s->scratch);

	if (kind & ABBREVIATION_TITLE)
		return true;
	if (is_initial(s, text, word, stop))
		return !sentence_is_opening(s, text, follow);
	if (!kind || ((kind & ABBREVIATION_NUMBER) &&
		      !class_is(follow->class, CLASS_DIGIT)))
		return false;
	if ((class_is(follow->class, CLASS_DIGIT) && !follow->quote) ||
	    follow->bracket || follow->dash)
		return true;
	if (sentence_is_unit(s, text, start, word, stop, kind))
		return !sentence_ends_in_unit(s, text, start, word, stop, kind,
					      follow);
	kind |= kind_of_two(s, text, start, word, stop);
	if (kind & ABBREVIATION_CLOSING)
		return !(follow->class & CLASS_UPPER) && !follow->quote;
	return !sentence_is_opening(s, text, follow);
}

/* Is the figure behind the full stop no footnote mark, as in Art.5, v2.1? */
static bool belongs_to_figure(const struct sentence_splitter *s,
			      struct str text, size_t word, size_t stop)
{
	size_t next, inner = sentence_word_inner(text, word, stop);

	if (sentence_is_year(text, word, stop))
		return false;
	(void)class_at(s, text, word, &next);
	return next >= stop || (inner > word && text.data[inner - 1] == '.') ||
	       sentence_abbreviation(s->language.rules, text, word, stop,
				     s->scratch);
}

/* Does text[start..end] look as a word does that begins a sentence: I, Then,
 * You'll? */
static bool is_capitalised(const struct sentence_splitter *s, struct str text,
			   size_t start, size_t end)
{
	size_t next;

	if (end < text.len && text.data[end] != ' ' && text.data[end] != '\'')
		return false;
	if (!(class_at(s, text, start, &next) & CLASS_UPPER))
		return false;
	return next < end ? (class_at(s, text, next, &next) & CLASS_LOWER) != 0
			  : sentence_is_stopword(s, text, start, end);
}

/* A stop with no blank behind it ends a sentence only where a blank was
 * forgotten: between a lower-case word and a capitalised one, and at ? and !
 * before any, where sentences begin with small letters. */
static bool is_forgotten_blank(const struct sentence_splitter *s,
			       struct str text,
			       const struct sentence_stop *stop)
{
	size_t at, next;
	uint8_t before = classes_before(s->classes, text, stop->begin, &at);
	size_t end = sentence_word_end(s->classes, text, stop->end);

	if (stop->begin <= 3 || !(before & CLASS_LOWER))
		return false;
	return is_capitalised(s, text, stop->end, end) ||
	       (s->language.rules->begin_small && !stop->full_stop &&
		!stop->ellipsis && !stop->quoted &&
		(class_at(s, text, stop->end, &next) & CLASS_LOWER));
}

static bool is_ellipsis_dots(struct str text, size_t at)
{
	return text.len - at >= 2 && memcmp(text.data + at, "..", 2) == 0;
}

/* A small letter goes on with the sentence, unless the language's writers begin
 * with small letters at times (`small`), or this one does; an address belongs
 * to the reference before it. So does a comma and the like. */
static bool continues(const struct sentence_splitter *s, struct str text,
		      size_t start, const struct sentence_stop *stop,
		      const struct sentence_follow *follow, bool small)
{
	size_t next;

	if (follow->class & CLASS_LOWER)
		return stop->quoted || stop->figure || follow->dash ||
		       !((small && !stop->ellipsis &&
			  !sentence_is_address(text, follow->word)) ||
			 (class_at(s, text, start, &next) & CLASS_LOWER));
	return follow->word < text.len && text.data[follow->word] &&
	       strchr(",;:.", text.data[follow->word]) &&
	       !is_ellipsis_dots(text, follow->word);
}

/* #word: tags stand behind the sentence that they belong to. */
static bool is_tag(const struct sentence_splitter *s, struct str text,
		   size_t at)
{
	size_t next;

	return at < text.len && text.data[at] == '#' &&
	       class_is(class_at(s, text, at + 1, &next), CLASS_LETTER);
}

/* Does a sentence end at a stop with blanks behind it? */
static bool ends(const struct sentence_splitter *s, struct str text,
		 size_t start, size_t word, const struct sentence_stop *stop,
		 bool small)
{
	struct sentence_follow follow = sentence_read_follow(
		s->classes, text,
		sentence_skip_blanks(s->classes, text, stop->end));

	if (continues(s, text, start, stop, &follow, small) ||
	    is_tag(s, text, follow.word))
		return false;
	if ((stop->quoted || (follow.quote && follow.bracket)) &&
	    (follow.dash || (follow.bracket && !(follow.class & CLASS_UPPER))))
		return false;
	if (!stop->full_stop || word == stop->begin)
		return true;
	if (stop->figure)
		return !belongs_to_figure(s, text, word, stop->begin);
	if (is_list_mark(s, text, start, word, stop->begin))
		return false;
	return !belongs_to_word(s, text, start, word, stop->begin, &follow);
}

static bool is_boundary(const struct sentence_splitter *s, struct str text,
			size_t start, const struct sentence_stop *stop)
{
	struct sentence_splitter here = *s;
	size_t next, word;

	if (!class_is(class_at(s, text, stop->end, &next), CLASS_BLANK))
		return is_forgotten_blank(s, text, stop);
	word = sentence_word_start(s->classes, text, start, stop->begin);
	if (word < stop->begin)
		here.language = s->judge->language(s->judge->state, text, start,
						   word, stop->begin);
	return ends(&here, text, start, word, stop,
		    s->language.rules->begin_small &&
			    here.language.rules->begin_small);
}

struct cutter {
	const struct sentence_splitter *splitter;
	struct str text;
	size_t start;              /* of the sentence */
	struct offsets *out;
};

static void end_at(struct cutter *cutter, size_t end)
{
	size_t before;

	while (end > cutter->start &&
	       class_is(classes_before(cutter->splitter->classes, cutter->text,
				       end, &before), CLASS_BLANK))
		end = before;
	if (end > cutter->start)
		*LIST_ADD(cutter->out) = (uint32_t)end;
	cutter->start = sentence_skip_blanks(cutter->splitter->classes,
					     cutter->text, end);
}

/* A line that is drawn is a sentence of its own. */
static size_t cut_line(struct cutter *cutter, size_t at)
{
	size_t end = sentence_skip_line(cutter->text, at);

	if (end > at) {
		end_at(cutter, at);
		end_at(cutter, end);
	}
	return end > at ? end : at + 1;
}

/* Addresses one behind the other are a list: each is a sentence. Gives where
 * the address ends, or `at`. */
static size_t cut_address(struct cutter *cutter, size_t at)
{
	struct str text = cutter->text;
	size_t end = sentence_skip_address(text, cutter->start, at);

	if (end > at && end < text.len && text.data[end] == ' ' &&
	    sentence_is_address(text, end + 1))
		end_at(cutter, end);
	return end;
}

static size_t cut_stop(struct cutter *cutter, size_t at)
{
	const struct sentence_splitter *s = cutter->splitter;
	struct sentence_stop stop =
		sentence_read_stop(s->classes, cutter->text, at);

	if (stop.end < cutter->text.len &&
	    is_boundary(s, cutter->text, cutter->start, &stop))
		end_at(cutter, stop.end);
	return stop.end > at ? stop.end : at + 1;
}

void sentences_split(const struct sentence_splitter *s, struct str text,
		     struct offsets *out)
{
	struct cutter cutter = {
		s, classes_trim_end(s->classes, text),
		sentence_skip_blanks(s->classes, text, 0), out
	};
	size_t at = sentence_next_stop(cutter.text, cutter.start), next;

	while (at < cutter.text.len) {
		next = sentence_draws(cutter.text, at)
			? cut_line(&cutter, at) : cut_address(&cutter, at);
		if (next == at)
			next = cut_stop(&cutter, at);
		at = sentence_next_stop(cutter.text, next);
	}
	end_at(&cutter, cutter.text.len);
}
