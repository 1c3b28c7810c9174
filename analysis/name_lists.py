"""The lists of rules/names.toml, folded and ready for looking up, go out."""

from analysis import rules
from analysis.letters import norm
from analysis.lookup import made
from analysis.phrases import Lexicon


def _lists(listed):
    """The lists of rules/names.toml, ready for looking up."""
    particles = {norm(name) for name in listed["given"]["particles"]}
    given = {norm(name) for group in listed["given"].values() for name in group} - particles
    return {
        "common": {norm(name) for name in listed["surnames"]["common"]},
        "surnames": {norm(name) for group in ("common", "other") for name in listed["surnames"][group]},
        "given": given - {norm(name) for name in listed["given"]["short"]},
        "slavic": {norm(name) for group in ("slavic", "spelled") for name in listed["given"][group]},
        "western": {norm(name) for group in ("western", "spelled_other") for name in listed["given"][group]},
        "openers": {norm(name) for key in ("short", "western", "spelled_other") for name in listed["given"][key]},
        "international": {norm(name) for name in listed["given"]["international"]},
        "belarusian": {norm(name) for name in listed["given"]["belarusian"]},
        "turkic": {norm(name) for name in listed["given"]["turkic"]},
        "short": {norm(name) for name in listed["given"]["short"]},
        "particles": set(listed["given"]["particles"]),
        "endings": tuple(listed["endings"]["slavic"] + listed["endings"]["caucasus"]),
        "slavic_endings": tuple(listed["endings"]["slavic"]),
        "spelled": tuple(listed["endings"]["spelled"]),
        "patronymic": tuple(listed["endings"]["patronymic"]),
        "no_names": {norm(opening) for opening in listed["surnames"]["no_names"]},
        "not_persons": {norm(name) for name in listed["not_persons"]["words"]},
        "carriers": Lexicon({"": listed["carriers"]["words"]}),
        "no_carriers": Lexicon({"": listed["carriers"]["none"]}),
        "own": {norm(name) for name in listed["surnames"]["own"]},
        "highland": {norm(name) for name in listed["surnames"]["highland"]},
        "sinitic": set(listed["surnames"]["sinitic"]),
    }


def lists():
    """The name lists (sets of folded names, tuples of endings, the lexicon of carriers) by key."""
    return made(lambda: rules.load("names"), _lists)
