/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/findings.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

static const char *const severity_names[] = { "amber", "red" };

static const char *safe_copy(const char *text)
{
	return safe_text(text ? text : "", false);
}

void findings_add(struct findings *findings, const struct finding *finding)
{
	struct finding *added;

	findings->list =
		mem_more(findings->list, findings->n, sizeof *findings->list);
	added = &findings->list[findings->n++];
	*added = *finding;
	added->file = safe_copy(finding->file);
	added->place = safe_copy(finding->place);
	added->text = safe_copy(finding->text);
	added->repair = safe_copy(finding->repair);
}

void findings_addf(struct findings *findings, const struct finding *finding,
	const char *format, ...)
{
	struct finding whole = *finding;
	char *said = NULL;
	va_list args;

	va_start(args, format);
	if (vasprintf(&said, format, args) < 0)
		said = NULL;
	va_end(args);
	whole.text = said;
	findings_add(findings, &whole);
	free(said);
}

size_t findings_count(const struct findings *findings, enum severity severity)
{
	size_t n = 0;

	for (size_t i = 0; i < findings->n; i++)
		n += findings->list[i].severity == severity;
	return n;
}

void findings_clear(struct findings *findings)
{
	for (size_t i = 0; i < findings->n; i++) {
		free(lend(findings->list[i].file));
		free(lend(findings->list[i].place));
		free(lend(findings->list[i].text));
		free(lend(findings->list[i].repair));
	}
	free(findings->list);
	*findings = (struct findings){ 0 };
}

static void print_finding(const struct finding *finding, FILE *out)
{
	fputs(finding->file, out);
	if (finding->line)
		fprintf(out, ":%d", finding->line);
	fprintf(out, ": %s: ", severity_names[finding->severity]);
	if (*finding->place)
		fprintf(out, "%s: ", finding->place);
	fprintf(out, "%s [%s]\n", finding->text, rules_about[finding->rule].id);
	if (*finding->repair)
		fprintf(out, "    %s\n", finding->repair);
}

bool findings_print_text(const struct findings *findings, FILE *out)
{
	for (size_t i = 0; i < findings->n; i++)
		print_finding(&findings->list[i], out);
	fprintf(out, "%zu red, %zu amber\n", findings_count(findings, RED),
		findings_count(findings, AMBER));
	return fflush(out) == 0;
}

static bool print(json_t *taken, FILE *out)
{
	bool fine = json_dumpf(taken, out, JSON_INDENT(2)) == 0;

	json_decref(taken);
	return fputc('\n', out) != EOF && fine && fflush(out) == 0;
}

bool findings_print_json(const struct findings *findings, FILE *out)
{
	json_t *list = json_array();

	for (size_t i = 0; i < findings->n; i++) {
		const struct finding *finding = &findings->list[i];
		json_t *json =
			json_pack("{s:s, s:s, s:s, s:s, s:s, s:s}", "file", finding->file,
				"place", finding->place, "rule", rules_about[finding->rule].id,
				"severity", severity_names[finding->severity], "text",
				finding->text, "repair", finding->repair);

		if (finding->line)
			json_object_set_new(json, "line", json_integer(finding->line));
		json_array_append_new(list, json);
	}
	return print(
		json_pack("{s:i, s:I, s:I, s:o}", "v", 1, "red",
			(json_int_t)findings_count(findings, RED), "amber",
			(json_int_t)findings_count(findings, AMBER), "findings", list),
		out);
}

static json_t *sarif_rules(void)
{
	json_t *list = json_array();

	for (int i = 0; i < N_RULES; i++)
		json_array_append_new(
			list, json_pack("{s:s, s:{s:s}}", "id", rules_about[i].id,
					  "shortDescription", "text", rules_about[i].says));
	return list;
}

/* A file name as a reference in a URI: all but the plain is %-escaped. */
static char *uri_of(const char *file)
{
	struct text uri = { 0 };

	for (; *file; file++) {
		bool plain = (*file >= 'a' && *file <= 'z') ||
					 (*file >= 'A' && *file <= 'Z') ||
					 (*file >= '0' && *file <= '9') || strchr("/._-~", *file);

		if (plain)
			text_add_n(&uri, file, 1);
		else
			text_addf(&uri, "%%%02X", (unsigned int)(unsigned char)*file);
	}
	return text_take(&uri);
}

static json_t *sarif_location(const struct finding *finding)
{
	char *uri = uri_of(finding->file);
	json_t *physical = json_pack("{s:{s:s}}", "artifactLocation", "uri", uri);
	json_t *location;

	if (finding->line)
		json_object_set_new(
			physical, "region", json_pack("{s:i}", "startLine", finding->line));
	location = json_pack("{s:o}", "physicalLocation", physical);
	if (*finding->place)
		json_object_set_new(location, "logicalLocations",
			json_pack("[{s:s}]", "fullyQualifiedName", finding->place));
	free(uri);
	return location;
}

static json_t *sarif_result(const struct finding *finding)
{
	char *said = text_format(
		"%s%s%s", finding->text, *finding->repair ? " " : "", finding->repair);
	json_t *result = json_pack("{s:s, s:i, s:s, s:{s:s}, s:[o]}", "ruleId",
		rules_about[finding->rule].id, "ruleIndex", (int)finding->rule, "level",
		finding->severity == RED ? "error" : "warning", "message", "text", said,
		"locations", sarif_location(finding));

	free(said);
	return result;
}

bool findings_print_sarif(const struct findings *findings, FILE *out)
{
	json_t *results = json_array();

	for (size_t i = 0; i < findings->n; i++)
		json_array_append_new(results, sarif_result(&findings->list[i]));
	return print(json_pack("{s:s, s:s, s:[{s:{s:{s:s, s:s, s:o}}, s:s, s:o}]}",
					 "$schema", "https://json.schemastore.org/sarif-2.1.0.json",
					 "version", "2.1.0", "runs", "tool", "driver", "name",
					 "opendeur-forms", "version", PACKAGE_VERSION, "rules",
					 sarif_rules(), "columnKind", "unicodeCodePoints",
					 "results", results),
		out);
}
