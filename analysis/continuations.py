"""A Reading comes in; whether its sentence goes on from the one before, and how, goes out."""

import re

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
            "tiếp đó",
            "tiếp sau",
            "kế đến",
            "kế tiếp",
            "theo sau",
            "thứ tự tiếp theo",
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
