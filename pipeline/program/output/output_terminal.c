/* What suits the file that rows go to. */
#include "output_internal.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { USUAL_WIDTH = 80, WIDEST = 1000 };

static void take_size(struct output_look *look, int fd, bool is_terminal)
{
	const char *columns = getenv("COLUMNS");
	struct winsize size;
	uint64_t width = 0;

	look->width = look->height = 0;
	if (is_terminal && ioctl(fd, TIOCGWINSZ, &size) == 0) {
		look->width = size.ws_col;
		look->height = size.ws_row;
	}
	if (look->width == 0 && columns &&
	    str_number(str_of(columns), WIDEST, &width))
		look->width = (size_t)width;
	if (look->width == 0 && is_terminal)
		look->width = USUAL_WIDTH;
}

static int choose_colour(bool *colour, bool is_terminal, const char *wish,
			 struct err *err)
{
	const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");

	if (!wish || !strcmp(wish, "auto"))
		*colour = is_terminal && !(no_color && *no_color) &&
			  !(term && !strcmp(term, "dumb"));
	else if (!strcmp(wish, "always") || !strcmp(wish, "never"))
		*colour = !strcmp(wish, "always");
	else
		return err_set(err, ERR_USAGE, "--color takes auto, always or "
			       "never, not '%s'", wish);
	return 0;
}

int output_suit(struct output_look *look, FILE *file, const char *format,
		const char *colour, struct err *err)
{
	bool is_terminal = isatty(fileno(file));

	look->format = is_terminal ? OUTPUT_TABLE : OUTPUT_TSV;
	if (format && !output_find_format(format, &look->format))
		return err_set(err, ERR_USAGE, "--format takes %s, not '%s'",
			       output_format_names(), format);
	if (is_terminal && look->format == OUTPUT_XLSX)
		return err_set(err, ERR_USAGE, "xlsx is no text: let it go to "
			       "a file, as > table.xlsx");
	take_size(look, fileno(file), is_terminal);
	look->is_terminal = is_terminal;
	return choose_colour(&look->colour, is_terminal, colour, err);
}
