"""A file of rules/topics comes in; its Topic and its Terms go out."""

from dataclasses import dataclass
from typing import NamedTuple

from analysis import rules
from analysis.codebook_wordings import Phrases, elements, listed

# The name of the field or one strong word is enough for a topic; a likely word needs another one of the topic beside
# it, a hint two more. Beside a stronger topic only the field's name (or a term of three syllables, or an item of a
# list) is enough: short concrete words are often figures of speech there ("một liều vắc-xin cho tình bạn").
WEIGHTS = {"fields": 1.0, "strong": 1.0, "likely": 0.6, "hints": 0.4}
NEAR = 12  # words between a term and what must (not) stand near it, unless the rule says `within`


class Term(NamedTuple):
    """One wording of a topic: its elements as (folded word, must be a capital), and what must or must not be near."""

    topic: str
    text: str
    weight: float
    elements: tuple
    near: "Phrases | None" = None
    not_near: "Phrases | None" = None
    within: int = NEAR
    field: bool = False


@dataclass(frozen=True)
class Topic:
    """One file of the codebook: id, both names, what it covers, and its proof sentences.

    beside: it is not outweighed by a stronger topic of the same sentence. first: where it stands it is the main one
    rather than the field it is about. today: beside words of history only the field's own name is enough. ranks: who is
    there is enough for it. yields: beside these topics its vague words are not enough.
    """

    id: str
    en: str
    vi: str
    about_en: str
    about_vi: str
    matches: tuple
    no_match: tuple
    beside: bool = False
    first: bool = False
    today: bool = False
    ranks: bool = False
    yields: tuple = ()


_MARKS = ("beside", "first", "today", "ranks")


def topic_of(name: str, file: dict) -> Topic:
    try:
        label, about = file["label"], file["about"]
        proof, marks = (tuple(file[key]) for key in ("matches", "no_match")), (file.get(key, False) for key in _MARKS)
        yields = tuple(listed(file.get("yields", ())))
        return Topic(name, label["en"], label["vi"], about["en"], about["vi"], *proof, *marks, yields)
    except (KeyError, TypeError) as error:
        raise rules.RuleError(f"rules/topics/{name}.toml has no {error}; copy that part from another topic") from error


def terms_of(name: str, file: dict) -> list[Term]:
    """All terms of a file; those of not_in weigh nothing and only cover what stands under them."""
    plain = [(text, weight) for key, weight in WEIGHTS.items() for text in listed(file.get(key, ()))]
    plain += [(text, 0.0) for text in listed(file.get("not_in", ()))]
    fields = set(listed(file.get("fields", ())))
    terms = [Term(name, text, weight, elements(text), field=text in fields) for text, weight in plain]
    ruled: dict[str, dict] = {}
    for rule in file.get("when", ()):
        about = {"weight": WEIGHTS[rule.get("weight", "strong")], "near": _wordings(rule, "near"),
                 "not_near": _wordings(rule, "not_near"), "within": rule.get("within", NEAR)}  # fmt: skip
        ruled |= dict.fromkeys(listed(rule["terms"]), about)
    return terms + [Term(name, text, elements=elements(text), **about) for text, about in ruled.items()]


def _wordings(rule: dict, key: str) -> Phrases | None:
    return Phrases((elements(text), True) for text in listed(rule[key])) if key in rule else None
