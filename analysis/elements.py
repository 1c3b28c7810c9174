"""An element of a web page comes in; what its tag, role, class or style says of it goes out."""

import re
from functools import lru_cache
from itertools import islice

from lxml import etree

from analysis.stylesheets import KEEPS_LINES

SKIPPED = frozenset(
    (
        "script style noscript template svg math iframe object embed canvas select option datalist textarea input "
        "title audio video map dialog"
    ).split()
)
INLINE = frozenset(
    (
        "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong "
        "sub sup time tt u var wbr nobr ins data picture source ruby rb rt rp g meta link track area param"
    ).split()
)
HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?<![-\w])opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|font-size\s*:\s*0(?:px|em|rem|%)?\s*(?:;|$)|text-indent\s*:\s*-\d{4}|(?:left|top)\s*:\s*-\d{4}"
    r"|clip\s*:\s*rect\(\s*0|clip-path\s*:\s*inset\(\s*(?:50|100)%",
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
ROLES = {"navigation": "nav", "menu": "nav", "complementary": "aside", "contentinfo": "footer"}
OF_ARTICLE = r"^(?:article|post|entry|news|detail|story|single|blog)[-_]+"
# What a class or id that begins with one of these says; soft evidence, as sites name things as they like.
CLASSES = [
    (re.compile(pattern, re.I), part)
    for pattern, part in [
        (
            r"^(?:[\w-]+[-_]cap(?:tion)?$|caption|fig-?caption|image-?caption|img-?caption|photo-?caption|PhotoCMS_Caption|avatar-?caption|pic-?caption|chu-?thich|desc-?img|wp-caption-text|p-?caption|media[-_]{1,2}(?:title|caption|desc)|img-?desc|image-?desc|photo-?desc|figure-?desc|ck-?caption)",
            "caption",
        ),
        (r"^(?:nav|navbar|menu|main-?menu|breadcrumb|mega-?menu|topbar|header-?menu|duong-?dan)", "nav"),
        (r"^(?:footer|ft-|bottom-?bar|copyright)", "footer"),
        (OF_ARTICLE + r"comments?$", "comment"),
        (OF_ARTICLE + r"(?:share|sharing|social)$", "button"),
        (OF_ARTICLE + r"tags?$", "tags"),
        (r"^(?:comment|binh-?luan|fb-comment|ykien|box-?comment)", "comment"),
        (
            r"^(?:(?:box|block|list|news|story|article|post)s?-?(?:related|relate|relation|lien-?quan|hot)|also-?read|doc-?them|xem-?them|more-?news"
            r"|(?:[\w-]+[-_])?related?(?:[-_]?(?:box|news|posts?|articles?|stories))|inner-?article|related|relate|tin-?lien-?quan|lien-?quan|bai-?lien-?quan|most-?read|doc-?nhieu|tin-?khac|box-?tin|tin-?moi|same-?cate|cung-?chuyen-?muc|recommend|read-?more|see-?more|tin-?cung|other-?news|VCSortableInPreviewMode.*link|sidebar|right-?col|aside"
            r"|owl-|slick-|swiper-|carousel|slideshow|slides?$|flexslider|bx-?slider)",
            "aside",
        ),
        (
            r"^(?:share|social|toolbar|btn|button|cookie|popup|modal|newsletter|subscribe|player|audio|video-js|vjs-|jw-?player|jw-|plyr|mejs|op-player|banner|ads?$|ads?-|advert|quang-?cao|qc-)",
            "button",
        ),
        (r"^(?:tags?$|tags?-|tag-?list|keyword|tu-?khoa)", "tags"),
        (r"^(?:block)?quote-(?:author|by|info|label|name|source)", "aside"),
        (r"^(?:author|tac-?gia|byline|writer)", "author"),
        (r"^(?:(?:link|post|article|detail|news)-)?source(?:-(?:name|news))?$", "source"),
    ]
]


