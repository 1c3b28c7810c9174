"""Web pages on which more text stands than the article's: below it, beside it, loaded behind it, in slides."""

import pytest

from analysis import blocks, markup, pages
from analysis.lines import look

TITLE = "Xưởng đàn mẫu ở Kon Tum nhận đặt ba mươi cây đàn đá cho Perm"
BODY = [
    "Xưởng đàn mẫu bên sông Đăk Bla sáng 4/6 ký phiếu đặt ba mươi cây đàn đá với nhạc viện thành phố Perm của Nga.",
    "Mỗi cây gồm mười một thanh đá mỏng, thợ gõ thử rồi mài lại từng chút một cho tới khi đúng cao độ mới thôi.",
    "Đá lấy từ bãi suối cách xưởng hai mươi cây số, chỗ dân trong vùng vẫn nhặt về kê bếp và lót lối đi quanh nhà.",
    "Phía nhạc viện cử hai giảng viên sang ở lại xưởng một tháng, vừa học cách chỉnh âm vừa chép lại các bài gõ cổ.",
    "Ông chủ xưởng nói khó nhất là đóng thùng, vì thanh đá chịu được búa gỗ nhưng lại dễ nứt khi xe xóc đường dài.",
    "Chuyến hàng đầu dự kiến rời cảng vào tháng chín, đi cùng là một bộ cồng nhỏ xưởng tặng cho lớp nhạc thiếu nhi.",
]
OTHERS = [
    "Quê tôi cũng có loại đá này, hồi nhỏ chăn trâu hay nhặt gõ chơi cả buổi mà không biết làm thành đàn được.",
    "Nghe nói loại đá xanh cho tiếng trong hơn, còn đá nâu thì tiếng ấm, không rõ xưởng này chọn loại nào để bán.",
    "Con gái tôi học nhạc ở Kazan bảo bên ấy có phòng trưng bày nhạc cụ châu Á rất đông khách vào cuối tuần đấy.",
    "Giá mà xưởng mở cửa cho khách vào xem, tôi sẽ đưa cả lớp lên đó một chuyến trong dịp nghỉ hè sắp tới này.",
    "Tôi từng mua một bộ về treo ở hiên, mưa gió mấy năm vẫn kêu tốt, chỉ phải thay dây buộc mỗi năm một lần thôi.",
    "Chỉ mong các cháu học xong vẫn ở lại làng, chứ thợ già bây giờ đếm trên đầu ngón tay, không ai nối nghề nữa.",
    "Bên bảo tàng tỉnh hình như cũng giữ một bộ cũ lắm, đào được hồi làm đường, lâu rồi không thấy đem ra trưng bày.",
]
MENU = "".join(f"<li><a href='/{each}'>{each}</a></li>" for each in ("Trang chủ", "Thời sự", "Văn hóa", "Liên hệ"))


def paragraphs(lines, shape="<p>{}</p>"):
    return "".join(map(shape.format, lines))


HEAD = f"<h1>{TITLE}</h1><p class='when'>04/06/2026 09:20</p>"
ARTICLE = f"<div class='main'>{HEAD}<div class='text'>{paragraphs(BODY)}</div></div>"


def read(inside, title=TITLE):
    web = markup.read(f"<title>{title}</title><body><ul class='menu'>{MENU}</ul>{inside}</body>")
    return pages.clean("\n".join(web.lines), "page.html", web.told)


def kept(inside):
    return read(inside).text.split("\n")


def test_talk_below_the_article_stays_out_however_long_it_is():
    said = paragraphs(OTHERS * 2, "<li class='fil'><div class='who'>Khách</div><div class='what'><p>{}</p></div></li>")
    tags = "<div class='tags'>Kon Tum, Perm</div>"
    assert kept(f"{ARTICLE}{tags}<h2>Trò chuyện</h2><div class='salon'><ul class='fils'>{said}</ul></div>") == BODY


def test_words_right_in_the_element_around_the_article_stay_in():
    text = f"<div class='text'>{paragraphs(BODY[:5])}</div>"
    assert kept(f"<div class='main'>{HEAD}{text}<ul class='tags'><li>Perm</li></ul>{BODY[5]}</div>")[:5] == BODY[:5]


