"""Web pages whose markup says the wrong thing of their article: unlucky names, hidden bodies, tags left open."""

import json
from dataclasses import replace

import pytest

from analysis import formats, markup, pages, teasers
from analysis.lines import look

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


def read(inside, head=""):
    """A page with a menu, this inside and another article's headline below it."""
    source = f"<html><head>{head}</head><body><ul class='menu'>{MENU}</ul>{inside}<div class='more'><h3>Tin khác</h3>{TEASER}</div></body></html>"
    web = markup.read(source)
    return pages.clean("\n".join(web.lines), "page.html", web.told)


def kept(inside, head=""):
    """The lines kept of it."""
    page = read(inside, head)
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
    assert kept(f"{HEAD}<div>{paragraphs(BODY[:3])}</div><div class='comments'>{said * 9}</div>") == BODY[:3]


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


def test_a_picture_inside_a_sentence_does_not_break_it_and_one_before_a_caption_does():
    inside = "<p>Mùa này hoa nở <picture><source srcset='/a'><img src='/b'></picture> rộ khắp vườn.</p>"
    before = "<p>Vườn mở cửa từ sáng.<img src='/c'><i>Khách xem hoa.</i></p>"
    assert markup.read(inside + before).lines == [
        "Mùa này hoa nở rộ khắp vườn.",
        "Vườn mở cửa từ sáng.",
        "Khách xem hoa.",
    ]


def test_line_ends_are_kept_where_the_page_keeps_them():
    text = "\n".join(BODY)
    style = "<style>.noi-dung{font-size:17px;white-space:pre-line}</style>"
    assert kept(f"{HEAD}<div class='noi-dung'>{text}</div>", style) == BODY
    assert kept(f"{HEAD}<div style='white-space: pre-line'>{text}</div>") == BODY
    broken = "\n\n".join(line.replace(", ", ",\n") for line in BODY)
    assert kept(f"{HEAD}<pre>{broken}</pre>") == BODY


STATE = {"menu": ["Thời sự"] * 9, "post": {"title": TITLE, "sapo": BODY[0], "content": paragraphs(BODY[1:])}}
BLOCKS = {"story": {"title": TITLE, "blocks": [{"type": "paragraph", "data": {"text": line}} for line in BODY]}}
OTHER = {
    "title": "Chợ hoa làng bên đón khách",
    "content": "Chợ mở từ sáng sớm, quầy nào cũng đông người hỏi mua. " * 40,
}


@pytest.mark.parametrize(
    "script",
    [
        f"<script id='__NEXT_DATA__' type='application/json'>{json.dumps(STATE)}</script>",
        f"<script>window.__STATE__ = {json.dumps(BLOCKS)};</script>",
        f"<script>var list = {json.dumps([OTHER, STATE['post']])}</script>",
        f"<script>self.__next_f.push([1, {json.dumps('5:' + json.dumps(STATE))}])</script>",
        f"<script>window.__NUXT__=(function(a){{return {{post:{{id:a,content:{json.dumps(paragraphs(BODY))}}}}}}}(9))</script>",
        f"<script type='text/template'>{paragraphs(BODY)}</script>",
        "<script type='application/ld+json'>"
        + json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n".join(BODY)})
        + "</script>",
    ],
    ids=[
        "the state of a page",
        "blocks of an editor",
        "below the title among others",
        "data in a text",
        "a text in a program",
        "markup in a script",
        "for search engines",
    ],
)
def test_an_article_that_stands_in_a_script_alone_is_kept(script):
    assert kept(f"<div id='root'>Đang tải...</div>{script}", f"<title>{TITLE}</title>") == BODY


def test_what_scripts_say_of_an_article_that_shows_is_left_out():
    script = f"<script>var more = {json.dumps([OTHER, STATE['post']])}</script>"
    assert kept(HEAD + paragraphs(BODY) + script) == BODY
    assert kept(HEAD + paragraphs(BODY[:3]) + script) == BODY[:3]


def test_fields_that_elements_state_beside_the_text():
    stated = (
        "<ul class='breadcrumb'><li><a href='/lang-nghe'>Làng nghề</a></li></ul>"
        f"<h1>{TITLE}</h1><span itemprop='datePublished' content='2026-03-13T08:15:00+07:00'>hôm nay</span>"
        "<div class='post-author-name'><a href='/nguoi-viet/9'>Hạ Mộc Miên</a></div>"
    )
    said = "<div class='comments'><span class='author'>Vũ Văn Khách</span><p>Hay quá.</p></div>"
    page = read(stated + paragraphs(BODY) + said)
    assert (page.published, page.author, page.section) == ("2026-03-13T08:15:00+07:00", "Hạ Mộc Miên", "Làng nghề")