def inline(element) -> bool:
    """Does the element stand in the line, as do emojis, and what Word and proof-readers leave behind ("o:p")?"""
    if element.tag in ("small", "time") and not (element.tail or "").strip() and element.getparent() is not None:
        return element.getparent().tag not in HEADINGS  # a date or a name behind the heading's words
    if element.tag == "span" and BLOCK.search(element.get("style") or ""):
        return False
    return (
        element.tag in INLINE or ":" in element.tag or element.tag == "img" and (_is_sign(element) or _read_on(element))
    )


BLOCK = re.compile(r"display\s*:\s*block", re.I)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def _is_sign(image):
    """Is the picture no larger than a letter?"""
    sizes = [image.get(side) or "" for side in ("width", "height")]
    return all(size.isdecimal() and int(size) <= LARGEST_SIGN for size in sizes)


def _read_on(image):
    """Does the sentence read on behind the picture?"""
    while not (image.tail or "").strip() and image.getparent() is not None and image.getparent().tag in PICTURE:
        image = image.getparent()
    return (image.tail or "").lstrip()[:1].islower()


PICTURE = ("picture", "source")
LARGEST_SIGN = 32  # pixels


def hidden(element, strict: bool = True) -> bool:
    """Would a browser leave this element out? `strict` is False where scripts show what styles hide, or do not run."""
    if element.get("hidden") is not None or element.tag in SKIPPED and not _opened(element, strict):
        return True
    style = element.get("style") if strict else None
    return bool(style and HIDING.search(style[:2000]))


def put_away(element) -> bool:
    """Do the classes that the common style sheets share leave it out, on every screen?"""
    names = element.get("class") or ""
    if "hid" not in names and "d-none" not in names:
        return False
    names = names[:400].split()
    return not AWAY.isdisjoint(names) and not any(map(SHOWN_AGAIN.search, names))


AWAY = frozenset({"hidden", "hide", "d-none"})
SHOWN_AGAIN = re.compile(r"^(?:d|show|visible)-(?:\w+-)?(?!none)\w+|:(?:block|flex|grid|inline|contents|table)")


def schema_alone(element) -> bool:
    """Is it data about the article for machines: elements without a class, a property each, the headline among them?"""
    if len(element) < FEWEST_STATED or not element[0].get("itemprop") or element.tag in ("body", "article", "main"):
        return False
    children = list(islice(element, LOOKED_AT))
    stated = all(each.get("itemprop") and not each.get("class") for each in children)
    return stated and any(each.get("itemprop") == "headline" for each in children)


FEWEST_STATED = 4


def _opened(element, strict):
    """Is it an open dialogue, the saved inside of a web component, or text for readers without scripts?"""
    if element.tag == "template":
        return not strict or element.get("shadowrootmode") == "open" or element.get("shadowroot") == "open"
    if element.tag == "svg":  # a drawing that was never closed
        return element.find(".//p") is not None
    return element.tag == "dialog" and element.get("open") is not None or element.tag == "noscript" and not strict


def leads_on(link) -> bool:
    """Is it a link, and neither a mark in the text nor one around several paragraphs, as if it were never closed?"""
    if link.get("href") is None and (link.get("name") or link.get("id")):
        return False
    return not len(link) or sum(_long(each) for each in islice(link.iter("p", "div", "li"), LOOKED_AT)) < FEWEST_WRAPPED


FEWEST_WRAPPED, LONG = 3, 80  # paragraphs, letters of one
LOOKED_AT = 60  # elements in a link


def _long(element):
    own = [element.text or "", *(child.tail or "" for child in element)]
    return sum(map(len, own)) >= LONG


WRAPPED = 100  # letters; lines of at most as many, and of none, are paragraphs broken at a margin


def names_of(element) -> list[str]:
    """The classes and the id of an element as a style sheet selects them."""
    return [f".{name}" for name in (element.get("class") or "")[:400].split()] + [f"#{element.get('id') or ''}"]


def kept_lines(element, text: str, names: frozenset = frozenset()) -> list[str] | None:
    """The lines of a text whose element keeps line ends, its paragraphs if broken at a margin; else None."""
    if "\n" not in text.strip() or not _keeps_lines(element, names):
        return None
    text = text.replace("\r\n", "\n")
    broken = "\n\n" in text and max(map(len, text.split("\n"))) <= WRAPPED
    return re.split(r"\n[ \t]*\n", text) if broken else text.split("\n")


