"""A word that may name an event comes in; whether it is only wished, supposed, rumoured or summed up goes out."""

import re

from analysis import event_times, event_words


def is_general(scene, trigger):
    """True for what is no single event: a wish, "các cuộc gặp", and "tại buổi tiếp", which points back to one."""
    if trigger.type == "anniversary":
        return False
    doubted = _is_wish(scene, trigger) or _is_supposed(scene, trigger) or _is_rumour(scene, trigger)
    doubted = doubted or trigger.type == "cultural_event" and bool(_ENTRY.search(event_words.before(scene, trigger)))
    doubted = doubted or bool(_MISSED.match(event_words.after(scene, trigger, 60)))
    return doubted or _points_back(scene, trigger) or _is_one_of_many(scene, trigger) or _is_summed_up(scene, trigger)


# "Vé xem vở ballet bán từ 10/6", "hạn đăng ký dự hội chợ": the days of the tickets
_ENTRY = re.compile(r"\b(?:vé|hạn|thời hạn|hạn chót|đăng ký)\b[\w\s]{0,40}$")
# "Festival vắng bóng họ", "chuyến thăm chưa được lên lịch"
_MISSED = re.compile(
    r"[^,;]{0,20}\b(?:vắng bóng|thiếu vắng|vắng mặt)\b|[^,;]*\b(?:chưa|không) (?:hề )?(?:được |có )?"
    r"(?:lên lịch|lên kế hoạch|nằm trong|có trong|trong kế hoạch|thành hiện thực|thực hiện được)"
)


_ABOUT_IT = re.compile(r"(?:chuẩn bị (?:\w+ ){0,3}cho|biên bản(?: của)?)\s$")  # "biên bản khóa họp": what came of it


_RESULTS = re.compile(r"(?<!\w)kết quả (?:của )?$")  # "kết quả chuyến khảo sát sẽ được công bố ngày 27/5"
_MADE_KNOWN = re.compile(r"[^,;]*\b(?:được|sẽ) (?:công bố|báo cáo|trình bày|giới thiệu)\b")


def _points_back(scene, trigger):
    """True for "tại buổi tiếp", "sau khi ký", "bên lề phiên họp": told elsewhere."""
    before = event_words.before(scene, trigger, 40)
    points = re.search(r"(?:^|[\s,.])(?:tại|trong|kết thúc|sau|trước|kết quả)\s(?:buổi |cuộc )?$", before)
    points = points or trigger.type == "session" and _ABOUT_IT.search(before)
    if trigger.type == "cultural_event" and before.endswith(("tiếp sau ", "tiếp theo ", "tiếp nối ")):
        return True
    attended = trigger.type != "session" and trigger.word != "tiếp"
    points = points or attended and re.search(r"(?:^|[\s,.])(?:dự|(?<!đã )(?<!đồng )(?<!cùng )chủ trì)\s$", before)
    if trigger.type in ("talks", "meeting", "session", "call") and points and not _placed(scene, trigger):
        return True
    if trigger.type == "visit" and _RESULTS.search(before) and _MADE_KNOWN.match(event_words.after(scene, trigger, 60)):
        return True
    passing = re.search(r"(?:khi|ngày|việc|trước|sau|từ|kể từ|thềm)\s$", before)
    if trigger.type == "signing" and passing:
        return not event_times.right_behind(scene, trigger, [])
    return trigger.type == "session" and before.endswith(("bên lề ", "bên hành lang "))


_COUNT = r"(?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|hàng chục|hàng trăm|hàng loạt|nhiều|một số|một loạt)"
_TIMES = re.compile(rf"\b(?:từng|đã) (?:có )?(?:{_COUNT}|mấy) lần (?:\w+ )?$")  # "từng 4 lần thăm Việt Nam"


def _is_one_of_many(scene, trigger):
    """True for "các cuộc gặp", "hai chuyến thăm" without a day."""
    before = event_words.before(scene, trigger, 40)
    several = re.search(r"(?:các|những|nhiều|một số|mọi)\s(?:\w+\s){0,2}$", before)
    counted = re.search(r"(?<![/.\d])(?:\d+|hai|ba|bốn|năm|sáu|bảy|hàng chục|hàng trăm|hàng loạt)\s$", before)
    if several and several[0].startswith(("các", "những")) and _with_someone(scene, trigger):
        several = None
    several = (several or counted) and trigger.type in event_words.COUNTED
    if trigger.type in ("visit", "arrival"):
        several = several or _TIMES.search(before) or _IN_YEARS.match(event_words.after(scene, trigger, 60))
    return bool(several) and not any(when.start and when.kind != "year" for when in scene.whens)


def _with_someone(scene, trigger):
    """True for "các cuộc gặp với Thủ tướng X": a person or an office follows, so that it is told of by itself."""
    met = trigger.type in ("talks", "meeting") and _MET.match(scene.text, trigger.end)
    near = [a for a in scene.actors if met and 0 <= a.start - met.end() < 3 and a.kind in ("person", "title")]
    if met and scene.text.startswith(("Đoàn đại biểu ", "đoàn đại biểu "), met.end()):
        return True
    return any(not _OF_SEVERAL.search(scene.text, a.start, a.end + 15) for a in near)


