"""Pages as crawlers and clippers hand them over (Markdown, lines with their own stamps), and what stands at pictures."""

import textwrap

import pytest

from analysis import formats, markdown, pages

TITLE = "Xưởng gốm mẫu nung mẻ ấm trà đầu tiên cho khách Tver"
LEDE = "Sau ba tháng thử men, xưởng gốm mẫu ven sông đã nung xong mẻ ấm trà đầu tiên theo đơn của một hiệu trà ở Tver."
BODY = [
    "Mẻ đầu có 320 chiếc, vỡ mất 14 chiếc lúc dỡ lò. Chủ xưởng nói tỷ lệ ấy thấp hơn các mẻ xuất đi nơi khác.",
    "Hiệu trà muốn vòi ấm ngắn và quai to, vì khách của họ hay rót khi còn đeo găng. Thợ phải sửa khuôn hai lần mới vừa ý.",
    "Men nâu được pha từ đất đồi và tro vỏ trấu. Một thợ trẻ học cách pha này từ ông ngoại rồi ghi lại thành sổ.",
    "Chuyến hàng sẽ đi đường biển vào tuần tới. Xưởng đóng ấm trong mùn cưa, mỗi thùng 16 chiếc.",
]
MENU = [" * [Thời sự](https://baomau.example/thoi-su)", " * [Kinh tế](https://baomau.example/kinh-te)", ""]


@pytest.fixture
def read(tmp_path):
    """The page of a file with these lines."""

    def read(*lines, name="page.md"):
        path = tmp_path / name
        path.write_text("\n".join(lines), encoding="utf-8")
        source = formats.read(path)
        return pages.clean(source.text, source.name, source.metadata)

    return read


def test_a_crawled_page_gives_its_article_and_the_day_of_publication(read):
    page = read(
        f"# {TITLE}",
        "",
        "**Source:** https://tuoitre.vn/xuong-gom-mau-2025.htm",
        "**Crawled:** 2026-01-09T08:15:30.114",
        "",
        "---",
        *MENU,
        "[Kinh tế](https://baomau.example/kinh-te)",
        "14/11/2025 12:05 GMT+7",
        f"# {TITLE}",
        "[![tác giả](https://baomau.example/a.png)](https://baomau.example/tac-gia)",
        '[MỘC LAM](https://baomau.example/tac-gia "MỘC LAM")',
        f"## {LEDE}",
        f"![{TITLE} - Ảnh 1.](https://baomau.example/1.jpg)",
        "Thợ dỡ lò lúc rạng sáng - Ảnh: Mộc Lam",
        BODY[0],
        " * #### [Làng chiếu mẫu nhận đơn hàng lớn nhất trong 10 năm](https://baomau.example/1.htm)",
        " * #### [Hội chợ gốm mùa thu đón 4.500 lượt khách trong hai ngày](https://baomau.example/2.htm)",
        "",
        BODY[1].replace("hiệu trà", "[hiệu trà](https://baomau.example/x)", 1),
        "![goc-lo.jpg](https://baomau.example/2.jpg) Góc lò lúc nửa đêm.",
        *BODY[2:],
        "[![Lò gạch cũ](https://baomau.example/3.jpg)](https://b.example)[Lò gạch cũ thành bảo tàng](https://b.example)",
        "Khu lò gạch bỏ không 12 năm được sửa thành nơi trưng bày nghề đất nung của cả vùng.",
        "[Đọc tiếp](https://baomau.example/4) [Về trang Chủ đề](https://baomau.example/5)",
        "[MỘC LAM](https://baomau.example/tac-gia)",
        "Bình luận (0)",
    )
    assert page.text.split("\n") == [LEDE, *BODY]
    assert (page.title, page.published, page.author) == (TITLE, "2025-11-14T12:05:00+07:00", "MỘC LAM")
    assert page.outlet == "Tuổi Trẻ"


def test_when_a_page_was_saved_is_not_when_it_was_published(read):
    page = read(TITLE, "URL nguồn: https://vov.vn/a-1.vov", "Ngày crawl: 2026-02-03", LEDE, *BODY, name="a.txt")
    assert page.published is None and page.outlet == "VOV" and page.text.split("\n") == [LEDE, *BODY]


def test_an_address_on_the_first_line_tells_the_outlet_and_one_in_the_text_does_not(read):
    address = "https://dantri.com.vn/kinh-te/a-1.htm"
    assert read(address, TITLE, LEDE, *BODY, name="a.txt").outlet == "Dân trí"
    assert read(TITLE, LEDE, *BODY[:2], address, *BODY[2:], name="b.txt").outlet is None


