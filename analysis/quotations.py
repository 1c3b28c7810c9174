"""Articles come in; what somebody is quoted or reported as saying goes out, with speaker, verb and sentence.

A speaker is named in the sentence, or stands there as an office ("Tổng Bí thư đề nghị") or as ông, bà of the sentence
before; `how` says which. Words between quotation marks are direct, all others reported.
"""

import re
from dataclasses import dataclass

from analysis import people, rows, speech, store, titles
from analysis.letters import nfc

COLUMNS = ["file", "story", "published", "person", "country", "verb", "kind", "words", "how", "sentence"]
_MARKS = re.compile(r"[“\"«](?P<words>[^”\"»]{12,}?)[”\"»]")
_LEAD = re.compile(r"^\s*(?:rằng|là|:|,)?\s*(?:rằng)?\s*[:,]?\s*")


@dataclass(frozen=True)
class Quotation:
    """Words of a person: `kind` direct or reported, `how` the speaker is told: name, office or pronoun."""

    person: str
    country: str | None
    verb: str
    kind: str
    words: str
    how: str
    sentence: str


def find(text, title=None, persons=None):
    """The quotations of a text, in order, one a sentence; persons: people.of_article() of it, if it was asked before.

    >>> found = find("Bà Đỗ Minh Châu đề nghị lập kho chung. Bà nói thêm: “Hai bên đã sẵn sàng cho việc này”.")
    >>> [(q.person, q.verb, q.kind, q.how) for q in found]
    [('Đỗ Minh Châu', 'đề nghị', 'reported', 'name'), ('Đỗ Minh Châu', 'nói thêm', 'direct', 'pronoun')]
    """
    known = people.resolved(nfc(text), title) if persons is None else people.recalled(nfc(text), persons)
    found, last = [], None
    for line, own in people.by_line(*known):
        told = _by_name(line, own) or _by_office(line, known[2]) or _by_pronoun(line, last)
        if told:
            person, verb, how = told
            found.append(_quotation(line, person, verb, how))
        last = told[0] if told else own[0][1] if own else last
    return found


def _by_name(line, own):
    for mention, person in own:
        verb = speech.verb_after(line, max(mention.last, mention.after))
        if verb is not None:
            return person, verb, "name"
        if speech.introduced(mention):
            return person, None, "name"
    return None


def _by_office(line, persons):
    """An office that opens the sentence and that one person of the article holds."""
    title = titles.at(line, 0)
    verb = title and speech.verb_after(line, title.last)
    if not verb:
        return None
    said = line.printed(0, title.last).lower()
    holders = [p for p in persons if p.office and any(part.lower().startswith(said) for part in p.office.split(", "))]
    names = {p.person for p in holders}
    return (holders[-1], verb, "office") if len(names) == 1 else None


def _by_pronoun(line, last):
    """ "Ông nhấn mạnh": the person of the sentence before."""
    opens = line.low[0].text in ("ông", "bà") if line.low else False
    verb = speech.verb_after(line, 1) if opens and last else None
    return (last, verb, "pronoun") if verb is not None else None


def _quotation(line, person, verb, how):
    said, marks = speech.verb_at(line, verb), _MARKS.search(line.text)
    after = line.text[line.words[verb].start + len(said) :] if verb is not None else line.text
    words = marks["words"] if marks else _LEAD.sub("", after)
    kind = "direct" if marks and len(marks["words"].split()) > 5 else "reported"
    return Quotation(person.person, person.country, said, kind, words.strip(), how, line.text)


def of_article(article):
    """The quotations of one article {"text", "title", "persons"} as dictionaries; "persons" as in find()."""
    return [vars(said) for said in find(article["text"], article.get("title"), article.get("persons"))]


def of_articles(articles):
    """The quotations of each article, out of what is kept of its persons (the function whose results are stored)."""
    persons = people.of_articles(articles)
    return store.spread(of_article, [{**item, "persons": found} for item, found in zip(articles, persons, strict=True)])


def table(articles):
    """One row a quotation over all articles of utils.load_corpus: file, story, published, then those of Quotation."""
    both = zip(articles["text"], articles["title"], strict=True)
    items = [{"text": text or "", "title": title or ""} for text, title in both]
    found = store.stream("quotations", of_articles, items, at_once=True, otherwise=[])
    return rows.table(articles, found, COLUMNS[:3], COLUMNS[3:])
