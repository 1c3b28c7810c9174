"""Earlier sentences, the title and the date come in; what a sentence that leaves things open refers to goes out."""

import re
from dataclasses import replace

from analysis import listing, meanings, periods, reading
from analysis.letters import nfc
from analysis.parties import foreign, joined_list
from analysis.phrases import fold
from analysis.places import find as find_places
from analysis.sides import HOME, Sides


class Context:
    """What earlier sentences of the paragraph, and the title, have said; asked only where a sentence leaves it open."""

    def __init__(self, title, published):
        self.published = periods.as_date(published)
        self.title = find_places(nfc(title)) if title else []
        stated = [p for p in periods.find(nfc(title), published) if p.stated] if title else []
        self.title_topic = _title_topic(nfc(title), self.title) if title else None
        self.title_period = (
            stated[0] if len(stated) == 1 and stated[0].kind in ("year", "months", "month", "quarter") else None
        )
        years = re.findall(r"(?<![\d.,/])20\d\d(?![\d.,/-])", title or "")
        if not stated and len(years) == 1:
            self.title_period = periods.parse(f"năm {years[0]}")
        self.topic = self.title_topic
        self.earlier, self.previous, self.currencies = [], [], set()
        self.before, self.last, self.period, self.period_mode = None, None, None, None
        self.whole, self.dated, self.spans = None, False, set()
        self.ways = {self.title_topic[0].measure} if self.title_topic else set()
        self.told, self.way = {}, self.title_topic[0].measure if self.title_topic else None
        self.new_paragraph()

    def new_paragraph(self):
        """Forget the paragraph before, but for what its last figures were about."""
        self.before = (self.last, self.period, self.period_mode) if self.last else self.before
        self.previous = (self.previous + self.earlier)[-_REMEMBERED:]
        self.earlier, self.last, self.meaning, self.mode = [], None, None, None
        self.whole_before, self.whole = self.whole, None
        self.period, self.period_mode, self.head, self.goods = None, None, None, None
        self.currency = next(iter(self.currencies)) if len(self.currencies) == 1 else None
        self.sides_told, self.province, self.source = [], None, None
        self.row, self.unit, self.listed, self.heading = [], None, False, None
        self.flows, self.nation = set(), None

    def add(self, sentence, figures=True):
        """Remember a sentence's text; its places are read only if asked for, or where it turns to another partner."""
        self.earlier.append(sentence)
        self.heading = None
        if self.last and sentence.endswith("?") and _TURNS_TO.match(fold(sentence)):
            self._turn_to(partner_of(find_places(sentence), set()))
        elif self.last and not figures and any(word in sentence for word in _TRADING):
            self._turn_to(_topic_of(find_places(sentence)))

    def _turn_to(self, code):
        """After "Còn thị trường Nga?" what was told of another partner goes on with this one."""
        if code and self.last.partners and code != self.last.reporter:
            self.last = replace(self.last, partners=(code,), evidence="paragraph")
            self.head = self.head and (self.head[0], self.last)

    def goes_on(self, line):
        """True where a line belongs to the one before: the answer to a question, a breakdown, an item of a list."""
        on = bool(self.earlier) and listing.goes_on(line, self.earlier[-1])
        self.listed = on and listing.is_item(line)
        return on

    def unit_for(self, sentence):
        """The unit of bare numbers, given in brackets by the sentence itself or by the heading of its list; or None."""
        self.unit = listing.unit_of(sentence) or self.unit
        return self.unit

    def pair(self, code):
        """The two countries whose trade is spoken of, if `code` is one of them: of the last figures, else the title."""
        for sides_ in (self.last, self.before[0] if self.before else None):
            if sides_ and len(sides_.partners) == 1 and code in (sides_.reporter, *sides_.partners):
                return sides_
        for sentence in reversed([*self.previous, *self.earlier]):
            codes = list(dict.fromkeys(p.code for p in find_places(sentence) if p.paired))
            if len(codes) == 2 and code in codes:
                return Sides(codes[0], (codes[1],), None, "paragraph") if HOME not in codes else None
        named = list(dict.fromkeys(p.code for p in self.title if p.kind in ("country", "bloc")))
        if len(named) == 2 and code in named and HOME not in named:
            return Sides(named[0], (named[1],), None, "title")
        return None

    def known(self, here=()):
        """The country that "nước này" points to, if earlier words name one that is not named `here`."""
        sides_ = (self.last.reporter, *self.last.partners) if self.last and self.last.partners else ()
        if abroad := next((code for code in sides_ if code not in (HOME, "WORLD", None, *here)), None):
            return abroad
        for named in (*(find_places(sentence) for sentence in reversed(self.earlier)), self.title):
            named = [place for place in named if place.code not in here]
            if code := partner_of(named, {"partner"}) or partner_of([p for p in named if p.role == "to"], {"partner"}):
                return code
        return None

    def speaks_of_home(self):
        """True where the title or an earlier sentence names Viet Nam."""
        said = [
            *self.title,
            *(place for sentence in [*self.previous, *self.earlier] for place in find_places(sentence)),
        ]
        return any(place.code == HOME for place in said)

    def owner(self, at):
        """The country whose own trade a text without Viet Nam tells of ("xuất khẩu lúa mì của nước này"); or None."""
        if not self.earlier or at.places or any(hit.label == "both" for hit in at.points) or self.speaks_of_home():
            return None
        before = reading.read(self.earlier[-1], self.published, marks=True)
        codes = {p.code for p in before.places if p.kind == "country"}
        flows = [cue for cue in before.cues if cue.label in ("export", "import")]
        if len(codes) != 1 or not flows or any(p.role in ("to", "from", "with") for p in before.places):
            return None
        subject = any(p.role == "" and p.first < flows[0].first and not p.weak for p in before.places)
        own = any(hit.label == "partner" and before.words(hit.first - 1, hit.first) == ["của"] for hit in before.points)
        own = own or any(p.role == "of" and not p.weak for p in before.places)
        return codes.pop() if subject or own else None

    def up_to_now(self):
        """True where the sentence before moved on to "đến nay" without a figure."""
        said = self.earlier[-1].lower() if self.earlier else ""
        return not any(letter.isdigit() for letter in said) and ("đến nay" in said or "hiện nay" in said)

    def _heading(self):
        """The reading of the sentence before, if it announces figures without giving one."""
        at = self._without_figures()
        words = " ".join(token.text for token in at.found) if at else ""
        told = at and (at.cues or any(word in words for word in _ANNOUNCES))
        return at if told else None

    def announced(self):
        """What the sentence before says the coming figures are, as a Meaning, or None."""
        at = self._heading()
        cues = [cue for cue in at.cues if cue.label in _HEADINGS] if at else []
        cues = [cue for cue in cues if cue.label in meanings.TRADE] or cues
        return (
            meanings.Meaning(meanings.label_of(cues[-1])[0], None, 1, detail=cues[-1].label, rule="sentence before")
            if cues
            else None
        )

    def announced_sides(self):
        """Viet Nam with each country that such a sentence lists: "A và B là hai khách mua lớn nhất"; else []."""
        at = self._heading()
        listed = joined_list(at, [p for p in at.places if p.kind == "country" and p.code != HOME]) if at else []
        return [Sides(HOME, (place.code,), None, "paragraph") for place in listed] if len(listed) > 1 else []

    def announced_period(self):
        """The one period of such a sentence, or of any without a figure that speaks of a recent time; or None."""
        told = self._heading()
        at = told or self._without_figures()
        stated = [p for p in at.periods if p.stated and p.kind not in ("day", "same")] if at else []
        return stated[0] if len(stated) == 1 and (told or self._recent(stated[0])) else None

    def _recent(self, period):
        """True for a time that ended within the last year and a quarter, and not for the year of a past event."""
        if not self.published or not period.start:
            return False
        return 0 <= (self.published - periods.as_date(period.end)).days <= _RECENT

    def _without_figures(self):
        if not self.earlier or self.meaning:
            return None
        if self.heading is None:
            self.heading = reading.read(self.earlier[-1], self.published, marks=True)
        return None if self.heading.quantities else self.heading

    def partners(self, at, n, measure, own):
        """((codes), evidence, reporter or None) of the partner named before, or None where it would be a guess."""
        pointing = {hit.label for hit in at.points} if at is not None else {"both"}
        if self.last and self.last.partners and at is not None and not pointing & {"both"}:
            evidence = self.last.evidence if self.last.evidence != "sentence" else "paragraph"
            whole = own.reporter is None and (self.last.partners == ("WORLD",) or foreign(self.last))
            return self.last.partners, evidence, self.last.reporter if whole else None
        if pair := self._two_others(pointing, own):
            return pair.partners, "paragraph", pair.reporter
        for place_lists in self._before(at, n, own.reporter):
            codes = partner_of(place_lists, pointing)
            if codes:
                return (
                    (codes,),
                    "sentence" if at is not None and place_lists and place_lists is self._own else "paragraph",
                    None,
                )
        codes = partner_of(self.title, pointing)
        before = self.before[0] if self.before and pointing & {"both", "partner"} else None
        if before and before.partners and before.partners != ("WORLD",) and not codes:
            return before.partners, "paragraph", before.reporter
        if not codes and "both" in pointing:
            found = [partner_of(find_places(sentence), pointing) for sentence in reversed(self.previous)]
            said = next((code for code in found if code), None)
            if said:
                return (said,), "paragraph", None
        told = pointing or measure == "turnover" or self._sells_to_all(measure, own)
        if codes and (told or self._speaks_of_trade_with(at, measure)):
            return (codes,), "title", None
        if "both" in pointing and not codes and (bloc := _bloc_with_home(self.title)):
            return (bloc,), "title", None
        return None

    def _sells_to_all(self, measure, own):
        """True for "nhập khẩu của Mỹ" under "Những khách mua phân bón lớn nhất của Nga": from the title's seller."""
        selling = self.title_topic and self.title_topic[0].measure == "export"
        return bool(selling and measure == "import" and own.reporter not in (None, HOME))

    def _speaks_of_trade_with(self, at, measure):
        """True where a flow without a partner is that of the title: its parts, or those of the trade of two countries.

        Under "Nhập khẩu phân bón từ Nga tăng mạnh" a text first tells what Viet Nam buys from all: of 51 such figures
        of real pages two were with the title's partner.
        """
        if measure not in meanings.TRADE or at is None:
            return False
        both = self.title_topic and self.title_topic[0].measure == "turnover"
        return both or bool(at.goods) and _PICKS.match(at.said) is not None

    def _two_others(self, pointing, own):
        """The pair of "hai nước" in a paragraph on the trade of two others, in which Viet Nam is not named; or None."""
        pair = self._said_of_two() or self.last
        if "both" not in pointing or own.reporter or not pair or not pair.reporter or len(pair.partners) != 1:
            return None
        apart = HOME not in (pair.reporter, *pair.partners) and "WORLD" not in pair.partners
        named = apart and any(place.code == HOME for said in self.earlier for place in find_places(said))
        return pair if apart and not named else None

    def _said_of_two(self):
        """The two others of the sentence before, "Trung Quốc là đối tác thương mại lớn nhất của Nga"; or None."""
        named = [p for p in find_places(self.earlier[-1]) if p.kind == "country"] if self.earlier else []
        codes = list(dict.fromkeys(p.code for p in named))
        two = len(codes) == 2 and HOME not in codes and any(word in self.earlier[-1] for word in _TRADING)
        return Sides(codes[0], (codes[1],), "bilateral", "paragraph") if two else None

    def _before(self, at, n, reporter):
        """Places of this sentence before the quantity, then of the earlier sentences, nearest first."""
        self._own = [p for p in at.places if p.first < at.quantities[n].first] if at is not None else []
        self._own = [p for p in self._own if p.code != reporter]
        yield self._own
        for sentence in reversed(self.earlier):
            yield find_places(sentence)


