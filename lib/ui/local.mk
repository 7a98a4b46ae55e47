# SPDX-License-Identifier: EUPL-1.2
# No curses in libui.a: tests and developer programs need no terminal. What
# links it names what it uses of JANSSON, TYPE, UNISTRING and QRENCODE.
noinst_LIBRARIES += libui.a
libui_a_SOURCES = \
	%D%/intent.h %D%/renderer.h \
	%D%/cells.c %D%/cells.h \
	%D%/decode.c %D%/decode.h \
	%D%/keymap.c %D%/keymap.h \
	%D%/keys.c %D%/keys.h \
	%D%/large.c %D%/large.h \
	%D%/large_block.c %D%/large_block.h \
	%D%/large_draw.c %D%/large_draw.h \
	%D%/large_field.c \
	%D%/large_foot.c \
	%D%/large_item.c \
	%D%/large_native.c %D%/large_native.h \
	%D%/large_paint.c %D%/large_paint.h \
	%D%/large_style.c %D%/large_style.h \
	%D%/layout.c %D%/layout.h \
	%D%/mosaic.c %D%/mosaic.h \
	%D%/page.c %D%/page.h \
	%D%/plain.c %D%/plain.h \
	%D%/plain_block.c %D%/plain_block.h \
	%D%/plain_sheet.c %D%/plain_sheet.h \
	%D%/qr.c %D%/qr.h \
	%D%/screen.c %D%/screen.h \
	%D%/screen_json.c %D%/screen_json.h \
	%D%/slip.c %D%/slip.h \
	%D%/strip.c %D%/strip.h \
	%D%/theme.c %D%/theme.h \
	%D%/type.c %D%/type.h \
	%D%/type_font.c %D%/type_font.h \
	%D%/type_shape.c %D%/type_shape.h \
	%D%/type_wrap.c %D%/type_wrap.h
libui_a_CPPFLAGS = $(AM_CPPFLAGS) $(TYPE_CFLAGS) $(JANSSON_CFLAGS) $(QRENCODE_CFLAGS)

check_PROGRAMS += tests/screen tests/page tests/layout tests/type tests/large tests/screen_json
DRAWN_LIBS = libui.a libbase.a $(JANSSON_LIBS) $(TYPE_LIBS) $(UNISTRING_LIBS) $(QRENCODE_LIBS) -lm
tests_type_SOURCES = tests/type.c
tests_type_LDADD = $(DRAWN_LIBS) $(CMOCKA_LIBS)
tests_large_SOURCES = tests/large.c
tests_large_LDADD = $(DRAWN_LIBS) $(CMOCKA_LIBS)
tests_screen_json_SOURCES = tests/screen_json.c
tests_screen_json_LDADD = $(DRAWN_LIBS) $(CMOCKA_LIBS)
tests_layout_SOURCES = tests/layout.c
tests_layout_LDADD = libui.a libbase.a $(CMOCKA_LIBS)
tests_screen_SOURCES = tests/screen.c
tests_screen_LDADD = libui.a libbase.a $(CMOCKA_LIBS)
tests_page_SOURCES = tests/page.c
tests_page_LDADD = libui.a libbase.a $(CMOCKA_LIBS)

# Shows a screen of meaning as a renderer would: for pictures and goldens.
noinst_PROGRAMS += tests/show_screen
tests_show_screen_SOURCES = tests/show_screen.c
tests_show_screen_LDADD = $(DRAWN_LIBS)

check_PROGRAMS += tests/keys tests/keymap tests/qr tests/glass
tests_keys_SOURCES = tests/keys.c
tests_keys_LDADD = libui.a libbase.a $(CMOCKA_LIBS)
tests_keymap_SOURCES = tests/keymap.c
tests_keymap_LDADD = libui.a libbase.a $(CMOCKA_LIBS)
tests_qr_SOURCES = tests/qr.c
tests_qr_LDADD = libui.a libbase.a $(QRENCODE_LIBS) $(CMOCKA_LIBS)
tests_glass_SOURCES = tests/glass.c
tests_glass_LDADD = libui.a libbase.a $(CMOCKA_LIBS) -lm

check_PROGRAMS += tests/cells tests/plain tests/slip
tests_cells_SOURCES = tests/cells.c
tests_cells_LDADD = libui.a libbase.a $(TYPE_LIBS) $(UNISTRING_LIBS) $(CMOCKA_LIBS)
tests_plain_SOURCES = tests/plain.c
tests_plain_LDADD = libui.a libbase.a $(TYPE_LIBS) $(UNISTRING_LIBS) $(QRENCODE_LIBS) $(CMOCKA_LIBS)
tests_slip_SOURCES = tests/slip.c
tests_slip_LDADD = libui.a libbase.a $(TYPE_LIBS) $(UNISTRING_LIBS) $(CMOCKA_LIBS)

# The terminal stands apart, as only programs with a screen link curses.
noinst_LIBRARIES += libterminal.a
libterminal_a_SOURCES = \
	%D%/restore.c %D%/restore.h \
	%D%/terminal.c %D%/terminal.h \
	%D%/terminal_ink.c %D%/terminal_ink.h \
	%D%/terminal_modes.c %D%/terminal_modes.h \
	%D%/terminal_reader.c %D%/terminal_reader.h
libterminal_a_CPPFLAGS = $(AM_CPPFLAGS) $(CURSES_CFLAGS)

check_PROGRAMS += tests/decode tests/terminal tests/terminal_keys
tests_terminal_SOURCES = tests/terminal.c tests/terminal_help.c tests/terminal_help.h
tests_terminal_LDADD = libterminal.a libui.a libbase.a $(CURSES_LIBS) $(CMOCKA_LIBS)
tests_terminal_keys_SOURCES = tests/terminal_keys.c tests/terminal_help.c tests/terminal_help.h
tests_terminal_keys_LDADD = $(tests_terminal_LDADD)
tests_decode_SOURCES = tests/decode.c
tests_decode_LDADD = libui.a libbase.a $(CMOCKA_LIBS)

keymapsdir = $(pkgdatadir)/keymaps
dist_keymaps_DATA = data/keymaps/keyboard.conf data/keymaps/pad.conf
