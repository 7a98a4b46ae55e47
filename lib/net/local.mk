# SPDX-License-Identifier: EUPL-1.2
# Three libraries, as the screen may link lines but neither curl nor a server.
noinst_LIBRARIES += liblines.a
liblines_a_SOURCES = %D%/lines.c %D%/lines.h %D%/peer.c %D%/peer.h
liblines_a_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)

check_PROGRAMS += tests/lines
tests_lines_SOURCES = tests/lines.c
tests_lines_LDADD = liblines.a libloop.a libbase.a $(JANSSON_LIBS) $(CMOCKA_LIBS)

noinst_LIBRARIES += libserver.a
libserver_a_SOURCES = %D%/exchange.c %D%/exchange.h %D%/route.c \
	%D%/server.c %D%/server.h
libserver_a_CPPFLAGS = $(AM_CPPFLAGS) $(MICROHTTPD_CFLAGS) $(JANSSON_CFLAGS)
SERVER_LIBS = libserver.a libbase.a $(MICROHTTPD_LIBS) $(JANSSON_LIBS)

check_PROGRAMS += tests/server
tests_server_SOURCES = tests/server.c
tests_server_LDADD = $(SERVER_LIBS) $(CMOCKA_LIBS)

noinst_LIBRARIES += libhttp.a
libhttp_a_SOURCES = %D%/http.c %D%/http.h
libhttp_a_CPPFLAGS = $(AM_CPPFLAGS) $(CURL_CFLAGS)

check_PROGRAMS += tests/http
tests_http_SOURCES = tests/http.c tests/web.c tests/web.h
tests_http_LDADD = libhttp.a libloop.a libbase.a $(CURL_LIBS) $(CMOCKA_LIBS)
