/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/large_draw.h"

#include <math.h>

static void dot(const struct draw_box *box, int x, int y)
{
	plane_dot(box->plane, box->x + (box->mirrored ? box->width - 1 - x : x),
		box->y + y);
}

static void fill(
	const struct draw_box *box, int x, int y, int width, int height)
{
	for (int j = 0; j < height; j++)
		for (int i = 0; i < width; i++)
			dot(box, x + i, y + j);
}

/* As thick as the letters are; down, then across. */
static int thick(const struct draw_box *box)
{
	int pixels = (box->em + 4) / 11;

	return pixels < 1 ? 1 : pixels;
}

static int thick_across(const struct draw_box *box)
{
	int pixels = (int)(thick(box) * box->stretch + .3);

	return pixels < 1 ? 1 : pixels;
}

static int capital(const struct draw_box *box)
{
	return (int)(.73 * box->em + .5);
}

/* How far an arrow reaches at row y of `height`: 0 at the ends, 1 midway. */
static double arrow_reach(int y, int height)
{
	return 1 - fabs(2. * y - (height - 1)) / height;
}

static void draw_pointer(const struct draw_box *box)
{
	int height = capital(box) | 1;
	int top = box->baseline - capital(box);

	for (int y = 0; y < height; y++)
		fill(box, 0, top + y,
			(int)(.55 * height * box->stretch * arrow_reach(y, height) + .5),
			1);
}

static void draw_chevron(const struct draw_box *box)
{
	int height = (capital(box) * 3 / 4) | 1;
	int top = box->baseline - (capital(box) + height) / 2;

	for (int y = 0; y < height; y++)
		fill(box, (int)(.5 * height * box->stretch * arrow_reach(y, height)),
			top + y, thick_across(box) + 1, 1);
}

/* Pixels within an ellipse around the middle of a capital; `radius` down. */
static bool in_disc(const struct draw_box *box, int x, int y, double radius)
{
	double middle = box->baseline - capital(box) / 2.;
	double across = (x + .5) / box->stretch - .42 * box->em;
	double down = y + .5 - middle;

	return radius > 0 && across * across + down * down <= radius * radius;
}

static void draw_radio(const struct draw_box *box)
{
	double radius = .42 * box->em;
	double line = thick(box);

	for (int y = 0; y < box->height; y++)
		for (int x = 0; x < box->width; x++)
			if ((in_disc(box, x, y, radius) &&
					!in_disc(box, x, y, radius - line)) ||
				(box->on && in_disc(box, x, y, radius - 2 * line)))
				dot(box, x, y);
}

