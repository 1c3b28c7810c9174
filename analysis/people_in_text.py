"""A text comes in; the persons named in it go out: each mention with its name, side, office, role and sentence.

A mention is found by its title ("Đại sứ Nga tại Việt Nam Gennady Bezdetko"), its form of address ("ông Hòa"), its own
shape ("Lê Thị Thu Hà", "Leyla Aslanova"), rules/people.toml, or because the article has named the person before.
"""

from dataclasses import dataclass, fields
from operator import itemgetter

from analysis import cities, datelines, identity, naming, person_sides, speech, store
from analysis.letters import nfc
from analysis.names import Line
from analysis.sentences import sentences_at


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
    lines = [Line(sentence, start) for sentence, start, _ in sentences_at(datelines.hidden(text))]
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
    lines = [Line(sentence, start) for sentence, start, _ in sentences_at(datelines.hidden(text))]
    for line, spots in zip(lines, found["places"], strict=False):  # none are kept of a page on which the code failed
        line.spots = [cities.Spot(*spot) for spot in spots]
    mentions = [naming.Mention(lines[number], *values) for number, *values in map(_OF_MENTION, found["persons"])]
    return lines, mentions, [Person(*_OF_PERSON(kept)) for kept in found["persons"]]


_OF_MENTION, _OF_PERSON = itemgetter("mention"), itemgetter(*(field.name for field in fields(Person)))


def item(text, title):
    """What of_article() needs of an article, always the same."""
    return {"text": text or "", "title": title or ""}


def of_articles(articles):
    """What of_article() gives for each of a list of {"text", "title"}, read once and kept."""
    items = (item(article["text"], article.get("title")) for article in articles)
    return store.stream("people", of_article, items, otherwise={"persons": [], "places": []})
