"""A line's wording comes in; whether saving the page left it there goes out (tests of line_kinds.KINDS).

Such are a link's number, a picture's place, number or file, markup, an icon's name, words doubled, a file's name.
"""

import re

from analysis.source_credits import URL

REFERENCE = re.compile(r"\[\d{1,3}\](?=[^\W\d_]|[“\"])|\(BUTTON\)")  # how text browsers number the links of a page


def is_reference(line, said):
    return line.words <= 40 and REFERENCE.match(line.text)


PICTURE_PLACE = re.compile(r"(?:\[\d{1,3}\])?!?\[[^\]]{0,80}\](?:\([^)]*\))?")


def is_picture_place(line, said):
    return not line.key.strip("_ ") or PICTURE_PLACE.fullmatch(line.text) and said.placeholder(line.key)


PICTURE_NUMBER = re.compile(
    r"(?:[a-z0-9]+ ){0,12}(?:anh|hinh|img|photo|image|pic) \d{1,3}"
    r"|(?:ảnh|hình|hinh|anh|image|img|photo|figure) ?\d{1,2}|image|img|photo"
    r"|(?!(?:k|c|d)?m[23]$)(?:[a-z]{2,}\d{1,4}){1,3}"  # "vn1", "hoasen02": a file's name
)


def is_picture_number(line, said):
    return PICTURE_NUMBER.fullmatch(line.key)


TAG = re.compile(
    r"</?(?:center|table|tbody|tr|td|th|div|span|p|br|img|font|iframe|script|style|figure|figcaption|section|article"
    r"|ul|li|a|b|i|em|strong|h[1-6])\b[^<>]{0,300}>",
    re.I,
)
FEWEST_TAGS = 3


def is_markup(line, said):
    """The source of a picture or a table, which a forum prints as text, or tags alone; a tagged paragraph is none."""
    if "<" not in line.text or not TAG.search(line.text):
        return False
    left = URL.sub("", TAG.sub(" ", line.text)).split()
    return not left or len(left) <= LONGEST_SHOWN and len(SHOWS.findall(line.text)) >= FEWEST_TAGS


SHOWS = re.compile(r"</?(?:center|table|tbody|tr|td|img|iframe)\b", re.I)
LONGEST_SHOWN = 30  # words of a caption in it


ICON = re.compile(r"(?=\S*_)[a-z]+(?:_[a-z]+)*(?: [a-z]+(?:_[a-z]+)*)*")  # "chevron_right", where a font drew a sign


def is_icon(line, said):
    return ICON.fullmatch(line.text)


PICTURE_FILE = re.compile(r"\S{1,80}\.(?:jpe?g|png|webp|gif|svg|mp4)", re.I)


def is_picture_file(line, said):
    return PICTURE_FILE.fullmatch(line.text) or line.words <= MOST_PARTS and CALLED.fullmatch(line.text)


MOST_PARTS = 12  # of a file's name
# A file's name without its ending: "IMG-20240512-WA0003", "image001-1775", "khach_tham_1080x720"; no "MiG-29", "A_1".
CALLED = re.compile(
    r"(?:img|image|images|dsc|dscn?|anh|hinh|photo|pic|picture|screenshot|slide|thumb|dji|pxl|z)[_-]?\d{3,}(?:[_-]\w+)*"
    r"|(?:img|image|photo|slide|screenshot|anh|hinh)(?:[_-][a-z0-9]+)+|[a-z0-9]+(?:[_-][a-z0-9]+)*_[a-z]*\d{3,}\w*",
    re.I,
)


def is_doubled(line, said):
    """The same words twice, as a link's text and its title are saved."""
    if line.words < 6 or line.words % 2:
        return False
    parts = line.key.split()
    middle = len(parts) // 2
    return parts[:middle] == parts[middle:]


SLUG = re.compile(r"[a-z0-9 _-]+")


def is_slug(line, said):
    return line.words >= 4 and SLUG.fullmatch(line.text) and not said.plain_english(line.key)
