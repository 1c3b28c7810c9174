"""The places that a sentence names come in; the same, with the role that the words before give to each, go out."""

from dataclasses import replace

from analysis.namesakes import OFFICES

ROLES = {
    "của": "of", "sang": "to", "vào": "to", "tới": "to", "cập": "to", "đến": "to", "cho": "to", "đi": "to", "ra": "to",
    "về": "to", "từ": "from", "với": "with",
    "giữa": "with", "cùng": "with", "tại": "in", "ở": "in", "trong": "in", "trên": "in",
    "do": "by",
}  # fmt: skip
_FILLERS = {
    "thị", "trường", "nước", "phía", "khối", "các", "khu", "vực", "quốc", "gia", "đối", "tác", "thành", "viên", "đất",
    "những", "hai", "ba", "bốn", "năm", "như", "là", "lớn", "chính", "riêng", "bạn", "khách", "hàng", "cộng", "hòa",
    "phần", "còn", "lại", "phẩm", "hóa", "doanh", "nghiệp", "cảng", "lãnh", "thổ", "tỉnh", "phố", "vùng", "bang",
    "\"", "“", "nhà", "đầu", "tư", "dự", "án", "khác",
}  # fmt: skip
_JOIN = {",", "và", "hay", "hoặc", "cùng", "với", "-", "/", "lẫn"}


def in_pairs(found, places):
    """Each place with whether it is one of two joined by a dash: "Việt - Nga"."""
    done = []
    for place in places:
        before = done[-1] if done else None
        joined = before is not None and _between(found, before.last, place.first)
        if joined and (place.paired or found[before.last].text == "-"):
            done[-1] = before if before.paired else replace(before, paired=True)
            place = place if place.paired else replace(place, paired=True)
        done.append(place)
    return done


def with_roles(found, places):
    """Each place with the role of the preposition before it; "sang Nga, Belarus và Lào" gives all three the same."""
    done = []
    for place in places:
        before = done[-1] if done else None
        role = role_at(found, place.first, before.last if before else 0)
        if role == "goods" and (acts(found, place) or found[place.first].text == "cả"):
            role = "of" if found[place.first].text == "cả" else ""  # "xuất khẩu hàng hóa cả nước"
        if place.kind == "bloc" and _of_rank(found, place.first):
            role = "in"  # "dẫn đầu ASEAN về buôn bán với Nga"
        joined = before is not None and _between(found, before.last, place.first)
        apart = joined and (
            before.role == "press"
            or before.role == "of"
            and found[place.first - 1].text == "trường"
            or before.role == "than"
            and before.first <= _OPENS
            and found[place.last : place.last + 1]
            and found[place.last].text in _ACTS
        )
        apart = apart or joined and before.role == "in" and _heads_rank(found, before, place)
        apart = apart or joined and before.role in ("with", "in", "to", "from") and _behind_front(found, before, place)
        if joined and role == "" and before.role and not apart:
            role = before.role
        weak = _is_weak(found, place)
        done.append(replace(place, role="press" if weak and _of_press(found, place) else role, weak=weak))
    return done


def for_countries(found, places, parts):
    """The places, the seats of government that deal and those dealt with as countries: "New Delhi mua của Moskva".

    Provinces and cities, `parts` abroad and those at home, deal for themselves.
    """
    abroad = [place for place in places if place.kind == "seat" and place.code != "VN"]
    seats = [place for place in abroad if not _part(found, place, parts)]
    if not any(not place.role and _deals(found, place) for place in seats):
        return places
    meant = {p.first for p in seats if p.role in _DEALT_WITH or not p.role and _deals(found, p)}
    return [replace(place, kind="country") if place.first in meant else place for place in places]


_DEALT_WITH = ("to", "from", "of", "with")


def _part(found, place, parts):
    return " ".join(token.text for token in found[place.first : place.last]) in parts


def _of_rank(found, first):
    """True behind "dẫn đầu", "lớn nhất" and "đứng thứ hai"."""
    words = [token.text for token in found[max(0, first - 2) : first]]
    return words[-1:] in (["đầu"], ["nhất"]) or words[:1] == ["thứ"] and len(words) == 2


# Tokens before the name in "Sau thị trường Trung Quốc, Nhật Bản là ...": the second is the subject.
_OPENS = 4
_ACTS = {"là", "đứng", "xếp", "chiếm", "đạt", "mua", "nhập", "cũng", "vẫn", "tiếp", "còn", "đang", "đã"}


