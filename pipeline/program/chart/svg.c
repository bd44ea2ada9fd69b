#include "svg.h"

#include "escaped.h"
#include "utf8.h"

/* Colours that are apart by lightness too, so that they are in print and for
 * eyes that do not tell them by hue. */
static const char style[] =
"<style>\n"
"text { font: 12px 'Noto Sans', 'DejaVu Sans', 'Segoe UI', Arial, sans-serif; "
"fill: #1a1a1a; }\n"
".small { font-size: 10px; }\n"
".lane { font-weight: bold; }\n"
".title { font-size: 15px; font-weight: bold; }\n"
".axis { stroke: #444; stroke-width: 1; }\n"
".grid { stroke: #ddd; stroke-width: 1; }\n"
".sure { fill: #14506e; }\n"
".unsure { fill: #14506e; fill-opacity: 0.35; }\n"
"@media (prefers-color-scheme: dark) {\n"
"text { fill: #e4e4e4; } .axis { stroke: #aaa; } .grid { stroke: #444; }\n"
".sure, .unsure { fill: #7cc4e4; }\n"
".page { fill: #16181c; }\n"
"}\n"
"@media print { text { fill: #000; } .page { fill: #fff; } "
".sure, .unsure { fill: #14506e; } }\n"
"</style>\n";

void svg_begin(struct strbuf *out, double width, double height,
	       struct str title, struct str about)
{
	strbuf_addf(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" "
		    "width=\"%.0f\" height=\"%.0f\" "
		    "viewBox=\"0 0 %.0f %.0f\" role=\"img\" "
		    "aria-labelledby=\"title about\">\n<title id=\"title\">",
		    width, height, width, height);
	escaped_add(out, title);
	strbuf_add_z(out, "</title>\n<desc id=\"about\">");
	escaped_add(out, about);
	strbuf_add_z(out, "</desc>\n");
	strbuf_add_z(out, style);
	strbuf_add_z(out, "<rect class=\"page\" fill=\"#fff\" width=\"100%\" "
		     "height=\"100%\"/>\n");
}

void svg_end(struct strbuf *out)
{
	strbuf_add_z(out, "</svg>\n");
}

static void add_look(struct strbuf *out, const char *look)
{
	if (look)
		strbuf_addf(out, " class=\"%s\"", look);
}

void svg_text(struct strbuf *out, double x, double y, enum svg_anchor anchor,
	      const char *look, struct str text)
{
	static const char *const anchors[] = {
		[SVG_START] = "", [SVG_MIDDLE] = " text-anchor=\"middle\"",
		[SVG_END] = " text-anchor=\"end\""
	};

	strbuf_addf(out, "<text x=\"%.1f\" y=\"%.1f\"%s", x, y,
		    anchors[anchor]);
	add_look(out, look);
	strbuf_add_char(out, '>');
	escaped_add(out, text);
	strbuf_add_z(out, "</text>\n");
}

void svg_line(struct strbuf *out, double x1, double y1, double x2, double y2,
	      const char *look)
{
	strbuf_addf(out, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" "
		    "y2=\"%.1f\"", x1, y1, x2, y2);
	add_look(out, look);
	strbuf_add_z(out, "/>\n");
}

static void end_mark(struct strbuf *out, const char *look, struct str told,
		     const char *tag)
{
	add_look(out, look);
	strbuf_add_z(out, "><title>");
	escaped_add(out, told);
	strbuf_addf(out, "</title></%s>\n", tag);
}

void svg_bar(struct strbuf *out, double x, double y, double width,
	     double height, const char *look, struct str told)
{
	strbuf_addf(out, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" "
		    "height=\"%.1f\" rx=\"2\"", x, y, width, height);
	end_mark(out, look, told, "rect");
}

void svg_point(struct strbuf *out, double x, double y, double radius,
	       const char *look, struct str told)
{
	strbuf_addf(out, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"", x, y,
		    radius);
	end_mark(out, look, told, "circle");
}

double svg_width(struct str text, double size)
{
	size_t letters = 0;

	for (size_t at = 0; at < text.len; letters++)
		utf8_next(text, &at);
	return (double)letters * size * 0.58;
}
