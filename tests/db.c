/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/store/db.h"

static const char schema[] =
	"-- a comment before the first part\n"
	"-- version 1\n"
	"CREATE TABLE thing(id INTEGER PRIMARY KEY, name TEXT UNIQUE, bytes BLOB);\n"
	"-- version 2\n"
	"ALTER TABLE thing ADD COLUMN colour TEXT;\n"
	"INSERT INTO thing(name) VALUES('made by version 2');\n";

struct place {
	char folder[32];
	char *path;
	struct db *db;
};

static int set_up(void **state)
{
	struct place *place = mem_new(1, sizeof *place);

	strcpy(place->folder, "/tmp/opendeur-db-XXXXXX");
	if (!mkdtemp(place->folder))
		return -1;
	place->path = text_format("%s/a.db", place->folder);
	place->db = db_open(place->path, DB_PRECIOUS);
	*state = place;
	return place->db ? 0 : -1;
}

static int tear_down(void **state)
{
	static const char *const ends[] = { "", "-wal", "-shm" };
	struct place *place = *state;

	db_close(place->db);
	for (size_t i = 0; i < 3; i++) {
		char *path = text_format("%s%s", place->path, ends[i]);

		unlink(path);
		free(path);
	}
	rmdir(place->folder);
	free(place->path);
	free(place);
	return 0;
}

static void reopen(struct place *place)
{
	db_close(place->db);
	place->db = db_open(place->path, DB_PRECIOUS);
}

static bool insert(struct db *db, const char *name)
{
	struct query *query = query_new(db, "INSERT INTO thing(name) VALUES($1)");

	query_text(query, 1, name);
	return query_run_once(query);
}

static int64_t count(struct db *db)
{
	struct query *query = query_new(db, "SELECT count(*) FROM thing");
	int64_t n = -1;

	if (query_step(query) == QUERY_ROW)
		n = query_get_number(query, 0);
	query_free(query);
	return n;
}

static void migrates_to_the_newest_version_and_only_once(void **state)
{
	struct place *place = *state;

	assert_true(db_migrate(place->db, schema));
	assert_true(db_migrate(place->db, schema));
	reopen(place);
	assert_true(db_migrate(place->db, schema));
	assert_int_equal(count(place->db), 1);
}

static void an_older_file_gets_only_the_newer_parts(void **state)
{
	struct place *place = *state;
	char *first =
		mem_text_n(schema, (size_t)(strstr(schema, "-- version 2") - schema));

	assert_true(db_migrate(place->db, first));
	assert_true(insert(place->db, "old"));
	assert_true(db_migrate(place->db, schema));
	assert_int_equal(count(place->db), 2);
	free(first);
}

static void a_part_that_fails_leaves_nothing_behind(void **state)
{
	struct place *place = *state;

	assert_false(db_migrate(place->db,
		"-- version 1\nCREATE TABLE thing(id);\nCREATE TABEL other(id);\n"));
	assert_int_equal(db_trouble(place->db), DB_OTHER);
	assert_true(db_migrate(place->db, schema));
}

static void a_newer_file_is_read_as_it_is(void **state)
{
	struct place *place = *state;

	assert_true(db_migrate(place->db, schema));
	assert_true(db_migrate(place->db, "-- version 1\nCREATE TABLE thing(id);"));
	assert_int_equal(count(place->db), 1);
}

static void values_come_back_as_they_were(void **state)
{
	struct place *place = *state;
	struct query *query;
	const void *bytes;
	size_t size;

	assert_true(db_migrate(place->db, schema));
	query = query_new(
		place->db, "INSERT INTO thing(id, name, bytes) VALUES($1, $2, $3)");
	query_number(query, 1, INT64_MIN);
	query_text(query, 2, "één'; DROP TABLE thing; --");
	query_bytes(query, 3, "\0\xff", 2);
	assert_true(query_run(query));
	query_number(query, 1, 7);
	query_text(query, 2, NULL);
	query_bytes(query, 3, NULL, 0);
	assert_true(query_run_once(query));
	query = query_new(place->db,
		"SELECT id, name, bytes FROM thing WHERE id <> 1 ORDER BY id");
	assert_int_equal(query_step(query), QUERY_ROW);
	assert_true(query_get_number(query, 0) == INT64_MIN);
	assert_string_equal(query_get_text(query, 1), "één'; DROP TABLE thing; --");
	bytes = query_get_bytes(query, 2, &size);
	assert_int_equal(size, 2);
	assert_memory_equal(bytes, "\0\xff", 2);
	assert_int_equal(query_step(query), QUERY_ROW);
	assert_null(query_get_text(query, 1));
	query_get_bytes(query, 2, &size);
	assert_int_equal(size, 0);
	assert_int_equal(query_step(query), QUERY_DONE);
	query_free(query);
}