def _heads_rank(found, before, place):
    """True for "Trong các nước đầu tư tại Việt Nam, Hà Lan dẫn đầu": a new subject, no further place to be in."""
    comma = [token.text for token in found[before.last : place.first]] == [","]
    after = [token.text for token in found[place.last : place.last + 2]]
    return comma and after in (["dẫn", "đầu"], ["đứng", "đầu"], ["đứng", "thứ"], ["xếp", "thứ"], ["là", "nhà"])


def _behind_front(found, before, place):
    """True for "Trong buôn bán với EU, Nhật Bản ghi nhận thâm hụt": the comma ends what stands in front."""
    comma = [token.text for token in found[before.last : place.first]] == [","]
    return comma and found[0].text in _FRONTS and place.last < len(found) and found[place.last].text in _DEEDS


_FRONTS = {"trong", "về", "với", "tại", "ở", "sang", "từ"}
_DEEDS = {"ghi", "chịu", "bị", "hưởng", "xuất", "nhập", "mua", "bán", "thâm", "thặng"}


def _of_press(found, place):
    """True for "theo báo Nga", "đài RT (Nga)", "tại hội nghị ở Nga": who tells it, or where; no side of it."""
    words = [token.text for token in found[max(0, place.first - 3) : place.first]]
    return _at_gathering(words) or not _PRESS.isdisjoint(words[-2:]) and not _announces(words)


def _announces(words):
    """True for "dự báo Nga sẽ xuất khẩu", "thông báo Nga": a verb, no newspaper."""
    return words[-1:] == ["báo"] and words[-2:-1] in (["dự"], ["thông"], ["cảnh"], ["khuyến"])


_PRESS = {"báo", "đài", "tờ", "hãng", "trang", "kênh", "chí"}


def acts(found, place):
    """True where a verb of trade follows: in "mặt hàng Nga nhập" the country buys, the goods are not from there."""
    return place.last < len(found) and found[place.last].text in ("nhập", "xuất", "mua", "bán", "tiêu")


def _deals(found, place):
    """True for "Moscow đã bán 3 triệu tấn dầu sang Ấn Độ", "Rosneft cho biết họ sẽ xuất khẩu": for a country."""
    words = [token.text for token in found[place.last : place.last + _TO_DEED]]
    if words[:2] == ["cho", "biết"] and "họ" in words:
        words = words[words.index("họ") + 1 :]
    deed = next((n for n, word in enumerate(words) if word not in _AUXILIARY), len(words))
    verb, after = (words[deed : deed + 2] + ["", ""])[:2]
    return verb in _TRADES and after not in _NO_TRADES or [verb, after] == ["cung", "cấp"]


_AUXILIARY = set("đã sẽ đang cũng vẫn chỉ từng có kế hoạch dự kiến dự định tiếp tục bắt đầu muốn còn lại".split())
_TRADES = {"xuất", "nhập", "bán", "mua"}
_NO_TRADES = {"hiện", "cuộc", "đảo", "siêu", "phát", "ngũ", "cảnh", "sắm", "bản", "viện", "kho", "lẻ"}
# Tokens: "cho biết trước đó họ có kế hoạch xuất khẩu" has nine.
_TO_DEED = 10


def _between(found, last, first):
    """True where only a comma, "và", a dash or a filler stands between two names."""
    words = [token.text for token in found[last:first]]
    if "còn" in words and "lại" not in words:
        return False
    return 0 < len(words) <= 4 and words[0] in _JOIN and all(word in _JOIN | _FILLERS for word in words)


def role_at(found, first, barrier):
    """The role of the nearest preposition, looking back over fillers such as "thị trường"."""
    position = first - 1
    head = first - 1 if first and found[first - 1].text == "khối" else first
    if [token.text for token in found[max(barrier, head - 2) : head]] in _INCLUDED:
        return "with"
    before = [token.text for token in found[max(barrier, first - 2) : first]]
    if before[-1:] == ["hàng"] and before[:1] not in (["khách"], ["bạn"]) or before == ["hàng", "hóa"]:
        return "goods"
    if before[-1:] and before[-1] in ("sau", "hơn", "vượt", "trừ") and before != ["xếp", "hơn"]:
        return "than"
    if before in _BEFORE_RIVALS:
        return "than"
    if _set_apart(found, first, barrier):
        return "than"
    if before in (["không", "tính"], ["không", "kể"], ["chưa", "kể"], ["chưa", "tính"]):
        return "than"
    while position >= barrier and position > first - 7:
        word = found[position].text
        if word in ROLES:
            listing = (
                word in ("đến", "tới")
                and position
                and found[position - 1].text in ("kế", "tiếp", "tính", "nói", "cho")
                and (position < 2 or found[position - 2].text != "trực")
            )
            viewed = position and found[position - 1].text == "nhìn"
            there = [token.text for token in found[max(0, position - 2) : position]] == ["có", "mặt"]
            return "" if listing else "by" if viewed else "to" if there else ROLES[word]
        economy = word == "tế" and [token.text for token in found[max(0, position - 2) : position]] == ["nền", "kinh"]
        if word not in _FILLERS and not economy:
            return ""
        position -= 3 if economy else 1  # "đầu tư vào nền kinh tế Nga"
    return ""


