"""A key and a language come in; one of the few texts that charts add by themselves goes out."""

from analysis.notation import number

WORDS = {
    "shown": {
        "en": "{n} of {total} rows shown; the chart's CSV file has them all.",
        "vi": "Hiển thị {n} trong {total} dòng; tệp CSV của biểu đồ có đủ.",
    },
    "wide": {
        "en": "{n} of {total} columns shown; the chart's CSV file has them all.",
        "vi": "Hiển thị {n} trong {total} cột; tệp CSV của biểu đồ có đủ.",
    },
    "drawn": {
        "en": "{n} of {total} have a period and a value and are drawn.",
        "vi": "{n} trong {total} số liệu có kỳ và giá trị được vẽ.",
    },
    "names": {
        "en": "{n} of {total} names shown, those with most links.",
        "vi": "Hiển thị {n} trong {total} tên, có nhiều liên kết nhất.",
    },
    "largest": {"en": "largest circle", "vi": "vòng tròn lớn nhất"},
    "thickest": {"en": "thickest line", "vi": "nét đậm nhất"},
    "apart": {"en": "the highest value is twice the lowest", "vi": "giá trị cao nhất gấp đôi thấp nhất"},
    "level": {"en": "up to that day", "vi": "tính đến ngày đó"},
    "actual": {"en": "actual", "vi": "thực tế"},
    "estimate": {"en": "estimate", "vi": "ước tính"},
    "target": {"en": "target", "vi": "mục tiêu"},
    "forecast": {"en": "forecast", "vi": "dự báo"},
    "over": {"en": "over", "vi": "hơn"},
    "under": {"en": "under", "vi": "dưới"},
    "about": {"en": "about", "vi": "khoảng"},
    "nearly": {"en": "nearly", "vi": "gần"},
    "range": {"en": "range", "vi": "khoảng giá trị"},
    "missed": {"en": "missed", "vi": "không đạt"},
    "met": {"en": "met", "vi": "đạt"},
    "open": {"en": "(actual not told)", "vi": "(bài không nêu thực tế)"},
}


def word(key, lang):
    """The word of a key.

    >>> word("target", "en"), word("target", "vi")
    ('target', 'mục tiêu')
    """
    return WORDS[key][lang]


def more_rows(shown, total, lang, what="shown"):
    """A sentence for the note where not all of `total` are there, or "".

    what: "shown" rows, "wide" columns, "names", "drawn" figures.

    >>> more_rows(40, 1234, "vi"), more_rows(3, 3, "vi")
    ('Hiển thị 40 trong 1.234 dòng; tệp CSV của biểu đồ có đủ.', '')
    """
    return word(what, lang).format(n=number(shown, lang), total=number(total, lang)) if shown < total else ""