/* Pixels near a line between two points, in units of the square. */
static bool near_line(
	double x, double y, const double from[2], const double to[2])
{
	double dx = to[0] - from[0];
	double dy = to[1] - from[1];
	double along =
		((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy);

	along = along < 0 ? 0 : along > 1 ? 1 : along;
	return hypot(x - from[0] - along * dx, y - from[1] - along * dy) < .13;
}

static void draw_check(const struct draw_box *box)
{
	static const double tick[3][2] = { { .22, .5 }, { .42, .74 }, { .8, .24 } };
	int height = (int)(.84 * box->em + .5);
	int width = (int)(height * box->stretch + .5);
	int top = box->baseline - (capital(box) + height) / 2;
	int across = thick_across(box);

	for (int y = 0; y < height; y++)
		for (int x = 0; x < width; x++) {
			double u = (x + .5) / width;
			double v = (y + .5) / height;
			bool edge = x < across || x >= width - across || y < thick(box) ||
						y >= height - thick(box);

			/* The tick is not mirrored: it is one everywhere. */
			if (box->mirrored)
				u = 1 - u;
			if (edge || (box->on && (near_line(u, v, tick[0], tick[1]) ||
										near_line(u, v, tick[1], tick[2]))))
				dot(box, x, top + y);
		}
}

static void draw_bars(const struct draw_box *box)
{
	int height = capital(box);
	int line = thick(box);
	int width = (int)(height * .8 * box->stretch);

	for (int i = 0; i < 3; i++)
		fill(box, 0, box->baseline - height + i * (height - line) / 2, width,
			line);
}

/* A disc from which an exclamation mark is cut. */
static void draw_alert(const struct draw_box *box)
{
	double middle = box->baseline - capital(box) / 2.;
	double half = thick_across(box) / 2. + .5;
	double centre = .42 * box->em * box->stretch;
	double unit = .42 * box->em;

	for (int y = 0; y < box->height; y++)
		for (int x = 0; x < box->width; x++) {
			double down = (y + .5 - middle) / unit;
			bool mark = fabs(x + .5 - centre) < half && fabs(down) < .65 &&
						(down < .15 || down > .4);

			if (in_disc(box, x, y, unit) && !mark)
				dot(box, x, y);
		}
}

/* Eyes, and a mouth that bends down for 1 and up for 5. */
static bool in_features(double across, double down, int number)
{
	double bend = (number - 3) * .35;
	double mouth = .42 + bend * (.16 - across * across);
	bool eye = fabs(fabs(across) - .36) < .13 && fabs(down + .28) < .15;

	return eye || (fabs(across) < .5 && fabs(down - mouth) < .11);
}

static void draw_face(const struct draw_box *box)
{
	double unit = .46 * box->em;
	double middle = box->baseline - capital(box) / 2.;

	for (int y = 0; y < box->height; y++)
		for (int x = 0; x < box->width; x++) {
			double across = (x + .5) / box->stretch / unit - 1;
			double down = (y + .5 - middle) / unit;
			double radius = hypot(across, down);

			if ((radius <= 1 && radius > 1 - thick(box) / unit) ||
				in_features(across, down, box->number))
				dot(box, x, y);
		}
}

static void draw_frame(const struct draw_box *box)
{
	int down = thick(box);
	int across = thick_across(box);

	fill(box, 0, 0, box->width, down);
	/* A pixel stays free below, or the line would melt into a bright page when
	 * the row has the focus. */
	fill(box, 0, box->height - down - 1, box->width, down);
	fill(box, 0, 0, across, box->height - 1);
	fill(box, box->width - across, 0, across, box->height - 1);
}

/* The key with the bent arrow; it is the same key on every keyboard. */
static void draw_enter_key(const struct draw_box *from)
{
	struct draw_box box = *from;
	int down = thick(&box);
	int across = thick_across(&box);
	int height = box.height - 1;
	int width = (int)(height * 1.5 * box.stretch);
	int middle = height * 6 / 10;
	int head = height / 5;

	box.mirrored = false;
	box.x += from->mirrored ? from->width - width : 0;
	fill(&box, across, 0, width - 2 * across, down);
	fill(&box, across, height - down, width - 2 * across, down);
	fill(&box, 0, down, across, height - 2 * down);
	fill(&box, width - across, down, across, height - 2 * down);
	fill(&box, width * 7 / 10, height / 4, across, middle - height / 4 + down);
	fill(&box, width * 3 / 10, middle, width * 4 / 10, down);
	for (int y = -head; y <= head; y++)
		fill(&box,
			width * 3 / 10 + (int)((y < 0 ? -y : y) * box.stretch) - across,
			middle + down / 2 + y,
			(int)((head - (y < 0 ? -y : y)) * box.stretch) + across, 1);
}

void draw_sign(const struct draw_box *box, enum piece_kind kind)
{
	static void (*const drawings[])(const struct draw_box *box) = {
		[PIECE_POINTER] = draw_pointer,
		[PIECE_CHEVRON] = draw_chevron,
		[PIECE_RADIO] = draw_radio,
		[PIECE_CHECK] = draw_check,
		[PIECE_BARS] = draw_bars,
		[PIECE_ALERT] = draw_alert,
		[PIECE_FACE] = draw_face,
		[PIECE_FRAME] = draw_frame,
		[PIECE_PICTURE] = draw_enter_key,
	};

	if (kind == PIECE_RULE)
		fill(box, 0, box->height / 2, box->width, 1);
	else if (drawings[kind])
		drawings[kind](box);
}

void draw_bar(const struct draw_box *box, int x, int width)
{
	fill(box, x, box->baseline - capital(box) - 1, width, capital(box) + 3);
}
