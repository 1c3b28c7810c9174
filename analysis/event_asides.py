"""A sentence, a word of it that names an event, and its times come in; those that can be of an event go out.

Left out are the day of the words (of a report, a press conference), the horizon of a plan and the year in a meeting's
name, the day in a holiday's name, the time since which one counts, and the day on which what is marked was founded.
"""

import re

from analysis import event_words


def without(scene, trigger):
    """The times of a scene that an event of a trigger's type can have."""
    own = [w for w in scene.whens if not _is_horizon(scene, w) and not _is_of_report(scene, w)]
    own = [w for w in own if not _is_of_press(scene, w, trigger) and not _is_of_a_name(scene, w, trigger)]
    if trigger.type in ("anniversary", "cultural_event"):
        own = [w for w in own if not _is_of_return(scene, w, trigger)]
        several = len([w for w in own if w.kind == "founded"]) > 1  # two ranges in brackets: which?
        own = [w for w in own if not _is_founding(scene, w) and not (several and w.kind == "founded")]
    if trigger.type != "anniversary":
        own = [w for w in own if w.kind != "founded" and not _is_holiday(scene, w) and not _is_of_work(scene, w)]
        own = [w for w in own if not _holds_a_day(w, own)]
    return [w for w in own if not _is_counted_from(scene, w, trigger)]


def _holds_a_day(when, others):
    """True for the year in "từ 3 đến 9/10/2022, Tuần phim Nga năm 2022 diễn ra": days of it are told beside it."""
    days = (other for other in others if other.kind in ("day", "days") and other.start and other.end)
    return when.kind == "year" and any(when.start <= other.start and other.end <= when.end for other in days)


_HOLIDAY = re.compile(
    r"\b(?:quốc khánh|ngày (?:chiến thắng|giải phóng|độc lập|thống nhất|nước nga|quốc tế|phụ nữ|nhà giáo|truyền thống)|"
    r"giải phóng miền nam|quốc tế (?:lao động|phụ nữ|thiếu nhi))(?: (?!ngày\b)\w+){0,3} (?:ngày )?\(?$"
)


def _is_holiday(scene, when):
    """True for the day in a holiday's name: "sang dự Quốc khánh 2/9"."""
    return when.kind == "day" and bool(_HOLIDAY.search(scene.text[max(0, when.first - 60) : when.first].lower()))


# "đón năm mới 2026", "tổng kết hoạt động năm 2025", "đúng dịp năm 2022 kỷ niệm ..."
_OF_WORK = re.compile(r"\b(?:năm mới|hoạt động|nhiệm vụ|(?<!chuyến )công tác|dịp)\s(?:năm\s)?\d{4}$")


def _is_of_work(scene, when):
    """True for the year of what is reviewed, planned or marked, in which an event need not be."""
    if when.kind != "year":
        return False
    said, behind = scene.text[max(0, when.first - 20) : when.last].lower(), scene.text[when.last :].lower()
    return bool(_OF_WORK.search(said) or _MARKS.match(behind))


_MARKS = re.compile(r"\s(?:(?:cũng|sẽ|là năm|là dịp|hai nước|hai bên)\s){0,2}(?:đánh dấu|k[ỷỉ] niệm|tròn)\s\d+ năm\b")


_TAKES_HOME = re.compile(
    r"\b(?:đưa|chở)\s(?:(?!\b(?:đến|tới|nơi|ông|bà)\b)[^;]){0,50}\bđã (?:tham gia|tham dự|dự|biểu diễn)\b"
)


def _is_of_return(scene, when, trigger):
    """True for the day of "máy bay đưa các quân nhân đã dự lễ kỷ niệm về nước": what they attended was before."""
    return bool(_TAKES_HOME.search(scene.text[when.last : trigger.end].lower()))


_NAY = re.compile(r"(?:nay|này|qua|ngoái|trước|tới|đó)\s*$")


