"""A word that may name an event comes in; whether it does goes out: "các thỏa thuận đã ký" and "kỷ niệm đẹp" do not."""

import re

from analysis import event_words

_BODY = re.compile(
    r"ủy ban|uỷ ban|tiểu ban|phân ban|nhóm công tác|tổ công tác|hội đồng|liên chính phủ|ban chỉ đạo chung|"
    r"nhóm làm việc|diễn đàn"
)


_OF_MANY = re.compile(
    r"\s(?:(?:toàn thể|cấp cao|khẩn cấp|khẩn|thường niên|thường kỳ|lần thứ \w+|thứ \w+|\d+|của|tại) )*(?:đại hội đồng|"
    r"hội đồng bảo an|liên hợp quốc|apec|asean|brics|unesco|iaea|wto|cop\d*|ban chấp hành|bộ chính trị|hđnd|g20)\b"
)


def _bodies(scene, trigger):
    """True where a session is of a standing body of two sides; not any meeting, not "sau tám phiên đàm phán"."""
    after = event_words.after(scene, trigger, 80)
    if _OF_MANY.match(after) or re.match(r"\s(?:của )?phân ban việt nam\b", after):
        return False
    if re.search(r"(?:sau|qua|nhiều|các|những)\s(?:\w+\s)?$", event_words.before(scene, trigger, 20)):
        return False
    if trigger.word in ("họp", "cuộc họp", "phiên họp", "nhóm họp", "kỳ họp", "kì họp"):
        numbered = re.match(r" lần thứ| thứ", event_words.after(scene, trigger, 12))
        return bool(numbered or _BODY.search(scene.text.lower()))
    return True


_MARKED = re.compile(r"\d năm\s(?:\w+\s){0,4}$")  # "20 năm hai nước ký Tuyên bố chung": what is marked, no event


def _is_statement(scene, trigger):
    before = event_words.before(scene, trigger, 50)
    if _MARKED.search(before):
        return False
    after = event_words.after(scene, trigger, 60)
    if re.match(r"[^;]*, được (?:thông qua|ký|công bố|đưa ra)\b", event_words.after(scene, trigger, 200)):
        return True
    made = re.search(r"\b(?:ra|thông qua|công bố|đưa ra|ký|ký kết|nhất trí|thống nhất|phát hành|đã có)\b", before)
    return bool(made or re.match(r"[^,]*\b(?:được|đã) (?:thông qua|công bố|ký|đưa ra|ra)", after))


def _is_anniversary(scene, trigger):
    """ "kỷ niệm 75 năm", "nhân dịp 75 năm thiết lập quan hệ" - not "nhân dịp này"."""
    after = event_words.after(scene, trigger, 70)
    before = scene.text[: trigger.start].lower()
    if _is_home(scene, trigger) or before.endswith(("bên lề ", "để ")) or _AS_ONE_OF.search(before):
        return False
    between = r"\s*(?:dịp|kỷ niệm|lần thứ|tròn|trọng thể|,)?\s*(?:kỷ niệm\s*)?(?:lần thứ\s*)?"
    if _GREETING.search(scene.text.lower()) and trigger.word in ("nhân dịp", "nhân", "mừng", "kỷ niệm"):
        return False
    years = re.match(between + r"(?:\d{1,3}|\w+ mươi|mười)\s+(?:năm|(?<=\d )ngày ký)", after)
    if trigger.word.endswith("kỷ niệm") and _AFTER_IT.search(event_words.before(scene, trigger)):
        return False
    if trigger.word in _CEREMONIES and _is_home(scene, trigger, scene.text.lower()):
        return False
    counted = _YEARS.search(scene.text.lower())
    return bool(years) or bool(counted) and trigger.word in _CEREMONIES


def _is_home(scene, trigger, said=None):
    """True for what Viet Nam alone marks; not where what both mark follows: "60 năm Điện Biên Phủ và 75 năm ..."."""
    home = event_words.lexicons()["home"]
    if not home.search(said or event_words.after(scene, trigger, 70)):
        return False
    others = re.split(r"(?:,| và)\s(?=\d+ năm\b)", event_words.after(scene, trigger, 250))[1:]
    return all(home.search(part[:70]) for part in others)


