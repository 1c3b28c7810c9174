"""Web pages whose article stands in their scripts alone, as the makers of such pages write it, and saved in odd ways."""

import html
import json

import pytest

from analysis import formats, markup, pages

TITLE = "Bến thuyền mẫu ở Sa Kỳ đóng ba chiếc xuồng gỗ cho Petrozavodsk"
BODY = [
    "Bến thuyền mẫu ở cửa Sa Kỳ sáng 9/5 hạ thủy chiếc xuồng gỗ đầu tiên trong lô ba chiếc đặt từ Petrozavodsk.",
    "Xuồng dài sáu mét, ván chò ghép chốt tre chứ không dùng đinh, đáy trét nhựa cây trộn vỏ sò nghiền thật mịn.",
    "Người đặt là một câu lạc bộ chèo thuyền bên hồ Onega, vốn quen đóng bằng gỗ vân sam và buộc bằng rễ thông.",
    "Hai thợ bên ấy đã ở lại bến bốn mươi ngày để học cách uốn ván qua lửa rơm mà ván không nứt và không cháy sém.",
    "Ông chủ bến kể lúc đầu hai bên cãi nhau về mũi thuyền, sau cùng chịu mỗi chiếc làm một kiểu rồi đem ra đua thử.",
    "Ba chiếc xuồng sẽ đi chung một chuyến tàu trong tháng bảy, tiền cước do câu lạc bộ lo, bến chỉ góp phần đóng gói.",
]
TEXT = "".join(f"<p>{line}</p>" for line in BODY)


def data(value):
    return json.dumps(value, ensure_ascii=False)


def read(source):
    web = markup.read(source)
    return pages.clean("\n".join(web.lines), "page.html", web.told)


def state(value, attributes="id='state'"):
    return f"<script type='application/json' {attributes}>{value}</script>"


def push(text):
    return f"<script>self.__next_f.push([1,{json.dumps(text)}])</script>"


SPANS = [{"_type": "block", "children": [{"text": line[:30]}, {"text": line[30:]}]} for line in BODY]
MASKED = data({"x": {"title": TITLE, "content": TEXT}}).replace("&", "&a;").replace('"', "&q;").replace("<", "&l;")
FLIGHT = f'1:["$","main",null,{{"post":{{"title":"{TITLE}","content":"$2"}}}}]\n2:T9a,{TEXT}'


@pytest.mark.parametrize(
    "script",
    [
        state(data([{"data": 1}, {"post": 2}, {"title": 3, "content": 4, "id": 5}, TITLE, TEXT, 77])),
        state(data([{"post": 1}, {"title": 2, "lines": 3}, TITLE, [4, 5, 6, 7, 8, 9], *BODY])),
        state(MASKED.replace(">", "&g;")),
        state(data({"post": {"title": TITLE, "body": SPANS}})),
        state(data({"title": TITLE, "body": [{"type": "p", "children": [{"data": line}]} for line in BODY]})),
        push(FLIGHT[:400]) + push(FLIGHT[400:]),
        state(data({"title": TITLE, "content": html.escape(TEXT)})),
        f"<template id='bai'>{TEXT}</template>",
    ],
    ids=[
        "values named by their places",
        "lines named by their places",
        "masked signs",
        "blocks of pieces",
        "pieces of a tree",
        "pushed in two halves",
        "masked tags",
        "a template",
    ],
)
def test_the_article_is_read_from_what_the_script_would_build(script):
    page = read(f"<title>{TITLE} | Báo Mẫu</title><body><div id='app'></div>{script}</body>")
    assert (page.title, page.text.split("\n")) == (TITLE, BODY)


def test_of_two_articles_in_a_page_s_scripts_none_is_taken_but_for_what_the_page_tells_of_it():
    other = [line.replace("xuồng", "thúng").replace("Sa Kỳ", "Thuận An").replace("gỗ", "tre") for line in BODY]
    both = state(data({"a": {"content": TEXT}, "b": {"content": "".join(f"<p>{line}</p>" for line in other)}}))
    page = f"<title>{TITLE}</title><body>{both}</body>"
    assert markup.read(page).lines == []
    assert read(f"<meta name='description' content='{other[0]}'>{page}").text.split("\n") == other


def test_a_list_of_numbers_is_no_list_of_places():
    rates = state(data([[1, 2, 3], {"title": TITLE, "content": TEXT}]))
    page = read(f"<title>{TITLE}</title><body>{rates}</body>")
    assert page.text.split("\n") == BODY


@pytest.mark.parametrize(
    "note",
    [
        "<!-- saved from url=(0041)https://bao.example/xuong-go-sa-ky-1.html -->",
        "<!--\n Page saved with SingleFile \n url: https://bao.example/xuong-go-sa-ky-1.html \n saved date: Sat May 09 2026\n-->",
    ],
)
def test_the_address_that_a_browser_notes_when_it_saves_a_page(tmp_path, note):
    path = tmp_path / "a.html"
    path.write_text(f"<!DOCTYPE html>\n{note}\n<html><title>{TITLE}</title><body>{TEXT}</body></html>", encoding="utf-8")
    assert formats.read(path).metadata["url"] == "https://bao.example/xuong-go-sa-ky-1.html"
    told = "<link rel='canonical' href='https://bao.example/1'>"
    path.write_text(f"{note}<html><head>{told}</head><body>{TEXT}</body></html>", encoding="utf-8")
    assert formats.read(path).metadata["url"] == "https://bao.example/1"


def test_spans_set_as_blocks_are_paragraphs():
    lines = "".join(f"<span style='display: block'>{line}</span>" for line in BODY)
    assert read(f"<h1>{TITLE}</h1><p>09/05/2026</p><div>{lines}</div>").text.split("\n") == BODY


def test_words_for_screen_readers_that_are_cut_to_nothing_are_left_out():
    cut = "<div style='position:absolute; clip: rect(0 0 0 0)'><p>Đoạn này chỉ để máy đọc to cho người khiếm thị nghe.</p></div>"
    assert read(f"<h1>{TITLE}</h1><p>09/05/2026</p>{TEXT}{cut}").text.split("\n") == BODY


def test_two_articles_in_elements_of_one_sort_the_page_s_own_is_the_one_under_its_title():
    other = [line.replace("xuồng", "thúng").replace("Xuồng", "Thúng").replace("Onega", "Ilmen") for line in BODY]
    shape = "<div class='bai'><h2>{}</h2><p>0{}/05/2026</p>{}</div>"
    own = shape.format(TITLE, 9, TEXT)
    next_one = shape.format("Thúng chai ra hồ Ilmen", 8, "".join(f"<p>{line}</p>" for line in other))
    for source in (own + next_one, next_one + own):
        page = read(f"<title>{TITLE}</title><body><div id='ds'>{source}</div></body>")
        assert page.text.split("\n") == BODY


def test_the_parts_of_a_long_article_in_elements_of_one_sort_stay_in():
    more = [line.replace("xuồng", "thúng").replace("Xuồng", "Thúng").replace("Onega", "Ilmen") for line in BODY]
    first = f"<section class='khoi'><h1>{TITLE}</h1><p>09/05/2026</p>{TEXT}</section>"
    second = (
        "<section class='khoi'><h2>Thúng chai ra hồ</h2>" + "".join(f"<p>{line}</p>" for line in more) + "</section>"
    )
    page = read(f"<title>{TITLE}</title><body>{first}{second}</body>")
    assert set(BODY + more) <= set(page.text.split("\n"))