def _is_of_a_name(scene, when, trigger):
    """True for the year of "giải Sao Mai (2019), người lần đầu tiên đến Nga": of what stands before the brackets."""
    if when.kind != "year" or when.last > trigger.start or scene.text[when.last : when.last + 1] != ")":
        return False
    opened = scene.text.rfind("(", 0, when.first + 1)
    return opened >= 0 and when.first - opened < 6 and not _NAY.search(scene.text[:opened].lower())


_SINCE = re.compile(r"\btừ khi\s[^,;]*$")


def _is_counted_from(scene, when, trigger):
    """True for the year of "hơn 30 năm, kể từ khi hai nước lập quan hệ (1992), chuyến thăm ... là chuyến đầu tiên"."""
    behind = scene.text[when.last : trigger.start]  # empty where the time stands behind the word
    return "," in behind and bool(_SINCE.search(scene.text[: when.first].lower()))


_TELLS = (
    r"(?:cho biết|cho hay|thông báo|thông tin|xác nhận|nói|tuyên bố(?! chung)|công bố|đưa tin|khẳng định|tiết lộ|"
    r"loan báo|loan tin|phát đi|đăng tải|phát biểu|nhấn mạnh|bác bỏ|viết|dẫn lời|trả lời|kể|thông cáo(?! chung)|"
    r"đăng|phát sóng|phỏng vấn)"
)
_TO_WHOM = (
    r"(?:\s(?:vào|hồi|với|cho|trên|trong|tại|phát đi|ra|báo chí|phóng viên|cuộc họp báo|họp báo|điều này|như vậy|ngay|"
    r"từ|thông cáo|thông tin này|trang chủ|mạng xã hội))*"
)
_TOLD_ON = re.compile(rf"\b{_TELLS}{_TO_WHOM}\s$")
_TELLING = re.compile(rf"\s(?:\([^)]*\)\s)?(?:đã |vừa |cũng )?{_TELLS}\b")


def _is_of_report(scene, when):
    """True for the day of the words, not of what they tell: "..., Bộ Ngoại giao thông báo hôm 5/6"."""
    text, clear = scene.text.lower(), lambda start, end: not any(start <= t.start < end for t in scene.triggers)
    before = _TOLD_ON.search(text[: when.first])
    behind = _TELLING.match(text, when.last)
    return when.kind == "day" and bool(behind or before and clear(before.start(), when.first))


_PRESS = re.compile(r"\b(?:họp báo|lễ công bố|buổi công bố|gặp gỡ báo chí|gặp mặt báo chí)\b[^;]*$")


def _is_of_press(scene, when, trigger):
    """True for the day of "chiều 16/9, hãng phim tổ chức họp báo giới thiệu về tuần phim": of the words, too."""
    if when.kind not in ("day", "vague") or when.last > trigger.start or trigger.type not in event_words.LASTING:
        return False
    return bool(_PRESS.search(scene.text[when.last : trigger.start].lower()))


_OF_YEARS = re.compile(r"(?<!\d)(\d{1,3}) năm\b(?! \d{4})")


def _is_founding(scene, when):
    """True for the "30/1/1950" of "năm 2025 đánh dấu 75 năm quan hệ (30/1/1950)": what is marked, not when."""
    if when.kind == "founded" or not when.start or not scene.ref:
        return False
    years = {int(count) for count in _OF_YEARS.findall(scene.text)}
    marked = {scene.ref.year} | {int(w.start[:4]) for w in scene.whens if w.start}
    return any(int(when.start[:4]) + count in marked for count in years)


_OF_A_MEETING = re.compile(r"(?<!\w)(?:[A-Z]{3,}|G\d{1,2})[\s+-]*$")  # "Hội nghị APEC 2017": its name


def _is_horizon(scene, when):
    """True for the year of "lộ trình đến năm 2030": a plan's, no event's."""
    said = scene.text[max(0, when.first - 12) : when.last].lower()
    if when.kind == "year" and _OF_A_MEETING.search(scene.text[: when.first]):
        return True
    return when.kind == "year" and bool(_AIMED_AT.search(said))


_AIMED_AT = re.compile(
    r"(?:đến|tới|tầm nhìn|giai đoạn|năm \d{4}\s?[-–]|\bcho(?! biết| hay| rằng)(?: những| hai| các)?)\s"
)
