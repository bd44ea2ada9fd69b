#include "package.h"

#include <stdio.h>
#include <stdlib.h>
#include <zip.h>

enum {
	PIECE = 64 * 1024,
	END_BYTES = 22,             /* of the record at a ZIP file's end */
	END_SEARCH = 64 * 1024 + END_BYTES,
	DIRECTORY_BYTES = 16 << 20
};

struct package {
	zip_t *zip;
	size_t size;
};

static uint32_t read_number(const char *bytes, size_t count)
{
	uint32_t number = 0;

	for (size_t i = count; i-- > 0;)
		number = number << 8 | (unsigned char)bytes[i];
	return number;
}

/* libzip takes memory for the whole directory before it can be asked how many
 * entries there are. */
static int check_directory(struct str bytes, struct err *err)
{
	size_t from = bytes.len > END_SEARCH ? bytes.len - END_SEARCH : 0;

	while ((from = str_find(bytes, STR("PK\5\6"), from)) + END_BYTES <=
	       bytes.len) {
		if (read_number(bytes.data + from + 10, 2) > PACKAGE_ENTRIES ||
		    read_number(bytes.data + from + 12, 4) > DIRECTORY_BYTES)
			return err_set(err, ERR_LIMIT,
				       "an archive of more than %d entries",
				       PACKAGE_ENTRIES);
		from += 4;
	}
	return 0;
}

static int fail(struct err *err, const char *name, zip_error_t *error)
{
	const char *reason = zip_error_strerror(error);
	bool locked = zip_error_code_zip(error) == ZIP_ER_NOPASSWD ||
		      zip_error_code_zip(error) == ZIP_ER_ENCRNOTSUPP;

	return err_set(err, ERR_FORMAT, locked ? "%s%sencrypted"
					       : "%s%sa damaged archive (%s)",
		       name, *name ? ": " : "", reason);
}

int package_open(struct package **package, struct str bytes, struct err *err)
{
	zip_error_t error;
	zip_source_t *source;
	zip_t *zip = NULL;
	int rc = check_directory(bytes, err);

	if (rc < 0)
		return rc;
	zip_error_init(&error);
	source = zip_source_buffer_create(bytes.data, bytes.len, 0, &error);
	if (source)
		zip = zip_open_from_source(source, ZIP_RDONLY, &error);
	if (!zip) {
		rc = fail(err, "", &error);
		zip_source_free(source);
	} else {
		*package = memory_get(sizeof **package);
		(*package)->zip = zip;
		(*package)->size = bytes.len;
	}
	zip_error_fini(&error);
	if (rc == 0 && zip_get_num_entries(zip, 0) > PACKAGE_ENTRIES) {
		package_close(*package);
		rc = err_set(err, ERR_LIMIT,
			     "an archive of more than %d entries",
			     PACKAGE_ENTRIES);
	}
	return rc;
}

void package_close(struct package *package)
{
	zip_discard(package->zip);
	free(package);
}

bool package_has(struct package *package, const char *name)
{
	return zip_name_locate(package->zip, name, 0) >= 0;
}

static int check_size(const struct package *package, const char *name,
		      zip_uint64_t packed, size_t total, struct err *err)
{
	if (packed > package->size)
		packed = package->size;
	if (total > PACKAGE_PART)
		return err_set(err, ERR_LIMIT,
			       "%s: more than %d MB when unpacked", name,
			       PACKAGE_PART >> 20);
	if (total > PACKAGE_SMALL && total / PACKAGE_RATIO > packed)
		return err_set(err, ERR_LIMIT,
			       "%s: unpacks to more than %d times its size, "
			       "which no document does", name, PACKAGE_RATIO);
	return 0;
}

/* Where the pieces of a part go. */
struct sink {
	struct markup_xml *xml;   /* or NULL: */
	struct strbuf *text;
	size_t max;               /* bytes that it may have */
};

static int take_piece(const struct sink *sink, const char *name,
		      struct str piece, struct err *err)
{
	int rc;

	if (sink->xml) {
		rc = markup_xml_feed(sink->xml, piece, err);
		return rc < 0 ? err_wrap(err, rc, "%s", name) : 0;
	}
	if (sink->text->len + piece.len > sink->max)
		return err_set(err, ERR_LIMIT,
			       "%s: unpacked, the document is larger than "
			       "the limit", name);
	strbuf_add(sink->text, piece);
	return 0;
}

static int unpack_all(const struct package *package, const char *name,
		      zip_uint64_t packed, zip_file_t *file,
		      const struct sink *sink, struct err *err)
{
	char piece[PIECE];
	size_t total = 0;
	zip_int64_t len;
	int rc = 0;

	while (rc == 0 && (len = zip_fread(file, piece, sizeof piece)) != 0) {
		if (len < 0)
			return fail(err, name, zip_file_get_error(file));
		total += (size_t)len;
		rc = check_size(package, name, packed, total, err);
		if (rc < 0)
			return rc;
		rc = take_piece(sink, name, (struct str){ piece, (size_t)len },
				err);
	}
	return rc;
}

static int unpack(struct package *package, const char *name,
		  const struct sink *sink, struct err *err)
{
	zip_stat_t info;
	zip_file_t *file;
	int rc;

	if (zip_stat(package->zip, name, 0, &info) < 0)
		return err_set(err, ERR_FORMAT, "no %s in it", name);
	file = zip_fopen_index(package->zip, info.index, 0);
	if (!file)
		return fail(err, name, zip_get_error(package->zip));
	rc = unpack_all(package, name,
			info.valid & ZIP_STAT_COMP_SIZE ? info.comp_size : 0,
			file, sink, err);
	zip_fclose(file);
	return rc;
}

int package_parse(struct package *package, const char *name,
		  const struct markup_events *events, void *data,
		  struct err *err)
{
	struct sink sink = { .xml = markup_xml_new(events, data) };
	int rc = unpack(package, name, &sink, err);

	if (rc == 0 && (rc = markup_xml_end(sink.xml, err)) < 0)
		err_wrap(err, rc, "%s", name);
	markup_xml_free(sink.xml);
	return rc;
}

int package_read(struct package *package, const char *name,
		 struct strbuf *text, size_t max, struct err *err)
{
	struct sink sink = { .text = text, .max = max };

	return unpack(package, name, &sink, err);
}
