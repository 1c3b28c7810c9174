"""Articles come in; the persons named in them go out: each mention with its name, side, office, role and sentence.

A mention is found by its title ("Đại sứ Nga tại Việt Nam Gennady Bezdetko"), its form of address ("ông Hòa"), its own
shape ("Lê Thị Thu Hà", "Leyla Aslanova"), rules/people.toml, or because the article has named the person before.
"""

from dataclasses import dataclass, fields
from itertools import combinations
from operator import itemgetter

import pandas as pd

from analysis import cities, identity, naming, person_sides, rows, speech, store
from analysis.letters import nfc
from analysis.names import Line
from analysis.sentences import sentences_at

COLUMNS = ["file", "story", "published", "person", "name", "surface", "start", "end", "country", "side_from", "office",
           "role", "sentence"]  # fmt: skip


@dataclass(frozen=True)
class Person:
    """One mention: offsets into the text, `name` the fullest form in the text, `person` the same across articles.

    `country` is the side (None if not told) and `side_from` what told it: list, office, name, sentence or article.
    `role` is speaker where the text reports words of the person, else mentioned. `office` is the title as printed with
    the first mention that has one, or None.
    """

    start: int
    end: int
    surface: str
    name: str
    person: str
    country: str | None
    side_from: str | None
    office: str | None
    role: str
    sentence: str


def read(text):
    """(lines, mentions) of a text: every sentence as a Line, every mention with its `who`, in order of the text."""
    lines = [Line(sentence, start) for sentence, start, _ in sentences_at(text)]
    mentions = [mention for line in lines for mention in naming.mentions(line)]
    people = identity.assign(mentions)
    taken = {(m.line.offset, n) for m in mentions for n in range(m.first, m.last)}
    later = list(identity.again(lines, people, taken))
    for mention in mentions + later:
        mention.who = None
        mention.line.named.append((mention.begin, mention.begin + len(mention.surface)))
    identity.assign(mentions + later)
    return lines, sorted(mentions + later, key=lambda mention: mention.start)


def resolved(text, title=None):
    """(lines, mentions, Persons) of a text; the n-th Person tells whose the n-th Mention is."""
    lines, mentions = read(text)
    context = person_sides.heard(Line(nfc(title or "")), lines, mentions)
    persons, speakers = {id(m.who): m.who for m in mentions}, speech.speakers(mentions)
    roles = {key: "speaker" if key in speakers else "mentioned" for key in persons}
    told = {key: (person_sides.side(who, context), _first_office(who), roles[key]) for key, who in persons.items()}
    return lines, mentions, [_person(mention, *told[id(mention.who)]) for mention in mentions]


def by_line(lines, mentions, persons):
    """[(line, [(Mention, Person) of it])] of what resolved() gives."""
    own = {id(line): [] for line in lines}
    for mention, person in zip(mentions, persons, strict=True):
        own[id(mention.line)].append((mention, person))
    return [(line, own[id(line)]) for line in lines]


def find(text, published=None, title=None):
    """The persons a text names, one Person a mention, in order. Offsets are into the NFC text.

    `title` is read for the countries it names when a sentence does not tell a side; `published` is not needed.

    >>> [(p.surface, p.country, p.office) for p in find("Đại sứ Nga Gennady Bezdetko gặp ông Trần Văn Hòa.")]
    [('Gennady Bezdetko', 'RU', 'Đại sứ Nga'), ('Trần Văn Hòa', 'VN', None)]
    """
    return resolved(nfc(text), title)[2]


def _first_office(someone):
    return next((m.office for m in sorted(someone.mentions, key=lambda m: m.start) if m.office), None)


def _person(mention, side, office, role):
    who = mention.who
    person = who.entry["name"] if who.entry else who.name
    end = mention.start + len(mention.surface)
    return Person(mention.start, end, mention.surface, who.name, person, *side, office, role, mention.line.text)


def of_article(article):
    """What is kept of one article {"text", "title"}: {"persons": [...], "places": [[...] for each sentence]}.

    A person has the fields of Person and `mention`, from which recalled() makes the Mention again; a place is a Spot.
    """
    lines, mentions, persons = resolved(nfc(article["text"]), article.get("title"))
    numbers = {id(line): number for number, line in enumerate(lines)}
    found = [
        {**vars(person), "mention": [numbers[id(mention.line)], *(getattr(mention, name) for name in _MENTION)]}
        for mention, person in zip(mentions, persons, strict=True)
    ]
    return {"persons": found, "places": [list(map(list, line.spots)) for line in lines]}


_MENTION = [field.name for field in fields(naming.Mention) if field.name not in ("line", "who")]


def recalled(text, found):
    """(lines, mentions, Persons) of an NFC text as resolved() gives them, out of what of_article() found in it."""
    lines = [Line(sentence, start) for sentence, start, _ in sentences_at(text)]
    for line, spots in zip(lines, found["places"], strict=False):  # none are kept of a page on which the code failed
        line.spots = [cities.Spot(*spot) for spot in spots]
    mentions = [naming.Mention(lines[number], *values) for number, *values in map(_OF_MENTION, found["persons"])]
    return lines, mentions, [Person(*_OF_PERSON(kept)) for kept in found["persons"]]


