#include "odt.h"

#include "odt_story.h"

static int load_styles(struct odt_styles *styles, struct package *package,
		       struct err *err)
{
	static const char *const parts[] = { "styles.xml", "content.xml" };
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < COUNT_OF(parts); i++)
		if (package_has(package, parts[i]))
			rc = odt_styles_load(styles, package, parts[i], err);
	odt_styles_finish(styles);
	return rc;
}

int odt_read(struct builder *builder, struct str raw, struct err *err)
{
	struct odt_styles styles = { .arena = ARENA_INIT };
	struct chunks chunks = { .arena = ARENA_INIT };
	struct package *package;
	int rc = package_open(&package, raw, err);

	if (rc < 0)
		return rc;
	rc = load_styles(&styles, package, err);
	if (rc == 0)
		rc = odt_story_read(&chunks, package, "content.xml", &styles,
				    err);
	if (rc == 0)
		chunks_write(&chunks, builder);
	chunks_release(&chunks);
	odt_styles_release(&styles);
	package_close(package);
	return rc;
}
