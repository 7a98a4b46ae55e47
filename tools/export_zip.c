/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/export_zip.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <zip.h>

#include "lib/base/memory.h"

/*
 * The largest export known is under a megabyte; JSON full of nulls packs to a
 * thirtieth. What goes ten times beyond is no form.
 */
enum {
	MOST_ZIP = 16 * 1024 * 1024,
	MOST_FILES = 64,
	MOST_FILE = 16 * 1024 * 1024,
	MOST_UNPACKED = 32 * 1024 * 1024,
	MOST_RATIO = 200,
	SMALL_FILE = 64 * 1024, /* of which the ratio says nothing */
	MOST_DEPTH = 220,       /* rules nest deepest */
};

static const struct part {
	const char *name;
	bool is_object, may_miss;
} parts[N_EXPORT_PARTS] = {
	[EXPORT_FORMS] = { "forms.json", false, false },
	[EXPORT_STEPS] = { "formSteps.json", false, false },
	[EXPORT_DEFINITIONS] = { "formDefinitions.json", false, false },
	/* The first releases had no variables, and small forms no rules. */
	[EXPORT_LOGIC] = { "formLogic.json", false, true },
	[EXPORT_VARIABLES] = { "formVariables.json", false, true },
	[EXPORT_META] = { "_meta.json", true, true },
};

struct reader {
	zip_t *zip;
	struct export_zip *export;
	zip_uint64_t unpacked;
	char **wrong;
};

