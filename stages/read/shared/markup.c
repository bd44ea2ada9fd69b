#include "markup.h"

#include "markup_tags.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include <stdlib.h>

enum {
	STRAY_WORK = 1 << 29  /* open elements looked at for stray end tags */
};

struct parse {
	const struct markup_events *events;
	void *data;
	xmlParserCtxtPtr context;
	struct err *err;
	int rc;
	size_t depth, limit, stray;
	struct str input;         /* what libxml2 has not asked for yet */
	LIST(struct markup_attribute) attributes;
};

struct markup_xml {
	struct parse parse;
	struct markup_tags tags;
};

struct str markup_value(const struct markup_element *element, struct str name)
{
	for (size_t i = 0; i < element->count; i++)
		if (str_equal(element->attributes[i].name, name))
			return element->attributes[i].value;
	return STR_NONE;
}

bool markup_has(const struct markup_element *element, struct str name)
{
	for (size_t i = 0; i < element->count; i++)
		if (str_equal(element->attributes[i].name, name))
			return true;
	return false;
}

static struct str of_xml(const xmlChar *text)
{
	return text ? str_of((const char *)text) : STR_NONE;
}

static int line(const struct parse *parse)
{
	return parse->context->input ? parse->context->input->line : 0;
}

static void stop(struct parse *parse, int rc)
{
	if (parse->rc == 0)
		parse->rc = rc;
	xmlStopParser(parse->context);
}

static void hand_over(struct parse *parse, struct str name,
		      enum markup_space space)
{
	struct markup_element element = {
		name, space, parse->attributes.items, parse->attributes.count
	};
	int rc;

	if (parse->rc < 0)
		return;
	if (++parse->depth > parse->limit) {
		stop(parse, err_set(parse->err, ERR_LIMIT,
				    "line %d: more than %zu elements within "
				    "each other", line(parse), parse->limit));
		return;
	}
	rc = parse->events->start(parse->data, &element, parse->err);
	if (rc < 0)
		stop(parse, rc);
}

static void on_end(struct parse *parse)
{
	int rc;

	if (parse->rc < 0)
		return;
	parse->depth--;
	if (!parse->events->end)
		return;
	rc = parse->events->end(parse->data, parse->err);
	if (rc < 0)
		stop(parse, rc);
}

static void on_text(void *data, const xmlChar *text, int len)
{
	struct parse *parse = data;
	int rc;

	if (parse->rc < 0 || len <= 0 || !parse->events->text)
		return;
	rc = parse->events->text(parse->data,
				 (struct str){ (const char *)text,
					       (size_t)len }, parse->err);
	if (rc < 0)
		stop(parse, rc);
}

static void on_html_start(void *data, const xmlChar *name,
			  const xmlChar **pairs)
{
	struct parse *parse = data;

	LIST_CLEAR(&parse->attributes);
	for (; pairs && *pairs; pairs += 2)
		*LIST_ADD(&parse->attributes) = (struct markup_attribute){
			of_xml(pairs[0]), of_xml(pairs[1])
		};
	hand_over(parse, of_xml(name), SPACE_OTHER);
}

static void on_html_end(void *data, const xmlChar *name)
{
	(void)name;
	on_end(data);
}

/* For an end tag that matches nothing libxml2 looks at all open elements. */
static void on_html_error(void *data, xmlErrorPtr error)
{
	struct parse *parse = data;

	if (error->code != XML_ERR_TAG_NAME_MISMATCH || parse->rc < 0)
		return;
	parse->stray += parse->depth;
	if (parse->stray > STRAY_WORK)
		stop(parse, err_set(parse->err, ERR_LIMIT,
				    "line %d: too many end tags that end "
				    "nothing", line(parse)));
}

static int read_input(void *data, char *room, int size)
{
	struct parse *parse = data;
	size_t len = parse->input.len < (size_t)size ? parse->input.len
						     : (size_t)size;

	memcpy(room, parse->input.data, len);
	parse->input = str_slice(parse->input, len, parse->input.len);
	return (int)len;
}

static size_t lines_before(struct str text, size_t at)
{
	size_t lines = 1;

	for (size_t i = 0; i < at; i++)
		lines += text.data[i] == '\n';
	return lines;
}

int markup_html(struct str text, const struct markup_events *events,
		void *data, struct err *err)
{
	static const htmlSAXHandler handler = {
		.initialized = XML_SAX2_MAGIC,
		.startElement = on_html_start, .endElement = on_html_end,
		.characters = on_text, .ignorableWhitespace = on_text,
		.cdataBlock = on_text, .serror = on_html_error
	};
	struct parse parse = { .events = events, .data = data, .err = err,
			       .limit = MARKUP_HTML_DEPTH, .input = text };
	size_t crowded = markup_tags_crowded(text, MARKUP_ATTRIBUTES);

	if (crowded < text.len)
		return err_set(err, ERR_LIMIT,
			       "line %zu: an element with more than %d "
			       "attributes", lines_before(text, crowded),
			       MARKUP_ATTRIBUTES);
	parse.context = htmlNewParserCtxt();
	if (!parse.context)
		return err_set(err, ERR_SYSTEM, "libxml2 has no memory");
	*parse.context->sax = handler;
	parse.context->userData = &parse;
	htmlCtxtReadIO(parse.context, read_input, NULL, &parse, NULL, "UTF-8",
		       HTML_PARSE_RECOVER | HTML_PARSE_IGNORE_ENC |
		       HTML_PARSE_NODEFDTD | HTML_PARSE_NONET);
	htmlFreeParserCtxt(parse.context);
	LIST_RELEASE(&parse.attributes);
	return parse.rc;
}