def test_notes_on_the_site_at_the_foot_of_the_page_stay_out():
    notes = [
        "Trang này lưu vài tệp nhỏ trên máy của bạn để lần sau mở nhanh hơn và nhớ cỡ chữ mà bạn đã chọn trước đó.",
        "Bạn có thể xóa các tệp ấy bất cứ lúc nào trong phần cài đặt, khi đó trang sẽ hỏi lại như lần mở đầu tiên.",
    ]
    foot = f"<div class='bar'><div class='inner'><h2>Tệp nhỏ là gì?</h2>{paragraphs(notes)}</div></div>"
    assert kept(ARTICLE + foot) == BODY


@pytest.mark.parametrize(
    "rest",
    [
        "<div class='box'><h3>Làm đàn ra sao</h3></div><div class='text'>{}</div>",
        "<h3>Làm đàn ra sao</h3>{}",
        "<div><div><div><h2>Làm đàn ra sao</h2>{}</div></div></div>",
        "<p><a href='/9'>Xem ảnh</a></p><div class='main'><h2>Làm đàn</h2><ul><li>Đá</li></ul><div class='b'>{}</div></div>",
        "<div class='box'><h3>Làm đàn ra sao</h3></div><section><div class='part text'><div class='text'>{}</div></div></section>",
    ],
    ids=[
        "in a second element of its sort",
        "right beside the first half",
        "below a sub-head in elements without names",
        "in a second part of the page",
        "deeper in one of its sort",
    ],
)
def test_the_second_half_of_an_article_stays_in(rest):
    more = [line.replace("xưởng", "lò").replace("Xưởng", "Lò") for line in BODY[4:]]
    first = f"<div class='main'>{HEAD}<div class='text'>{paragraphs(BODY)}</div>{rest.format(paragraphs(more))}</div>"
    assert kept(first)[-2:] == more and set(BODY) <= set(kept(first))


LOADED = "<article><header><h2>{}</h2></header><div class='by'>{} tháng 6, 2026</div><div class='text'>{}</div></article>"


def test_articles_loaded_below_the_page_s_own_stay_out():
    own = LOADED.format(TITLE, 4, paragraphs(BODY))
    next_one = LOADED.format("Khách vào xem xưởng đá bên suối đông dần lên", 3, paragraphs(OTHERS))
    assert kept(own + next_one) == BODY
    assert kept(next_one + own) == BODY


def test_the_entries_of_a_report_as_it_happens_stay_in():
    moments = [f"<article><h3>9h{n}5</h3><p>{line}</p></article>" for n, line in enumerate(BODY)]
    page = kept(HEAD + "".join(moments))
    assert [line for line in page if len(line) > 20] == BODY


def test_a_headline_that_is_a_link_to_its_own_page_is_the_title():
    head = f"<h3><a href='/dan-da'>{TITLE}</a></h3><span>04/06/2026</span>"
    page = read(f"{head}<div class='text'>{paragraphs(BODY)}</div>", f"{TITLE} | Báo Mẫu")
    assert (page.title, page.published) == (TITLE, "2026-06-04")
    assert page.text.split("\n") == BODY


def test_slides_inside_an_article_stay_out_and_a_story_told_in_slides_stays_in():
    slides = paragraphs(OTHERS[:4], "<li><div class='card'><h4>Đàn đá cũ</h4><p>{}</p></div></li>")
    inside = f"{HEAD}<div class='text'>{paragraphs(BODY[:3])}<ul class='slides'>{slides}</ul>{paragraphs(BODY[3:])}</div>"
    assert kept(inside) == BODY
    told = paragraphs(BODY, "<div class='swiper-slide'><img src='/1.jpg'><p>{}</p></div>")
    assert kept(f"{HEAD}<div class='swiper-wrapper'>{told}</div>") == BODY


@pytest.mark.parametrize(
    "line",
    [
        "Trần Mộc Lâm, ngày 04/06/2026",
        "Trần Mộc Lâm, 04/06/2026",
        "Người viết: Trần Mộc Lâm - Ngày đăng: 04/06/2026",
    ],
)
def test_a_name_and_the_day_below_the_title(line):
    page = read(f"<h1>{TITLE}</h1><p>{line}</p>{paragraphs(BODY)}")
    assert (page.author, page.published) == ("Trần Mộc Lâm", "2026-06-04")