# Words between two that do the same, and are held against each other: "Brazil, nước dẫn trước Việt Nam".
_BEFORE_RIVALS = (
    ["vượt", "qua"], ["vượt", "mặt"], ["soán", "ngôi"], ["dẫn", "trước"], ["đứng", "trước"], ["xếp", "trước"],
    ["xếp", "trên"], ["đứng", "trên"], ["theo", "sát"], ["bám", "sát"], ["đuổi", "kịp"], ["bắt", "kịp"],
)  # fmt: skip
# Tokens: a name behind "Bên cạnh thị trường" is the fifth of its sentence.
_FRONT = 4


def _set_apart(found, first, barrier):
    """True for "Ngoài thị trường EU, Mỹ mua 54 tỷ USD", "Bên cạnh Brazil, Mỹ cũng bán": to be left aside."""
    words = [token.text for token in found[max(barrier, first - 6) : first]]
    opens = first <= _FRONT and words[:2] in (["bên", "cạnh"], ["cùng", "với"])
    word = "ngoài" if "ngoài" in words else words[1] if opens else None
    if word is None:
        return False
    between = set(words[words.index(word) + 1 :])
    return between <= _FILLERS | {"chủ", "đạo", "lực", "yếu", "nhất"} and "nước" not in words


# "tính cả khối EAEU thì là 71 triệu USD": trade with the whole bloc.
_INCLUDED = (["tính", "cả"], ["tính", "toàn"], ["chung", "cả"], ["chung", "toàn"], ["gộp", "cả"])


_MINISTRY = set(
    "phát triển kinh tế thương mại năng lượng nông nghiệp tài chính công nghiệp và giao thông vận tải y tế".split()
)


def _in_source(words):
    """True for what stands between "theo" and the name in "Theo Cục Công nghiệp Thực vật Philippines"."""
    office = next((n for n, word in enumerate(words) if word in _BODIES), None)
    if office is None or office + 1 == len(words):
        return False
    return all(word.isalpha() and word not in _ENDS_NAME for word in words[office + 1 :])


_BODIES = {"cục", "bộ", "viện", "hội", "ban", "quan"}
_ENDS_NAME = {"thì", "nói", "năm", "là", "đã", "sẽ", *ROLES}


_OF_AGREEMENTS = set(
    "thương mại tự do giữa và với việt nam - ( ) fta nga á âu liên minh kinh tế vn eaeu đã ký kết".split()
)


# Where people speak of any trade: "Tại diễn đàn ở Kazakhstan, ông nói kim ngạch sẽ lên 10 tỷ USD".
_GATHERINGS = frozenset((
    "cuộc họp", "phiên họp", "buổi họp", "hội nghị", "diễn đàn", "hội đàm", "cuộc gặp", "lễ ký", "triển lãm",
    "hội thảo", "tọa đàm", "chuyến thăm", "buổi lễ", "họp báo", "thượng đỉnh", "cấp cao",
))  # fmt: skip


def _at_gathering(words):
    return words[-1:] in (["ở"], ["tại"]) and " ".join(words[-3:-1]) in _GATHERINGS


def _is_weak(found, place):
    """True inside an office, a source or the title of an agreement: "Hải quan Nga", "FTA Việt Nam - EAEU"."""
    words = [token.text for token in found[max(0, place.first - 9) : place.first]]
    if words and words[-1] in OFFICES and not ({"xuất", "nhập"} & set(words[-3:]) or _announces(words)):
        return True
    if "bộ" in words[-5:] and _MINISTRY.issuperset(words[len(words) - words[::-1].index("bộ") :]):
        return True
    if "theo" in words and _in_source(words[len(words) - words[::-1].index("theo") :]):
        return True
    if _at_gathering(words):
        return True
    if words[-2:] == ["du", "lịch"] and {"cục", "bộ", "sở", "hội", "viện"} & set(words[-6:-2]):
        return True
    agreement = next((n for n in range(len(words) - 1, -1, -1) if words[n] in ("fta", "định", "evfta")), None)
    if agreement is None or words[agreement] == "định" and words[agreement - 1 : agreement] != ["hiệp"]:
        return False
    return _OF_AGREEMENTS.issuperset(words[agreement + 1 :])