# "Còn thị trường Nga?", "Với Belarus thì sao?": a question that only names whom the next sentence is about.
_TURNS_TO = re.compile(r"(?:thế )?(?:còn|với|riêng)(?: [^\d?.,;]{1,40})\?$")

# "Tính riêng xoài", "Đứng đầu là than": some goods of what the title is about; "Riêng tháng 5" is only a time.
_PICKS = re.compile(
    r"(?:(?:tính |nói )?riêng|trong đó|đứng đầu|dẫn đầu|nhiều nhất|lớn nhất)(?!\w)"
    r"(?! (?:trong |về )?(?:tháng|năm|quý|\d))"
)

# "Trong khi đó, Ukraine là thị trường nhập khẩu lớn thứ 19": what comes is about that one, though no figure says so.
_TRADING = ("thị trường", "đối tác", "nhà cung cấp", "nguồn cung", "bạn hàng", "khách hàng")


def _topic_of(named):
    """The one country abroad that these places name, if it is the subject or the market; or None."""
    codes = {p.code for p in named if p.kind == "country" and not p.weak and p.code not in (HOME, "WORLD", "SU")}
    first = next((p for p in named if p.code in codes), None)
    return first.code if len(codes) == 1 and first.role in ("", "to", "from") else None


# Sentences of paragraphs before, asked only what "hai nước" are.
_REMEMBERED = 8
_HEADINGS = (
    "turnover", "turnover_weak", "export", "import", "visitors", "investment", "export_market", "import_market",
)  # fmt: skip
_ANNOUNCES = ("báo cáo", "thống kê", "số liệu", "bức tranh", "kết quả")
# Days; "năm 2024" in March 2026 may be the year of an agreement as well as that of the trade.
_RECENT = 456


