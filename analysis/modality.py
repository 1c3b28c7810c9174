"""A Reading and the number of a quantity come in; actual, estimate, target or forecast, and whether denied, go out."""

import re

from analysis import met_goals, rules
from analysis.lookup import made
from analysis.phrases import Lexicon
from analysis.reading import lexicon

_GUESSED = ("ước", "theo ước tính", "theo dự báo", "theo dự tính")
_AS_GUESSED = ("như ước tính", "như đã ước tính", "như con số ước tính")
_FUTURE = {"turnover": "target", "export": "target", "import": "target", "students": "target", "aid": "target"}


def _denial():
    return made(lambda: rules.load("modality"), _denial_in)


def _denial_in(modality):
    listed = modality["denial"]
    opens = frozenset(Lexicon({"deny": listed["cues"]}).index)
    return Lexicon({"deny": listed["cues"], "end": listed["ends"]}), Lexicon({"after": listed["after"]}), opens


def modality(reading, n, carried, measure, period, published, evidence=None):
    """The modality of the n-th quantity; `carried` is that of the figure before it in the sentence, or None."""
    if over_plan(reading, n) or reading.modal and met_goals.reached(reading, n):
        return "estimate" if carried == "estimate" else "actual"
    cue = _cue(reading, n)
    if cue and cue.label == "actual" and n and _of_start(reading, n - 1, cue):
        cue = None
    if cue and carried in ("forecast", "estimate") and _earns_as_well(reading, n, cue):
        cue = None
    last = reading.quantities[n].last
    if _is_compared(reading, n) and " ".join(reading.words(last, last + 3)).startswith(_GUESSED):
        return "estimate"
    if " ".join(reading.words(last, last + 3)).startswith(_AS_GUESSED):
        return "estimate"
    if _is_compared(reading, n) or _is_start(reading, n) and not _moves_target(reading, n, cue):
        return "actual"
    if (
        cue
        and cue.label == "forecast"
        and measure in ("investment", "aid", "students")
        and reading.found[cue.first].text == "dự"
    ):
        return "target" if reading.found[cue.first + 1].text in ("kiến", "tính") else "forecast"
    if cue and reading.words(cue.first, cue.last) in (["sẽ", "tăng"], ["sẽ", "giảm"]) and _grows(reading, n, cue):
        return "forecast"
    if cue and measure in ("investment", "aid") and reading.words(cue.first, cue.last) == ["cam", "kết"]:
        return "actual"
    if cue and _lifts(reading, cue) and evidence != "carried" and _over(period, published):
        return carried if carried in ("actual", "estimate") else "actual"
    if cue:
        return _settled(cue.label, carried, reading, cue, n)
    if period is None and "nếu" in reading.words(0, reading.quantities[n].first) and _then(reading, n):
        return "forecast"
    named = reading.words(reading.quantities[n].last, reading.quantities[n].last + 1) == ["-"]
    if (n == 0 or carried is None or named) and (later := _cue_after(reading, n)):
        return later
    if carried in ("target", "forecast") and _over(period, published) and evidence != "carried":
        return "actual"
    quota = "hạn ngạch" in " ".join(reading.words(0, len(reading.found)))
    if quota and period and not _over(period, published) and carried in (None, "actual"):
        return "target"
    if period and period.start and published and period.start > published.isoformat() and carried in (None, "actual"):
        if reading.quantities[n].qualifier == "about":
            return "forecast"
        return _FUTURE.get(measure, "forecast")
    return carried or "actual"


def over_plan(reading, n):
    """+1 for B of "đạt A, vượt kế hoạch B", by how much the plan was passed, -1 by how much missed; else 0.

    B is far less than A; where it is not, B is the plan itself.
    """
    quantity, before = reading.quantities[n], reading.quantities[n - 1] if n else None
    counted = quantity.unit in ("money", "tonnes", "persons")
    if before is None or not reading.modal or before.unit != quantity.unit or not counted:
        return 0
    said = _OVER.search(" ".join(reading.words(reading.start_of(n), quantity.first)))
    less = said and before.value_min and quantity.value_max and _FAR_LESS * quantity.value_max < before.value_min
    return (1 if said["way"] == "vượt" else -1) if less else 0


_OVER = re.compile(
    r"(?<!\w)(?P<way>vượt|hụt|thiếu|kém|thấp hơn)(?: so với)? (?:kế hoạch|mục tiêu|chỉ tiêu|dự toán)"
    r"(?: (?:đề|đặt) ra| được giao| cả| năm)* ?(?:gần|hơn|khoảng|trên|tới)?$"
)
# A plan is mostly met by half at least, and passed by less than a third.
_FAR_LESS = 3


