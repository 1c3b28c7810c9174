"""Damaged and hostile files: each gives its article or one sentence on the problem, and none stops the others."""

import gzip
import io
import json
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from analysis import folders, formats, pages

PAGE = """Trang chủ
Bàn giao tàu nghiên cứu tại cảng mẫu
09:30 | 12/03/2025 GMT+7
Sáng 12/3, hai bên bàn giao con tàu nghiên cứu dài 68 mét sau hai năm đóng mới.
Con tàu chở được 54 người và đi liền ba mươi ngày không cần tiếp nhiên liệu.
Chuyến đi đầu tiên dự kiến vào tháng 6, với nhóm nhà khoa học của cả hai nước.
Đọc nhiều
Giá rau tăng sau mưa"""
BODY = "Con tàu chở được 54 người và đi liền ba mươi ngày không cần tiếp nhiên liệu."
HTML = "<html><head><title>Bàn giao tàu</title></head><body><h1>Bàn giao tàu nghiên cứu tại cảng mẫu</h1>{}<p>{}</p></body></html>"


def zip_of(members):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def text_of(path):
    """The cleaned text of a file that must have none of the problems."""
    source = formats.read(path)
    assert source.problem is None, source.problem
    return pages.clean(source.text, source.name, source.metadata).text


def problem_of(path):
    """The problem of a file that must have one: one sentence, no text beside it."""
    source = formats.read(path)
    assert source.problem and "\n" not in source.problem and not source.text
    return source.problem


