"""The looks of a page come in; the lines around its title and below its text, where it says who and when, go out."""

import re

from analysis import imprints
from analysis.authors import SITE_BEHIND, author_of, labelled, outlet_behind, person, wording
from analysis.lines import Look
from analysis.vocabulary import key_of, vocabulary


def foot_of(looks: list[Look], last: int) -> list[Look]:
    """The lines behind the last paragraph, up to the first block of other articles."""
    foot = []
    for each in looks[last:]:
        if each.kind in ("header", "comment", "footer") or len(foot) > 30:
            break
        foot.append(each)
    return foot


def near(foot: list[Look], least: int = 6) -> list[Look]:
    """The lines right below the text, up to the first link or headline of `least` words."""
    ends = ("doubled", "link", "listed", "slug", "media", "pointer", "menu")
    stop = next((place for place, each in enumerate(foot) if each.kind in ends or is_headline(each, least)), len(foot))
    return foot[:stop]


def is_headline(each: Look, least: int = 6) -> bool:
    """May the line be the headline of another article: `least` words, no byline and no date line?"""
    return each.kind is None and each.words >= least and not author_of(each.text) and not imprints.read(each)


def below_title(head: list[Look], title: int | None) -> list[Look]:
    """The seven lines below the title that are not blank."""
    return [each for each in head if title and each.number > title and each.kind != "blank"][:7]


def around_title(head: list[Look], title: int | None) -> list[Look]:
    """The lines below the title; above it those that say they are bylines, and a name beside the date."""
    above = above_title(head, title)
    said = [each for each in above if each.kind == "author" or names_both(each) or _beside_date(above, each)]
    return below_title(head, title) + said + _above_post(head, title)


def above_title(head: list[Look], title: int | None) -> list[Look]:
    """The three lines above the title that are not blank."""
    return [each for each in head if title and each.number < title and each.kind != "blank"][-3:]


def _above_post(head, title):
    """The lines further below the title that have the writer's post below them: a name, then "Phóng viên"."""
    lines = [each for each in head if title and each.number > title and each.kind != "blank"]
    return [each for each, post in zip(lines, lines[1:], strict=False) if wording().post.fullmatch(post.text)]


def _beside_date(lines, each):
    """Does the line stand next to a date line, among these?"""
    place = lines.index(each)
    return any(other.kind == "date" for other in lines[max(0, place - 1) : place + 2])


def names_both(each: Look) -> bool:
    """Are author and photographer named on one line, which then looks like a photo credit?"""
    return each.kind in ("credit", "caption", "media", "source", "menu", "footer", "pointer") and bool(
        re.match(r"(?:tin|bài|bài viết|tác giả|theo|(?:ảnh|hình)\s*(?:[,&–-]|và)\s*(?:tin|bài))\b", each.text, re.I)
        and (labelled(each.text) or credited_person(each))
    )


def credited_person(each: Look) -> str | None:
    """ "Theo Diệp Tử", "Theo Diệp Tử (Báo Mẫu)": the person whom an aggregator names as the author."""
    found = re.fullmatch(r"theo\s+(\S[^()]{3,40})(?:\([^()]+\))?", each.text, re.I)
    name = found[1].strip() if found else ""
    name = name.rpartition("/")[0] if outlet_behind(name) else SITE_BEHIND.sub("", name)
    return name if person(name) and key_of(name) not in vocabulary().agency else None


FREE = (None, "author")


def is_tag(lines: list[Look], place: int) -> bool:
    """Is it one of several keywords below one another? A name that begins as Vietnamese names do is none."""
    each = lines[place]
    if author_of(each.text) and (place == 0 or "/" in each.text):  # "Tên Người/VOV"
        return False
    after = lines[place + 1] if place + 1 < len(lines) else None
    beside = [other for other in (after, lines[place - 1] if place else None) if other]
    keywords = any(other.kind is None and other.words <= 5 and not author_of(other.text) for other in beside)
    said = vocabulary().author
    return (
        each.kind is None
        and keywords
        and each.key not in said["whole"]
        and each.key.split(" ")[0] not in said["family"]
    )