def _settled(label, carried, reading, cue, n):
    words = " ".join(reading.words(cue.first, cue.last))
    if label == "met":
        gap = reading.words(cue.last, reading.quantities[n].first)
        near = len(gap) <= 3 or len(gap) <= 8 and gap[-1] == "là" and "," not in gap
        level = reading.quantities[n].unit in ("money", "tonnes", "persons")
        if near and level and words.endswith(("mục tiêu", "kế hoạch", "chỉ tiêu", "cái đích", "nửa đích")):
            return "target"
        return "estimate" if carried == "estimate" else "actual"
    if label == "target" and carried == "actual" and n and words.startswith(("đưa ", "nâng ")):
        return "actual"
    return label


def _cue(reading, n):
    """The last cue before the quantity that still holds, not looking past the quantity before it."""
    first, last = reading.start_of(n), reading.quantities[n].first
    near = lexicon("near")
    hits = [hit for hit in reading.modal if first <= hit.first < last]
    for place, hit in reversed(list(enumerate(hits))):
        words = " ".join(reading.words(hit.first, hit.last))
        between = reading.words(hit.last, last)
        if n and hit.first == first and words in _GOALS and {"và", ",", ";"} & set(between) and "(" not in between:
            continue  # "bằng 81% kế hoạch năm và 128% cùng kỳ"
        if words == "bằng" or (words in near and {",", ";", ":"} & set(between)):
            continue
        if not _ended(reading, hit, between):
            before = hits[place - 1] if place else None
            return before if before and (_hoped(reading, before, hit) or _named_goal(reading, before, hit)) else hit
    return None


_GOALS = ("kế hoạch", "mục tiêu", "chỉ tiêu", "dự toán")
_MOVES = {"đưa", "nâng", "đẩy", "tiến", "hướng", "để", "sẽ", "sớm", "cùng", "tăng", "đạt"}


def _hoped(reading, hope, move):
    """True where "kỳ vọng", "có thể" stands before a verb of motion in one clause: hoped for, not aimed at.

    "Phấn đấu cán đích" is still an aim, too.
    """
    aims = hope.label == "target" and move.label == "met" and reading.found[move.last - 1].text == "đích"
    moves = move.label in ("met", "actual") or move.label == "target" and reading.found[move.first].text in _MOVES
    between = reading.words(hope.last, move.first)
    return (aims or moves and hope.label == "forecast") and not {",", ";", ":", "và"} & set(between)


_EARLIER = ("trước đó", "trước đây", "trước kia")
_EQUALS = ("là", "chỉ là", "chỉ vỏn vẹn", "vỏn vẹn", "mới là", "chỉ mới", "mới chỉ", "dừng ở", "chỉ dừng")


def _named_goal(reading, goal, hit):
    """True for "kế hoạch xuất khẩu chỉ là 450 triệu": what the plan is, not what became of it.

    "chỉ tiêu đặt ra trước đó là 1,5 tỷ" tells when it was made.
    """
    words = " ".join(reading.words(hit.first, hit.last))
    if words in _EARLIER and goal.label in ("target", "forecast") and hit.first - goal.last <= 1:
        return True
    noun = goal.label == "target" and reading.found[goal.last - 1].text in ("hoạch", "tiêu", "đích")
    equals = words in _EQUALS
    return noun and equals and not {",", ";", ":", "nhưng"} & set(reading.words(goal.last, hit.first))


def plan_beside(reading, n):
    """True for the plan that what was done is held against: "thu về 562 triệu, dù kế hoạch chỉ là 450 triệu"."""
    words = reading.words(reading.start_of(n), reading.quantities[n].first)
    against = any(f" {phrase} " in f" {' '.join(words)} " for phrase in ("dù", "trong khi", "mặc dù", "còn"))
    return against and bool({"hoạch", "tiêu"} & set(words))


def _ended(reading, hit, between):
    """True where a semicolon, or ", thì" after an aside ("trong khi ..."), ends what the cue is said of."""
    return ";" in between or "thì" in between and _past_aside(reading, hit.first, between)


def _past_aside(reading, first, between):
    turn = between.index("thì")
    return between[turn - 1 : turn] == [","] and "trong khi" in " ".join(reading.words(0, first))


def _is_start(reading, n):
    """True for A in "từ A lên B": where things stand now."""
    quantity = reading.quantities[n]
    before = reading.words(quantity.first - 4, quantity.first)
    after = reading.words(quantity.last, quantity.last + 12)
    if "từ" not in before or not ({"lên", "xuống"} & set(after)):
        return False
    if any(place.role == "from" and quantity.first - 3 <= place.first < quantity.first for place in reading.places):
        return False
    return n + 1 < len(reading.quantities)