def _title_topic(title, named):
    """The trade a title speaks of, as (Meaning, Sides): what a sentence without a word of its own is about; or None."""
    at = reading.read(title, marks=True)
    cues = [cue for cue in at.cues if meanings.label_of(cue)[0] in meanings.TRADE]
    code = partner_of(named, set())
    if not cues or any(place.code not in (HOME, code) for place in named):
        return None
    measure = meanings.label_of(cues[0])[0]
    flow = measure if measure in ("export", "import") else "bilateral"
    known = Sides(HOME, (code,), flow, "title") if code else Sides(HOME, (), flow)
    return meanings.Meaning(measure, None, detail="title", rule="title"), known


def partner_of(named, pointing):
    """The one country besides Viet Nam that these places name, or None where there is none or several."""
    allowed = ("country",) if pointing & {"both", "partner"} else ("country", "bloc")
    allowed = ("bloc",) if pointing == {"bloc"} and any(p.kind == "bloc" for p in named) else allowed
    for weak in (False, True):
        codes = {p.code for p in named if p.kind in allowed and p.weak == weak and p.code not in (HOME, "WORLD", "SU")}
        if len(codes) == 1:
            return codes.pop()
        if codes:
            return _paired_with_home(named)
    codes = {p.code for p in named if p.kind == "seat" and p.code != HOME}
    return codes.pop() if len(codes) == 1 else None


