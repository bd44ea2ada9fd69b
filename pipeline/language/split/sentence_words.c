#include "sentence_words.h"

#include "utf8.h"

enum { LONGEST_WORD = 64 };

size_t sentence_word_end(const struct classes *classes, struct str text,
			 size_t at)
{
	size_t start = at, next;

	while (at - start < LONGEST_WORD &&
	       class_is_word(classes_at(classes, text, at, &next)))
		at = next;
	return at;
}

size_t sentence_word_start(const struct classes *classes, struct str text,
			   size_t start, size_t stop)
{
	size_t at = stop, begin;

	while (at > start && stop - at < LONGEST_WORD) {
		uint8_t class = classes_before(classes, text, at, &begin);

		if (!class_is_word(class) && text.data[begin] != '.' &&
		    text.data[begin] != '-')
			break;
		at = begin;
	}
	return at;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

size_t sentence_word_inner(struct str text, size_t word, size_t stop)
{
	size_t inner = stop;

	while (inner > word && text.data[inner - 1] != '.' &&
	       !is_digit(text.data[inner - 1]))
		inner--;
	if (inner > word && inner < stop && text.data[inner] == '-')
		inner++;
	return inner;
}

uint32_t sentence_abbreviation(const struct token_rules *rules,
			       struct str text, size_t word, size_t stop,
			       struct strbuf *scratch)
{
	size_t inner = sentence_word_inner(text, word, stop);
	uint32_t kind = token_rules_abbreviation(
		rules, str_slice(text, word, stop + 1), scratch);

	if (kind || inner == word)
		return kind;
	return token_rules_abbreviation(rules,
					str_slice(text, inner, stop + 1),
					scratch);
}

bool sentence_is_stopword(const struct sentence_splitter *s, struct str text,
			  size_t start, size_t end)
{
	return string_map_find_folded(s->language.stopwords,
				      str_slice(text, start, end),
				      s->scratch) != 0;
}

bool sentence_is_opening(const struct sentence_splitter *s, struct str text,
			 const struct sentence_follow *follow)
{
	size_t end = sentence_word_end(s->classes, text, follow->word);

	return (follow->class & CLASS_UPPER) &&
	       (end >= text.len || text.data[end] != '.') &&
	       sentence_is_stopword(s, text, follow->word, end);
}

/* A letter that Roman numbers are written with, in Cyrillic too. */
static bool is_roman(uint32_t c)
{
	return (c < 0x80 && c && strchr("IVXLCDM", (int)c)) || c == 0x406 ||
	       c == 0x425;
}

bool sentence_is_number(const struct classes *classes, struct str text,
			size_t at)
{
	size_t next, end = sentence_word_end(classes, text, at);

	if (class_is(classes_at(classes, text, at, &next), CLASS_DIGIT))
		return true;
	if (at == end)
		return false;
	while (at < end)
		if (!is_roman(utf8_next(text, &at)))
			return false;
	return true;
}