_OF_MENTION, _OF_PERSON = itemgetter("mention"), itemgetter(*(field.name for field in fields(Person)))


def of_articles(articles):
    """What of_article() gives for each of a list of {"text", "title"}, read once and kept."""
    items = ({"text": article["text"], "title": article.get("title") or ""} for article in articles)
    return store.stream("people", of_article, items, otherwise={"persons": [], "places": []})


def table(articles):
    """One row a mention over all articles of utils.load_corpus: file, story, published, then the fields of Person."""
    both = zip(articles["text"], articles["title"], strict=True)
    found = of_articles({"text": text or "", "title": title or ""} for text, title in both)
    return rows.table(articles, (kept["persons"] for kept in found), COLUMNS[:3], COLUMNS[3:])


def register(mentions, lang="vi"):
    """One row a person, most named first: person, country, office, articles, mentions, speaks, first, last.

    `mentions` is the result of table(); `articles` and `speaks` count stories, reprints once. `office` is that of the
    list at the last date, else the longest printed.
    """
    columns = ["person", "country", "office", "articles", "mentions", "speaks", "first", "last"]
    listed = [_registered(person, part, lang) for person, part in mentions.groupby("person", sort=False)]
    found = pd.DataFrame(listed, columns=columns)
    return found.sort_values(["articles", "mentions", "person"], ascending=[False, False, True], ignore_index=True)


def _registered(person, part, lang):
    last, countries = part["published"].max(), part["country"].dropna()
    printed = part["office"].dropna()
    office = office_at(person, last, lang) or (max(printed, key=len) if len(printed) else None)
    country = countries.mode().iloc[0] if len(countries) else None
    speaks = part.loc[part["role"] == "speaker", "story"].nunique()
    return [person, country, office, part["story"].nunique(), len(part), speaks, part["published"].min(), last]


def office_at(person, day, lang="vi"):
    """The office a listed person held on a day ("vi" or "en"), the latest one begun by then; None if not listed.

    >>> office_at("Tô Lâm", pd.Timestamp("2024-06-20")), office_at("Tô Lâm", pd.Timestamp("2025-05-10"), "en")
    ('Chủ tịch nước', 'General Secretary')
    """
    entry = identity.entry(person)
    if entry is None or pd.isna(day):
        return None
    today = pd.Timestamp(day).tz_localize(None).date()
    held = [o for o in entry["offices"] if str(o.get("from", "")) <= str(today) <= str(o.get("to", "9999"))]
    return max(held, key=lambda office: str(office.get("from", "")))[lang] if held else None


def together(mentions):
    """Who is named with whom in one sentence: one row a pair, strongest first.

    Columns: one, other (persons in order of name), articles (stories), sentences, file and sentence of the first.
    """
    columns = ["one", "other", "articles", "sentences", "file", "sentence"]
    seen = {}
    for (file, story, sentence), part in mentions.groupby(["file", "story", "sentence"], sort=False):
        for pair in combinations(sorted(set(part["person"])), 2):
            seen.setdefault(pair, []).append((story, file, sentence))
    pairs = [[*pair, len({a[0] for a in at}), len({a[2] for a in at}), *at[0][1:]] for pair, at in seen.items()]
    found = pd.DataFrame(pairs, columns=columns)
    order = ["articles", "sentences", "one", "other"]
    return found.sort_values(order, ascending=[False, False, True, True], ignore_index=True)


def over_time(mentions, top=8, every="MS", last=None, published=None):
    """How many stories name each of the `top` persons in each period: person, period (first day), articles.

    `every` is a pandas offset: "MS" months, "QS" quarters, "YS" years; `last` keeps only so many of the newest periods.
    published: the days of all articles; a period without an article has no count, one without a mention 0. Mentions of
    pages without a date are left out.
    """
    columns = ["person", "period", "articles"]
    dated = mentions.dropna(subset=["published"])
    if dated.empty:
        return pd.DataFrame(columns=columns)
    kept = register(dated).head(top)["person"].tolist()
    dated = dated.assign(period=_period(dated["published"], every))
    read = dated["period"] if published is None else _period(published.dropna(), every)
    periods = pd.period_range(read.min(), read.max(), freq=every[0]).start_time[-(last or 0) :]
    counts = dated[dated["person"].isin(kept)].groupby(["person", "period"])["story"].nunique()
    full = counts.reindex(pd.MultiIndex.from_product([kept, periods], names=["person", "period"]), fill_value=0)
    if published is not None:
        full = full.where(full.index.get_level_values("period").isin(read))
    return full.rename("articles").reset_index()[columns]


def _period(published, every):
    """The first days of the periods in which days lie."""
    return published.dt.tz_localize(None).dt.to_period(every[0]).dt.start_time
