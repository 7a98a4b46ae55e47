/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/net/lines.h"

/* One end of a conversation and what it saw. */
struct end {
	struct loop *loop;
	struct peer *peer;
	struct text seen; /* "o" opened, "(line)", "c" closed */
	int stop_after;   /* lines */
	bool close_in_line, echo;
};

static void opened(void *owner, struct peer *peer)
{
	struct end *end = owner;

	end->peer = peer;
	text_add(&end->seen, "o");
}

static void line_came(void *owner, struct peer *peer, json_t *line)
{
	struct end *end = owner;
	char *text = json_dumps(line, JSON_COMPACT | JSON_SORT_KEYS);

	if (strlen(text) < 100)
		text_addf(&end->seen, "(%s)", text);
	else
		text_addf(&end->seen, "(%zu)", strlen(text));
	free(text);
	if (end->echo)
		assert_true(peer_send(peer, line));
	if (end->close_in_line)
		peer_close(peer);
	if (--end->stop_after == 0)
		loop_stop(end->loop);
}

/* cppcheck-suppress constParameter ; lines.h has it so */
static void closed(void *owner, struct peer *peer)
{
	struct end *end = owner;

	if (end->peer == peer)
		end->peer = NULL;
	text_add(&end->seen, "c");
	loop_stop(end->loop);
}

static const struct lines_events events = { opened, line_came, closed };

static void time_is_up(void *owner)
{
	(void)owner;
	fail_msg("nothing came in 5 s");
}

static void stop(void *owner)
{
	loop_stop(owner);
}

struct pair {
	struct loop *loop;
	struct end here, there;
	int raw; /* where `there` is a bare descriptor */
};

static struct pair *pair_new(bool raw)
{
	struct pair *pair = mem_new(1, sizeof *pair);
	int fds[2];

	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, fds), 0);
	pair->loop = loop_new();
	loop_after(pair->loop, 5000, time_is_up, pair);
	pair->here.loop = pair->there.loop = pair->loop;
	pair->raw = -1;
	pair->here.peer = lines_adopt(pair->loop, fds[0], &events, &pair->here);
	if (raw)
		pair->raw = fds[1];
	else
		pair->there.peer =
			lines_adopt(pair->loop, fds[1], &events, &pair->there);
	return pair;
}

static void pair_free(struct pair *pair)
{
	peer_close(pair->here.peer);
	peer_close(pair->there.peer);
	if (pair->raw >= 0)
		close(pair->raw);
	text_clear(&pair->here.seen);
	text_clear(&pair->there.seen);
	loop_free(pair->loop);
	free(pair);
}

static void send_number(struct peer *peer, int n)
{
	json_t *line = json_pack("{s:i}", "n", n);

	assert_true(peer_send(peer, line));
	json_decref(line);
}

static void a_line_arrives_at_the_other_end(void **state)
{
	struct pair *pair = pair_new(false);
	json_t *line = json_pack("{s:s}", "text", "één\nregel");

	(void)state;
	pair->there.stop_after = 1;
	assert_true(peer_send(pair->here.peer, line));
	assert_true(loop_run(pair->loop));
	assert_string_equal(pair->there.seen.bytes, "({\"text\":\"één\\nregel\"})");
	json_decref(line);
	pair_free(pair);
}

static void lines_keep_their_order(void **state)
{
	struct pair *pair = pair_new(false);

	(void)state;
	pair->there.stop_after = 3;
	for (int i = 1; i <= 3; i++)
		send_number(pair->here.peer, i);
	assert_true(loop_run(pair->loop));
	assert_string_equal(
		pair->there.seen.bytes, "({\"n\":1})({\"n\":2})({\"n\":3})");
	pair_free(pair);
}

static void a_line_in_pieces_is_one_line(void **state)
{
	struct pair *pair = pair_new(true);

	(void)state;
	assert_int_equal(write(pair->raw, "{\"n\"", 4), 4);
	loop_after(pair->loop, 10, stop, pair->loop);
	assert_true(loop_run(pair->loop));
	assert_null(pair->here.seen.bytes);
	pair->here.stop_after = 1;
	assert_int_equal(write(pair->raw, ":1}\n", 4), 4);
	assert_true(loop_run(pair->loop));
	assert_string_equal(pair->here.seen.bytes, "({\"n\":1})");
	pair_free(pair);
}