# "các cuộc gặp mặt như kỷ niệm 80 năm ...": what there is at all times
_AS_ONE_OF = re.compile(r"\b(?:các|những) (?:cuộc|buổi|hoạt động|dịp|sự kiện|ngày)\b.*\bnhư\b")
_AFTER_IT = re.compile(r"\bsau khi\s[^;]*\bdự\s$")  # "sau khi thăm Nga và dự Lễ kỷ niệm, ông đã tới Minsk"
_YEARS = re.compile(  # not "10 tháng 2 năm 2018" and not "truyền thống trên 200 năm"
    r"(?<!tháng )(?<!trên )(?<!hơn )(?<!gần )(?<!suốt )(?<!\d)(?:\d{1,3}|\w+ mươi|mười)\s+(?:năm(?! \d{4})|tuổi)\b"
)
_GREETING = re.compile(r"\b(?:điện|thư|lời|thiệp|hoa|gửi) (?:chúc )?mừng\b|\bchúc mừng\b|\btrao đổi (?:thư|điện)\b")
_CEREMONIES = {"lễ kỷ niệm", "lễ kỉ niệm", "mít tinh", "chiêu đãi", "lễ mừng", "đánh dấu", "gặp mặt kỷ niệm"}


def _is_signing(scene, trigger):
    """Not "các thỏa thuận đã ký": papers of the past spoken of in general need a date."""
    before, after = event_words.before(scene, trigger, 50), event_words.after(scene, trigger, 30)
    private = _HOME_PAPER.match(after) or _PRIVATE.search(before + trigger.word + after)
    if private or after.startswith(_STATEMENTS):
        return False
    if _MARKED.search(before) and not any(when.kind == "day" for when in scene.whens):
        return False
    general = re.search(r"\b(?:các|những|nhiều|hàng chục|\d+)\s[\w\s–-]{0,40}(?:đã|được|đã được)\s*$", before)
    dated = bool(scene.whens and scene.whens[0].start and scene.whens[0].kind != "year")
    dated = dated or bool(_WHICH.search(before)) and any(0 < when.first - trigger.end < 12 for when in scene.whens)
    attended = re.search(r"(?<!sẽ )(?:dự|tham gia|tại|sau|trước)\s$", before)
    return dated or not general and not attended or bool(_WITNESSED.search(before))


_WITNESSED = re.compile(r"\b(?:chứng kiến|xem)\s[\w\s]*$")  # "xem 36 văn kiện được ký kết"
_WHICH = re.compile(r"\bmà\s[\w\s]*$")  # "hợp đồng mà Nga và Việt Nam đã ký năm 2009"
_STATEMENTS = (" tuyên bố chung", " thông cáo chung")  # a type of their own
_PRIVATE = re.compile(
    r"\b(?:tiền vệ|tiền đạo|hậu vệ|thủ môn|cầu thủ|huấn luyện viên|hlv|ngoại binh|ca sĩ|người mẫu|"
    r"ký ban hành|khách hàng|người lao động|người mua|sắc lệnh|nghị định số|quyết định số|thông tư)\b"
)
_HOME_PAPER = re.compile(
    r"\s(?:ban hành |thông qua |phê duyệt )?(?:các |một )?(?:quyết định|sắc lệnh|luật|thông tư|công văn|lệnh|chỉ thị|"
    r"công điện|hợp đồng (?:lao động|mua|thuê|tặng)|đơn|tên|giấy)\b"
)


def _meets_someone(scene, trigger):
    """True where a person, an office or a group follows "tiếp", "gặp", "chào"; nouns such as "cuộc gặp" need none."""
    told = any(when.kind in ("day", "vague") for when in scene.whens)
    if not told and re.search(r"\b(?:tôi|chúng tôi|chúng ta)\s(?:\w+\s){0,2}$", event_words.before(scene, trigger, 30)):
        return False
    if trigger.word == "làm việc":
        return _works_with(scene, trigger)
    if trigger.type == "meeting" and _MATCH.search(scene.text.lower()):
        return False
    if trigger.word == "gặp mặt" and re.search(r"k[ỷỉ] niệm|mừng", scene.text.lower()):
        return False
    if _TO_MARK.match(event_words.after(scene, trigger, 40)):
        return False
    if " " in trigger.word and (told or trigger.word != "gặp gỡ"):
        return True
    near = [a for a in scene.actors if 0 <= a.start - trigger.end < 22 and a.kind in ("person", "title")]
    near = near or event_words.received_by(scene, trigger)
    return bool(near or _SOMEONE.match(event_words.after(scene, trigger, 60)))


