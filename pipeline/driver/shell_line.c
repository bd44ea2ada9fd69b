#include "shell_line.h"

struct reader {
	struct shell_line *line;
	struct str text, breaks;
	size_t at;
	struct strbuf word;
	bool is_begun;
};

static bool is_one_of(struct str bytes, char byte)
{
	return bytes.len > 0 && memchr(bytes.data, byte, bytes.len);
}

static void end_word(struct reader *in)
{
	struct shell_line *line = in->line;

	*LIST_ADD(&line->words) = str_copy(&line->arena,
					   strbuf_view(&in->word));
	strbuf_clear(&in->word);
	in->is_begun = false;
}

/* Behind a backslash: inside of " it stays in front of most bytes. */
static void read_escaped(struct reader *in)
{
	char byte;

	if (in->at == in->text.len)
		return;
	byte = in->text.data[in->at++];
	if (in->line->quote && !is_one_of(STR("\\\"$`"), byte))
		strbuf_add_char(&in->word, '\\');
	strbuf_add_char(&in->word, byte);
}

static void read_quoted(struct reader *in, char byte)
{
	if (byte == in->line->quote) {
		in->line->quote = '\0';
		in->line->kept = in->word.len;
	} else if (byte == '\\' && in->line->quote == '"') {
		read_escaped(in);
	} else {
		strbuf_add_char(&in->word, byte);
	}
}

static void read_plain(struct reader *in, char byte)
{
	if (str_is_blank(byte)) {
		if (in->is_begun)
			end_word(in);
		in->line->kept = 0;
		return;
	}
	in->is_begun = true;
	if (byte == '\'' || byte == '"') {
		in->line->quote = byte;
		in->line->kept = in->word.len;
	} else if (byte == '\\') {
		read_escaped(in);
	} else {
		strbuf_add_char(&in->word, byte);
		if (is_one_of(in->breaks, byte))
			in->line->kept = in->word.len;
	}
}

void shell_line_read(struct shell_line *line, struct str text,
		     struct str breaks)
{
	struct reader in = { .line = line, .text = text, .breaks = breaks,
			     .word = STRBUF_INIT };

	*line = (struct shell_line){ .arena = ARENA_INIT };
	while (in.at < text.len) {
		char byte = text.data[in.at++];

		if (line->quote)
			read_quoted(&in, byte);
		else
			read_plain(&in, byte);
	}
	end_word(&in);
	strbuf_release(&in.word);
}

void shell_line_release(struct shell_line *line)
{
	LIST_RELEASE(&line->words);
	arena_release(&line->arena);
}

static void put_byte(struct strbuf *out, char quote, char byte)
{
	static const char plain[] = " \t\n!\"#$&'()*;<>?[\\]^`{|}~";

	if (quote == '\'' && byte == '\'') {
		strbuf_add_z(out, "'\\''");
		return;
	}
	if ((quote == '"' && is_one_of(STR("\\\"$`"), byte)) ||
	    (!quote && is_one_of(str_of(plain), byte)))
		strbuf_add_char(out, '\\');
	strbuf_add_char(out, byte);
}

void shell_line_put(const struct shell_line *line, struct strbuf *out,
		    struct str word)
{
	for (size_t i = line->kept; i < word.len; i++)
		put_byte(out, line->quote, word.data[i]);
}