def test_a_line_that_says_what_its_picture_says_is_a_caption(read):
    said = "Ấm trà trong lò nung thử."
    page = read(f"# {TITLE}", "", LEDE, "", f"![Image 2: {said}](https://a.example/1.jpg)", "", said, "", *BODY)
    assert page.text.split("\n") == [LEDE, *BODY] and page.captions == [said]


def test_paragraphs_broken_at_the_margin_are_joined_in_markdown_too():
    text = "\n\n".join("\n".join(textwrap.wrap(each, 60)) for each in [LEDE, *BODY])
    assert markdown.read("# Tin mẫu\n\n" + text)[1] == []


def kept(*lines):
    """What is kept of a page with these lines below its title and date."""
    text = "\n".join(["Kinh tế", TITLE, "14/11/2025 12:05 GMT+7", *lines])
    return pages.clean(text).text.split("\n")


@pytest.mark.parametrize(
    "shown",
    [
        ["Chủ xưởng xem lại mẻ ấm vừa dỡ. Ông giữ lò này từ khi còn là xưởng của hợp tác xã", "Ảnh: CTV"],
        [
            "Xã đã khoanh 12 lò cũ để sửa, dựng mái che, làm lối đi và đặt biển kể chuyện nghề cho khách tới xem vào mỗi "
            "cuối tuần, trong đó có lò của xưởng gốm mẫu ở ven sông",
            "Ảnh: CTV",
        ],
        ["Đỗ Văn Mẫu, Lê Thị Mây và nhóm thợ trẻ trong buổi họp mặt bên mẻ gốm đầu xuân. Video:"],
        ["Thợ dỡ lò lúc rạng sáng ở xưởng bên sông.", "Thợ dỡ lò lúc rạng sáng ở xưởng bên sông."],
    ],
)
def test_captions_at_pictures_are_no_paragraphs(shown):
    assert kept(LEDE, *BODY[:2], *shown, *BODY[2:]) == [LEDE, *BODY]


def test_pictures_behind_each_paragraph_leave_the_paragraphs_in_the_article():
    shown = ["Chủ xưởng bên mẻ ấm vừa dỡ khỏi lò nung sáng nay", "Ảnh: CTV"]
    album = [line for paragraph in BODY for line in (paragraph, *shown)]
    assert kept(LEDE, *album) == [LEDE, *BODY]


def test_the_last_paragraph_may_tell_who_somebody_of_the_title_is():
    last = "Đỗ Văn Mẫu là thợ được cả vùng biết tới từ khi giành giải nhất hội thi vuốt nặn của tỉnh mười năm trước."
    page = pages.clean("\n".join(["Lò gốm của thợ Đỗ Văn Mẫu có khách mới", "14/11/2025 12:05", LEDE, *BODY, last]))
    assert page.text.endswith(last)


def test_a_teaser_behind_the_sites_own_prefix_is_left_out():
    box = [
        "Làng chiếu mẫu nhận đơn hàng lớn",
        "BAOMAU.VN - Đơn hàng 9.000 chiếc chiếu sẽ giao trong ba đợt, đợt đầu vào tháng Chạp.",
    ]
    assert kept(f"BAOMAU.VN - {LEDE}", *BODY, *box) == [f"BAOMAU.VN - {LEDE}", *BODY]


def test_a_long_teaser_below_the_last_block_is_left_out():
    teaser = "Đơn hàng chiếu lớn nhất của làng sẽ giao trong ba đợt. Làng đã gọi thêm 60 người dệt từ hai xã bên và chia ca cả ban đêm."
    box = [
        "Tin liên quan",
        "Làng chiếu mẫu nhận đơn hàng lớn nhất trong mười năm qua",
        teaser,
        "Chia sẻ",
        "Bình luận (0)",
    ]
    assert kept(LEDE, *BODY, *box) == [LEDE, *BODY]


def test_a_wish_in_an_enumeration_is_no_notice():
    wishes = [
        "Xưởng đề nghị xã giữ giá thuê đất trong ba năm để thợ yên tâm xây thêm lò;",
        "Quan tâm, hỗ trợ xưởng ứng dụng công nghệ nung bằng khí và mua thiết bị đo nhiệt cho hai lò cũ.",
    ]
    assert kept(LEDE, *BODY, *wishes) == [LEDE, *BODY, *wishes]


def test_a_section_and_its_part_above_the_title_are_no_title():
    title = "Thợ gốm mẫu vừa nhận đơn hàng của hiệu trà ở Tver là ai?"
    text = "\n".join(["Giải trí Thợ gốm", title, "Lê Thị Mây", "14/11/2025 12:05 GMT+7", LEDE, *BODY])
    assert pages.clean(text).title == title


