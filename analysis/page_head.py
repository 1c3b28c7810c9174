"""The tree of a web page comes in; what its head says of the article (title, dates, author ...) goes out."""

import re
from itertools import islice

from analysis import breadcrumbs, dates, linked_data, told_times
from analysis.authors import author_of, labelled
from analysis.elements import part_of
from analysis.vocabulary import key_of


def metadata(root) -> dict:
    """What the head says: title, published, updated, author, section, url, site, description, language."""
    meta = {}
    for element in root.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").casefold()
        if name and element.get("content"):
            meta.setdefault(name, " ".join(element.get("content").split()))
    meta = _ago(root) | _microdata(root) | meta
    found = {field: next((meta[name] for name in names if meta.get(name)), None) for field, names in FIELDS.items()}
    window = " ".join((root.findtext(".//title") or "").split())
    told = linked_data.article(linked_data.of_page(root), found["title"] or window)
    publisher = told.pop("publisher", None)
    found.update({field: value for field, value in told.items() if value})
    found["title"], found["site"] = found["title"] or window or None, found["site"] or publisher
    canonical = next((link.get("href") for link in root.iter("link") if link.get("rel") == "canonical"), None)
    found["url"] = canonical or found.get("url")
    found["language"] = (root.get("lang") or "")[:2].casefold() or None
    for field in ("published", "updated"):
        found[field] = told_times.iso(found.get(field))
    stated = [found.get("author") or "", *(meta[name] for name in FIELDS["author"] if meta.get(name))]
    stated = [SITE_BEHIND.sub("", name) for name in stated]
    found["author"] = next((_listed(name) for name in stated if _is_author(name, found)), None) or _signed(root)
    found["path"] = breadcrumbs.path_to(root, found["title"])
    found["section"] = found.get("section") or _category(root) or _in_window(root, window, found["title"] or "")
    found["times"] = [stamp.iso for element in root.iter("time") for stamp in dates.find(element.get("datetime") or "")]
    return {field: value for field, value in found.items() if value}


def _is_author(name, found):
    """Is it the name of a person, and not the page's own or a part of that?"""
    own = f" {key_of(found.get('site') or '')} "
    return name and f" {key_of(name)} " not in own and not NO_AUTHOR.search(name)


SITE_BEHIND = re.compile(r"(?<=\w)\s*[-–|/]\s*(?:[\w-]+\.)+(?:vn|com|net)$", re.I)  # "Lê Mẫu - baomau.vn"


def _listed(names):
    """Names that semicolons part, parted as names in print are."""
    return ", ".join(name.strip() for name in names.split(";") if name.strip())


def _microdata(root):
    """What elements outside the head state of the article: {"datepublished": ...}."""
    found = {}
    for element in root.iter("span", "div", "p", "time", "abbr", "link", "a"):
        name = (element.get("itemprop") or element.get("property") or "").casefold().replace("dc:", "dc.")
        value = element.get("content") or element.get("datetime") or _written(element)
        if element.tag == "abbr" and element.get("class") == "published":
            name, value = "datepublished", element.get("title")
        if value and name.split()[:1] and name.split()[0] in STATED:
            found.setdefault(name.split()[0], value)
    return found


def _written(element):
    """The words of an element if they are a day as machines write it ("2025-03-18T14:21:08+07:00")."""
    text = (element.text or "").strip()
    return text if not len(element) and WRITTEN.match(text) else None


WRITTEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")


def _ago(root):
    """The moment beside the main heading that a reader sees only as "2 giờ trước"."""
    heading = next(root.iter("h1"), None)
    around = [] if heading is None else [heading, *islice(heading.iterancestors(), HEADING_IN)]
    beside = next((found for each in around if (found := list(each.iter("time")))), [])
    ago = [each.get("datetime") for each in beside if each.get("datetime") and AGO.search("".join(each.itertext()))]
    return {"datepublished": ago[0]} if len(set(ago)) == 1 and len(beside) == 1 else {}


HEADING_IN = 3  # elements around the main heading that may hold its article alone
AGO = re.compile(r"\b(?:trước|ago|hôm nay|hôm qua|назад)\b", re.I)
STATED = frozenset({"datepublished", "datemodified", "dc.date", "dc.created"})


def _signed(root):
    """The one name that elements marked as the author's hold, None if there are several or it is no name."""
    marked = [each for each in root.iter() if each.get("rel") == "author" or each.get("itemprop") == "author"]
    if not marked:
        named = (each for each in root.iter("a", "div", "p", "span", "li", "strong", "b") if _named_author(each))
        marked = [each for each in islice(named, MOST_SIGNED) if not _of_others(each)]
    printed = {_printed(each) for each in marked} - {""}
    names = {name for name in map(_name_in, printed) if name}
    return names.pop() if len(names) == 1 else None if printed else _linked_author(root)