_TO_MARK = re.compile(r",?\s(?:(?:hữu nghị|thân mật|giao lưu)\s){0,2}(?:nhân (?:dịp )?)?k[ỷỉ] niệm\b")
_MATCH = re.compile(r"\b(?:trận đấu|vòng bảng|vòng loại|bán kết|chung kết|đội tuyển|sân nhà|huấn luyện viên)\b")
_LIVES = re.compile(r"(?:học tập|sinh sống|lao động|người|ngày|tiếp tục|môi trường|điều kiện|chế độ|giờ)(?: và)? $")


def _works_with(scene, trigger):
    """True for "làm việc gần hai giờ với lãnh đạo ...": with somebody, not "làm việc tại Nga với mức lương cao"."""
    behind = re.match(r"(?!\s(?:để|nhằm)\s)(?:\s[\w\s]{0,45})?\svới\s", event_words.after(scene, trigger, 60))
    if not behind or _LIVES.search(event_words.before(scene, trigger, 20)):
        return False
    at = trigger.end + behind.end()
    near = any(0 <= a.start - at < 12 for a in scene.actors)
    return near or bool(_SOMEONE.match(event_words.after(scene, trigger)[behind.end() :]))


_CROWD = re.compile(
    r"\b(?:du khách|khách|lượt khách|lượng khách|người dân|bà con|phượt|gia đình|người hâm mộ|cổ động viên|độc giả|"
    r"nhiều lần|hai lần|ba lần|mấy lần|khi còn|thời sinh viên|tour|khán giả|bạn trẻ|học trò)\b"
)


def _is_official(scene, trigger):
    """Not "khách Nga đến thăm Nha Trang", not "từng thăm Moskva khi còn là sinh viên": no visit between countries."""
    if trigger.word.startswith("chuyến"):
        if re.match(r"\s(?:\w+\s){0,2}chung\b", event_words.after(scene, trigger, 30)):
            return False  # "chuyến khảo sát biển chung" of two sides
        return not _YEARS_OF.search(event_words.before(scene, trigger, 20))
    if _is_marked(scene, trigger):
        return False
    if trigger.type == "arrival" and _TO_WORK.match(event_words.after(scene, trigger, 60)):
        return False
    near = event_words.before(scene, trigger, 60).rsplit(", ", 1)[-1] + " " + event_words.after(scene, trigger, 50)
    if re.search(r"lần (?:gần|đầu|cuối|mới|thứ)", scene.text.lower()):
        near = re.sub(r"\w+ lần\b", "", near)
    return not _CROWD.search(near) or bool(re.search(r"\b(?:đoàn|phái đoàn|đại biểu)\b", near))


_TO_WORK = re.compile(r"[^,;]{0,30}\s(?:làm chuyên gia|làm giảng viên|làm công nhân|du học|học tập)\b")  # for years
_YEARS_OF = re.compile(r"\d năm (?:ngày |sau )?$")  # "dịp kỷ niệm 60 năm chuyến thăm ...": one of long ago
def _is_marked(scene, trigger):
    """True for "kỷ niệm 100 năm (ngày) Nguyễn Ái Quốc đến Nga": what is marked, no visit of today."""
    before = scene.text[: trigger.start]
    people = [a.start for a in scene.actors if a.kind == "person" and a.end <= trigger.start]
    marked = people and "," not in before[people[-1] :] and _SINCE_THEN.search(before[: people[-1]].lower())
    return bool(marked or _MARKED_DAY.search(before[-60:].lower()))