def test_data_for_search_engines_is_read_inside_another_object_and_old_signs():
    node = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2026-03-13T08:15:00+07:00"}
    told = json.dumps({"@graph": [{"@type": "WebPage", "mainEntity": node}]})
    head = f"<script type='application/ld+json'>\n//<![CDATA[\n{told}\n//]]>\n</script>"
    assert read(f"<h1>{TITLE}</h1>{paragraphs(BODY)}", head).published == "2026-03-13T08:15:00+07:00"


def test_the_day_is_read_from_data_that_lack_a_sign():
    told = '{"@type": "NewsArticle", "headline": "Tin "mẫu"", "datePublished": "2026-03-13T08:15:00+07:00",}'
    head = f"<script type='application/ld+json'>{told}</script>"
    assert read(f"<h1>{TITLE}</h1>{paragraphs(BODY)}", head).published == "2026-03-13T08:15:00+07:00"
    twice = told.replace("}", '"x": {"datePublished": "2026-01-02T10:00:00+07:00"},}')
    head = f"<script type='application/ld+json'>{twice}</script>"
    assert read(f"<h1>{TITLE}</h1>{paragraphs(BODY)}", head).published is None


def test_a_lone_step_of_a_path_is_the_section():
    path = "<p class='breadcrumb'><a href='/a'>Làng nghề</a></p>"
    assert read(path + HEAD + paragraphs(BODY)).section == "Làng nghề"
    items = (
        "<div class='bread-crumb-detail'><ul><li><a href='/a'>Làng nghề</a><a href='/b'>Cây thuốc</a></li></ul></div>"
    )
    assert read(items + HEAD + paragraphs(BODY)).section == "Làng nghề > Cây thuốc"


def test_the_links_that_lead_to_the_category_are_the_section():
    links = "<h6><a rel='category tag' href='/a'>Làng nghề</a>, <a rel='category tag' href='/b'>Cây thuốc</a></h6>"
    assert read(links + HEAD + paragraphs(BODY)).section == "Làng nghề > Cây thuốc"
    named = "<header><p class='article-category'><a href='/a'>Làng nghề</a></p>{}</header>"
    assert read(named.format(HEAD) + paragraphs(BODY)).section == "Làng nghề"


def test_a_place_that_a_style_sheet_sets_apart_is_no_part_of_the_next_word():
    assert markup.read("<p><span class='place'>Sochi</span>Vườn mới mở cửa.").lines == ["Sochi Vườn mới mở cửa."]
    assert markup.read("<p><span class='first'>V</span>ườn mới mở cửa.").lines == ["Vườn mới mở cửa."]


def test_a_frame_larger_than_the_page_is_not_the_page(tmp_path):
    ours = f"<html><body>{HEAD}{paragraphs(BODY)}</body></html>"
    advert = "<html><body>" + "<p>Mua hai tặng một cho mọi món trong tuần này.</p>" * 80 + "</body></html>"
    parts = [
        f"--x\nContent-Type: text/html; charset=utf-8\nContent-Location: {address}\n\n{text}\n"
        for address, text in (("https://quangcao.example/1", advert), ("https://vuonmau.example/2", ours))
    ]
    path = tmp_path / "page.mhtml"
    start = "Snapshot-Content-Location: https://vuonmau.example/2\nMIME-Version: 1.0\n"
    kind = "Content-Type: multipart/related; boundary=x\n\n"
    path.write_text(start + kind + "".join(parts) + "--x--\n", encoding="utf-8")
    source = formats.read(path)
    page = pages.clean(source.text, source.name, source.metadata)
    assert page.text.split("\n") == BODY and source.metadata["url"] == "https://vuonmau.example/2"


def test_the_next_article_that_was_loaded_below_is_not_of_this_page():
    other = [f"Ở đầm sen thì khác, {line[0].lower()}{line[1:]}" for line in BODY]
    below = f"<h1>Đầm sen mẫu mở cửa đón khách Tver</h1><p>12/03/2026 17:40</p>{paragraphs(other)}"
    first, second = (f"<article class='detail'>{each}</article>" for each in (HEAD + paragraphs(BODY), below))
    assert kept(first + second) == BODY
    assert kept(second + first, f"<title>{TITLE} | Báo Mẫu</title>") == BODY


def test_main_headings_inside_an_article_do_not_end_it():
    assert kept(HEAD + paragraphs(BODY[:3]) + "<h1>Mùa thu hẹn lại</h1>" + paragraphs(BODY[3:]))[-3:] == BODY[3:]


def test_a_date_inside_the_heading_is_no_part_of_the_title():
    page = read(f"<h1>{TITLE} <small>13/03/2026 08:15</small></h1>{paragraphs(BODY)}")
    assert (page.title, page.published) == (TITLE, "2026-03-13T08:15:00")