def _name_in(text):
    """The name in the words of an element that is marked as its author's, without "Bởi" before it."""
    return labelled(text.strip(" -–|•")) or author_of(text)


def _printed(element):
    """The words of an element, of one that holds paragraphs or links the first of those that names its author."""
    lines = [_words(each) for each in element.iter("p", "li") if each is not element]
    whole = _words(element)
    if len(lines) < 2:
        lines = [] if author_of(whole) else [_words(each) for each in element.iter("a")]
    return next((line for line in lines if author_of(line)), whole)


def _words(element):
    return " ".join("".join(element.itertext()).split())


def _linked_author(root):
    """The one name whose link leads to what its author has written, beside the main heading."""
    heading = next(root.iter("h1"), None)
    around = [] if heading is None else islice(heading.iterancestors(), HEADING_IN)
    links = (link for each in around for link in each.iter("a") if WRITTEN_BY.search(link.get("href") or ""))
    links = [link for link in islice(links, MOST_SIGNED) if not _of_others(link)]
    names = {" ".join("".join(each.itertext()).split()) for each in links} - {""}
    return author_of(names.pop()) if len(names) == 1 else None


WRITTEN_BY = re.compile(r"/(?:tac-gia|authors?|but-danh|phong-vien)[/-]\w", re.I)


def _category(root):
    """The section whose page the links around the title lead to, by what they or what holds them are called."""
    links = [each for each in root.iter("a") if "category" in (each.get("rel") or "").split()]
    links = [each for each in links if each.getparent() is links[0].getparent()] or _categories(root)
    names = [" ".join("".join(each.itertext()).split()) for each in links]
    return " > ".join(dict.fromkeys(name for name in names if name)) or None


def _categories(root):
    """The links in the element beside the main heading that is named as the category's."""
    heading = next(root.iter("h1"), None)
    around = [] if heading is None else islice(heading.iterancestors(), HEADING_IN)
    named = next(
        (each for inside in around for each in inside.iter("p", "div", "span", "ul") if _is_category(each)), None
    )
    links = [] if named is None else list(named.iter("a"))
    return links if len(links) <= MOST_CATEGORIES else []


def _in_window(root, window, title):
    """The section between the article's and the site's name in the window's title, if a link is named so."""
    rest = window[len(title) :] if title and window.startswith(title) else ""
    joints = list(JOINT.finditer(rest))
    name = rest[joints[0].end() : joints[-1].start()] if len(joints) > 1 and joints[0].start() == 0 else ""
    if not 0 < len(name.split()) <= LONGEST_SECTION:
        return None
    return name if any(key_of("".join(each.itertext())) == key_of(name) for each in root.iter("a")) else None


JOINT = re.compile(r"\s+[-–—|]\s+")
LONGEST_SECTION = 6  # words


def _is_category(element):
    return any(map(CATEGORY.search, (element.get("class") or "")[:400].split()))


CATEGORY = re.compile(r"(?:^|[-_])(?:category|cate|chuyen-?muc)$", re.I)
MOST_CATEGORIES = 3
AUTHOR = re.compile(r"(?:^|[-_])(?:author|byline|tac-?gia|writer)(?:[-_]{0,2}(?:name|mail|link|info))?$", re.I)
OTHERS = frozenset({"comment", "aside", "footer", "nav"})


def _named_author(element):
    names = (element.get("class") or "")[:400].split()
    return any(map(AUTHOR.search, names)) and not any("comment" in name for name in names)


def _of_others(element):
    """Does it stand among comments or beside other articles?"""
    return any(part_of(each) in OTHERS for each in islice(element.iterancestors(), DEEPEST))


MOST_SIGNED, DEEPEST = 30, 40  # elements that name an author, elements around one that are looked at


FIELDS = {
    "published": (
        "article:published_time",
        "datepublished",
        "pubdate",
        "publishdate",
        "date.created",
        "dc.date.issued",
        "dc.date",
        "dc.created",
        "dc.date.created",
        "dcterms.created",
        "dcterms.issued",
        "dcterms.date",
        "publish_date",
        "publish-date",
        "parsely-pub-date",
        "sailthru.date",
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
    "author": ("author", "article:author", "dable:author", "dc.creator", "dcterms.creator", "parsely-author"),
    "section": ("article:section",),
}


# A site, an address or an account, and no person.
NO_AUTHOR = re.compile(
    r"^https?:|[{}<>]|(?:\S+\s+){8}|\w\.(?:vn|com|net|org|info)\b"
    r"|^(?:admin|administrator|editor|root|user|webmaster|báo|tạp chí|đài|cổng|trang|website)\b",
    re.I,
)