_SINCE_THEN = re.compile(r"\d năm (?:kể từ )?(?:ngày |khi |sự kiện )?$")
_MARKED_DAY = re.compile(r"\d năm (?:kể )?(?:từ )?(?:ngày|sự kiện|lần đầu) [^,;]*$")
_SOMEONE = re.compile(
    r"\s*(?:, trao|và trao|, làm việc)|\s*(?:và làm việc với |thân mật |xã giao |riêng )?(?:đoàn|phái đoàn|đại diện|"
    r"lãnh đạo|các|những|người|nhóm|ông|bà|đồng chí|đại sứ|tổng lãnh sự|bộ trưởng|thủ tướng|vị khách|chủ tịch|khách|"
    r"hai|cựu|tân|đại biểu|cộng đồng|bà con|kiều bào|một số|nhiều|nhau)"
)


def _comes_into_force(scene, trigger):
    """Not "có hiệu lực 5 năm kể từ ngày ký": a clause of a paper; a day or a word of tense makes it an event."""
    if re.match(
        r"\s(?:trong|\w+ năm|(?:kể )?từ ngày (?:ký|hai|các)|sau|vào ngày thứ|khi)\b",
        event_words.after(scene, trigger, 30),
    ):
        return False
    if "áp dụng" in trigger.word and not _AGREEMENT.search(scene.text.lower()):
        return False
    if _LAW.search(event_words.before(scene, trigger)) and not _AGREEMENT.search(scene.text.lower()):
        return False
    near = event_words.before(scene, trigger, 40) + event_words.after(scene, trigger, 40)
    return bool(scene.whens or re.search(r"\b(?:đã|chính thức|vừa|bắt đầu|mới|sắp|sẽ|dự kiến)\b", near))


_LAW = re.compile(
    r"\b(?:luật|nghị định|thông tư|quyết định|nghị quyết|quy định|quy chuẩn|sắc lệnh|lệnh cấm|công ước|chính sách|"
    r"giấy phép|biểu thuế|mức thuế)\b"
)
_AGREEMENT = re.compile(r"\b(?:hiệp định|thỏa thuận|thoả thuận|nghị định thư|hiệp ước|bản ghi nhớ|biên bản)\b")
_VAGUE = {"giao lưu văn hóa", "giao lưu nghệ thuật", "lễ hội", "biểu diễn", "trình diễn", "trưng bày", "những ngày",
          "tuần lễ"}  # fmt: skip


# "các buổi triển lãm, chiếu phim, hòa nhạc": what is held at all times
_SORTS = re.compile(
    r"\b(?:các|những|nhiều)\s(?:(?:buổi|cuộc|đêm|kỳ)\s|hoạt động[\w\s]{0,20}(?::|\snhư|\sgồm)\s)?"
    r"(?:[\w\s]{3,25}(?:,|\svà)\s){0,3}$"
)


_OFTEN = re.compile(r"^[^,;]*\b(?:thường xuyên|thường niên|hàng năm|hằng năm|mỗi năm)\b")


def _is_held(scene, trigger):
    """Not "giao lưu văn hóa sôi động": what goes on all the time has no day, no "buổi", "đêm" before it."""
    if _SORTS.search(scene.text[max(0, trigger.start - 80) : trigger.start].lower()):
        return any(when.start and when.kind != "year" for when in scene.whens)
    if not scene.whens and _OFTEN.search(event_words.after(scene, trigger)):
        return False
    if trigger.word not in _VAGUE or scene.whens and not trigger.word.startswith("giao lưu"):
        return True
    before, after = event_words.before(scene, trigger, 25), event_words.after(scene, trigger, 12)
    if before.endswith(("“", '"')):
        return True
    if re.search(r"(?:các|những|nhiều)\s(?:\w+\s){0,2}$", before):
        return False
    held = re.search(r"(?:buổi|đêm|chương trình|cuộc|khai mạc|tổ chức)\s(?:\w+\s)?$", before)
    return bool(held or re.match(r"\s[“\"]", after))


TEST = {
    "visit": _is_official, "arrival": _is_official, "cultural_event": _is_held, "session": _bodies,
    "meeting": _meets_someone, "joint_statement": _is_statement, "anniversary": _is_anniversary, "signing": _is_signing,
    "agreement_in_force": _comes_into_force,
}  # fmt: skip