static void a_value_goes_where_its_number_stands(void **state)
{
	struct place *place = *state;
	struct query *query;

	assert_true(db_migrate(place->db, schema));
	query = query_new(
		place->db, "SELECT name FROM thing WHERE $2 = 'b' AND $1 = 'a'");
	query_text(query, 1, "a");
	query_text(query, 2, "b");
	assert_int_equal(query_step(query), QUERY_ROW);
	query_free(query);
}

static void a_commit_is_there_after_reopening_and_a_rollback_is_not(
	void **state)
{
	struct place *place = *state;

	assert_true(db_migrate(place->db, schema));
	assert_true(db_begin(place->db));
	assert_true(insert(place->db, "kept"));
	assert_int_equal(db_changes(place->db), 1);
	assert_true(db_commit(place->db));
	assert_true(db_begin(place->db));
	assert_true(insert(place->db, "forgotten"));
	db_rollback(place->db);
	db_rollback(place->db);
	reopen(place);
	assert_int_equal(count(place->db), 2);
}

static void a_constraint_refuses(void **state)
{
	struct place *place = *state;

	assert_true(db_migrate(place->db, schema));
	assert_true(insert(place->db, "once"));
	assert_false(insert(place->db, "once"));
	assert_int_equal(db_trouble(place->db), DB_REFUSED);
	assert_false(db_damaged(place->db));
}

static void no_query_is_a_failure_and_no_crash(void **state)
{
	struct place *place = *state;
	struct query *query = query_new(place->db, "SELECT nothing FROM nowhere");

	assert_null(query);
	query_text(query, 1, "a");
	assert_int_equal(query_step(query), QUERY_FAILED);
	assert_false(query_run_once(query));
}

static void a_disk_without_room_is_told_apart(void **state)
{
	struct place *place = *state;
	struct rlimit before, small = { 64 << 10, RLIM_INFINITY };
	char *large = mem_new(1 << 20, 1);
	struct query *query;

	memset(large, 'x', (1 << 20) - 1);
	assert_true(db_migrate(place->db, schema));
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	small.rlim_max = before.rlim_max;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	query = query_new(place->db, "INSERT INTO thing(name) VALUES($1)");
	query_text(query, 1, large);
	assert_false(query_run_once(query));
	assert_int_equal(db_trouble(place->db), DB_FULL);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_true(insert(place->db, "small"));
	assert_int_equal(count(place->db), 2);
	free(large);
}

static void write_at(const char *path, off_t at, const void *bytes, size_t size)
{
	int fd = open(path, O_WRONLY | O_CREAT, 0600);

	assert_int_equal(pwrite(fd, bytes, size, at), size);
	close(fd);
}

static void noise_in_place_of_a_database_does_not_open(void **state)
{
	struct place *place = *state;
	enum db_trouble why = DB_FINE;
	char noise[8192];

	memset(noise, 'n', sizeof noise);
	assert_true(db_migrate(place->db, schema));
	db_close(place->db);
	write_at(place->path, 0, noise, sizeof noise);
	place->db = db_try(place->path, DB_PRECIOUS, &why);
	assert_null(place->db);
	assert_int_equal(why, DB_DAMAGED);
	db_close(NULL);
}

static void a_ruined_page_is_found_by_the_quick_check(void **state)
{
	struct place *place = *state;
	char noise[3000];

	memset(noise, 0x5a, sizeof noise);
	assert_true(db_migrate(place->db, schema));
	assert_true(db_quick_check(place->db));
	db_close(place->db);
	write_at(place->path, 2 * 4096, noise, sizeof noise);
	place->db = db_open(place->path, DB_PRECIOUS);
	assert_non_null(place->db);
	assert_false(db_quick_check(place->db));
	assert_true(db_damaged(place->db));
}

#define in_place(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		in_place(migrates_to_the_newest_version_and_only_once),
		in_place(an_older_file_gets_only_the_newer_parts),
		in_place(a_part_that_fails_leaves_nothing_behind),
		in_place(a_newer_file_is_read_as_it_is),
		in_place(values_come_back_as_they_were),
		in_place(a_value_goes_where_its_number_stands),
		in_place(a_commit_is_there_after_reopening_and_a_rollback_is_not),
		in_place(a_constraint_refuses),
		in_place(no_query_is_a_failure_and_no_crash),
		in_place(a_disk_without_room_is_told_apart),
		in_place(noise_in_place_of_a_database_does_not_open),
		in_place(a_ruined_page_is_found_by_the_quick_check),
	};

	return cmocka_run_group_tests_name("db", tests, NULL, NULL);
}
