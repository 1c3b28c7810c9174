"""Web pages whose markup says the wrong thing of their article: unlucky names, hidden bodies, tags left open."""

import pytest

from analysis import markup, pages

TITLE = "Vườn thuốc mẫu gửi giống trà hoa vàng sang Sochi"
BODY = [
    "Ngày 12/3, vườn thuốc mẫu ở chân núi đã giao 400 cây trà hoa vàng cho đoàn làm vườn đến từ thành phố Sochi.",
    "Cây được ươm trong bầu rơm suốt mười tháng, mỗi bầu ghi rõ ngày giâm và tên người chăm để bên nhận tiện theo dõi.",
    "Trưởng đoàn khách nói khí hậu ven biển ở quê ông ẩm quanh năm, nên giống này có thể ra nụ ngay từ mùa thứ hai.",
    "Hai bên hẹn mùa thu tới sẽ đổi thêm giống chè chịu rét, còn cách ghép cành thì các thợ trẻ học qua từng buổi gọi hình.",
    "Chi phí chuyến hàng do vườn bên ấy lo, riêng tiền kiểm dịch chừng 30 triệu đồng được chia đều cho cả hai nơi cùng chịu.",
    "Người giữ vườn cho biết lứa cây sau sẽ ươm nhiều gấp đôi, bởi một vườn ở Krasnodar cũng vừa gửi thư hỏi mua giống.",
]
MENU = "".join(f"<li><a href='/{each}'>{each}</a></li>" for each in ("Trang chủ", "Thời sự", "Kinh tế", "Văn hóa"))
TEASER = "<p><a href='/5'>Chợ hoa làng bên đón đợt khách đầu tiên, giá cây giống giữ nguyên so với cùng vụ năm ngoái.</a></p>"


def paragraphs(lines, shape="<p>{}</p>"):
    return "".join(shape.format(line) for line in lines)


def kept(inside, head=""):
    """The lines kept of a page with a menu, this inside and another article's headline below it."""
    source = f"<html><head>{head}</head><body><ul class='menu'>{MENU}</ul>{inside}<div class='more'><h3>Tin khác</h3>{TEASER}</div></body></html>"
    web = markup.read(source)
    page = pages.clean("\n".join(web.lines), "page.html", web.metadata | {"hints": web.hints})
    assert page.title == TITLE
    return page.text.split("\n")


HEAD = f"<h1>{TITLE}</h1><p class='date'>13/03/2026 08:15</p>"


@pytest.mark.parametrize(
    "body",
    [
        f"<div class='comment-wrapper'>{paragraphs(BODY)}</div><div class='comments'><p>Hay quá, mong có thêm.</p></div>",
        f"<div class='share-content'>{paragraphs(BODY[:3])}</div><div>{paragraphs(BODY[3:])}</div>",
        f"<div>{paragraphs(BODY[:3])}</div><div class='footer-top'>{paragraphs(BODY[3:])}</div>",
        paragraphs(BODY, "<p class='popup-text'>{}</p>"),
        f"<figure><figcaption>{paragraphs(BODY)}",
        f"<a href='/goc'>{paragraphs(BODY)}</a>",
        paragraphs(BODY, "<a name='muc'><p>{}</p>"),
    ],
    ids=[
        "a body called comment",
        "a first half called share",
        "a last half called footer",
        "paragraphs called popup",
        "a caption left open",
        "a link left open",
        "marks left open",
    ],
)
def test_what_can_only_be_the_article_is_kept_whatever_its_markup_says(body):
    assert kept(HEAD + body) == BODY


def test_comments_and_boxes_of_others_below_an_article_stay_out():
    said = paragraphs(
        [f"Tôi từng trồng giống này {n} năm ở vườn nhà, khó nhất là giữ ẩm cho bầu vào cuối đông." for n in range(2, 6)]
    )
    box = (
        TEASER * 4 + "<p>Chợ hoa làng bên mở thêm hai dãy quầy cho người bán cây giống từ các xã lân cận mang tới.</p>"
    )
    inside = f"{HEAD}<div>{paragraphs(BODY)}</div><div class='related'>{box}</div><div class='comments'>{said}</div>"
    assert kept(inside) == BODY


@pytest.mark.parametrize(
    "body",
    [
        f"<div style='display:none'>{paragraphs(BODY)}</div><a href='#' class='more'>Đọc tiếp</a>",
        paragraphs(BODY, "<p class='wow' style='visibility: hidden'>{}</p>"),
        f"<noscript>{paragraphs(BODY)}</noscript>",
        f"<x-page><template shadowrootmode='open'>{paragraphs(BODY)}</template></x-page>",
        f"<dialog open>{paragraphs(BODY)}</dialog>",
    ],
    ids=["a folded body", "paragraphs that fade in", "text without scripts", "a web component", "a dialogue"],
)
def test_an_article_that_a_script_shows_is_kept(body):
    assert kept(HEAD + body) == BODY


def test_what_is_hidden_beside_an_article_that_shows_stays_hidden():
    hidden = "<div style='display:none'><p>Trúng ngay 90 tỷ đồng khi đăng ký nhận bản tin của cửa hàng mẫu trong hôm nay.</p></div>"
    assert kept(f"{HEAD}{paragraphs(BODY)}{hidden * 9}") == BODY


def test_tags_of_word_and_proof_readers_do_not_break_a_line():
    marked = [line.replace("ở", "<st1:place>ở</st1:place>", 1).replace("cho", "<g>cho</g>", 1) for line in BODY]
    assert kept(HEAD + paragraphs(marked, "<p class='MsoNormal'>{}<o:p></o:p></p>")) == BODY


def test_small_pictures_in_a_line_do_not_break_it():
    assert markup.read("<p>Mùa này hoa nở <img width='16' height='16'> rộ khắp vườn.").lines == [
        "Mùa này hoa nở rộ khắp vườn."
    ]


def test_line_ends_are_kept_where_the_page_keeps_them():
    text = "\n".join(BODY)
    assert kept(f"{HEAD}<div style='white-space: pre-line'>{text}</div>") == BODY
    broken = "\n\n".join(line.replace(", ", ",\n") for line in BODY)
    assert kept(f"{HEAD}<pre>{broken}</pre>") == BODY
