"""A sentence and what the text told before it come in; what it goes on with goes out: the sides, the day, the event.

"Ngay sau đó, hai bên ký ...", "Lễ ký diễn ra ...", "Năm nay đánh dấu 10 năm thiết lập quan hệ": the sides are those of
the sentence before, "cùng ngày" its day; "Sự kiện diễn ra từ 26 đến 28/6" dates the event it told.
"""

import re
from dataclasses import replace

from analysis import event_merging, event_sides, event_spans, event_status, event_times, event_words

_EXHIBITED = re.compile(r"triển lãm|trưng bày")


def sort(word):
    """True for an exhibition, False for what is performed."""
    return bool(_EXHIBITED.search(word.lower()))


def is_described(scene, trigger, shown):
    """True for a cultural event without a day that was told before: "Triển lãm giới thiệu ...", "trong khuôn khổ ...".

    `shown` are the sorts of those told so far.
    """
    if trigger.type != "cultural_event" or sort(trigger.word) not in shown:
        return False
    if event_words.before(scene, trigger, 11).endswith("khuôn khổ "):
        return not event_times.right_behind(scene, trigger, [])
    if trigger.start > 1 or any(when.start or when.end for when in scene.whens):
        return False
    named = re.match(r"[^,.]{0,15}[“\"]", scene.text[trigger.end :])
    return not named


def is_next(trigger):
    """True for "phiên sau", "phiên tiếp theo": of the same sides, wherever it is."""
    return trigger.type == "session" and trigger.word.endswith((" sau", " tới", " tiếp theo", " kế tiếp"))


def follows(scene, trigger, sides):
    """True where a sentence goes on about the sides before: "Ngay sau đó, ...", "Lễ ký diễn ra ...", "phiên sau"."""
    if not sides >= event_sides.named(scene):
        return False
    if _OF_THOSE.match(scene.text) and trigger.type == "cultural_event":
        return True
    goes_on = event_words.lexicons()["same_day"].match(scene.text.lower()) or event_spans.counts_on(scene.text[:40])
    if goes_on and trigger.type in (*event_times.OCCASION, "cultural_event", "call"):
        return True
    if trigger.type in _ABOUT and _ABOUT[trigger.type].match(scene.text):
        return True
    return trigger.start < 12 and bool(_OCCURS.search(event_words.after(scene, trigger, 60)))


_ABOUT = {
    "agreement_in_force": re.compile(r"(?:Nó|(?:Hiệp định|Thỏa thuận|Văn kiện|Nghị định thư)(?: này| trên)?)\s"),
    "anniversary": re.compile(r"(?:\w+\s){0,6}(?:tròn )?\d+ năm (?:hai nước |ngày )*(?:thiết lập|quan hệ)"),
}
_OF_THOSE = re.compile(
    r"(?:Trong đó|Theo đó|Cụ thể|Trước đó),|"
    r"(?:Sự kiện|Hoạt động|Chương trình|Một (?:sự kiện|hoạt động))\s(?:\w+\s){1,4}là\s"
)  # goes on with parts of what was told
_OCCURS = re.compile(r"\b(?:diễn ra|được tổ chức|khai mạc|bế mạc|mở cửa|kết thúc|dự kiến|được ấn định|kéo dài)\b")


def same_day(scene, trigger):
    """ "Ngay sau đó, hai bên ký ...", "chiều cùng ngày": the day of the sentence before, else the last one told."""
    text = scene.text.lower()
    if text.startswith("cũng trong khuôn khổ"):  # of the same week, not of its first day
        return None
    # "Tiếp đoàn, ông A ..." goes on where the sentence before stopped
    receives = trigger.type != "visit" and re.match(r"tiếp\s", text)
    receives = receives or trigger.type == "meeting" and event_merging.is_of_the_group(scene.text[trigger.start :])
    if not (receives or event_words.lexicons()["same_day"].match(text) or "ngay sau đó" in text):
        return None
    return scene.told and event_spans.When(scene.told, scene.told, "day", 0, 0)


def continued(event, scene):
    """An undated event of the sentence before with the days of "Sự kiện diễn ra từ 26 đến 28/6 ở Huế"."""
    said = _THE_EVENT.match(scene.text)
    before = scene.last and scene.last.text
    if not said or event.sentence != before or event.type not in _TOLD_ON or not event_merging.is_undated(event):
        return event
    when = next((w for w in scene.whens if w.start and 0 <= w.first - said.end() < 3), None)
    if not when:
        return event
    word = event_words.Trigger(event.type, *said.span(1), said[1].lower())
    status = event_status.status(scene, word, when)
    return replace(event, date_start=when.start, date_end=when.end, status=status)


_TOLD_ON = ("cultural_event", "session", "signing", "anniversary")
_THE_EVENT = re.compile(
    r"(Sự kiện|Chương trình|Hoạt động|Buổi lễ)\s[^.;]*?\b(?:diễn ra|được tổ chức|kéo dài|mở cửa)\s(?:vào\s|trong\s)?"
)
