"""An element of a web page comes in; what its tag, role, class or style says of it goes out."""

import re

SKIPPED = frozenset(
    (
        "script style noscript template svg math iframe object embed canvas select option datalist textarea input "
        "title audio video map dialog"
    ).split()
)
INLINE = frozenset(
    (
        "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong "
        "sub sup time tt u var wbr nobr"
    ).split()
)
HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?<![-\w])opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|font-size\s*:\s*0(?:px|em|rem|%)?\s*(?:;|$)|text-indent\s*:\s*-\d{4}|(?:left|top)\s*:\s*-\d{4}",
    re.I,
)
PARTS = {
    "nav": "nav",
    "footer": "footer",
    "aside": "aside",
    "figcaption": "caption",
    "button": "button",
    "form": "button",
    "h1": "h1",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "h5": "heading",
    "h6": "heading",
    "time": "time",
}
# What a class or id that begins with one of these says; soft evidence, as sites name things as they like.
CLASSES = [
    (re.compile(pattern, re.I), part)
    for pattern, part in [
        (
            r"^(?:caption|fig-?caption|image-?caption|img-?caption|photo-?caption|PhotoCMS_Caption|avatar-?caption|pic-?caption|chu-?thich|desc-?img|wp-caption-text|p-?caption|img-?desc|image-?desc|photo-?desc|figure-?desc|ck-?caption)",
            "caption",
        ),
        (r"^(?:nav|navbar|menu|main-?menu|breadcrumb|mega-?menu|topbar|header-?menu|duong-?dan)", "nav"),
        (r"^(?:footer|ft-|bottom-?bar|copyright)", "footer"),
        (r"^(?:comment|binh-?luan|fb-comment|ykien|box-?comment)", "comment"),
        (
            r"^(?:(?:box|block|list|news|story|article|post)s?-?(?:related|relate|relation|lien-?quan|hot)|also-?read|doc-?them|xem-?them|more-?news"
            r"|inner-?article|related|relate|tin-?lien-?quan|lien-?quan|bai-?lien-?quan|most-?read|doc-?nhieu|tin-?khac|box-?tin|tin-?moi|same-?cate|cung-?chuyen-?muc|recommend|read-?more|see-?more|tin-?cung|other-?news|VCSortableInPreviewMode.*link|sidebar|right-?col|aside)",
            "aside",
        ),
        (
            r"^(?:share|social|toolbar|btn|button|cookie|popup|modal|newsletter|subscribe|player|audio|banner|ads?$|ads?-|advert|quang-?cao|qc-)",
            "button",
        ),
        (r"^(?:tags?$|tags?-|tag-?list|keyword|tu-?khoa)", "tags"),
        (r"^(?:author|tac-?gia|byline|writer)", "author"),
    ]
]


def hidden(element) -> bool:
    """Would a browser leave this element out?"""
    if element.tag in SKIPPED or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and HIDING.search(style[:2000]))


def data_row(element) -> bool:
    """Is the row one of figures and words, so that the paragraphs in its cells make one line?"""
    cells = [cell for cell in element if cell.tag in ("td", "th")]
    return len(cells) > 1 and all(_small(cell) for cell in cells)


LONGEST_CELL = 120  # letters; a longer cell lays out the page


def _small(element, most=LONGEST_CELL):
    """Has the element little text, and no table inside?"""
    size = 0
    for text in element.itertext():
        size += len(text.strip())
        if size > most:
            return False
    return element.find(".//table") is None


def part_of(element) -> str:
    """What tag, role or class says of an element: "nav", "caption", "heading" ... or ""."""
    if element.tag in PARTS:
        return PARTS[element.tag]
    if element.tag in ("html", "body", "main", "article"):
        return ""
    if element.tag == "table" and _pictures(element):
        return "caption"
    if element.get("role") in ("navigation", "menu"):
        return "nav"
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:400].split()
    return next((part for name in names for pattern, part in CLASSES if pattern.match(name)), "")


LONGEST_CAPTION = 400  # letters in a table that holds a picture; the longest caption of the dev pages has 250


def _pictures(table):
    """Does the table hold a picture and a few words, as editors set a picture over its caption?"""
    return table.find(".//img") is not None and _small(table, LONGEST_CAPTION)