_IN_YEARS = re.compile(r"[^,;]{0,40}\bcác năm \d{4}(?:,| và)")  # "thăm chính thức vào các năm 2001, 2006 và 2013"
_OF_SEVERAL = re.compile(r"\s(?:của )?(?:nhiều|các|một số)\b")  # "lãnh đạo nhiều nước"
_MET = re.compile(r"(?:\s(?!được|sẽ|đã)\w+){0,2}?(?:\svới|(?<=với))\s(?:(?:đồng chí|ông|bà)\s)?")
_MANY = rf"(?:(?:tổng cộng|hơn|gần|khoảng|trên|thêm|được|tới)\s)*{_COUNT}\s"
_YEARS = re.compile(
    r"(?:đến|tới) (?:nay|ngày|hết|thời điểm|cuối|tháng)\b|từ (?:đầu )?năm\b|giai đoạn|nhiệm kỳ|\bnăm qua|"
    r"những năm|nhiều năm|thời gian qua|mỗi năm|"
    r"(?:trong|suốt|qua|sau|hơn|gần) (?:\w+ ){1,2}năm\b|lâu nay|thập (?:kỷ|niên)|cho tới giờ"
)


def _is_summed_up(scene, trigger):
    """True for the count of many years: "từ 2020 đến nay đã ký 9 thỏa thuận và tổ chức 6 lễ hội"."""
    start, end = event_words.clause(scene, trigger)
    if not _YEARS.search(scene.text[start:end].lower()) or any(when.kind == "day" for when in scene.whens):
        return False
    behind = re.match(rf"\s(?:kết\s)?{_MANY}", event_words.after(scene, trigger, 40))
    if trigger.type == "signing":
        return bool(behind)
    return trigger.type == "cultural_event" and bool(re.search(f"{_MANY}$", event_words.before(scene, trigger, 40)))


def _placed(scene, trigger):
    """True where "tại cuộc gặp", "trong hội đàm" tells of an event itself: its day, or with whom after a day."""
    dated = any(when.start and when.last <= trigger.start for when in scene.whens)
    named = re.match(r"[^,.;]{0,25}\b(?:với|giữa)\s", event_words.after(scene, trigger, 60))
    named = named or any(a.kind in ("person", "title") and 0 <= a.start - trigger.end < 3 for a in scene.actors)
    return bool(event_times.right_behind(scene, trigger, []) or dated and named)


def _is_wish(scene, trigger):
    """True where the words just before say that somebody wants, asks or denies it, so that it is no event."""
    printed = event_words.before_printed(scene, trigger, 60)  # "Nên", "Mong" inside a sentence are names
    before = re.split(r",\s|\s-\s|\ssau khi\s|\svà\s(?=đã|sẽ|chứng kiến)", printed)[-1]
    if trigger.word.startswith("chuyến") and _COMES_SOON.match(event_words.after(scene, trigger, 140)):
        return False
    if re.search(r"\bkhông\s", before) and event_words.PLANNED_SO.search(event_words.after(scene, trigger, 90)):
        return False
    before = event_words.lexicons()["no_wishes"].sub(" ", before)
    if trigger.type == "cultural_event":
        before = before.replace("mời ", "")
    if re.search(r"\bnhận lời\s", before) and event_times.right_behind(scene, trigger, []):
        return False
    match = event_words.lexicons()["wishes"].search(before) or re.search(r"(?<!sẽ )(?<!sáng )\bsớm\s$", before)
    agreed = re.search(r"(?:thống nhất|nhất trí|đồng ý)(?: sẽ| cùng)?(?: tổ chức| tiến hành)?\s$", before)
    agreed = agreed if trigger.type != "joint_statement" else None
    match = agreed or match
    if match and (agreed or match[0].endswith("sẽ")):  # "thống nhất sẽ ký ...": a plan only where a day is named
        return not any(when.start and when.first >= trigger.end for when in scene.whens)
    return bool(match) and not _FIRM.search(before)


# "đề nghị phối hợp tổ chức tốt chuyến thăm Kazakhstan của A sắp diễn ra": it is settled
_COMES_SOON = re.compile(
    r"[^,;.]*\b(?:sắp diễn ra|dự kiến (?:diễn ra )?(?:vào|trong|từ) (?:ngày|tháng|quý|cuối|đầu)\b)"
)
# "đề nghị lùi chuyến thăm" speaks of one that was to come, "sang để đồng chủ trì" of one that is held.
_FIRM = re.compile(
    r"theo lời mời|để (?:\w+ ){0,3}chuẩn bị (?:\w+ )?cho\s*$|đã\s*$|sẽ\s*$|"
    r"để (?:đồng |cùng )?(?:chủ trì|dự|tham dự|bắt đầu|mở đầu|thực hiện|tiến hành)\s|"
    r"(?:lùi|hoãn|dời|hủy|gác)(?: lại)?\s$"
)
_IF = re.compile(
    r"(?:^|[,;:“]\s?|\brằng )(?:giả như|giả sử|giả dụ|nếu như|nếu|ví như|phải chi|giá như|giá mà|một khi|"
    r"trong trường hợp|chỉ khi|trừ khi|miễn là)\b"
    r"(?!\s(?:không (?:có )?(?:gì )?(?:thay đổi|trục trặc|trở ngại|vướng)|đúng|mọi việc|mọi thứ|thuận lợi|suôn sẻ))"
)


def _is_supposed(scene, trigger):
    """True behind "nếu", "giả như" in its clause; "nếu không có gì thay đổi" is a plan, a day gone by is a fact."""
    start, _ = event_words.clause(scene, trigger)
    if not _IF.search(scene.text[start : trigger.start].lower()):
        return False
    return not any(w.end and scene.ref and w.end < scene.ref.isoformat() for w in scene.whens if w.kind == "day")


_RUMOUR = re.compile(
    r"\b(?:tin đồn|lời đồn|đồn đoán|đồn rằng|đồn thổi|tin giả|thất thiệt|bịa đặt|bác bỏ|bác tin|phủ nhận|đính chính|"
    r"không có chuyện|làm gì có)\b"
)


def _is_rumour(scene, trigger):
    """True where the same part of the sentence calls it a rumour or says that it was denied."""
    return bool(_RUMOUR.search(re.split(r"[,;]\s", event_words.before(scene, trigger))[-1]))
