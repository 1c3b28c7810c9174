"""Axes and places come in; boxes on the sheet in inches go out, and whether they touch one another or leave the axes.

A box is (left, bottom, right, top).
"""


def on_sheet(axes, points):
    """Where points of the data stand on the sheet, in inches: an array of (x, y)."""
    return axes.transData.transform(points) / 100  # a figure has 100 dots an inch until it is written to a file


def frame_of(axes):
    """The box of the axes themselves."""
    return axes.get_window_extent().get_points().ravel() / 100


def around(x, y, wide, high):
    """The box of this width and height with its middle at x, y."""
    return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2


def touch(one, other):
    """Whether two boxes overlap.

    >>> touch((0, 0, 2, 2), (1, 1, 3, 3)), touch((0, 0, 2, 2), (2, 0, 3, 2))
    (True, False)
    """
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def touches(box, others):
    """Whether a box overlaps any of the others."""
    return any(touch(box, other) for other in others)


def inside(box, frame):
    """Whether a box lies wholly in another one.

    >>> inside((0, 0, 1, 1), (0, 0, 2, 2)), inside((1, 1, 3, 2), (0, 0, 2, 2))
    (True, False)
    """
    return box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]
