"""A key and a language come in; one of the few texts that charts add by themselves goes out."""

from analysis.notation import number

WORDS = {
    "shown": {
        "en": "{n} of {total} rows shown; the table beside the chart has the rest.",
        "vi": "Hiển thị {n} trong {total} dòng; phần còn lại ở bảng kèm theo.",
    },
    "wide": {
        "en": "{n} of {total} columns shown; the table beside the chart has the rest.",
        "vi": "Hiển thị {n} trong {total} cột; phần còn lại ở bảng kèm theo.",
    },
    "drawn": {
        "en": "{n} of {total} have a period and a value and are drawn.",
        "vi": "{n} trong {total} số liệu có kỳ và giá trị được vẽ.",
    },
    "actual": {"en": "actual", "vi": "thực tế"},
    "estimate": {"en": "estimate", "vi": "ước tính"},
    "target": {"en": "target", "vi": "mục tiêu"},
    "forecast": {"en": "forecast", "vi": "dự báo"},
    "over": {"en": "over", "vi": "trên"},
    "under": {"en": "under", "vi": "dưới"},
    "about": {"en": "about", "vi": "khoảng"},
    "nearly": {"en": "nearly", "vi": "gần"},
    "range": {"en": "range", "vi": "khoảng giá trị"},
    "missed": {"en": "missed", "vi": "không đạt"},
    "met": {"en": "met", "vi": "đạt"},
    "open": {"en": "no value yet", "vi": "chưa có số liệu"},
}


def word(key, lang):
    """The word of a key.

    >>> word("target", "en"), word("target", "vi")
    ('target', 'mục tiêu')
    """
    return WORDS[key][lang]


def more_rows(shown, total, lang, what="shown"):
    """A sentence for the note where not all of `total` are there, or ""; what: "shown" rows, "wide" columns, "drawn".

    >>> more_rows(40, 1234, "vi"), more_rows(3, 3, "vi")
    ('Hiển thị 40 trong 1.234 dòng; phần còn lại ở bảng kèm theo.', '')
    """
    return word(what, lang).format(n=number(shown, lang), total=number(total, lang)) if shown < total else ""
