"""The source of a web page comes in; its lines, what the markup says of each, and the metadata of its head go out.

Nothing that a browser would not show passes. The lines are then judged by analysis.pages like those of a text file;
what the markup says ("nav", "caption", "link", "heading" ...) is one more signal there.
"""

import re
from dataclasses import dataclass

from lxml import etree

from analysis import dates, linked_data, stylesheets
from analysis.linked_data import text_of
from analysis.vocabulary import key_of, vocabulary

SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "canvas",
        "select",
        "option",
        "datalist",
        "textarea",
        "input",
        "title",
        "audio",
        "video",
        "map",
        "dialog",
    ]
)
INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "nobr",
    ]
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
HUGE_TAG = re.compile(r"<(/?[a-zA-Z][\w:-]{0,30})\s[^<>]{20000,}>")  # 200,000 attributes hang libxml2 for over a minute
DEEPEST = 2000  # libxml2 drops what lies deeper than 2,048 elements without a word


@dataclass(frozen=True)
class WebPage:
    """The lines of a page, a hint for each ("" if none), and the metadata of its head."""

    lines: list
    hints: list
    metadata: dict


def read(source: str) -> WebPage:
    """The WebPage of an HTML source. Broken markup is read as far as a browser would.

    >>> page = read("<title>Tin mẫu</title><nav>Trang chủ</nav><p>Hai bên <b>họp</b> tại Hà Nội.<p hidden>5 tỷ USD")
    >>> page.lines, page.hints, page.metadata["title"]
    (['Trang chủ', 'Hai bên họp tại Hà Nội.'], ['nav', ''], 'Tin mẫu')
    """
    root = _tree(source)
    if root is None:
        return WebPage([], [], {})
    walker = _walked(root, stylesheets.hidden_names("\n".join(style.text or "" for style in root.iter("style"))))
    return WebPage(walker.lines, walker.hints, metadata(root))


def _walked(root, styled):
    """The walker through the page; a style sheet that hides most of the text is one that a script undoes."""
    walkers = []
    for names in dict.fromkeys([styled, frozenset()]):
        walkers.append(_Walker(names))
        walkers[-1].walk(root)
    first, last = (sum(map(len, walker.lines)) for walker in (walkers[0], walkers[-1]))
    return walkers[0] if first >= 0.5 * last else walkers[-1]


def _tree(source):
    source = HUGE_TAG.sub(r"<\1>", source.replace("\0", ""))
    root = _parse(source)
    if root is not None and source.count("<") > DEEPEST and _depth(root) >= DEEPEST:
        root = _parse(
            re.sub(
                r"(?i)</?(?:div|span|section|article|font|center|b|i|em|strong|table|tbody|tr|td|ul|ol|li|blockquote|a)\b[^>]*>",
                "<br>",
                source,
            )
        )
    return root


def _parse(source):
    parser = etree.HTMLParser(huge_tree=True, encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return etree.fromstring(source.encode("utf-8", "replace"), parser)
    except etree.ParserError:
        return None
    except etree.XMLSyntaxError:
        return None


def _depth(root):
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


class _Walker:
    """Goes through the tree without recursion and gathers the text of each block into one line."""

    def __init__(self, styled=frozenset()):
        self.lines, self.hints, self.styled = [], [], styled
        self.parts, self.words, self.linked, self.plain, self.cells = [], [], 0, 0, 0
        self.row = None

    def walk(self, root):
        skipping = None
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if skipping is not None:
                if event == "end" and element is skipping:
                    skipping = None
                    self.text(element.tail)
                continue
            if event == "start":
                if not isinstance(element.tag, str) or hidden(element) or self.hides(element):
                    skipping = element
                    continue
                self.open(element)
            else:
                self.close(element)
        self.flush()

    def hides(self, element):
        """Does a style sheet of the page leave the element out?"""
        names = [f".{name}" for name in (element.get("class") or "")[:400].split()] + [f"#{element.get('id') or ''}"]
        return bool(self.styled) and not self.styled.isdisjoint(names)

    def open(self, element):
        if self.row is None and element.tag not in INLINE and element.tag not in ("td", "th"):
            self.flush()
        elif element.tag not in INLINE:
            self.words.append(" ")
        if element.tag == "tr" and self.row is None and data_row(element):
            self.row = element
        self.parts.append((element.tag, part_of(element)))
        if element.tag == "img" and self.words:
            self.words.append(" ")
        self.text(element.text)

    def close(self, element):
        if element.tag in ("td", "th"):
            self.words.append(" | ")
            self.cells += 1
        elif element is self.row or self.row is None and element.tag not in INLINE:
            self.row = None
            self.flush()
        self.parts.pop()
        self.text(element.tail)

    def text(self, text):
        if not text:
            return
        self.words.append(text)
        size = len(text.strip())
        if any(tag == "a" for tag, _ in self.parts):
            self.linked += size
        else:
            self.plain += size

    def flush(self):
        line = " ".join("".join(self.words).split()).strip(" |")
        if line:
            self.lines.append(line)
            self.hints.append(self._hint())
        self.words, self.linked, self.plain, self.cells = [], 0, 0, 0

    def _hint(self):
        parts = [part for _, part in self.parts if part]
        outer = next((part for part in parts if part in ("nav", "footer", "comment", "aside", "button", "tags")), "")
        if "caption" in parts:
            return "caption"
        if outer:
            return outer
        if self.cells > 1:
            return "row"
        if "h1" in parts:
            return "h1"
        link = self.linked > 4 * self.plain
        return "link" if link else "heading" if "heading" in parts else "author" if "author" in parts else ""


LONGEST_CELL = 120  # letters; a longer cell lays out the page


def data_row(element) -> bool:
    """Is the row one of figures and words, so that the paragraphs in its cells make one line?"""
    cells = [cell for cell in element if cell.tag in ("td", "th")]
    return len(cells) > 1 and all(_small(cell) for cell in cells)


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


def hidden(element) -> bool:
    """Would a browser leave this element out?"""
    if element.tag in SKIPPED or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and HIDING.search(style[:2000]))