def test_a_town_before_the_day_signs_nothing():
    page = read(f"<h1>{TITLE}</h1><p>Hồ Chí Minh, 04/06/2026</p>{paragraphs(BODY)}")
    assert page.author is None


def test_a_name_and_the_day_below_the_lede():
    page = read(f"<h1>{TITLE}</h1><p>{BODY[0]}</p><p>Trần Mộc Lâm, 04/06/2026</p>{paragraphs(BODY[1:])}")
    assert (page.author, page.published, page.lede) == ("Trần Mộc Lâm", "2026-06-04", BODY[0])


def test_an_article_loaded_below_with_its_day_above_its_heading_stays_out():
    item = "<div class='item'><a class='when' href='/d'>{}:20 04.06.2026</a><h1>{}</h1>{}</div>"
    own, other = (
        item.format(9, TITLE, paragraphs(BODY)),
        item.format(8, "Đàn đá cũ tìm được hồi làm đường", paragraphs(OTHERS)),
    )
    assert kept(own + other) == BODY


def test_data_for_machines_in_the_page_is_no_text():
    stub = (
        f"<div class='meta'><div itemprop='headline'>{TITLE}</div><div itemprop='description'>{OTHERS[0]}</div>"
        "<a itemprop='url' href='/a'></a><div itemprop='datePublished'>2026-06-04T09:20:00+07:00</div></div>"
    )
    page = read(f"{stub}<h1>{TITLE}</h1>{paragraphs(BODY)}")
    assert (page.text.split("\n"), page.published) == (BODY, "2026-06-04T09:20:00+07:00")


def test_what_common_style_sheets_leave_out_is_left_out_and_what_they_show_on_wide_screens_stays():
    away = f"<div class='hidden d-none'><p>{OTHERS[0]}</p></div>"
    wide = f"<div class='d-none d-md-block'><p>{BODY[2]}</p></div>"
    assert kept(HEAD + paragraphs(BODY[:2]) + away + wide + paragraphs(BODY[3:])) == BODY
    assert kept(f"{HEAD}<div class='hide'>{paragraphs(BODY)}</div><a href='#'>Đọc tiếp</a>") == BODY


def test_parts_of_blocks_are_known_by_their_last_name():
    box = f"<div class='story__related'><p>{OTHERS[0]}</p></div>"
    quote = f"<div class='story__quote-text'>{BODY[2]}</div><div class='story__quote-label'>Lê Mộc Trà</div>"
    body = paragraphs(BODY[:2]) + quote + box + paragraphs(BODY[3:])
    page = read(f"<h1>{TITLE}</h1><div class='story__author'><a href='/x'>Trần Mộc Lâm</a>Phóng viên</div>{body}")
    assert (page.text.split("\n"), page.author) == (BODY, "Trần Mộc Lâm")


def test_a_name_with_its_word_of_authorship_before_it():
    by = "<div class='post-author'><span>Bởi</span> <a href='/tac-gia/lam'>Trần Mộc Lâm</a><i> - </i></div>"
    assert read(f"<h1>{TITLE}</h1>{by}{paragraphs(BODY)}").author == "Trần Mộc Lâm"


def test_ends_of_lines_and_of_headings_that_are_written_wrong():
    text = f"<h1>{TITLE}</h2><span>04/06/2026 09:20</span><div>{'</br></br>'.join(BODY)}</div>"
    page = read(text)
    assert (page.title, page.published) == (TITLE, "2026-06-04T09:20:00")
    assert page.text.split("\n") == BODY


def test_a_page_for_print_laid_out_in_a_table():
    rows = (
        "<tr><td><img src='/l.gif'></td><td>Thứ Năm, 04/06/2026 - 09:20</td></tr>"
        f"<tr><td colspan=2><b><font size=4>{TITLE}</font></b></td></tr>"
        f"<tr><td colspan=2>{paragraphs(BODY, '<div align=justify>{}</div>')}</td></tr>"
    )
    page = read(f"<table>{rows}</table>", "Báo Mẫu điện tử - Bản in")
    assert (page.title, page.published, page.text.split("\n")) == (TITLE, "2026-06-04T09:20:00", BODY)


