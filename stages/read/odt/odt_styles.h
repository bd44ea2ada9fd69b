/* What the styles of an .odt make of its text (ISO/IEC 26300-1, 16). */
#ifndef ESEP_ODT_STYLES_H
#define ESEP_ODT_STYLES_H

#include "memory.h"
#include "package.h"

enum { ODT_LEVELS = 10 };

enum odt_kind {
	ODT_PLAIN,
	ODT_TITLE, ODT_HEADING, ODT_CAPTION
};

struct odt_style {
	struct str family, name, base;
	enum odt_kind kind;
	bool hidden, raised;
};

struct odt_level {
	struct str format;        /* "1", "a", "A", "i", "I"; empty: bullet */
	struct str before, behind;/* the number */
	int64_t start;
	unsigned shown;           /* levels in the number: 2 for "3.1" */
	bool known;
};

struct odt_list {
	struct str name;
	struct odt_level levels[ODT_LEVELS];
};

struct odt_styles {
	LIST(struct odt_style) list;  /* by family and name, once finished */
	LIST(struct odt_list) lists;  /* by name; that of headings has none */
	struct arena arena;
};

/* Add the styles of a part. errors: as package_parse */
int odt_styles_load(struct odt_styles *styles, struct package *package,
		    const char *part, struct err *err);
void odt_styles_finish(struct odt_styles *styles);
void odt_styles_release(struct odt_styles *styles);

/* By its name in a family: "paragraph", "text"; NULL where there is none. */
const struct odt_style *odt_styles_find(const struct odt_styles *styles,
					struct str family, struct str name);
const struct odt_list *odt_styles_list(const struct odt_styles *styles,
				       struct str name);

#endif