static json_t *large_line(size_t size)
{
	char *text = mem_new(size + 1, 1);
	json_t *line;

	memset(text, 'x', size);
	line = json_pack("{s:s}", "t", text);
	free(text);
	return line;
}

static void eight_mebibyte_pass_both_ways(void **state)
{
	struct pair *pair = pair_new(false);
	json_t *line = large_line((8 << 20) - 8);

	(void)state;
	pair->there.echo = true;
	pair->here.stop_after = 1;
	assert_true(peer_send(pair->here.peer, line));
	assert_true(peer_pending(pair->here.peer) > 0);
	assert_true(loop_run(pair->loop));
	assert_string_equal(pair->here.seen.bytes, "(8388608)");
	assert_int_equal(peer_pending(pair->here.peer), 0);
	json_decref(line);
	pair_free(pair);
}

static void a_longer_line_ends_the_connection(void **state)
{
	struct pair *pair = pair_new(false);
	json_t *line = large_line((8 << 20) + 1);

	(void)state;
	assert_true(peer_send(pair->here.peer, line));
	assert_true(loop_run(pair->loop));
	assert_string_equal(pair->there.seen.bytes, "c");
	json_decref(line);
	pair_free(pair);
}

static void a_reader_that_is_too_slow_is_closed_later_not_at_once(void **state)
{
	struct pair *pair = pair_new(true);
	json_t *line = large_line(6 << 20);

	(void)state;
	assert_true(peer_send(pair->here.peer, line));
	assert_true(peer_send(pair->here.peer, line));
	assert_false(peer_send(pair->here.peer, line));
	assert_false(peer_send(pair->here.peer, line));
	assert_null(pair->here.seen.bytes);
	assert_true(loop_run(pair->loop));
	assert_string_equal(pair->here.seen.bytes, "c");
	json_decref(line);
	pair_free(pair);
}

static void ends_after(const char *bytes)
{
	struct pair *pair = pair_new(true);
	ssize_t size = (ssize_t)strlen(bytes);

	assert_int_equal(write(pair->raw, bytes, (size_t)size), size);
	assert_true(loop_run(pair->loop));
	assert_string_equal(pair->here.seen.bytes, "c");
	pair_free(pair);
}

static void what_is_no_json_object_ends_the_connection(void **state)
{
	(void)state;
	ends_after("hello\n");
	ends_after("[1]\n");
	ends_after("\n");
	ends_after("{\"a\":1,\"a\":2}\n");
	ends_after("{\"a\":\"\xff\"}\n");
}

static void lines_before_the_other_end_went_are_heard(void **state)
{
	struct pair *pair = pair_new(true);

	(void)state;
	assert_int_equal(write(pair->raw, "{\"n\":1}\n{\"n\":2}\n{", 17), 17);
	close(pair->raw);
	pair->raw = -1;
	json_t *line = json_object();
	assert_false(peer_send(pair->here.peer, line));
	json_decref(line);
	assert_true(loop_run(pair->loop));
	assert_string_equal(pair->here.seen.bytes, "({\"n\":1})({\"n\":2})c");
	pair_free(pair);
}

static void a_peer_may_be_closed_in_its_own_callback(void **state)
{
	struct pair *pair = pair_new(true);

	(void)state;
	pair->here.close_in_line = true;
	pair->here.stop_after = 1;
	assert_int_equal(write(pair->raw, "{\"n\":1}\n{\"n\":2}\n", 16), 16);
	assert_true(loop_run(pair->loop));
	pair->here.peer = NULL;
	assert_string_equal(pair->here.seen.bytes, "({\"n\":1})");
	pair_free(pair);
}

/* A listening end in a folder of its own, and one that connects. */
struct place {
	struct loop *loop;
	char folder[32];
	char *path;
	struct end server, client;
};

static int place_set_up(void **state)
{
	struct place *place = mem_new(1, sizeof *place);

	strcpy(place->folder, "/tmp/opendeur-lines-XXXXXX");
	if (!mkdtemp(place->folder))
		return -1;
	place->path = text_format("%s/socket", place->folder);
	place->loop = loop_new();
	loop_after(place->loop, 5000, time_is_up, place);
	place->server.loop = place->client.loop = place->loop;
	*state = place;
	return 0;
}

