"""A name, or a word of one, comes in; where names of its shape are at home goes out.

What is told is a guess by shape and by the lists of rules/names.toml; person_sides.py weighs it against what is said.
"""

import re

from analysis.letters import is_syllable, norm
from analysis.name_lists import lists

HYPHEN = re.compile(r"[-‑]")
_INITIALS = re.compile(r"(?:[A-ZĐ]\.)+")


def is_initial(word):
    """True for "V." and "V.I."."""
    return word[1:2] == "." and bool(_INITIALS.fullmatch(word))


def is_foreign(word):
    """True for a capital word that is no Vietnamese syllable, or is spelled out with hyphens.

    >>> [is_foreign(word) for word in ("Lavrov", "Pu-tin", "Cường", "TTXVN")]
    [True, True, False, False]
    """
    if not word[:1].isupper() or (len(word) > 1 and word.isupper()) or is_initial(word):
        return False
    return bool(HYPHEN.search(word)) or not is_syllable(word) or norm(word) in lists()["given"]


def is_surname_first(parts):
    """True for a Russian name written as lists do: surname, given name, patronymic.

    "Belarus Ihar Zhdanovich" is none, as surnames of Belarus end like patronymics.

    >>> is_surname_first("Belov Igor Sergeyevich".split()), is_surname_first("Igor Sergeyevich Belov".split())
    (True, False)
    """
    known = lists()
    if len(parts) != 3 or not parts[2].endswith(PATRONYMICS) or norm(parts[0]) in known["given"]:
        return False
    return parts[0].endswith(known["slavic_endings"]) or norm(parts[1]) in known["slavic"]


def plain(name):
    """A Russian name as news print it, given name and surname: without patronymic, the surname last; others as is.

    >>> plain("Belov Igor Sergeyevich"), plain("Igor S. Belov"), plain("Trần Thu Hà")
    ('Igor Belov', 'Igor Belov', 'Trần Thu Hà')
    """
    parts = name.split()
    if len(parts) != 3:
        return name
    if is_surname_first(parts):
        return f"{parts[1]} {parts[0]}"
    between = parts[1].endswith(PATRONYMICS) or is_initial(parts[1]) and not is_initial(parts[0])
    return f"{parts[0]} {parts[2]}" if between else name


# Fewer than rules/names.toml lists: surnames of Belarus end in "-vich" and "-ich" too.
PATRONYMICS = ("ovich", "evich", "ievich", "yevich", "ovna", "evna", "yevna", "inichna", "ilyich")
SURNAMES = ("ov", "ova", "ev", "eva", "sky", "skaya", "enko", "ốp", "ép", "xki", "cốp", "nốp", "rốp")


def is_slavic(name):
    """True for a name whose given name and surname are both of Russian shape.

    >>> is_slavic("Sergey Orlov"), is_slavic("Kanat Tumysh")
    (True, False)
    """
    known, parts = lists(), plain(name).split()
    surname = parts[-1]
    if len(parts) == 1:
        return norm(surname) in known["slavic"] or surname.endswith(SURNAMES)
    ending = surname.endswith(known["slavic_endings"]) and len(surname) > 4 or surname.endswith(known["spelled"])
    return ending or norm(parts[0]) in known["slavic"] and norm(parts[0]) not in known["international"]


def is_turkic(name):
    """True for a given name of Kazakhstan, Azerbaijan and their neighbours that is not at home in Russia too.

    >>> is_turkic("Kanat Tumysh"), is_turkic("Sergey Orlov")
    (True, False)
    """
    first = norm(name.split()[0])
    return first in lists()["turkic"] and first not in lists()["slavic"]


def is_belarusian(name):
    """True for a given name as Belarusians spell it.

    >>> is_belarusian("Dzmitry Krutoi"), is_belarusian("Dmitry Krutov")
    (True, False)
    """
    return norm(name.split()[0]) in lists()["belarusian"]


def is_distant(name):
    """True for a name that opens as those of the West and the Far East do.

    >>> is_distant("Kim Sang-sik"), is_distant("Marat Khusnullin")
    (True, False)
    """
    known, first = lists(), norm(name.split()[0])
    return (first in known["short"] or first in known["western"]) and first not in known["slavic"]


def is_vietnamese(name):
    """True where every part of a name is a Vietnamese syllable, or one is a common surname ("Anna Trần Mỹ Hạnh").

    >>> is_vietnamese("Tô Lâm"), is_vietnamese("Lê-nin")
    (True, False)
    """
    known, parts = lists(), name.split()
    folded = [norm(part) for part in parts]
    if parts[0][:2] in ("H'", "H’", "K'", "Y") or not known["highland"].isdisjoint(folded):
        return True
    if any(low in known["common"] and not is_foreign(part) for low, part in zip(folded, parts, strict=True)):
        return True
    plain = len(parts) > 2 and name.isascii() and folded[0] not in known["surnames"]  # "Men Sam An"
    return not plain and all(is_syllable(part) for part in parts)


def is_only_vietnamese(name):
    """True for a surname that no Chinese or Korean name in Vietnamese sound is likely to have.

    >>> is_only_vietnamese("Nguyễn Khắc Tường"), is_only_vietnamese("Lý Cường")
    (True, False)
    """
    return norm(name.split()[0]) in lists()["own"]