def _bloc_with_home(named):
    """The one bloc of "Quan hệ Việt Nam - EAEU", which "song phương" then means; else None."""
    codes = {p.code for p in named if p.kind == "bloc" and p.code != "WORLD"}
    return codes.pop() if len(codes) == 1 and any(p.code == HOME for p in named) else None


def _paired_with_home(named):
    """Of several countries the one joined to Viet Nam ("Việt - Nga")."""
    codes = set()
    for one, two in zip(named, named[1:], strict=False):
        if one.paired and two.paired and HOME in (one.code, two.code) and one.code != two.code:
            codes.add(one.code if two.code == HOME else two.code)
    return codes.pop() if len(codes) == 1 else None


def same_pair(one, two):
    return bool(one and two.partners and {one.reporter, *one.partners} == {two.reporter, *two.partners})


_OPENINGS = (
    "trong đó",
    "riêng",
    "chiều",
    "con số",
    "trong số",
    "cụ thể",
    "mức này",
    "ở chiều",
    "ngược lại",
    "tuy nhiên",
    "đến năm",
    "sang năm",
    "còn",
    "đáng chú ý",
    "như vậy",
    "theo đó",
    "so với",
    "với",
    "hôm nay",
    "đồng thời",
    "bên cạnh đó",
    "ngoài ra",
    "kết quả là",
    "tức là",
    "tính ra",
    "qua đó",
    "nhờ đó",
    "theo cách tính",
    "tính theo",
    "quy đổi",
    "nếu tính",
    "tương đương",
    "cùng thời gian",
    "trong khi đó",
    "trước đó",
    "sau đó",
    "khi ấy",
    "nhưng",
)


