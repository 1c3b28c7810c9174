"""Mentions of a text come in; whose they are goes out: later and shorter names belong to somebody named before."""

from dataclasses import dataclass, field

from analysis import name_origins, names, naming, titles
from analysis.letters import bare, norm

_BODY_ENDS = {"phủ", "trị", "hội", "ương", "an", "giao", "phòng", "tế", "sát"}


@dataclass
class Someone:
    """A person of one article: mentions so far, and what is known of him or her."""

    mentions: list = field(default_factory=list)
    entry: dict | None = None

    @property
    def fullest(self):
        """The mention with the most words, the longest of several."""
        return max(self.mentions, key=lambda m: (len(m.surface.split()), len(m.surface)))

    @property
    def name(self):
        return self.fullest.surface


def _same(mention, entry, someone):
    """True where a mention can be a later (or earlier, shorter) naming of someone; entry: the listed person of it."""
    fullest = someone.fullest
    if mention.key == fullest.key or entry and someone.entry is entry:
        return True
    one, two = mention.surface, fullest.surface
    vietnamese = name_origins.is_vietnamese(one), name_origins.is_vietnamese(two)
    if vietnamese == (True, True):
        return _ends_alike(norm(one).split(), norm(two).split(), mention, someone)
    return not any(vietnamese) and _shares_parts(one, two)


def _ends_alike(one, two, mention, someone):
    """ "Hòa" and "Quang Hòa" are ends of "Trần Quang Hòa"; only where the name is short and addressed."""
    short, long = sorted((one, two), key=len)
    return len(short) < len(long) and long[-len(short) :] == short and len(short) <= 2 and mention.how != "shape"


def _shares_parts(one, two):
    """ "Gennady Bezdetko", "Bezdetko" and "G.S. Bezdetko" are parts of "Gennady Stepanovich Bezdetko"."""
    both = ((one, two), (two, one))
    one, two = (name_origins.plain(name) if len(other.split()) > 1 else name for name, other in both)
    short, long = sorted(([bare(part) for part in name.split()] for name in (one, two)), key=len)
    if len(short) == 1:
        return short[0] in (long[-1], long[0])
    given = short[0] == long[0] or short[0].rstrip(".")[:1] == long[0][:1] and "." in short[0] + long[0]
    return short[-1] == long[-1] and given


def entry(name):
    """The listed person of a full or a short name, as its table of rules/people.toml, or None."""
    full, short = naming.listed()
    key, plain = naming.key_of(name), name_origins.plain(name)
    known = full.get(key) or short.get(key) or _by_initials(name, short)
    return known or (full.get(naming.key_of(plain)) if plain != name else None)


def _by_initials(name, short):
    """The listed person of "A. Lu-ca-sen-cô": a surname that alone means the person, after initials of that person."""
    *initials, surname = name.split()
    found = short.get(naming.key_of(surname)) if initials and all(map(name_origins.is_initial, initials)) else None
    return found if found and any(known.startswith(initials[0][0]) for known in _spellings(found)) else None


def _spellings(listed):
    return [listed["name"], *listed.get("also", [])]


def _entry_of(mention):
    """The listed person of a mention; "Bác Hồ" is one, "ông Hồ" is not."""
    return entry(mention.surface) or (entry(f"{mention.address} {mention.surface}") if mention.address else None)


def assign(mentions):
    """The persons of an article; every mention gets its `who`. Full names first, so that short ones find them."""
    people = []
    for mention in sorted(mentions, key=lambda m: -min(len(m.surface.split()), 2)):
        entry = _entry_of(mention)
        fitting = [someone for someone in people if _same(mention, entry, someone)]
        if fitting:
            mention.who = _nearest(mention, fitting)
        else:
            mention.who = Someone(entry=entry)
            people.append(mention.who)
        mention.who.mentions.append(mention)
    return people


def _nearest(mention, fitting):
    """Of several persons of that name the one named last before, with the same title if there is one."""
    exact = [who for who in fitting if who.fullest.key == mention.key]

    def distance(who):
        before = [mention.start - m.start for m in who.mentions if m.start < mention.start]
        return min(before, default=10**6 + len(who.mentions))

    return min(exact or fitting, key=distance)


def again(lines, people, taken):
    """Later mentions without title or address: a foreign surname or given name, a listed or once named full name."""
    parts, full = {}, set()
    for someone in people:
        name = someone.name.split()
        full.add(someone.fullest.key)
        if not name_origins.is_vietnamese(someone.name) and len(name) > 1:
            parts |= {bare(name[-1]): someone, bare(name[0]): someone}
        elif name_origins.is_vietnamese(someone.name):
            parts[norm(name[-1])] = someone
    for line in lines:
        for i in line.capitals:
            if (line.offset, i) not in taken:
                mention = _again_at(line, i, parts, full)
                words = mention and {(line.offset, n) for n in range(mention.first, mention.last)}
                if words and not words & taken:
                    taken |= words
                    yield mention


def _again_at(line, i, parts, full):
    last = _full_name(line, i, full) or _part(line, i, parts)
    return naming.Mention(line, i, last, "again") if last and not _of_thing(line, i) else None


def _full_name(line, i, full):
    """One after the last of the capital words from word i on that are the whole name of somebody known, or None."""
    capitals = next((n for n in range(i, i + 4) if not line.capital(n)), i + 4)
    for last in range(capitals, i + 1, -1):
        key = naming.key_of(line.printed(i, last))
        if key in full or key in naming.listed()[0]:
            return last
    return None


def _part(line, i, parts):
    """One after word i where it alone means somebody: a foreign name, or the last syllable of one after a title."""
    word = line.words[i].text
    if name_origins.is_foreign(word) and (bare(word) in parts or naming.key_of(word) in naming.listed()[1]):
        means = True
    else:
        means = norm(word) in parts and not _opens_body(line, i) and _title_before(line, i)
    return i + 1 if means and i not in line.spot_ends and not _in_run(line, i) else None


def _of_thing(line, i):
    """True inside a place's name and after "phố", "giải": "Lăng Chủ tịch Hồ Chí Minh"."""
    title = _title_before(line, i)
    return names.carried(line, i) or line.in_place(i) or bool(title) and naming.thing(line, title.first)


def _opens_body(line, i):
    """ "Thủ tướng Chính phủ" after Phạm Minh Chính was named is no "Thủ tướng Chính"."""
    return i + 1 < len(line) and line.words[i + 1].text in _BODY_ENDS


def _in_run(line, i):
    """True where a capital word stands right beside it, so that it is a part of some other name."""
    before = line.beside(i) and line.words[i - 1].text[0].isupper() and not _title_before(line, i) and i > 1
    after = i + 1 < len(line) and line.beside(i + 1) and line.words[i + 1].text[0].isupper()
    return before or after


def _title_before(line, i):
    """The title whose head ends just before word i, or None."""
    starts, low = titles.lists()["starts"], line.low
    before = (titles.head_at(line, n) for n in range(max(0, i - 6), i) if low[n][0] in starts)
    return next((title for title in before if title and title.last == i), None)