static enum markup_space find_space(const xmlChar *uri)
{
	static const struct {
		const char *part;
		enum markup_space space;
	} spaces[] = { /* the Transitional and the Strict name of each */
		{ "/wordprocessingml/", SPACE_WORD },
		{ "/markup-compatibility/", SPACE_COMPATIBILITY },
		{ "/package/2006/relationships", SPACE_RELATIONS }
	};
	struct str name = of_xml(uri);

	for (size_t i = 0; i < COUNT_OF(spaces); i++)
		if (str_find(name, str_of(spaces[i].part), 0) < name.len)
			return spaces[i].space;
	return SPACE_OTHER;
}

/* libxml2 has an attribute as name, prefix, namespace, begin and end of the
 * value. */
static void on_xml_start(void *data, const xmlChar *name,
			 const xmlChar *prefix, const xmlChar *uri,
			 int space_count, const xmlChar **spaces, int count,
			 int default_count, const xmlChar **fields)
{
	struct parse *parse = data;

	(void)prefix, (void)space_count, (void)spaces, (void)default_count;
	LIST_CLEAR(&parse->attributes);
	for (int i = 0; i < count; i++, fields += 5)
		*LIST_ADD(&parse->attributes) = (struct markup_attribute){
			of_xml(fields[0]),
			{ (const char *)fields[3],
			  (size_t)(fields[4] - fields[3]) }
		};
	hand_over(parse, of_xml(name), find_space(uri));
}

static void on_xml_end(void *data, const xmlChar *name, const xmlChar *prefix,
		       const xmlChar *uri)
{
	(void)name, (void)prefix, (void)uri;
	on_end(data);
}

/* Only a declaration can define entities, and thereby bombs of them. */
static void on_doctype(void *data, const xmlChar *name, const xmlChar *public,
		       const xmlChar *system)
{
	struct parse *parse = data;

	(void)name, (void)public, (void)system;
	stop(parse, err_set(parse->err, ERR_FORMAT,
			    "line %d: a document type declaration, which does "
			    "not belong there", line(parse)));
}

static void on_xml_error(void *data, xmlErrorPtr error)
{
	struct parse *parse = data;
	struct str message = str_trim(str_of(error->message ? error->message
							    : "damaged"));

	if (error->level < XML_ERR_FATAL || parse->rc < 0)
		return;
	parse->rc = err_set(parse->err, ERR_FORMAT,
			    "line %d: not well-formed XML: %.*s", error->line,
			    STR_ARGS(message));
}

struct markup_xml *markup_xml_new(const struct markup_events *events,
				  void *data)
{
	static xmlSAXHandler handler = {
		.initialized = XML_SAX2_MAGIC,
		.startElementNs = on_xml_start, .endElementNs = on_xml_end,
		.characters = on_text, .ignorableWhitespace = on_text,
		.cdataBlock = on_text, .internalSubset = on_doctype,
		.serror = on_xml_error
	};
	struct markup_xml *xml = memory_get(sizeof *xml);

	*xml = (struct markup_xml){ .parse = { .events = events, .data = data,
					       .limit = MARKUP_XML_DEPTH } };
	xml->parse.context = xmlCreatePushParserCtxt(&handler, &xml->parse,
						     NULL, 0, NULL);
	/* or "&amp;" in an attribute would be "&#38;"; other entities need a
	 * declaration, at which we stop */
	if (xml->parse.context)
		xmlCtxtUseOptions(xml->parse.context,
				  XML_PARSE_NONET | XML_PARSE_NOENT);
	return xml;
}

static int feed(struct markup_xml *xml, struct str bytes, bool last,
		struct err *err)
{
	struct parse *parse = &xml->parse;

	parse->err = err;
	if (!parse->context)
		return err_set(err, ERR_SYSTEM, "libxml2 has no memory");
	if (parse->rc == 0 &&
	    !markup_tags_feed(&xml->tags, bytes, MARKUP_ATTRIBUTES))
		parse->rc = err_set(err, ERR_LIMIT,
				    "line %d: an element with more than %d "
				    "attributes", line(parse),
				    MARKUP_ATTRIBUTES);
	if (parse->rc == 0 &&
	    xmlParseChunk(parse->context, bytes.data, (int)bytes.len, last) &&
	    parse->rc == 0)
		parse->rc = err_set(err, ERR_FORMAT,
				    "line %d: not well-formed XML",
				    line(parse));
	return parse->rc;
}

int markup_xml_feed(struct markup_xml *xml, struct str bytes, struct err *err)
{
	return feed(xml, bytes, false, err);
}

int markup_xml_end(struct markup_xml *xml, struct err *err)
{
	return feed(xml, STR_NONE, true, err);
}

void markup_xml_free(struct markup_xml *xml)
{
	if (!xml)
		return;
	if (xml->parse.context)
		xmlFreeParserCtxt(xml->parse.context);
	LIST_RELEASE(&xml->parse.attributes);
	free(xml);
}
