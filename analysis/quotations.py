"""Articles come in; what somebody is quoted or reported as saying goes out, with speaker, verb and sentence.

A speaker is named in the sentence, or stands there as an office ("Tổng Bí thư đề nghị") or as ông, bà of the sentence
before; `how` says which. Words between quotation marks are direct, those behind a name and a colon the answer of an
interview, all others reported.
"""

from dataclasses import dataclass

from analysis import gathering, people_in_text, quotation_marks, rows, speech, spoken_words, store, titles
from analysis.letters import nfc
from analysis.spoken_words import Speaker

COLUMNS = ["file", "story", "published", "person", "country", "verb", "kind", "words", "how", "sentence"]

_CLOSING = ("”", "»", '"')


@dataclass(frozen=True)
class Quotation:
    """Words of a person: `kind` direct, reported or answer, `how` the speaker is told: name, office or pronoun.

    `sentence` is the one in which the speaker stands; direct words may have begun before it or go on after it.
    """

    person: str
    country: str | None
    verb: str
    kind: str
    words: str
    how: str
    sentence: str


def find(text, title=None, persons=None):
    """The quotations of a text, in order, one a sentence; persons: what of_article() of people_in_text.py gave of it.

    >>> found = find("Bà Đỗ Minh Châu đề nghị lập kho chung. Bà nói thêm: “Hai bên đã sẵn sàng cho việc này”.")
    >>> [(q.person, q.verb, q.kind, q.how) for q in found]
    [('Đỗ Minh Châu', 'đề nghị', 'reported', 'name'), ('Đỗ Minh Châu', 'nói thêm', 'direct', 'pronoun')]
    """
    text = nfc(text)
    known = people_in_text.resolved(text, title) if persons is None else people_in_text.recalled(text, persons)
    marks, found, last, addressed = quotation_marks.quoted(text), {}, None, {}
    for line, own in people_in_text.by_line(*known):
        own = [(mention, person) for mention, person in own if not _inside(mention.start, marks)]
        addressed.update({person.person: mention.address for mention, person in own if mention.address})
        told = _by_name(line, own) or _by_office(line, known[2]) or _by_pronoun(line, last, addressed)
        last = told[0] if told else own[0][1] if own else last
        said = told and spoken_words.told(told[1], text, marks)
        if said and said[0]:
            found.setdefault((told[0].person, said[0]), _quotation(*told, *said))
    return list(found.values())


def _inside(place, marks):
    """Who is named in somebody's words is spoken of there, and does not speak."""
    return any(start <= place < end for start, end in marks)


def _by_name(line, own):
    for mention, person in own:
        last, begin = max(mention.last, mention.after), line.words[speech.office_begin(mention)].start
        verb = speech.verb_after(line, last)
        if verb is not None:
            return person, _speaker(line, begin, verb), "name"
        if speech.introduced(mention):
            return person, Speaker(line, _introduction(line, begin), line.words[last - 1].end, "theo"), "name"
        if speech.answers(mention):
            return person, Speaker(line, begin, line.words[last - 1].end, "", answers=True), "name"
    return None


def _introduction(line, begin):
    """Where the words begin that introduce a speaker ("theo", "dẫn lời")."""
    _, before, _ = speech.speech()
    at = next(n for n, word in enumerate(line.words) if word.start == begin)
    hit = before.before(line.low, at)
    return line.words[hit.first].start if hit else begin


def _speaker(line, begin, verb):
    said = speech.verb_at(line, verb)
    return Speaker(line, begin, line.words[verb].start + len(said), said)


def _by_office(line, persons):
    """An office that opens the sentence and that one person of the article holds."""
    title = titles.at(line, 0)
    if not title or not (speaker := _of_office(line, title.last)):
        return None
    said = line.printed(0, title.last).lower()
    holders = [p for p in persons if p.office and any(part.lower().startswith(said) for part in p.office.split(", "))]
    names = {p.person for p in holders}
    return (holders[-1], speaker, "office") if len(names) == 1 else None


def _of_office(line, last):
    """The Speaker named by the office that ends at word `last`, or None where nothing is said."""
    if last < len(line) - 1 and line.words[last].text == ":":
        return Speaker(line, 0, line.words[last - 1].end, "", answers=True)
    verb = speech.verb_after(line, last)
    return _speaker(line, 0, verb) if verb is not None else None


def _by_pronoun(line, last, addressed):
    """ "Ông nhấn mạnh", "“...”, ông nói", "Theo ông, ...": the person of the sentence before, unless she is a bà."""
    at = _pronoun(line) if last and line.low else None
    if at is None or {line.low[at].text, addressed.get(last.person, "").lower()} == {"ông", "bà"}:
        return None
    if at == 1 and line.low[0].text == "theo":
        return (last, Speaker(line, 0, line.words[1].end, "theo"), "pronoun") if line.low[2].text == "," else None
    verb = speech.verb_after(line, at + 1)
    return (last, _speaker(line, line.words[at].start, verb), "pronoun") if verb is not None else None


def _pronoun(line):
    """The position of ông or bà where it opens the sentence, or follows "theo" there or words in marks."""
    words = [word.text for word in line.low]
    places = (n for n, word in enumerate(words) if word in ("ông", "bà"))
    return next((n for n in places if _may_speak(words[max(0, n - 2) : n], words[n + 1 :])), None)


def _may_speak(before, after):
    """Whether a pronoun speaks between these words: none, "theo", or the mark that closes a quotation."""
    closed = before and before[0] in _CLOSING and all(sign in ",-–" for sign in before[1:])
    return bool(not before or before == ["theo"] and after or closed)


def _quotation(person, speaker, how, words, kind):
    return Quotation(person.person, person.country, speaker.verb, kind, words, how, speaker.line.text)


def of_article(article):
    """The quotations of one article {"text", "title", "persons"} as dictionaries; "persons" as in find()."""
    return [vars(said) for said in find(article["text"], article.get("title"), article.get("persons"))]


def of_articles(articles):
    """The quotations of each article, out of what is kept of its persons (the function whose results are stored)."""
    persons = people_in_text.of_articles(articles)
    return store.spread(of_article, [{**item, "persons": found} for item, found in zip(articles, persons, strict=True)])


def table(articles):
    """One row a quotation over all articles of utils.load_corpus: file, story, published, then those of Quotation."""
    items = list(map(people_in_text.item, articles["text"], articles["title"]))
    return rows.table(articles, gathering.columns("quotations", of_runs, items, COLUMNS[3:]), COLUMNS[:3])


def of_runs(runs):
    """The quotations of each run of articles as columns (the function whose results are stored)."""
    return gathering.in_columns(runs, "quotations", of_articles, COLUMNS[3:], at_once=True)