def test_long_captions_of_a_photo_story_are_its_text(tmp_path):
    figures = "".join(f"<figure><img src=a.jpg><figcaption>{each}</figcaption></figure>" for each in BODY)
    path = tmp_path / "page.html"
    path.write_text(f"<h1>{TITLE}</h1><time>14/11/2025 12:05</time><p>{LEDE}</p>{figures}", encoding="utf-8")
    source = formats.read(path)
    assert pages.clean(source.text, source.name, source.metadata).text.split("\n") == [LEDE, *BODY]


def test_buttons_beside_the_path_are_no_sections(tmp_path):
    crumbs = "<div class=breadcrumb><a>Văn hóa</a><a>Nghề cũ</a><a>chia sẻ</a><a>Google News</a></div>"
    path = tmp_path / "page.html"
    path.write_text(f"{crumbs}<h1>{TITLE}</h1><p>{LEDE}</p><p>{BODY[0]}</p>", encoding="utf-8")
    source = formats.read(path)
    assert source.metadata["path"] == "Văn hóa > Nghề cũ"


def test_short_paragraphs_on_others_at_the_end_are_teasers_though_no_headline_stands_above_them():
    others = [
        "Ca sĩ Thùy Vân vừa dời đêm nhạc ở Đà Lạt sang tháng Sáu vì đoàn kèn chưa tập xong ba khúc cuối.",
        "Phim hoạt hình về chú voi Bản Đôn bị rạp Cầu Giấy rút lịch chiếu sớm, khán giả nhí tiếc nuối.",
    ]
    told = [
        "Xưởng gốm mẫu ven sông nhận đơn của hiệu trà ở Tver từ mùa xuân. Hiệu trà ở Tver đã xem men của ba lò trước đó.",
        "Hiệu trà ở Tver trả trước một nửa tiền. Xưởng gốm mẫu ven sông dùng tiền ấy mua đất và củi cho cả mẻ ấm trà.",
        "Mẻ ấm trà đầu tiên đã nung xong đúng hẹn. Xưởng gốm mẫu ven sông hẹn hiệu trà ở Tver mẻ sau vào đầu mùa đông.",
    ]
    assert kept(LEDE, *told, *others) == [LEDE, *told]


def test_a_paragraph_below_an_inserted_headline_stays_where_the_next_one_goes_on_with_it():
    inserted = "Nhiều chợ phiên miền núi đổi ngày họp để tránh mùa mưa năm nay"
    told = "Hội nghề gốm vùng ven sông đã lập sổ tay chung về đất, men và lửa cho các lò nhỏ trong vùng"
    after = (
        "Chủ nhiệm hội nói sổ tay chung về đất, men và lửa ghi lại cách làm của chín thợ già. Bản in phát cho từng lò."
    )
    assert kept(LEDE, *BODY[:2], inserted, f"{told}.", after, *BODY[2:]) == [
        LEDE,
        *BODY[:2],
        f"{told}.",
        after,
        *BODY[2:],
    ]


def test_a_button_behind_the_source_is_no_part_of_its_name():
    page = pages.clean("\n".join([TITLE, "14/11/2025 12:05", LEDE, *BODY, "Theo Tiền Phong Copy link"]))
    assert page.source == "Tiền Phong"


def test_a_line_in_bold_letters_over_text_is_a_sub_head_and_a_name_is_not(read):
    page = read(
        f"# {TITLE}", "", LEDE, "", *BODY[:2], "**Ba đời thợ giữ một lò bên sông**", "", *BODY[2:], "**Lê Thị Mây**"
    )
    assert page.text.split("\n") == [LEDE, *BODY[:2], "Ba đời thợ giữ một lò bên sông", *BODY[2:]]
    assert page.author == "Lê Thị Mây"


def test_a_long_question_marked_as_the_heading_is_the_title(read):
    title = "Mẻ ấm trà đầu tiên của xưởng gốm mẫu ven sông đi qua những chặng nào trước khi tới tay khách ở Tver?"
    page = read(f"# {title}", "", "Ấm xếp trong lò nung - Ảnh: Mộc Lam", "", LEDE, "", *BODY)
    assert page.title == title and page.text.split("\n") == [LEDE, *BODY]


def test_who_lent_a_picture_in_capitals_is_a_credit():
    assert kept(LEDE, *BODY[:2], "Thợ bên lò nung cũ", "XƯỞNG GỐM MẪU CUNG CẤP", *BODY[2:]) == [LEDE, *BODY]