def test_a_time_told_from_now_is_read_from_the_markup():
    heading = f"<div><h1>{TITLE}</h1><time datetime='2026-03-13T08:15:00+07:00'>2 giờ trước</time></div>"
    assert read(heading + paragraphs(BODY)).published == "2026-03-13T08:15:00+07:00"
    several = "<time datetime='2026-03-09T10:00:00+07:00'>4 ngày trước</time>" * 2
    assert read(f"<h1>{TITLE}</h1>{paragraphs(BODY)}{several}").published is None


def test_roles_of_elements_say_what_they_are():
    source = "<div role='complementary'>Bạn có biết</div><div role='contentinfo'>Báo Mẫu</div>"
    assert markup.read(source).hints == ["aside", "footer"]


def test_the_paragraphs_that_the_page_holds_together_are_the_article_below_whatever_stands_above_them():
    links = paragraphs(["Bản in", "Bản để nghe", "Chợ hoa làng bên", "Mùa sen ở hồ trên"], "<a href='/x'><p>{}</p></a>")
    top = f"<h1>{TITLE}</h1><p>13/03/2026</p><p>{BODY[0]}</p><p>Hạ Mộc Miên</p><p>Tin liên quan</p>{links}"
    assert kept(f"{top}<div>{paragraphs(BODY[1:])}</div><p>Bình luận</p>") == BODY


def test_a_headline_below_the_whole_article_is_not_its_title():
    card = "<div><h1>Vườn thuốc mẫu gửi giống trà hoa vàng đi xa</h1><p>Hãy chia sẻ bài này với bạn bè.</p></div>"
    head = "<meta property='og:title' content='Vườn thuốc mẫu gửi giống trà hoa vàng đi xa'>"
    assert kept(HEAD + f"<div>{paragraphs(BODY)}</div>" + card, head) == BODY


def test_data_about_a_name_inside_a_paragraph_does_not_break_it():
    marked = [line.replace("Sochi", "<span itemscope><meta itemprop='name' content='x'>Sochi</span>") for line in BODY]
    assert kept(HEAD + paragraphs(marked)) == BODY


def test_boxes_of_other_news_inside_and_beside_the_article_stay_out():
    told = [
        f"Chợ phiên mở từ sáng sớm, lượt khách thứ {n} được tặng một cành hoa giấy và một chén trà nóng."
        for n in (3, 5, 8, 9)
    ]
    inside = f"<div class='kb-relatedbox'><h4><a href='/3'>Chợ phiên mẫu đông khách</a></h4><p>{told[0]}</p></div>"
    beside = f"<div role='complementary'><h3>Bạn có biết</h3>{paragraphs(told[1:])}</div>"
    assert kept(HEAD + paragraphs(BODY[:3]) + inside + paragraphs(BODY[3:]) + beside) == BODY


def test_a_card_that_one_element_holds_stays_out_with_its_blurb():
    name = "Chợ hoa làng bên đón đợt khách đầu tiên trong mùa lễ hội trà năm nay"
    blurb = "Cây được ươm trong bầu rơm cũng bày bán ở chợ, mỗi bầu 30 nghìn đồng và kèm tên người chăm."
    link = f"<a href='/7'><img alt='{name}'></a><div><a href='/7'>{name}</a></div>"
    for shape in ("<article class='insert'>{}</article>", "<div type='RelatedOneNews'>{}</div>"):
        card = shape.format(f"{link}<div>{blurb}</div>")
        assert kept(f"{HEAD}<div>{paragraphs(BODY)}{card}</div>") == BODY
        assert kept(f"{HEAD}<div>{paragraphs(BODY[:4])}{card}{paragraphs(BODY[4:])}</div>") == BODY
    assert kept(f"<article>{HEAD}<p><a href='/8'>{BODY[0]}</a></p></article>{paragraphs(BODY[1:])}")[-5:] == BODY[1:]


@pytest.mark.parametrize(
    "shape", ["<p> <b> {} </b> </p>", "<p><strong>{}</strong></p>", "<p style='font-weight:700'>{}</p>"]
)
def test_a_line_in_bold_is_a_heading_of_the_article_whatever_its_words(shape):
    name = "Bảng tên những loài được phép mang qua biên giới theo bản quy ước Global Garden All-cap"
    rules = "Các tiêu chí chọn giống của hai vườn gồm: cây chịu rét, bầu rơm nặng dưới hai cân, tên người chăm ghi rõ."
    parts = paragraphs(BODY[:4]), f"<p>{rules}</p><figure><img></figure>{paragraphs(BODY[4:])}"
    assert kept(f"{HEAD}<div>{shape.format(name).join(parts)}</div>") == [*BODY[:4], name, rules, *BODY[4:]]
    assert name not in kept(f"{HEAD}<div>{f'<p>{name}</p>'.join(parts)}</div>")


