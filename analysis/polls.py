"""The looks of a page's lines come in; they go out with the questions of polls marked as the buttons they are."""

import re
from dataclasses import replace

from analysis.lines import Look, below

BUTTON = re.compile(
    r"(?:biểu quyết|bình chọn|bầu chọn|xem kết quả|kết quả|gửi|gửi ý kiến|gửi câu trả lời|vote|xem biểu quyết)"
    r"(?: (?:kết quả|bình chọn|xem kết quả))?"
)
OPTION = 8  # words
MOST = 8  # options of one poll


def marked(looks: list[Look]) -> list[Look]:
    """The looks, with a question, its short answers and the button under them as buttons.

    >>> from analysis.lines import look
    >>> poll = ["Bạn có muốn học tiếng Nga không?", "Có", "Không", "Bình chọn"]
    >>> [each.kind for each in marked([look(number, text) for number, text in enumerate(poll, 1)])]
    ['control', 'control', 'control', 'control']
    """
    found = set()
    for place, look in enumerate(looks):
        if look.words <= 15 and QUIZ.match(look.key):
            found.update(_quizzed(looks, place))
        if look.text.endswith("?") and look.words <= LONGEST_QUESTION:
            found.update(_answered(looks, place))
        if look.words <= 5 and BUTTON.fullmatch(look.key):
            found.update(_asked(looks, place))
    return [replace(look, kind="control") if look.number in found and look.kind != "blank" else look for look in looks]


QUIZ = re.compile(r"(?:đố vui|câu đố|trắc nghiệm|quiz|thử tài|đố bạn|bạn biết gì về)\b")
ANSWER = re.compile(r"[A-Da-d][.)]\s")
LONGEST_QUESTION = 25  # words


def _quizzed(looks, place):
    """The line numbers of a quiz from its name to its button: questions, lettered answers, short lines between them."""
    run, questions = [looks[place].number], 0
    for look in looks[place + 1 : place + 40]:
        question = look.text.endswith("?") and look.words <= LONGEST_QUESTION
        if question and _text_below(looks, look):
            break
        questions += question
        short = questions and not look.prose and look.words <= 4
        spoken = not look.running and "bạn" in look.key.split()
        if not (look.kind in ("blank", "notice", "control") or question or ANSWER.match(look.text) or short or spoken):
            break
        run.append(look.number)
        if look.kind == "control" and look.words > 1:
            break
    return run if questions else []


def _text_below(looks, look):
    """Does a long paragraph stand right below?"""
    after = below(looks, look, 4)
    return after is not None and after.running


USUAL = re.compile(
    r"(?:có|không|nên|không nên|đồng ý|không đồng ý|chưa rõ|chưa biết|khác|ý kiến khác|phân vân|rất \w+|tùy)(?: \d+)?"
)


def _answered(looks, place):
    """The line numbers of a question and its short answers, one of them a usual one, and of the short line above."""
    run = []
    for look in looks[place + 1 : place + 1 + 2 * MOST]:
        if look.kind == "blank":
            continue
        if (
            look.words > (OPTION if SHARE.search(look.text) else 5)
            or look.sentence
            or not look.words
            or BUTTON.fullmatch(look.key)
        ):
            run = run[:-1] if look.prose and run and not _answers(run[-1]) else run  # a sub-head
            break
        run.append(look)
    if not 2 <= len(run) <= MOST or not (any(USUAL.fullmatch(look.key) for look in run) or _results(run)):
        return []
    above = looks[place - 1] if place and looks[place - 1].text.endswith("?") and looks[place - 1].words <= 4 else None
    return [looks[place].number, *(look.number for look in run), *([above.number] if above else [])]


def _answers(look):
    return USUAL.fullmatch(look.key) or SHARE.search(look.text)


SHARE = re.compile(r"(\d{1,3}(?:[.,]\d)?) ?%\)?$")


def _results(run):
    """Do the answers end with shares that make a hundred?"""
    shares = [SHARE.search(look.text) for look in run]
    return all(shares) and 97 <= sum(float(share[1].replace(",", ".")) for share in shares) <= 103


def _asked(looks, place):
    """The line numbers from the question to the button at `place`; none without a question and two answers."""
    run = []
    for look in reversed(looks[:place]):
        if look.kind == "blank":
            continue
        run.append(look.number)
        if look.text.endswith("?") and look.words <= 25:
            return [*run, looks[place].number] if len(run) >= 3 else []
        if look.prose or look.words > OPTION or len(run) > MOST:
            return []
    return []