@pytest.mark.parametrize("lender", ["Xưởng gốm mẫu", "Hiệu trà ở Tver"])
def test_a_line_that_only_ends_like_a_credit_stays(lender):
    told = f"Củi nung do {lender} cung cấp."
    assert kept(LEDE, *BODY[:2], told, *BODY[2:]) == [LEDE, *BODY[:2], told, *BODY[2:]]


def test_who_lent_a_picture_in_small_letters_is_a_credit(read):
    picture = "![Thợ bên lò](https://baomau.example/lo.jpg)"
    page = read(f"# {TITLE}", "", LEDE, "", picture, *BODY[:2], "Gia đình cung cấp", picture, *BODY[2:])
    assert page.text.split("\n") == [LEDE, *BODY]


def test_tags_of_headings_left_in_a_text_set_the_headings_apart(read):
    page = read(
        "Thời sự",
        f" <h1> {TITLE}",
        " </h1>",
        " 14/11/2025 12:05",
        f" <h2> {LEDE}</h2>",
        f" {BODY[0]}<h2> Vòi ngắn, quai to</h2>",
        *BODY[1:],
        " <h2> Tin liên quan </h2>",
        " Xã hội<h3> Mưa lớn làm hỏng hai lò gạch ở hạ lưu </h3>",
        " Hai lò gạch phải dừng đốt một tuần để chờ đất khô.",
        name="page.txt",
    )
    assert page.title == TITLE
    assert page.text.split("\n") == [LEDE, BODY[0], "Vòi ngắn, quai to", *BODY[1:]]


def test_a_ban_on_copying_behind_a_sign_is_no_outlet():
    foot = "® Cấm sao chép dưới mọi hình thức nếu không có sự chấp thuận bằng văn bản."
    assert pages.clean("\n".join([TITLE, "14/11/2025 12:05", LEDE, *BODY, foot])).outlet is None


def test_words_of_a_player_within_the_text_are_left_out():
    player = ["Tự động phát sau", "3", "Current Time 0:00", "/", "Duration 1:58", "Advertisements", "X"]
    assert kept(LEDE, *BODY[:2], *player, *BODY[2:]) == [LEDE, *BODY]


def test_the_last_paragraph_above_a_button_to_read_on_stays_in_the_article(read):
    page = read(f"# {TITLE}", "14/11/2025 12:05 GMT+7", LEDE, *BODY[:2], "Giữ lửa cho nghề", BODY[2], "Xem tiếp")
    assert page.text.split("\n") == [LEDE, *BODY[:2], "Giữ lửa cho nghề", BODY[2]]


@pytest.mark.parametrize(
    "heading",
    ["Xưởng gốm mẫu mở phòng trưng bày tại TP. Hồ Chí Minh", "“Ấm trà mẫu có rót được khi đeo găng tay dày không?”"],
)
def test_a_title_that_ends_with_a_short_word_or_in_quotes_above_its_date_is_the_title(heading):
    page = pages.clean("\n".join([heading, "", "14/11/2025 12:05", "", LEDE, "", BODY[0]]))
    assert (page.title, page.text.split("\n")) == (heading, [LEDE, BODY[0]])


def test_a_title_that_names_a_video_is_the_title_where_no_other_line_can_be():
    heading = "VIDEO: Xưởng gốm mẫu dỡ lò mẻ ấm trà đầu tiên"
    assert pages.clean("\n\n".join(["Video", heading, LEDE, *BODY])).title == heading


def test_a_path_copied_without_its_signs_is_no_text():
    assert kept("Trang chủKinh tếXưởng gốm mẫu nung mẻ ấm trà...", TITLE, LEDE, *BODY) == [LEDE, *BODY]


def test_a_picture_with_words_in_one_cell_is_another_article(read):
    cell = "![]() Ngày 3/11, làng chiếu mẫu mở hội thi dệt nhanh cho thợ trẻ của bốn xã ven sông. |"
    page = read(TITLE, cell, LEDE, "![]() |", "Thợ dỡ lò lúc rạng sáng (Ảnh: Mộc Lam) |", *BODY, name="page.txt")
    assert page.text.split("\n") == [LEDE, *BODY]


def test_the_line_stuck_to_the_title_as_a_pictures_name_is_its_caption():
    shown = "Những chiếc ấm đầu tiên được xếp lên giá sau ba tháng thử men."
    page = pages.clean("\n\n".join([TITLE, LEDE, BODY[0], f"{TITLE}\n{shown}", *BODY[1:]]))
    assert page.captions == [shown] and page.text.split("\n") == [LEDE, *BODY]


