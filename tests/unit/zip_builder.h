/* Archives, made of their parts. */
#ifndef ESEP_TEST_ZIP_BUILDER_H
#define ESEP_TEST_ZIP_BUILDER_H

#include "str.h"

#include <string.h>
#include <zip.h>

struct zip_part { const char *name, *text; };

static inline void zip_pack(struct strbuf *out, const struct zip_part *parts,
			    size_t count)
{
	zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
	char piece[4096];
	zip_int64_t len, index;
	zip_t *zip;

	zip_source_keep(source);
	zip = zip_open_from_source(source, ZIP_TRUNCATE, NULL);
	for (size_t i = 0; i < count; i++) {
		index = zip_file_add(zip, parts[i].name,
				     zip_source_buffer(zip, parts[i].text,
						       strlen(parts[i].text),
						       0), 0);
		zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_STORE,
					 0);
	}
	zip_close(zip);
	zip_source_open(source);
	while ((len = zip_source_read(source, piece, sizeof piece)) > 0)
		strbuf_add(out, (struct str){ piece, (size_t)len });
	zip_source_close(source);
	zip_source_free(source);
}

#endif
