"""Names of columns and codes in their cells come in; the same in words of a reader's language go out."""

import re

from analysis import rules
from analysis.figure_names import place_name
from analysis.notation import day, number

# Where the heading of a column is looked up, in this order.
HEADINGS = ("heads.{table}.{}", "field.{}", "column.{}", "columns.{}", "figures.column_{}", "topics.col.{}")
CODES = {
    "measure": "figures.measure_{}", "of_measure": "figures.measure_{}", "unit": "figures.unit_{}",
    "qualifier": "figures.{}", "modality": "figures.{}", "flow_direction": "flow.{}", "negated": "flow.{}",
    "is_trade": "flow.{}", "delta": "flow.{}", "part": "part.{}",
    "partner_evidence": "figures.evidence_{}", "period_evidence": "period_from.{}", "basis": "basis.{}",
    "code": "odd_kind.{}",
}  # fmt: skip
COUNTRIES = ("reporter", "partners", "counted_by")
DAYS = ("period_start", "period_end")


def heading(name, say, table="", unknown=None):
    """The words for a column's name, in a saved table whose name is given; without any `unknown`, or the name itself.

    >>> heading("modality", rules.texts("vi")), heading("flow_direction", rules.texts("en")), heading("my_own", None)
    ('cách nêu', 'flow', 'my_own')
    """
    return next((words for key in HEADINGS if (words := words_of(key.format(name, table=table), say))),
                str(name) if unknown is None else unknown)  # fmt: skip


def value(name, code, say):
    """What a column's cell holds, in words: codes, countries, numbers and days; other texts as they are.

    >>> say = rules.texts("vi")
    >>> value("modality", "target", say), value("partners", "RU,SU", say), value("period_end", "2024-12-31", say)
    ('mục tiêu', 'Nga, Liên Xô', '31/12/2024')
    """
    code = str(code)
    if name in COUNTRIES:
        return ", ".join(place_name(one.strip(), say, say.lang) for one in code.split(",") if one.strip())
    if name in DAYS:
        return day(code, say.lang)
    if name in ("value_min", "value_max"):
        return number(float(code), say.lang)
    return (name in CODES and words_of(CODES[name].format(code), say)) or code


def problem(text, say):
    """Why a file could not be read, in the language of `say`; a sentence without words in it stays as it is.

    What a library says in English is not repeated in another language, but for the place it names.

    >>> problem("the PDF is damaged (no end); save it again", rules.texts("vi"))
    'tệp PDF bị hỏng; hãy lưu lại'
    >>> problem("the JSON cannot be read: Expecting value: line 3 column 1", rules.texts("vi"))
    'không đọc được tệp JSON (dòng 3, cột 1)'
    """
    for told in rules.load("texts/problems")["problems"].values():
        pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(told["en"]))
        if found := re.fullmatch(pattern, str(text)):
            parts = found.groupdict()
            return told[say.lang].format(**parts, where=_place(parts.get("why", ""), say))
    return text


def _place(why, say):
    """The line and column that an error names, in brackets; "" where it names none."""
    found = re.search(r"line (\d+),? column (\d+)", why)
    return f" ({say('problem_place', line=found[1], column=found[2])})" if found else ""


def language(code, say):
    """A language's code in words; a code that has none stays, a missing one is "".

    >>> language("vi", rules.texts("en")), language("en", rules.texts("vi")), language("xx", None)
    ('Vietnamese', 'tiếng Anh', 'xx')
    """
    return words_of(f"language.{code}", say) or (code if isinstance(code, str) else "")


def words_of(key, say):
    """The text of a key; "" where there is none."""
    try:
        return say(key) if say else ""
    except rules.RuleError:
        return ""