def _of_start(reading, n, cue):
    """True for "hiện nay" of "đưa kim ngạch từ 8 tỷ USD hiện nay lên 15 tỷ USD": it says of A when, not of B."""
    return cue.first - reading.quantities[n].last <= 1 and _is_start(reading, n)


def _earns_as_well(reading, n, cue):
    """True for "dự kiến xuất 3 triệu tấn, thu về 1,5 tỷ USD": the money is foreseen as the weight is."""
    said = reading.words(reading.start_of(n), reading.quantities[n].first)
    return n > 0 and reading.words(cue.first, cue.last) == ["thu", "về"] and _BUT.isdisjoint(said)


_BUT = {"nhưng", "song", "đã", "thực", "chỉ", "mới", "còn", "khi"}


def _lifts(reading, cue):
    """ "đưa kim ngạch ... lên" without "mục tiêu" before it: a goal, unless the time it names is over."""
    named = any(hit.label in ("target", "forecast") and hit.first < cue.first for hit in reading.modal)
    return reading.found[cue.first].text in ("đưa", "nâng", "đẩy", "kéo") and not named


def _moves_target(reading, n, cue):
    """ "điều chỉnh mục tiêu ... từ 10 lên 15 tỷ": both numbers are targets."""
    if cue is None or cue.label not in ("target", "forecast"):
        return False
    words = reading.words(cue.last, reading.quantities[n].first)
    named = {"tiêu", "hoạch", "báo"} & set(reading.words(cue.first, cue.last))
    return bool(named) and not ({"tăng", "đưa", "nâng", "giảm", "đạt"} & set(words))


def _cue_after(reading, n):
    """The cue of a sentence that begins with its number: "10 tỷ USD là mục tiêu ..."."""
    quantity = reading.quantities[n]
    after = reading.words(quantity.last, quantity.last + 1)
    if quantity.first > 3 and after not in (["mà"], ["được"], ["là"], ["như"], ["-"]):
        return None
    hits = [
        hit
        for hit in reading.modal
        if quantity.last <= hit.first < reading.end_of(n) and hit.label in ("target", "forecast", "estimate")
        and not _sums(reading, hit)
    ]
    told = hits and {"từng", "đã"} & set(reading.words(quantity.last, hits[0].first))
    return hits[0].label if hits and not told else None


def _sums(reading, hit):
    """True for "nâng kim ngạch" in "695 triệu USD - nâng kim ngạch 11 tháng lên 6,9 tỷ USD": what it sums up to."""
    return reading.found[hit.first].text in ("nâng", "đưa", "đẩy") and reading.found[hit.first - 1].text in ("-", ",")


def _grows(reading, n, cue):
    """True where trade itself "sẽ tăng": foreseen, while "Nga sẽ tăng học bổng" is meant."""
    flows = ("turnover", "turnover_weak", "export", "import", "visitors")
    if reading.words(cue.first - 2, cue.first) == ["con", "số"]:
        return True
    return any(reading.start_of(n) <= hit.first < cue.first and hit.label in flows for hit in reading.cues)


def _then(reading, n):
    """True for "nếu nhập được 300.000 tấn một năm, giá sẽ giảm": what may come, not what is."""
    words = reading.words(reading.quantities[n].last, len(reading.found))
    return "sẽ" in words and "," in words[: words.index("sẽ")]


def _over(period, published):
    return bool(period and period.end and published and period.end <= published.isoformat())


def _is_compared(reading, n):
    """True for the level of an earlier time: "so với mức 865 triệu USD"; asked six times a figure, so kept."""
    if n not in reading.compared:
        reading.compared[n] = _stands_compared(reading, n)
    return reading.compared[n]


def _stands_compared(reading, n):
    before = " ".join(
        reading.words(max(reading.start_of(n), reading.quantities[n].first - 6), reading.quantities[n].first)
    )
    if _RECORD.search(" ".join(reading.words(reading.start_of(n), reading.quantities[n].first))):
        return True
    if below_level(reading, n) or n and _as_well(reading, n):
        return True
    _, _, than = before.rpartition("so với")
    over = {"và", ","} & set(than.split()) and {"tăng", "giảm", "đạt", "còn"} & set(than.split())
    return _falls_from(reading, n) or (
        ("so với" in before and not over or bool(_ABOVE.search(before)))
        and "mục tiêu" not in before
        and "kế hoạch" not in before
        and "dự báo" not in before
    )