static int place_tear_down(void **state)
{
	struct place *place = *state;

	unlink(place->path);
	rmdir(place->folder);
	free(place->path);
	text_clear(&place->server.seen);
	text_clear(&place->client.seen);
	loop_free(place->loop);
	free(place);
	return 0;
}

static void a_listener_hears_who_connects_speaks_and_goes(void **state)
{
	struct place *place = *state;
	struct lines *lines =
		lines_listen(place->loop, place->path, &events, &place->server);
	struct peer *peer =
		lines_connect(place->loop, place->path, &events, &place->client);

	assert_non_null(lines);
	assert_non_null(peer);
	place->server.stop_after = 1;
	send_number(peer, 1);
	assert_true(loop_run(place->loop));
	peer_set_owner(place->server.peer, place);
	assert_ptr_equal(peer_owner(place->server.peer), place);
	peer_close(peer);
	assert_true(loop_run(place->loop));
	assert_string_equal(place->server.seen.bytes, "o({\"n\":1})c");
	lines_free(lines);
	assert_int_equal(access(place->path, F_OK), -1);
}

static void a_listener_that_ends_closes_its_peers(void **state)
{
	struct place *place = *state;
	struct lines *lines =
		lines_listen(place->loop, place->path, &events, &place->server);

	assert_non_null(
		lines_connect(place->loop, place->path, &events, &place->client));
	loop_after(place->loop, 10, stop, place->loop);
	assert_true(loop_run(place->loop));
	lines_free(lines);
	assert_true(loop_run(place->loop));
	assert_string_equal(place->client.seen.bytes, "c");
}

static void nobody_listening_gives_no_peer(void **state)
{
	struct place *place = *state;

	assert_null(
		lines_connect(place->loop, place->path, &events, &place->client));
}

static void only_the_owner_may_use_the_socket(void **state)
{
	struct place *place = *state;
	struct lines *lines =
		lines_listen(place->loop, place->path, &events, &place->server);
	struct stat facts;

	assert_int_equal(stat(place->path, &facts), 0);
	assert_int_equal(facts.st_mode & 0777, 0600);
	lines_free(lines);
}

static void a_stale_socket_is_replaced(void **state)
{
	struct place *place = *state;
	struct lines *lines;
	char *kept = text_format("%s.kept", place->path);

	/* What a killed program leaves: the file, and nobody behind it. */
	lines = lines_listen(place->loop, place->path, &events, &place->server);
	assert_int_equal(link(place->path, kept), 0);
	lines_free(lines);
	assert_int_equal(rename(kept, place->path), 0);
	lines = lines_listen(place->loop, place->path, &events, &place->server);
	assert_non_null(lines);
	lines_free(lines);
	free(kept);
}

static void a_socket_in_use_and_a_plain_file_are_left_alone(void **state)
{
	struct place *place = *state;
	struct lines *lines =
		lines_listen(place->loop, place->path, &events, &place->server);

	assert_null(
		lines_listen(place->loop, place->path, &events, &place->server));
	assert_int_equal(access(place->path, F_OK), 0);
	lines_free(lines);
	close(creat(place->path, 0600));
	assert_null(
		lines_listen(place->loop, place->path, &events, &place->server));
	assert_int_equal(access(place->path, F_OK), 0);
}

#define in_place(test)                                                         \
	cmocka_unit_test_setup_teardown(test, place_set_up, place_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_arrives_at_the_other_end),
		cmocka_unit_test(lines_keep_their_order),
		cmocka_unit_test(a_line_in_pieces_is_one_line),
		cmocka_unit_test(eight_mebibyte_pass_both_ways),
		cmocka_unit_test(a_longer_line_ends_the_connection),
		cmocka_unit_test(a_reader_that_is_too_slow_is_closed_later_not_at_once),
		cmocka_unit_test(what_is_no_json_object_ends_the_connection),
		cmocka_unit_test(lines_before_the_other_end_went_are_heard),
		cmocka_unit_test(a_peer_may_be_closed_in_its_own_callback),
		in_place(a_listener_hears_who_connects_speaks_and_goes),
		in_place(a_listener_that_ends_closes_its_peers),
		in_place(nobody_listening_gives_no_peer),
		in_place(only_the_owner_may_use_the_socket),
		in_place(a_stale_socket_is_replaced),
		in_place(a_socket_in_use_and_a_plain_file_are_left_alone),
	};

	return cmocka_run_group_tests_name("lines", tests, NULL, NULL);
}