def test_the_first_author_that_the_head_states_and_is_a_person_counts():
    head = "<meta name='author' content='VUON MAU'><meta property='og:site_name' content='VUON MAU'>"
    head += "<meta property='dable:author' content='LÊ MẪU;HẠ MIÊN'>"
    assert read(HEAD + paragraphs(BODY), head).author == "LÊ MẪU, HẠ MIÊN"
    named = "<meta name='author' content='Báo Mẫu'><meta property='article:author' content='Tô Minh Mẫu'>"
    assert read(HEAD + paragraphs(BODY), named).author == "Tô Minh Mẫu"


@pytest.mark.parametrize("name", ["video-js vjs-paused", "jwplayer", "plyr plyr--video"])
def test_what_a_player_says_of_itself_stays_out(name):
    said = "<span>Khung phát is loading.</span><p>Bắt đầu hộp thoại. Phím Esc sẽ đóng lại.</p><ul><li>Tốc độ</li></ul>"
    inside = f"{paragraphs(BODY[:2])}<figure><div class='{name}'>{said}</div></figure>{paragraphs(BODY[2:])}"
    assert kept(f"{HEAD}<div>{inside}</div>") == BODY


def test_a_heading_among_the_paragraphs_is_the_articles_although_the_paragraph_below_tells_it_again():
    first, later = "Giống trà hoa vàng ươm trong bầu rơm", "Tiền kiểm dịch được chia đều cho cả hai nơi"
    told = "Giống trà hoa vàng được ươm trong bầu rơm theo lối cũ của làng, cạnh giếng đá ở cuối vườn."
    again = "Tiền kiểm dịch 30 triệu đồng được chia đều cho cả hai nơi theo bản ghi nhớ."
    parts = [first, told, *BODY[:4], later, again, *BODY[4:]]
    for shape in ("<h2>{}</h2>", "<h3><strong>{}</strong></h3>", "<p><b>{}</b></p>"):
        inside = "".join((shape if part in (first, later) else "<p>{}</p>").format(part) for part in parts)
        assert kept(f"{HEAD}<h2>Vườn gửi 400 cây đi xa</h2><div>{inside}</div>")[-len(parts) :] == parts
    assert later not in kept(f"{HEAD}<div>{paragraphs(parts)}</div>")


def test_a_list_without_full_stops_among_the_paragraphs_is_the_articles():
    items = ["- Cây đã rụng hết nụ, vỏ khô hoặc bị chèn dây chằng lạ từ bên ngoài (strapping)", "- Bầu thiếu thẻ tên"]
    inside = f"{paragraphs(BODY[:3])}{paragraphs(items)}{paragraphs(BODY[3:])}"
    assert kept(f"{HEAD}<div>{inside}</div>") == [*BODY[:3], *items, *BODY[3:]]
    apart = f"{paragraphs(BODY[:3])}<div><div><div>{paragraphs(items)}</div></div></div>{paragraphs(BODY[3:])}"
    assert items[0] not in kept(f"{HEAD}<div>{apart}</div>")


@pytest.mark.parametrize(
    "begins, reads",
    [
        ("<span>TP HCM</span>Vườn", "TP HCM Vườn"),
        ("<span>Sochi</span>Vườn", "Sochi Vườn"),
        ("<span>V</span>ườn", "Vườn"),
    ],
)
def test_a_place_set_apart_is_a_word_of_its_own_and_a_great_first_letter_is_none(begins, reads):
    rest = "thuốc mẫu giao thêm 60 cây cho đoàn khách, mỗi cây kèm một thẻ ghi ngày giâm và tên người chăm."
    assert kept(f"{HEAD}<div><p>{begins} {rest}</p>{paragraphs(BODY)}</div>") == [f"{reads} {rest}", *BODY]


def test_what_a_heading_of_one_word_heads_below_a_box_are_no_blurbs():
    tips = ["Ống kính Leica tiêu cự 24 mm lấy nét rất nhanh.", "Pin lithium trụ nổi âm 15 độ C, vỏ nhôm chống bụi."]
    page = [look(number, text) for number, text in enumerate([*BODY[:4], "Tin liên quan", "Camera", *tips], 1)]
    heading = replace(page[5], hint="subhead")
    assert teasers.box_runs(page) == {6, 7}
    assert teasers.box_runs([*page[:5], heading, *page[6:]]) == set()


def test_a_sharp_picture_told_of_in_an_article_is_no_notice():
    told = "Ảnh vệ tinh có độ phân giải 50 cm, mỗi điểm ảnh rộng bằng một gốc trà trong vườn."
    assert kept(f"{HEAD}<div>{paragraphs([*BODY, told])}</div>") == [*BODY, told]