def _as_well(reading, n):
    """True for B of "so với mức A năm 2022 và B năm 2021", where A may be told without its unit."""
    first = reading.quantities[n].first
    return reading.words(first - 1, first) == ["và"] and bool(_TWO.search(" ".join(reading.words(first - 14, first))))


_TWO = re.compile(r"(?<!\w)so với (?:mức |con số )?\d[\d.,]*(?: [^\W\d]+){0,3} (?:của |trong )?năm \d{4} và$")
# "vượt cả mức 1,62 tỷ USD của năm 2023": the level of an earlier time that is passed, reached or missed.
_ABOVE = re.compile(
    r"(?:hơn|vượt|kém|bằng|ngang|thua)(?: (?:cả|xa|hẳn|qua|với))? mức"
    r"|(?:hơn|vượt|kém|bằng)(?: (?:cả|xa|hẳn|qua))? con số|thay vì|cùng kỳ là"
)
# "vượt con số kỷ lục vào năm 2019 là 463.000 lượt".
_RECORD = re.compile(r"(?<!\w)(?:hơn|vượt|kém|bằng|ngang|phá) (?:con số|mức|mốc) kỷ lục(?: [^,;]*)? (?:là|đạt)$")
# "thấp hơn nhiều mức 26%", "kém xa con số": what follows is the level that another one lies below.
_BELOW = re.compile(
    r"(?<!\w)(?:thấp hơn|ít hơn|chậm hơn|kém hơn|kém)(?: (?:hẳn|nhiều|xa|khá|rất|đáng|kể|so|với|cả)){0,5}"
    r" (?:mức|con số|tốc độ|đà)(?: tăng)?(?: trưởng)?(?: (?:khoảng|gần|hơn|trên|tới))?$"
)


def below_level(reading, n):
    """True for B in "tăng A, thấp hơn nhiều mức B của năm 2023": a level of its own, not a fall."""
    first = reading.quantities[n].first
    return bool(_BELOW.search(" ".join(reading.words(max(reading.start_of(n), first - 12), first))))


def _falls_from(reading, n):
    """True for B in "nhích lên A từ B": where things stood before."""
    quantity = reading.quantities[n]
    near = reading.words(quantity.first - 3, quantity.first)
    if not n or near[-1:] != ["từ"] and near[-2:] != ["từ", "mức"] and near != ["từ", "con", "số"]:
        return False
    before = reading.words(reading.quantities[n - 1].first - 3, reading.quantities[n - 1].first)
    return bool({"lên", "xuống", "còn"} & set(before))


def is_start(reading, n):
    """True for A in "từ A lên B"."""
    return _is_start(reading, n)


def governing(reading, n):
    """target or forecast, said before A of "đặt mục tiêu đưa ... từ A lên B", which holds for B too; else None."""
    cue = _cue(reading, n)
    said = cue and cue.label in ("target", "forecast") and not _lifts(reading, cue)
    return cue.label if said else None


def met(reading, n):
    """True for a goal that the figure before it reached or missed ("vượt chỉ tiêu 1 triệu tấn"): of the same time."""
    cue = _cue(reading, n)
    early = {"hạn", "sớm"} & set(reading.words(reading.quantities[n].last, reading.end_of(n)))
    return bool(cue and cue.label == "met" and not early)


def compared(reading, n):
    """True where the quantity is the level that another one is compared with."""
    return _is_compared(reading, n)


def negated(reading, n):
    """True where the sentence denies the quantity, before it or after it."""
    _, after, opens = _denial()
    if not opens.isdisjoint(reading.vocabulary) and _denied_before(reading, n) and not _put_right(reading, n):
        return True
    return n == len(reading.quantities) - 1 and after.find(reading.found[reading.quantities[n].last :]) != []


def _denied_before(reading, n):
    """True where a word that denies stands before the quantity, with none behind it that ends the denial."""
    before, denied = _denial()[0], False
    begin = max((p for p in range(reading.quantities[n].first) if reading.found[p].text == ";"), default=0)
    for hit in before.find(reading.found[begin : reading.quantities[n].first]):
        denied = hit.label == "deny" or (denied and not _ends_denial(reading, hit))
    return denied


def _put_right(reading, n):
    """True for the first of "viết nhầm 4,79 tỷ USD thành 7,49 tỷ USD": it is the second that is wrong."""
    before, after = reading.words(0, reading.quantities[n].first), reading.quantities[n].last
    return "nhầm" in before and reading.words(after, after + 1) == ["thành"]


def _ends_denial(reading, hit):
    return hit.label == "end"