def _keeps_lines(element, names):
    """Is the element, or one of those right around it, preformatted?"""
    for _ in range(3):
        if element is None:
            return False
        if element.tag == "pre" or KEEPS_LINES.search((element.get("style") or "")[:2000]):
            return True
        if names and not names.isdisjoint(names_of(element)):
            return True
        element = element.getparent()
    return False


def lays_out(row) -> bool:
    """Does the row lay out the page: has one of its cells a table inside, or much text?"""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    return len(cells) > 1 and not all(_small(cell, LONGEST_TOLD) for cell in cells)


LONGEST_TOLD = 600  # letters in a cell that tells something


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
    if element.tag == "article" and _card(element):
        return "aside"
    if element.tag in ("html", "body", "main", "article"):
        return ""
    if (element.get("type") or "").startswith(RELATED):
        return "aside"  # as one maker of editors marks the boxes that it sets into a text
    if element.tag == "table" and _pictures(element):
        return "caption"
    if element.tag in ("p", "div") and (_over_caption(element) or _under_picture(element)):
        return "caption"
    if element.get("role") in ROLES:
        return ROLES[element.get("role")]
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:400].split()
    return next((part for name in names if (part := _called(name))), "")


@lru_cache(maxsize=4096)  # a page names most of its elements alike
def _called(name):
    """What a class or an id says, that of a part of a block ("article__share") by the part."""
    for said in (name, name.rpartition("__")[2]):
        part = next((part for pattern, part in CLASSES if pattern.match(said)), "")
        if part:
            return part
    return ""


RELATED = ("RelatedNews", "RelatedOneNews")
LONGEST_CARD, SHORTEST_NAME = 500, 25  # letters of another article's headline and blurb; of the headline alone


def _card(article):
    """Does it open with a headline that is a link, and hold little else, as those that present other articles do?"""
    link = next((each for each in islice(article.iter("a"), LOOKED_AT) if _wording(each)), None)
    if link is None or not _small(article, LONGEST_CARD) or article.find(".//h1") is not None:
        return False
    name = _wording(link)
    return len(name) >= SHORTEST_NAME and _wording(article).startswith(name)


def bold(element) -> bool:
    """Does it set its words in bold?"""
    return element.tag in ("b", "strong") or bool(WEIGHT.search((element.get("style") or "")[:400]))


WEIGHT = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)


def _wording(element):
    return " ".join(" ".join(islice(element.itertext(), LOOKED_AT)).split())


def _over_caption(element):
    """Is it a picture in the middle of the page with a few words below it, as editors set captions?"""
    if not len(element) or not _centred(element) or next(element.iter("img"), None) is None:
        return False
    return _small(element, LONGEST_CAPTION) and _wordless_above(element)


CENTRED = re.compile(r"text-align\s*:\s*center", re.I)
LONGEST_BELOW = 250  # letters of a caption in a paragraph of its own
LONGEST_CAPTION = 400  # letters in a table that holds a picture; the longest caption of the dev pages has 250


def _pictures(table):
    """Does the table hold a picture and a few words, as editors set a picture over its caption?"""
    if not any(not _is_sign(each) for each in table.iter("img")) or not _small(table, LONGEST_CAPTION):
        return False
    return _wordless_above(table)


def _wordless_above(element):
    """Does no word stand in it above its first picture?"""
    for event, each in etree.iterwalk(element, events=("start", "end")):
        if event == "start" and each.tag == "img" and not _is_sign(each):
            return True
        text = each.text if event == "start" else each.tail if each is not element else None
        if (text or "").strip():
            return False
    return False


def _under_picture(element):
    """Are these a few words in the middle of the page, right below a picture alone there?"""
    above = element.getprevious()
    if above is None or not len(above) or above.tag not in ("p", "div", "figure") or not _centred(element):
        return False
    picture = next((each for each in islice(above.iter("img"), 1) if not _is_sign(each)), None)
    return picture is not None and not _wording(above) and _small(element, LONGEST_BELOW)


def _centred(element):
    return bool(CENTRED.search(element.get("style") or "")) or element.get("align") == "center"
