/* A picture in SVG 1.1, put together in a buffer. Lengths are pixels of the
 * CSS kind, x to the right, y down. */
#ifndef ESEP_SVG_H
#define ESEP_SVG_H

#include "str.h"

/* Begin a picture.
 * width, height  of the whole
 * title, about   what it shows, for readers that are told it aloud */
void svg_begin(struct strbuf *out, double width, double height,
	       struct str title, struct str about);
void svg_end(struct strbuf *out);

enum svg_anchor { SVG_START, SVG_MIDDLE, SVG_END };

/* The looks of the style sheet that svg_begin writes: "axis", "grid", "lane",
 * "small", "sure", "unsure"; NULL: the usual one. */
void svg_text(struct strbuf *out, double x, double y, enum svg_anchor anchor,
	      const char *look, struct str text);
void svg_line(struct strbuf *out, double x1, double y1, double x2, double y2,
	      const char *look);

/* A mark, which says `told` when it is pointed at. */
void svg_bar(struct strbuf *out, double x, double y, double width,
	     double height, const char *look, struct str told);
void svg_point(struct strbuf *out, double x, double y, double radius,
	       const char *look, struct str told);

/* About how wide a text of the usual size is; nothing measures it here. */
double svg_width(struct str text, double size);

#endif
