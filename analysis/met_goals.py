"""A Reading and the number of a percentage come in; whether it says how far a goal has been reached goes out."""

import re

_REACHED = re.compile(
    r"(?<!\w)(?:mục tiêu|kế hoạch|chỉ tiêu)(?!\w)(?:(?!(?:tăng|giảm|tăng trưởng)(?!\w))[^;])*(?<!\w)"
    r"(?:hoàn thành|thực hiện|(?:đã|mới|chỉ|mới chỉ|chỉ mới) đạt)(?: được)?(?: hơn| gần| khoảng| trên| tới| xấp xỉ)*$"
)


def reached(reading, n):
    """True for "mục tiêu đón 500.000 khách đã đạt 82%", "kế hoạch xuất khẩu đã hoàn thành 76%"."""
    quantity = reading.quantities[n]
    return quantity.unit == "percent" and bool(_REACHED.search(" ".join(reading.words(0, quantity.first))))