def test_the_columns_of_a_page_are_no_cells_of_a_row():
    text = "<br><br>".join(BODY)
    page = read(f"<table><tr><td><a href='/3'>Ảnh</a></td><td>4/6/2026<br>{text}</td></tr></table>")
    assert (page.published, page.text.split("\n")) == ("2026-06-04", BODY)


def test_words_below_a_picture_in_the_middle_are_its_caption():
    shown = "Thợ gõ thử thanh đá cuối cùng trong buổi chiều nắng."
    picture = f"<div style='text-align: center;'><img src='/2.jpg' width=600 height=400><br><em>{shown}</em></div>"
    page = read(HEAD + paragraphs(BODY[:3]) + picture + paragraphs(BODY[3:]))
    assert (page.captions, page.text.split("\n")) == ([shown], BODY)
    sign = "<p style='text-align: center'><img src='/s.gif' width=9 height=9> {}</p>"
    assert kept(HEAD + paragraphs(BODY, sign)) == BODY


def test_the_window_s_title_goes_without_the_site_s_name():
    page = read(f"<p>04/06/2026</p>{paragraphs(BODY)}", f"{TITLE} - Báo Mẫu")
    assert page.title == TITLE


def test_the_page_of_contacts_at_the_menu_s_end_is_no_section():
    menu = "<div>Mạng lưới</div><div>Liên hệ</div>"
    page = read(f"{menu}<h1>{TITLE}</h1><p>04/06/2026</p>{paragraphs(BODY)}")
    assert page.section is None


def test_what_stands_above_the_title_is_no_measure_of_the_article():
    notice = "Phòng đọc tầng ba của thư viện mở cửa mỗi {}. Bạn đọc có thẻ của thư viện được mượn {} về nhà trong {} hôm."
    asked = [("sáng", "sách", "mười"), ("chiều", "báo cũ", "ba"), ("tối", "bản đồ", "hai")]
    notices = [notice.format(*each) for each in asked]
    lines = [*notices, TITLE, "Tác giả: Trần Mộc Lâm", "04/06/2026 09:20", *BODY]
    looks = [look(number, line) for number, line in enumerate(lines, 1)]
    states = blocks.divide(looks, 4)
    assert [states[number] for number in range(7, len(lines) + 1)] == [blocks.ARTICLE] * len(BODY)


def test_a_paragraph_that_is_a_link_above_the_body_is_no_lede():
    card = f"<p><a href='/9'>{OTHERS[0]}</a></p>"
    assert kept(f"{HEAD}{card}<div class='text'>{paragraphs(BODY)}</div>") == BODY


def test_the_life_of_the_author_beside_the_article_stays_out():
    life = f"<div class='author-box'><div>Trần Mộc Lâm</div><p>{OTHERS[3]}</p></div>"
    assert kept(f"{HEAD}{life}<div class='text'>{paragraphs(BODY)}</div>") == BODY


def test_a_heading_with_the_name_of_its_subject_before_the_title_is_the_title():
    head = f"<h2><span>Nghề cổ</span> : {TITLE}</h2><div>04/06/2026</div><div>Cồng và đàn bày bên nhau trong xưởng</div>"
    assert read(f"{head}<div class='text'>{paragraphs(BODY)}</div>").title == f"Nghề cổ : {TITLE}"


def test_what_is_no_name_in_the_page_s_head_is_no_author():
    head = """<meta name='author' content='{"@type": "Person"}'>"""
    assert read(f"{head}<h1>{TITLE}</h1>{paragraphs(BODY)}").author is None


def test_words_in_the_middle_right_below_a_picture_are_its_caption():
    shown = "Thợ gõ thử thanh đá cuối cùng trong buổi chiều nắng. Ngoài sân còn hai thùng chờ đóng nắp."
    centred = "<p style='text-align: center'>{}</p>"
    picture = centred.format("<img src='/2.jpg' width=600 height=400>") + centred.format(f"<em>{shown}</em>")
    page = read(HEAD + paragraphs(BODY[:3]) + picture + paragraphs(BODY[3:]))
    assert (page.captions, page.text.split("\n")) == ([shown], BODY)


def test_a_page_set_in_the_middle_as_a_whole_is_no_row_of_captions():
    lines = paragraphs(BODY, "<p align=center><img src='/1.jpg'></p><p align=center>{}</p>")
    assert kept(HEAD + lines) == BODY


