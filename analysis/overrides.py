"""The looks of a page's lines and its file's name come in; which lines the reader forced in or out goes out.

The entries are in rules/overrides.toml, which says how they are written.
"""

from fnmatch import fnmatch

from analysis import rules
from analysis.lines import Look


def forced(looks: list[Look], name: str) -> dict[int, bool]:
    """{line number: keep} of the lines that rules/overrides.toml forces in or out in the file `name`.

    Raises RuleError for an entry without file or begins.
    """
    found = {}
    for entry in rules.load("overrides").get("line", ()):
        if not entry.get("file") or not entry.get("begins"):
            raise rules.RuleError(
                'rules/overrides.toml: each [[line]] needs file = "..." and begins = "..."; add what is missing'
            )
        if is_meant(name, entry["file"]):
            found |= dict.fromkeys(_meant(looks, entry), bool(entry.get("keep", False)))
    return found


def is_meant(name: str, pattern: str) -> bool:
    """Whether an entry for `pattern` is about the file `name`; one that names no folder is about files in any.

    >>> is_meant("thang 5/bai.html", "bai.html"), is_meant("thang 5/bai.html", "thang 6/*"), is_meant("a.txt", "*.txt")
    (True, False, True)
    """
    return fnmatch(name, pattern) or "/" not in pattern and fnmatch(name.rsplit("/", 1)[-1], pattern)


def _meant(looks, entry):
    """The numbers of the lines an entry means: those that begin as it says, with the block down to `until`."""
    inside = False
    for each in looks:
        begins = each.text.startswith(entry["begins"])
        inside = inside or begins
        if begins or inside and "until" in entry:
            yield each.number
        inside = inside and "until" in entry and not each.text.startswith(entry["until"])