static bool refuse(const struct reader *reader, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

static bool refuse(const struct reader *reader, const char *format, ...)
{
	char *said = NULL;
	va_list args;

	va_start(args, format);
	if (vasprintf(&said, format, args) < 0)
		said = NULL;
	va_end(args);
	if (!*reader->wrong)
		*reader->wrong = safe_text(said ? said : "no memory", false);
	free(said);
	return false;
}

/* Nothing is written by these names; who sends such a name is up to no good,
 * or sends something else than an export. */
static bool check_name(const struct reader *reader, const char *name)
{
	size_t n = strlen(name);

	if (!n || n > 255 || !text_is_utf8(name, n))
		return refuse(reader, "a file in it has no proper name");
	for (size_t i = 0; i < n; i++) {
		if ((unsigned char)name[i] < 0x20 || name[i] == 0x7f)
			return refuse(reader, "a file in it has no proper name");
	}
	if (name[0] == '/' || strchr(name, '\\') || strchr(name, ':'))
		return refuse(
			reader, "'%s' leads out of the folder: this is no export", name);
	for (const char *at = name; at; at = strchr(at, '/')) {
		at += *at == '/';
		if (strncmp(at, "..", 2) == 0 && (!at[2] || at[2] == '/'))
			return refuse(reader,
				"'%s' leads out of the folder: this is no export", name);
	}
	return true;
}

static bool is_link(const struct reader *reader, zip_uint64_t index)
{
	zip_uint8_t system = 0;
	zip_uint32_t attributes = 0;

	if (zip_file_get_external_attributes(
			reader->zip, index, 0, &system, &attributes) < 0)
		return false;
	return system == ZIP_OPSYS_UNIX && S_ISLNK(attributes >> 16);
}

static bool check_stat(
	struct reader *reader, zip_uint64_t index, const zip_stat_t *stat)
{
	const zip_uint64_t needed =
		ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;

	if ((stat->valid & needed) != needed)
		return refuse(reader, "it is damaged: a file in it has no size");
	if (!check_name(reader, stat->name))
		return false;
	if (is_link(reader, index))
		return refuse(reader, "'%s' is a link, not a file", stat->name);
	if ((stat->valid & ZIP_STAT_ENCRYPTION_METHOD) &&
		stat->encryption_method != ZIP_EM_NONE)
		return refuse(reader, "'%s' is locked with a password", stat->name);
	if (stat->size > MOST_FILE)
		return refuse(reader, "'%s' unpacks to over %d MB", stat->name,
			MOST_FILE / 1024 / 1024);
	if (stat->size > SMALL_FILE && stat->size / MOST_RATIO > stat->comp_size)
		return refuse(reader, "'%s' unpacks to over %d times its size",
			stat->name, MOST_RATIO);
	reader->unpacked += stat->size;
	if (reader->unpacked > MOST_UNPACKED)
		return refuse(
			reader, "it unpacks to over %d MB", MOST_UNPACKED / 1024 / 1024);
	return true;
}

static int part_of(const char *name)
{
	for (int i = 0; i < N_EXPORT_PARTS; i++) {
		if (strcmp(parts[i].name, name) == 0)
			return i;
	}
	return -1;
}

static bool within_depth(json_t *json, int depth)
{
	bool fine = depth <= MOST_DEPTH;
	const char *key;
	json_t *value;

	for (size_t i = 0; fine && i < json_array_size(json); i++)
		fine = within_depth(json_array_get(json, i), depth + 1);
	json_object_foreach(json, key, value)
	{
		fine = fine && within_depth(value, depth + 1);
	}
	return fine;
}

/* Reads one byte more than was promised, to catch a lie and the checksum. */
static char *unpack(
	const struct reader *reader, zip_uint64_t index, const zip_stat_t *stat)
{
	zip_file_t *file = zip_fopen_index(reader->zip, index, 0);
	char *bytes = NULL;
	zip_int64_t n = -1;

	if (file) {
		zip_uint64_t size = 0;

		bytes = mem_new(stat->size + 2, 1);
		while (size <= stat->size &&
			   (n = zip_fread(file, bytes + size, stat->size + 1 - size)) > 0)
			size += (zip_uint64_t)n;
		if (size != stat->size)
			n = -1;
	}
	if (n != 0) {
		refuse(reader, "it is damaged: '%s' cannot be unpacked", stat->name);
		free(bytes);
		bytes = NULL;
	}
	if (file)
		zip_fclose(file);
	return bytes;
}

static bool take_part(struct reader *reader, enum export_part part,
	const char *bytes, size_t size)
{
	const char *name = parts[part].name;
	json_error_t error;
	size_t mark = size >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
	/* Editors on Windows put a mark before the text. */
	json_t *json =
		json_loadb(bytes + mark, size - mark, JSON_REJECT_DUPLICATES, &error);
	bool fine;

	if (!json)
		return refuse(reader, "%s: line %d, column %d: %s", name, error.line,
			error.column, error.text);
	fine = parts[part].is_object ? json_is_object(json) : json_is_array(json);
	if (!fine)
		refuse(reader, "%s: not %s", name,
			parts[part].is_object ? "an object" : "a list");
	else if (!within_depth(json, 0))
		fine = refuse(reader, "%s: nested over %d deep", name, MOST_DEPTH);
	if (fine)
		reader->export->parts[part] = json_incref(json);
	json_decref(json);
	return fine;
}

static bool take_file(struct reader *reader, zip_uint64_t index)
{
	zip_stat_t stat;
	char *bytes;
	int part;
	bool fine;

	if (zip_stat_index(reader->zip, index, 0, &stat) < 0)
		return refuse(
			reader, "it is damaged: file %d has no entry", (int)index + 1);
	if (!check_stat(reader, index, &stat))
		return false;
	part = part_of(stat.name);
	if (part < 0) {
		char *name = safe_text(stat.name, false);

		text_addf(&reader->export->notes,
			"'%s' is no part of an export and is not read\n", name);
		free(name);
		return true;
	}
	if (reader->export->parts[part])
		return refuse(reader, "'%s' is in it twice", stat.name);
	bytes = unpack(reader, index, &stat);
	fine = bytes && take_part(reader, (enum export_part)part, bytes, stat.size);
	free(bytes);
	return fine;
}

static bool take_files(struct reader *reader)
{
	zip_int64_t n = zip_get_num_entries(reader->zip, 0);

	if (n > MOST_FILES)
		return refuse(reader, "over %d files are in it", MOST_FILES);
	for (zip_int64_t i = 0; i < n; i++) {
		if (!take_file(reader, (zip_uint64_t)i))
			return false;
	}
	for (int i = 0; i < N_EXPORT_PARTS; i++) {
		json_t **part = &reader->export->parts[i];

		if (!*part && !parts[i].may_miss)
			return refuse(reader, "%s is not in it", parts[i].name);
		if (!*part)
			*part = parts[i].is_object ? json_object() : json_array();
	}
	return true;
}

static bool open_zip(struct reader *reader, const char *path)
{
	struct stat stat_;
	int code = 0;
	zip_error_t error;

	if (stat(path, &stat_) < 0 || !S_ISREG(stat_.st_mode))
		return refuse(reader, "no file that can be read");
	if (stat_.st_size > MOST_ZIP)
		return refuse(reader, "over %d MB", MOST_ZIP / 1024 / 1024);
	reader->zip = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &code);
	if (reader->zip)
		return true;
	zip_error_init_with_code(&error, code);
	refuse(reader, "no zip file, or a damaged one: %s",
		zip_error_strerror(&error));
	zip_error_fini(&error);
	return false;
}

bool export_zip_read(struct export_zip *export, const char *path, char **wrong)
{
	struct reader reader = { .export = export, .wrong = wrong };
	bool fine;

	*export = (struct export_zip){ 0 };
	*wrong = NULL;
	fine = open_zip(&reader, path) && take_files(&reader);
	if (reader.zip)
		zip_discard(reader.zip);
	if (!fine)
		export_zip_clear(export);
	return fine;
}

void export_zip_clear(struct export_zip *export)
{
	for (int i = 0; i < N_EXPORT_PARTS; i++)
		json_decref(export->parts[i]);
	text_clear(&export->notes);
	*export = (struct export_zip){ 0 };
}
