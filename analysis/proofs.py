"""The files of rules/outlets/ and rules/topics/ come in; which of them do not hold their own proofs goes out.

A proof is a small page written for the file, with the title, date, first and last line of the article and the lines
that must be dropped. Who edits a file sees here at once whether it still does what it should.
"""

from analysis import dates, pages, rules, topics


def outlets() -> list[dict]:
    """The files of rules/outlets/ whose own proof fails: [{"file": ..., "what": ...}], empty when all hold."""
    return [
        {"file": f"rules/outlets/{stem}.toml", "what": what}
        for stem, outlet in rules.load_all("outlets").items()
        for what in faults(outlet)
    ]


def codebook() -> list[dict]:
    """The files of rules/topics/ of which a sentence is not read as the file says, in the same form."""
    return [
        {"file": f"rules/topics/{topic}.toml", "what": f"«{text}» {'has not' if wanted else 'has'} this topic"}
        for topic, file in rules.load_all("topics").items()
        for wanted, key in ((True, "matches"), (False, "no_match"))
        for text in file.get(key, ())
        if (topic in topics.label(text)) != wanted
    ]


def faults(outlet: dict) -> list[str]:
    """What is wrong with one outlet's table and with what its proof pages give, each in one sentence."""
    missing = [f"the key `{key}` is missing" for key in ("name", "domains", "marks", "proof") if not outlet.get(key)]
    wrong = [
        f'the date "{each["printed"]}" is read as {_date(each["printed"])}, not as {each["means"]}'
        for each in outlet.get("date", ())
        if _date(each["printed"]) != each["means"]
    ]
    return missing + wrong + [fault for proof in outlet.get("proof", ()) for fault in _tried(proof, outlet.get("name"))]


def _date(printed):
    return next((stamp.iso for stamp in dates.find(printed)), None)


def _tried(proof, name):
    """The faults of one proof: its page is cleaned and compared with what the file expects."""
    page = pages.clean(proof["page"].strip("\n"))
    lines = {line.text: line for line in page.lines}
    missing = [f"its proof says no `{key}` to compare: write it down" for key in ASKED if key not in proof]
    return (
        missing
        + _fields(page, proof, name)
        + _ends(page, proof)
        + [_still(text, lines) for text in proof.get("dropped", ()) if text not in lines or lines[text].kept]
    )


ASKED = ("page", "title", "published", "first", "last", "dropped")


def _fields(page, proof, name):
    wanted = {"outlet": name} | {
        key: proof[key] or None for key in ("title", "published", "section", "author", "source") if key in proof
    }
    return [
        f"its proof page gives {key} {getattr(page, key)!r}, expected {value!r}"
        for key, value in wanted.items()
        if getattr(page, key) != value
    ]


def _ends(page, proof):
    """`first` and `last` are how the first and the last line of the article begin."""
    kept = [line.text for line in page.lines if line.kept] or [""]
    return [
        f"the {key} line kept of its proof page is {text!r}, expected {proof[key]!r}"
        for key, text in (("first", kept[0]), ("last", kept[-1]))
        if key in proof and not text.startswith(proof[key])
    ]


def _still(text, lines):
    return (
        f"its proof page keeps the line {text!r}"
        if text in lines
        else f"the line {text!r} to be dropped is not in its proof page"
    )