def test_who_installs_an_application_in_the_news_is_no_reader():
    told = (
        "Theo tour của lễ hội, khách vào làng được đo thân nhiệt, cài đặt ứng dụng khai báo ở cổng rồi mới "
        "lên thuyền tới khu lò gốm, nơi ban tổ chức đã xếp sẵn chỗ ngồi cách nhau hai mét."
    )
    assert told in kept(LEDE, BODY[0], told, *BODY[1:])


def test_the_time_of_a_visit_above_the_telephone_is_not_the_publication():
    head = ["Thứ hai 22/12/2025 21:12", "Hotline: 024.000.00.000", "Nghề xưa", "", TITLE, "", LEDE, "", BODY[0]]
    assert pages.clean("\n".join(head)).published is None


def test_a_time_in_brackets_behind_the_title_is_the_publication():
    page = pages.clean("\n\n".join([f"{TITLE} (15:10 29/11/2024)", LEDE, *BODY]))
    assert page.published == "2024-11-29T15:10:00"


def test_a_list_of_topics_above_the_title_is_no_text():
    topics = ["1. Dòng sự kiện:", "  2. Hội làng gốm mẫu 2025", "  3. Giá đất sét - tro trấu", "  4. Mùa nước nổi"]
    page = pages.clean("\n".join([*topics, "", TITLE, "", LEDE, "", BODY[0], "", BODY[1]]))
    assert (page.title, page.text.split("\n")) == (TITLE, [LEDE, *BODY[:2]])


def test_a_closed_sentence_between_paragraphs_on_who_gives_what_to_whom_is_a_caption():
    shown = "Các thợ trẻ tặng ấm trà cho khách ở cửa lò."
    page = pages.clean("\n\n".join([TITLE, "14/11/2025 12:05", LEDE, BODY[0], shown, *BODY[1:]]))
    assert page.captions == [shown] and page.text.split("\n") == [LEDE, *BODY]


def test_the_number_of_a_picture_behind_the_title_is_no_outlet():
    page = pages.clean(
        "\n\n".join([TITLE, "14/11/2025 12:05", LEDE, BODY[0], f"{TITLE} - Ảnh 1.", *BODY[1:], "- Ảnh 2."])
    )
    assert page.outlet is None


FORWARDED = """Phố cổ đón lò gốm của bạn bè vùng Kostroma
10:20 | 14/03/2025
Sáng nay, những người thợ gốm vùng Kostroma đốt lò đầu tiên trên bãi sông,
mời cả phường tới xem và uống trà.
Lò xây bằng gạch của làng bên, cao hai mét, mỗi mẻ chứa được chừng ba trăm
chiếc bát và mất mười bốn giờ mới nguội hẳn.
Người thợ cả kể rằng ông học cách trộn đất của bà ngoại, còn men thì học từ
những người khách quê Phù Lãng sang bán hàng năm ngoái.
Phường dự tính giữ lò lại sau hội, mở lớp cho trẻ em vào mỗi chiều thứ bảy và
bán bát lấy tiền mua củi.
"""


@pytest.mark.parametrize("blank", [1, 2])
@pytest.mark.parametrize("sign", ["", "> "])
def test_a_text_with_blank_lines_between_its_broken_lines_is_read_by_paragraphs(sign, blank):
    """So mail programs and some converters hand articles on: each line of print alone, behind a sign of quotation."""
    lines = [line for each in FORWARDED.splitlines() for line in (sign + each, *[sign.rstrip()] * blank)]
    page = pages.clean("\n".join(lines))
    assert page.title == "Phố cổ đón lò gốm của bạn bè vùng Kostroma"
    assert page.published == "2025-03-14T10:20:00"
    told = page.text.split("\n")
    assert len(told) == 4
    assert told[1].endswith("chừng ba trăm chiếc bát và mất mười bốn giờ mới nguội hẳn.")
    assert [line.kept for line in page.lines if not line.text] == [False] * (10 * blank)


def test_squares_before_sub_heads_do_not_make_links_of_them():
    marked = pages.clean("\n".join([TITLE, LEDE, "■ Đất của bà ngoại", *BODY[:2], "■ Hiệu trà đòi gì", *BODY[2:]]))
    assert [line.text for line in marked.lines if line.kind == "subhead"] == ["■ Đất của bà ngoại", "■ Hiệu trà đòi gì"]
    linked = pages.clean("\n".join([TITLE, LEDE, *BODY[:2], "▶ Đất của bà ngoại", "▶ Hiệu trà đòi gì", *BODY[2:]]))
    assert [line.text[0] for line in linked.lines if not line.kept] == [TITLE[0], "▶", "▶"]