@pytest.mark.parametrize("name, content, word", [
    ("empty.txt", b"", "empty"),
    ("blank.html", b"  \n\t ", "empty"),
    ("zeros.txt", b"\0" * 5000, "empty"),
    ("noise.txt", bytes((i * 7919 + i * i) % 256 for i in range(20000)), "not text"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + b"\0\1\2" * 500, "picture"),
    ("word.txt", zip_of({"word/document.xml": "x"}), "zip"),
    ("page.exe", b"MZ\x90\0", "not read"),
    ("noending", PAGE.encode(), "not read"),
    ("broken.pdf", b"%PDF-1.7\n%%EOF", "PDF"),
    ("broken.docx", b"PK\x03\x04 broken", "damaged"),
    ("broken.zip", b"PK\x03\x04" + b"\xff" * 400, "damaged"),
    ("deep.json", b"[" * 100_000 + b"]" * 100_000, "JSON"),
    ("half.json", b'[{"title": "A", "te', "JSON"),
    ("nobody.csv", b"a;b;c\n1;2;3\n", "column"),
    ("script.html", b"<html><script>document.write('x')</script></html>", "no text"),
    ("empty.mhtml", b"MIME-Version: 1.0\nContent-Type: text/plain\n\nx", "no web page"),
    ("tcvn.txt", ("ViÖt Nam vµ Liªn bang Nga ®· ký hîp ®ång. Hai n­íc cã nh÷ng b­íc tiÕn, cña c¸c bªn lµ n¨m 2024. " * 5).encode("latin-1"), "TCVN3"),
    ("vni.txt", ("Vieät Nam vaø Lieân bang Nga ñaõ kyù hôïp ñoàng. Hai nöôùc coù nhöõng böôùc tieán cuûa caùc beân laø naêm 2024. " * 5).encode("latin-1"), "VNI"),
])  # fmt: skip
def test_unusable_files_say_so_in_one_sentence(tmp_path, name, content, word):
    path = tmp_path / name
    path.write_bytes(content)
    assert word in problem_of(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes and devices as files are a matter of Unix")
def test_links_pipes_and_devices_are_left_out(tmp_path):
    (tmp_path / "real.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    sources = {source.name: source for source in formats.read_all(folders.files(tmp_path), seconds=10)}
    assert "link" in sources["link.txt"].problem and "pipe" in sources["pipe.txt"].problem
    assert sources["real.txt"].problem is None
    assert "device" in formats.read("/dev/zero").problem


def test_oversized_file_is_reported_without_being_read(tmp_path):
    path = tmp_path / "huge.html"
    with path.open("wb") as file:
        file.truncate(80_000_000)
    started = time.monotonic()
    assert "80 MB" in problem_of(path)
    assert time.monotonic() - started < 1


def test_zip_bomb_is_not_unpacked(tmp_path):
    (tmp_path / "bomb.zip").write_bytes(zip_of({"a.txt": b"0" * 60_000_000}))
    (tmp_path / "bomb.docx").write_bytes(zip_of({"word/document.xml": b"0" * 60_000_000}))
    (tmp_path / "bomb.txt.gz").write_bytes(gzip.compress(b"0" * 60_000_000))
    for name in ("bomb.zip", "bomb.docx", "bomb.txt.gz"):
        assert "MB" in problem_of(tmp_path / name)


def test_names_in_an_archive_cannot_point_out_of_it(tmp_path):
    path = tmp_path / "pages.zip"
    path.write_bytes(
        zip_of(
            {
                "../../out.txt": PAGE,
                "/etc/CON.txt": PAGE,
                "C:\\temp\\x.txt": PAGE,
                "locked/inner.zip": zip_of({"a.txt": PAGE}),
            }
        )
    )
    names = [part.name for part in formats.read(path).parts]
    assert names == [
        "pages.zip/out.txt",
        "pages.zip/etc/CON.txt",
        "pages.zip/C_/temp/x.txt",
        "pages.zip/locked/inner.zip",
    ]
    assert "archive" in formats.read(path).parts[3].problem
    assert sorted(os.listdir(tmp_path)) == ["pages.zip"]


def test_tag_with_two_hundred_thousand_attributes(tmp_path):
    path = tmp_path / "attributes.html"
    path.write_text(
        HTML.format("<div " + " ".join(f'a{i}="{i}"' for i in range(200_000)) + "></div>", BODY), encoding="utf-8"
    )
    started = time.monotonic()
    assert BODY in text_of(path)
    assert time.monotonic() - started < 10


def test_five_thousand_nested_elements_keep_their_text(tmp_path):
    path = tmp_path / "deep.html"
    path.write_text(HTML.format("<div>" * 5000, BODY + "</p>" + "</div>" * 5000 + "<p>"), encoding="utf-8")
    assert BODY in text_of(path)


def test_paragraph_of_sixteen_megabytes(tmp_path):
    path = tmp_path / "long.html"
    path.write_text(HTML.format("", (BODY + " ") * (16_000_000 // len(BODY.encode()))), encoding="utf-8")
    started = time.monotonic()
    assert len(text_of(path)) > 5_000_000
    assert time.monotonic() - started < 60


def test_external_entities_are_not_fetched(tmp_path):
    (tmp_path / "secret.txt").write_text("mật khẩu là 12345", encoding="utf-8")
    path = tmp_path / "entity.xhtml"
    path.write_text(f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file://{tmp_path}/secret.txt">'
                    f'<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><html><body><p>{BODY}</p><p>&x;&b;</p></body></html>', encoding="utf-8")  # fmt: skip
    assert "12345" not in formats.read(path).text


def test_text_that_a_browser_hides_does_not_pass(tmp_path):
    path = tmp_path / "hidden.html"
    hidden = ["<template><p>{}</p></template>", "<p hidden>{}</p>", '<div style="display:none"><p>{}</p></div>', '<p style="visibility: hidden">{}</p>',
              "<noscript>{}</noscript>", "<script>var x = '{}'</script>", "<!-- {} -->", '<p style="font-size:0">{}</p>', '<div style="position:absolute;left:-9999px">{}</div>']  # fmt: skip
    path.write_text(
        HTML.format(
            "".join(
                each.format(f"Kim ngạch đạt {n}77 triệu USD trong năm nay theo báo cáo ẩn.")
                for n, each in enumerate(hidden, 1)
            ),
            BODY,
        ),
        encoding="utf-8",
    )
    assert "triệu USD" not in formats.read(path).text and BODY in formats.read(path).text


def test_scanned_pdf_is_named_as_one(tmp_path):
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    writer.write(tmp_path / "scan.pdf")
    assert "OCR" in problem_of(tmp_path / "scan.pdf")


def test_ragged_row_of_a_table_is_a_problem_and_shifts_nothing(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text(
        f'title,text,date\nMột,"{BODY}",2025-03-12\nHai,"{BODY}",2025-03-13,thừa\nBa,"{BODY}",2025-03-14\n',
        encoding="utf-8",
    )
    parts = formats.read(path).parts
    assert [part.problem is None for part in parts] == [True, False, True]
    assert parts[2].metadata["published"] == "2025-03-14" and "4 cells" in parts[1].problem


def test_one_slow_and_one_greedy_file_do_not_stop_the_others(tmp_path):
    """The reader of the child is made slow and greedy by what the files hold; the parent must go on with fresh children."""
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.json").write_text(
        json.dumps([{"title": "x", "text": "<p>" + "<b>" * 400_000}] * 20)
    )  # 24 MB, far over a second
    (tmp_path / "c.txt").write_text(PAGE, encoding="utf-8")
    sources = formats.read_all(folders.files(tmp_path), workers=1, seconds=0.5, megabytes=400)
    named = {source.name: source for source in sources}
    assert named["a.txt"].problem is None and named["c.txt"].problem is None
    assert any(source.problem for source in sources if source.name.startswith("b.json"))


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs Linux's /proc to tell a process's own peak")
def test_peak_memory_stays_under_a_gigabyte(tmp_path):
    """VmHWM and not ru_maxrss for the process itself: the latter keeps, through fork and exec, the peak of this one."""
    (tmp_path / "long.html").write_text(
        HTML.format("", (BODY + " ") * (16_000_000 // len(BODY.encode()))), encoding="utf-8"
    )
    (tmp_path / "bomb.docx").write_bytes(zip_of({"word/document.xml": b"0" * 600_000_000}))
    code = ("import sys, resource; from analysis import folders, formats, pages\n"
            "for s in formats.read_all(folders.files(sys.argv[1])): pages.clean(s.text, s.name, s.metadata)\n"
            "usage = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss\n"
            "print(max(usage, *(int(line.split()[1]) for line in open('/proc/self/status') if 'VmHWM' in line)))")  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parent.parent,
    )
    assert int(done.stdout) * 1024 < 1_000_000_000