def test_a_class_that_ends_in_caption_names_one():
    shown = "Hai thanh đá đặt cạnh nhau trên giá gỗ ở góc xưởng, nắng chiều rọi xiên qua khung cửa hẹp."
    photo = f"<div class='long-photo'><img src='/1.jpg'><p class='long-cap'>{shown}</p></div>"
    page = read(HEAD + paragraphs(BODY[:3]) + photo + paragraphs(BODY[3:]))
    assert (page.captions, page.text.split("\n")) == ([shown], BODY)


def test_a_title_in_a_table_with_buttons_behind_it_is_no_caption():
    top = f"<table><tr><td>{TITLE}</td><td><img src='/pdf.png'></td><td><img src='/in.png'></td></tr></table>"
    by = "<table><tr><td><span>Viết bởi Trần Mộc Lâm</span></td></tr><tr><td>Thứ năm, 04 Tháng 6 2026 09:20</td></tr></table>"
    page = read(f"{top}{by}{paragraphs(BODY)}")
    assert (page.title, page.author, page.published) == (TITLE, "Trần Mộc Lâm", "2026-06-04T09:20:00")


def test_strokes_without_spaces_part_the_writer_from_the_day_and_the_section():
    line = "Tác giả: Trần Mộc Lâm/Thứ Năm, 04 Tháng Sáu 2026/Chuyên mục: Văn hóa"
    page = read(f"<h1>{TITLE}</h1><p>{line}</p>{paragraphs(BODY)}")
    assert (page.author, page.published) == ("Trần Mộc Lâm", "2026-06-04")


def test_a_short_menu_of_links_above_the_title_is_no_path():
    menu = "<div><a href='/'>Trang chủ</a><a href='/ts'>Thời sự</a><a href='/vh'>Văn hóa</a></div>"
    assert read(f"{menu}<h1>{TITLE}</h1><p>04/06/2026</p>{paragraphs(BODY)}").section is None
    path = "<div class='breadcrumb'><a href='/'>Trang chủ</a><a href='/vh'>Văn hóa</a></div>"
    assert read(f"{path}<h1>{TITLE}</h1><p>04/06/2026</p>{paragraphs(BODY)}").section == "Văn hóa"


def test_a_day_set_apart_by_a_style_sheet_is_no_part_of_the_headline_behind_it():
    lines = markup.read("<div><span class='day'>4 Tháng 6 2026</span><a href='/1'>Đàn đá lên đường</a></div>").lines
    assert lines == ["4 Tháng 6 2026 Đàn đá lên đường"]


def test_buttons_and_tags_are_known_by_the_name_of_the_article_before_theirs():
    source = "<div class='post-tags'>Kon Tum Perm</div><p class='article-share'>Gửi tới bạn bè</p>"
    assert markup.read(source).hints == ["tags", "button"]


@pytest.mark.parametrize("name", ["Tin liên quan", "Xem thêm", "Tin cùng chuyên mục"])
def test_the_end_of_an_article_behind_a_box_of_links_in_its_element_stays_in(name):
    link = "<li><a href='/1'>Lễ hội cồng chiêng năm nay mở muộn vì mưa</a></li>"
    box = f"<div class='lk'><h3>{name}</h3><ul>{link}</ul></div>"
    article = f"<div class='text'>{paragraphs(BODY[:4])}{box}{paragraphs(BODY[4:])}</div>"
    said = f"<h3>Bình luận</h3><div class='talk'>{paragraphs(OTHERS[:2])}</div>"
    assert kept(HEAD + article) == BODY
    assert kept(HEAD + article + said) == BODY


@pytest.mark.parametrize("by", ["bởi Trần Mộc Lâm", "viết bởi Trần Mộc Lâm", "tác giả Trần Mộc Lâm", "bởi admin"])
def test_who_signs_in_small_letters_below_the_title_is_no_part_of_it(by):
    page = read(f"<h1>{TITLE}</h1><div>{by}</div><div>04/06/2026 09:20</div>{paragraphs(BODY)}")
    assert (page.title, page.author) == (TITLE, None if "admin" in by else "Trần Mộc Lâm")