FIELDS = {
    "published": (
        "article:published_time",
        "datepublished",
        "pubdate",
        "publishdate",
        "date.created",
        "dc.date.issued",
        "dc.date",
        "publish_date",
        "og:pubdate",
        "published_time",
        "its_publication",
        "cxenseparse:recs:publishtime",
    ),
    "updated": ("article:modified_time", "datemodified", "lastmod", "og:updated_time"),
    "site": ("og:site_name", "application-name"),
    "title": ("og:title", "twitter:title", "headline"),
    "url": ("og:url",),
    "description": ("description", "og:description"),
    "author": ("author", "article:author", "dable:author"),
    "section": ("article:section",),
}


def metadata(root) -> dict:
    """What the head says: title, published, updated, author, section, url, site, description, language."""
    meta = {}
    for element in root.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").casefold()
        if name and element.get("content"):
            meta.setdefault(name, " ".join(element.get("content").split()))
    found = {field: next((meta[name] for name in names if meta.get(name)), None) for field, names in FIELDS.items()}
    found.update({field: value for field, value in _linked_data(root).items() if value})
    found["title"] = found.get("title") or " ".join((root.findtext(".//title") or "").split()) or None
    canonical = next((link.get("href") for link in root.iter("link") if link.get("rel") == "canonical"), None)
    found["url"] = canonical or found.get("url")
    found["language"] = (root.get("lang") or "")[:2].casefold() or None
    for field in ("published", "updated"):
        stamps = dates.find(found[field]) if isinstance(found.get(field), str) else []
        found[field] = stamps[0].iso if stamps else None
    if found.get("author") and (NO_AUTHOR.search(found["author"]) or found["author"] == found.get("site")):
        found["author"] = None
    found["path"] = _breadcrumb(root, found["title"])
    found["times"] = [stamp.iso for element in root.iter("time") for stamp in dates.find(element.get("datetime") or "")]
    return {field: value for field, value in found.items() if value}


# A site, an address or an account, and no person.
NO_AUTHOR = re.compile(
    r"^https?:|(?:\S+\s+){8}|\w\.(?:vn|com|net|org|info)\b"
    r"|^(?:admin|administrator|editor|root|user|webmaster|báo|tạp chí|đài|cổng|trang|website)\b",
    re.I,
)
CRUMBS = re.compile(r"^(?:bread-?crumbs?|duong-?dan|pathway)", re.I)


def _breadcrumb(root, title):
    """The marked path to the page, joined by " > ", without the start page and the page itself, or None.

    Of visible lists only those count whose steps are elements of their own; a path in one text is read from its line.
    """
    for steps in (
        *_linked_paths(root),
        *map(_steps, filter(_is_path, root.iter("div", "ul", "ol", "nav", "p", "section"))),
    ):
        steps = [step for step in steps if _may_be_step(step, title or "")]
        if 1 < len(steps) <= DEEPEST_PATH:  # more are the parts of a section, not the steps to it
            return " > ".join(steps[1:] if HOME.fullmatch(steps[0]) else steps)
    return None


DEEPEST_PATH = 5  # steps, with the start page


def _may_be_step(step, title):
    """Is it neither empty, nor the page itself, nor a button beside the path?"""
    said, key = vocabulary(), key_of(step)
    button = key in said.control | said.comment and key not in said.sections or step[:1].islower() and len(step) < 10
    own = key in said.home or not button
    return bool(step) and step != title and not title.startswith(step.rstrip(".… ") + " ") and own


HOME = re.compile(r"trang chủ|trang nhất|home(?:page)?|главная", re.I)


def _is_path(element):
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:400].split()
    marked = any(map(CRUMBS.match, names)) or "BreadcrumbList" in (element.get("itemtype") or "")
    return not hidden(element) and (marked or (element.get("aria-label") or "").casefold() == "breadcrumb")


def _steps(element):
    """The texts of the links or items of a visible path."""
    for tag in ("li", "a"):
        found = [" ".join("".join(each.itertext()).split()).strip(" >›»/") for each in element.iter(tag)]
        if len(found) > 1:
            return found[:6]
    return []


def _linked_paths(root):
    """The names of each BreadcrumbList in JSON-LD, in order."""
    for node in _linked_nodes(root):
        items = node.get("itemListElement")
        if node.get("@type") == "BreadcrumbList" and isinstance(items, list):
            items = [item for item in items[:8] if isinstance(item, dict)]
            inner = [item.get("item") if isinstance(item.get("item"), dict) else item for item in items]
            yield [text_of(item.get("name") or outer.get("name")) for item, outer in zip(inner, items, strict=True)]


def _linked_data(root):
    """The article's own fields in JSON-LD."""
    return linked_data.article(list(_linked_nodes(root)))


def _linked_nodes(root):
    """The objects of the page's JSON-LD."""
    for script in root.iter("script"):
        if (script.get("type") or "").casefold() == "application/ld+json":
            yield from linked_data.nodes(script.text or "")