def breaks_down(at):
    """True where the sentence opens with a part of what was said before: "Trong đó", "Chiều nhập"."""
    return " ".join(at.words(0, 6)).startswith(
        (
            "trong đó",
            "riêng",
            "chiều",
            "ở chiều",
            "ngược lại",
            "cụ thể",
            "trong số",
            "còn",
            "đứng sau",
            "tiếp đến",
            "tiếp theo",
        )
    )


def on_topic(at):
    """True where a sentence of a new paragraph without a cue still speaks of the article's trade."""
    words = at.said
    told = any(
        word in words
        for word in ("hải quan", "thống kê", "số liệu", "ghi nhận", "con số", "bộ công thương", "mục tiêu")
    )
    large = any(
        q.unit == "money" and q.scaled and q.per is None and q.currency not in ("VND", None) for q in at.quantities
    )
    return bool(at.goods) or told or large and bool(at.changes or at.modal or at.places or at.periods)


# "..., con số tụt về 4 tỷ": the number spoken of, with no word for what it counts.
_BARE_NUMBER = re.compile(
    r"(?:^|[,;] |(?:thì|nhưng|song) )con số (?:chỉ |đã |cũng |lại |mới |vẫn |nay |dự kiến )?"
    r"(?:là|tụt|tăng|giảm|lên|còn|đạt|vọt|nhích|rơi|xuống|ở mức|vượt|chạm|sụt|leo|tiến)\b"
)


def continues(at):
    """True where the sentence says that it goes on from the one before."""
    words = " ".join(at.words(0, 12))
    return (
        words.startswith(_OPENINGS)
        or _BARE_NUMBER.search(at.said)
        or any(
            phrase in at.said
            for phrase in (
                "con số này",
                "con số là",
                "con số trên",
                "mức này",
                "con số đó",
                "con số ấy",
                "quy mô ấy",
                "quy mô này",
                "mức ấy",
                "mức đó",
                "của tháng",
                "tỷ lệ tương ứng",
                "con số tương ứng",
                "mức tương ứng",
                "tỷ trọng này",
                "tỷ trọng tương ứng",
                "thị phần này",
                "tỷ lệ này",
                "kim ngạch này",
            )
        )
    )


def no_cue(at):
    """True where no word before the first quantity says what is measured ("trị giá" and a bare "kim ngạch" do not)."""
    cues = [cue for cue in at.cues if cue.first < at.quantities[0].first]
    open_ = (
        ("neutral", "turnover_weak", "price")
        if any(cue.label == "neutral" for cue in cues)
        else ("neutral", "turnover_weak")
    )
    both = any(hit.label == "both" for hit in at.points) and bool(cues)
    return not both and all(cue.label in open_ for cue in cues)
