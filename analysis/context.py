"""Earlier sentences, the title and the date of a text come in; what they leave known for the next sentence goes out."""

import re
from dataclasses import replace
from functools import lru_cache

from analysis import listing, meanings, periods, reading
from analysis.commodities import goods_named, goods_of_title
from analysis.earlier_partners import several
from analysis.letters import nfc
from analysis.named_partners import TRADING, partner_of, topic_of
from analysis.parties import HOME, Sides
from analysis.phrases import fold, tokens
from analysis.places import find as find_places
from analysis.ranked_beside import tells_rank_in_world
from analysis.stopped_trade import without_stops, without_war
from analysis.title_traders import trade_of_title


class Context:
    """What earlier sentences of the paragraph, and the title, have said; asked only where a sentence leaves it open."""

    def __init__(self, title, published):
        self.published = periods.as_date(published)
        self.places_told = {}
        self.title = self.places_of(nfc(title)) if title else []
        at = reading.read(nfc(title), published, marks=True) if title else None
        stated = [p for p in at.periods if p.stated] if title else []
        self.title_topic = _title_topic(at, self.title) if title else None
        self.title_trade = trade_of_title(at) if title else None
        self.ranks_sellers = bool(title) and tells_rank_in_world(at.said)
        self.title_period = (
            stated[0] if len(stated) == 1 and stated[0].kind in ("year", "months", "month", "quarter") else None
        )
        years = re.findall(r"(?<![\d.,/])20\d\d(?![\d.,/-])", title or "")
        if not stated and len(years) == 1:
            self.title_period = periods.parse(f"năm {years[0]}")
        self.topic = self.title_topic
        self.seller = _seller(self.title) if self.title_topic else _selling(self.title_trade)
        self.earlier, self.previous, self.currencies = [], [], set()
        self.before, self.last, self.period, self.period_mode = None, None, None, None
        self.whole, self.whole_before, self.dated, self.spans = None, None, False, set()
        self.ways = {self.title_topic[0].measure} if self.title_topic else set()
        self.title_goods = goods_of_title(at) if title else None
        self.goods_told = goods_named(at.found) if title else None  # the last goods that were told of
        self.trader = None  # who reported the last flow
        self.divided = None  # the country abroad of whose imports the last sentence told the shares
        self.sides_told, self.silents = [], []
        self.largest = {}  # of each two countries named with it, the most they are said to have traded, in USD
        self.told, self.way = {}, self.title_topic[0].measure if self.title_topic else None
        self.new_paragraph()

    def places_of(self, sentence):
        """The places of an earlier sentence; asked for again and again, so kept."""
        if sentence not in self.places_told:
            found = tokens(fold(sentence))
            said = " ".join(token.text for token in found)
            self.places_told[sentence] = without_war(without_stops(find_places(sentence, found), said), said)
        return self.places_told[sentence]

    def goods_before(self):
        """The goods told of last: since the last figure, by it or in the title, else in the paragraph; or None."""
        named = next((goods for said in reversed(self.silents) if (goods := self.goods_of(said))), None)
        earlier = (goods for said in reversed(self.earlier) if (goods := self.goods_of(said)))
        return named or self.goods_told or next(earlier, None)

    @staticmethod
    @lru_cache(maxsize=64)
    def goods_of(sentence):
        """The last goods that an earlier sentence names, or None; asked for again and again, so kept."""
        return goods_named(tokens(fold(sentence)))

    def new_paragraph(self):
        """Forget the paragraph before, but for what its last figures were about."""
        row = self.last and len(self.sides_told) > 1 and several(self.sides_told)
        last = replace(self.last, partners=()) if row else self.last
        self.before = (last, self.period, self.period_mode) if last or self.period else self.before
        self.previous = (self.previous + self.earlier)[-_REMEMBERED:]
        self.earlier, self.last, self.meaning, self.mode = [], None, None, None
        self.whole_before, self.whole = self.whole or self.whole_before, None
        self.period, self.period_mode, self.head, self.goods = None, None, None, None
        self.currency = next(iter(self.currencies)) if len(self.currencies) == 1 else None
        self.sides_told, self.province, self.source = [], None, None
        self.row, self.unit, self.listed, self.heading, self.silent = [], None, False, None, None
        self.flows, self.nation, self.shares, self.aside = set(), None, False, None

    def add(self, sentence, figures=True):
        """Remember a sentence's text; its places are read only if asked for, or where it turns to another partner."""
        self.earlier.append(sentence)
        self.heading, self.silent = None, None if figures else sentence
        self.silents = [] if figures else [*self.silents, sentence]  # since the last figure
        if self.last and sentence.endswith("?") and _TURNS_TO.match(fold(sentence)):
            self._turn_to(partner_of(self.places_of(sentence), set()))
        elif self.last and not figures and any(word in sentence for word in TRADING):
            self._turn_to(topic_of(self.places_of(sentence)))

    def _turn_to(self, code):
        """After "Còn thị trường Nga?" what was told of another partner goes on with this one."""
        if code and self.last.partners and code != self.last.reporter:
            self.last = replace(self.last, partners=(code,), evidence="paragraph")
            self.head = self.head and (self.head[0], self.last)

    def tells_shares(self, continues):
        """True after "Tỷ trọng của các thị trường cũng thay đổi.", for the sentences that go on from it."""
        said = self.silent and any(word in self.silent.lower() for word in ("tỷ trọng", "thị phần"))
        return bool(continues and (said or self.shares))

    def goes_on(self, line):
        """True where a line belongs to the one before: the answer to a question, a breakdown, an item of a list."""
        on = bool(self.earlier) and listing.goes_on(line, self.earlier[-1])
        self.listed = on and listing.is_item(line)
        return on

    def unit_for(self, sentence):
        """The unit of bare numbers, given in brackets by the sentence itself or by the heading of its list; or None."""
        self.unit = listing.unit_of(sentence) or self.unit
        return self.unit


# "Còn thị trường Nga?", "Với Belarus thì sao?": a question that only names whom the next sentence is about.
_TURNS_TO = re.compile(r"(?:thế )?(?:còn|với|riêng)(?: [^\d?.,;]{1,40})\?$")
# Sentences of paragraphs before, asked only what "hai nước" are.
_REMEMBERED = 8


def _seller(named):
    """The country of "Xuất khẩu thịt heo của Nga tăng", a title that names no other; or None."""
    codes = {place.code for place in named}
    alone = len(codes) == 1 and HOME not in codes and all(p.role == "of" and p.kind == "country" for p in named)
    return codes.pop() if alone else None


def _selling(trade):
    """The country whose exports a title speaks of that names another, too ("xuất khẩu thịt của Nga"); or None."""
    return trade[1].reporter if trade and trade[0] == "export" else None


def _title_topic(at, named):
    """The trade a title speaks of, as (Meaning, Sides): what a sentence without a word of its own is about; or None."""
    cues = [cue for cue in at.cues if meanings.label_of(cue)[0] in meanings.TRADE]
    code = partner_of(named, set())
    if not cues or any(place.code not in (HOME, code) for place in named):
        return None
    measure = meanings.label_of(cues[0])[0]
    flow = measure if measure in ("export", "import") else "bilateral"
    known = Sides(HOME, (code,), flow, "title") if code else Sides(HOME, (), flow)
    return meanings.Meaning(measure, None, detail="title", rule="title"), known
