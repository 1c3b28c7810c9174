"""A folded sentence and the page's date come in; all that it can be read as naming a period goes out."""

# ruff: noqa: E501 (one pattern a line, however long)

import re
from functools import lru_cache

from analysis import calendar_periods, related_periods, relative_periods

_N = r"\d{1,2}|mười một|mười hai|mười|một|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín"
_YYYY = r"(?:1[89]|20)\d\d"
_REL = r"nay|ngoái|trước|này|tới|sau|vừa qua|qua|rồi"
_OF = r"(?:\s*[/.]\s*|\s*-\s*|\s*,?\s+của\s+|\s+trong\s+|\s+)"
# What makes a number an amount: "một tháng 3 nghìn tấn", "một tháng 12.000 tấn" name no month of the year.
_THOUSANDS = r"\.\d{3}(?!\d)|\s+(?:nghìn|ngàn|triệu(?!\s+(?:tập|hồi))|(?:tỷ|tỉ)(?!\s+(?:lệ|trọng|giá|suất|phú)))(?!\w)"
# The year after a month or quarter: "/2025", " năm 2025", " của năm nay".
_YEAR = rf"(?:{_OF}(?:năm\s+)?(?P<y>{_YYYY})|{_OF}năm\s+(?P<r>{_REL})|\s*,\s*năm\s+(?P<y2>{_YYYY}))(?!\w)"
_DAY = rf"(?P<d>\d{{1,2}})\s*[/.-]\s*(?P<m>\d{{1,2}})(?:\s*[/.-]\s*(?P<y>{_YYYY}|\d\d))?(?![\w%])(?![,.]\d)"
# A bare year: not behind a word that opens an amount, and before a mark or a word that goes on with the clause.
_NO_AMOUNT = "".join(
    rf"(?<!{word}\s)" for word in "số thứ hạng gần khoảng trên dưới đạt là còn tăng giảm thêm chừng hs hs:".split()
)
_AFTER_YEAR = (
    "và|là|lần|đạt|tăng|giảm|ước|chỉ|có|được|thì|với|lên|xuống|đã|đang|sẽ|còn|mới|vẫn|rơi|tụt|sụt|nhưng|song|khi|trở|ghi|"
    "vượt|chạm|cán|nhờ|do|vì|để|tới|đến|ở|mỗi|phải|cần|việt nam|kim ngạch|thương mại|xuất khẩu|nhập khẩu|tổng|vọt|bật|nhảy|leo|xấp xỉ|nhiều khả năng|dự kiến|có thể|hứa hẹn"
)
# "11 tháng hai nước trao đổi" is no 11 February.
_COUNTED = "nước|bên|chiều|phía|quốc gia|nhóm|mặt hàng|thị trường|doanh nghiệp|địa phương|ngành"
_SEP = r"\s*(?:-|đến hết|đến|tới hết|tới)\s*"
# A rule is a pattern, the reader of its matches and, where _needed() finds too little in the pattern, words or marks of
# which every text with a match holds one, with bars between them.
_RULES = [
    (rf"từ\s+(?:ngày\s+)?(?P<d1>\d{{1,2}})(?:/(?P<m1>\d{{1,2}}))?(?:/(?P<y1>{_YYYY}))?{_SEP}(?:ngày\s+)?{_DAY}", calendar_periods.read_day_range),
    (rf"(?:từ\s+)?(?:ngày\s+)?(?P<d1>\d{{1,2}})\s?-\s?{_DAY}", calendar_periods.read_day_range, "#-#/#"),
    (rf"từ\s+(?:ngày\s+)?(?P<d1>\d{{1,2}})(?:\s+tháng\s+(?P<m1>\d{{1,2}}))?{_SEP}(?:ngày\s+)?(?P<d>\d{{1,2}})\s+tháng\s+(?P<m>\d{{1,2}})(?:\s+năm\s+(?P<y>{_YYYY}))?(?![\w%])", calendar_periods.read_day_range),
    (rf"từ\s+tháng\s+(?P<one>\d{{1,2}})[.-](?P<y1>{_YYYY}){_SEP}tháng\s+(?P<n>\d{{1,2}})[.-](?P<y>{_YYYY})", calendar_periods.read_month_range),
    (rf"(?:từ\s+)?(?:tháng\s+)?(?P<one>\d{{1,2}})/(?P<y1>{_YYYY}){_SEP}(?:tháng\s+)?(?P<n>\d{{1,2}})/(?P<y>{_YYYY})", calendar_periods.read_month_range, "####-"),
    (rf"tháng\s+(?P<one>{_N})\s+và\s+(?:tháng\s+)?(?P<n>{_N})(?!\w)(?!\s+tháng)(?:{_YEAR})?", calendar_periods.read_month_range),
    (rf"(?:từ\s+)?tháng\s+(?P<one>{_N})(?:/(?P<y1>{_YYYY}))?{_SEP}(?:tháng\s+)?(?!năm\s+{_YYYY})(?P<n>{_N})(?!\w)(?:{_YEAR})?", calendar_periods.read_month_range),
    (rf"(?:từ\s+)?tháng\s+(?P<n>{_N})(?:/|\s+năm\s+)(?P<y1>{_YYYY})\s+(?:cho\s+)?(?:đến|tới)\s+(?:hết\s+|cuối\s+)?năm\s+(?P<year>{_YYYY})(?!\w)", calendar_periods.read_month_to_year),
    (rf"từ\s+(?:đầu\s+)?năm\s+(?P<y1>{_YYYY}){_SEP}(?:tháng\s+)?(?P<n>\d{{1,2}})/(?P<y>{_YYYY})(?!\d)", calendar_periods.read_year_to_month, "từ năm|từ đầu năm"),
    (rf"từ\s+(?P<one>\d{{1,2}})\s?-\s?(?P<n>\d{{1,2}})(?:{_YEAR})", calendar_periods.read_month_range, "#-#"),
    (
        rf"(?:kể\s+)?từ\s+đầu\s+năm(?:\s+(?P<start>nay|{_YYYY}))?\s+(?:tính\s+)?(?:đến|tới)\s+(?:hết\s+|cuối\s+|(?P<mid>giữa|trung\s+tuần)\s+|ngày\s+)*"
        rf"(?:nay|{_DAY}|tháng\s+(?P<n>\d{{1,2}})(?:(?:/|\s+năm\s+)(?P<y2>{_YYYY}))?)(?!\w)",
        relative_periods.read_since,
    ),
    (r"(?<=\s)(?<!giao\s)(?<!ra\s)từ\s+đầu\s+năm(?P<start>\s+(?:nay|20\d\d))?(?=\s*(?:[,;.)]|$))", relative_periods.read_since),
    (r"(?:(?:kể|tính|cộng\s+dồn|lũy\s+kế)\s+|^|(?<=[\x22\u201c]))từ\s+đầu\s+năm(?P<start>\s+(?:nay|20\d\d))?(?!\s+(?:đến|tới|nay|19|20))(?!\w)", relative_periods.read_since),
    (rf"(?:kể\s+)?từ\s+(?:năm\s+)?(?P<year>{_YYYY})\s+(?:đến|tới)\s+nay", relative_periods.read_since_year, "đến nay|tới nay"),
    (rf"(?:kể\s+|tính\s+)?từ\s+(?:đầu\s+)?tháng\s+(?P<n>{_N}|giêng)(?!\w)(?:{_YEAR})?\s+(?:đến|tới)\s+nay", relative_periods.read_since_month),
    (rf"(?:kể\s+|tính\s+)?từ\s+đầu\s+tháng\s+(?P<n>{_N}|giêng)\s+này(?!\w)", relative_periods.read_since_month),
    (rf"(?:giai\s+đoạn|thời\s+kỳ|từ|các)?\s*(?:năm\s+)?(?<!\d)(?P<one>{_YYYY})\s*(?:-|đến|tới)\s*(?:năm\s+)?(?P<two>{_YYYY}|\d\d)(?![\w/])(?!\s*[.,]\d)", calendar_periods.read_years, "####-"),
    (rf"từ\s+(?:[^\W\d][^\d,.;:]{{0,40}}\s)(?P<one>{_YYYY})\s+(?:cho\s+)?(?:đến|tới)\s+(?:hết\s+|cuối\s+)?(?:năm\s+)?(?P<two>{_YYYY})(?![\w/])", calendar_periods.read_years, "####-"),
    (r"(?:những|thập\s+niên|thập\s+kỷ|suốt)\s+(?:những\s+)?(?:năm\s+)?(?P<year>(?:19|20)?[0-9]0)(?!\w)(?!\s*(?:người|dự|triệu|tỷ))", calendar_periods.read_decade, "những|thập|suốt"),
    (r"(?<!tháng\s)(?<!quý\s)(?<!nửa\s)(?<!từ\s)(?<!tuần\s)(?<!tiên\s)đầu\s+năm\s+nay(?!\w)", relative_periods.read_unsaid),
    (r"(?:những|các|mấy|vài)\s+tháng\s+(?:đầu|cuối|gần\s+đây|qua|tới)(?:\s+(?:của\s+)?năm)?(?:\s+(?:20\d\d|nay|ngoái))?", relative_periods.read_unsaid, "những tháng|các tháng|mấy tháng|vài tháng"),
    (rf"tháng\s+(?P<n>đầu)(?!\s+quý)(?:\s+tiên)?(?:\s+(?:của\s+)?năm(?!\s*(?:{_YYYY}|{_REL})))?(?:{_YEAR})?(?!\w)", calendar_periods.read_month, "tháng đầu"),
    (rf"(?<!\d\s)(?<!hai\s)(?<!ba\s)(?<!bốn\s)tháng\s+cuối(?:\s+cùng)?(?:\s+(?:của\s+)?năm(?!\s*(?:{_YYYY}|{_REL})))?(?:{_YEAR})?(?!\w)(?!\s+(?:quý|kỳ|mùa|vụ))", calendar_periods.read_december, "tháng cuối"),
    (rf"(?P<n>{_N})\s+tháng\s+(?:đầu\s+tiên|đầu)(?:\s+(?:của\s+)?năm(?!\s*(?:{_YYYY}|{_REL})))?(?:{_YEAR})?", calendar_periods.read_first_months, "tháng đầu"),
    (rf"(?P<n>{_N})\s+tháng\s+(?:của\s+|trong\s+|tính\s+)?(?:kể\s+)?từ\s+đầu\s+năm(?:\s+(?:đến|tới)\s+nay)?(?:{_YEAR})?", calendar_periods.read_first_months),
    (rf"(?P<n>{_N})\s+tháng\s+cuối(?:\s+(?:của\s+)?năm(?!\s*(?:{_YYYY}|{_REL})))?(?:{_YEAR})?", calendar_periods.read_last_months),
    (rf"(?P<n>{_N})\s+tháng{_YEAR}", calendar_periods.read_first_months),
    (rf"(?P<span>(?:trước|dài|vòng|khoảng|hạn|mỗi|gần|hơn|đây|suốt|từng|thứ|cách|nhiều|mấy|những|kỳ|tròn)\s+)?(?P<n>{_N})\s+tháng(?!\w)(?!\s+(?:qua|rồi|tới|vừa|gần|trước|nữa|liên|liền|thực|triển|kể|tiếp|sắp|đầu|cuối|năm\s+(?:19|20)|của\s+năm|từ\s+(?:khi|ngày|lúc|đó|nay|đầu|tháng|cuối|giữa|năm|sau|thời)|tuổi|một|đàm|ký|vận|hoạt|có|bị|chờ|thi|tập|nghỉ|\d{{1,2}}(?![\d.,])))(?!/)", relative_periods.read_bare_months),
    (r"(?P<n>\d{1,2})t(?:\s*/\s*|\s*-\s*|\s+)?(?:đầu\s+năm\s+)?(?P<y>20\d\d)(?!\d)", calendar_periods.read_first_months, "t#"),
    (r"t(?P<n>\d{1,2})\s*/\s*(?P<y>20\d\d)(?!\d)", calendar_periods.read_month, "t#"),
    (r"q(?P<n>iv|iii|ii|i|[1-4])\s*/\s*(?P<y>20\d\d)(?!\d)", calendar_periods.read_quarter, "t#"),
    (rf"(?:(?<=đến\shết\s)|(?<=tới\shết\s)|(?<=đến\scuối\s)|(?<=tới\scuối\s))năm(?!\s*(?:\d|{_REL}|thứ|học|đó|ấy|kia|liền|hiện|tài))(?!\w)", relative_periods.read_this_year, "hết|cuối"),
    (r"(?P<n>cả)\s+năm(?!\s+(?:19|20)\d\d|\s+(?:nay|ngoái|trước|qua|tới|sau|vừa|học|tháng))(?!\w)", relative_periods.read_whole_year, "cả"),
    (r"(?P<year>(?:19|20)\d\d)(?=\s*:)", calendar_periods.read_year, ":"),
    (rf"hết\s+quý\s+(?P<n>iv|iii|ii|i|[1-4]|một|hai|ba|bốn|tư)(?!\w)(?:{_YEAR})?", calendar_periods.read_to_quarter),
    (rf"(?P<n>{_N})\s+quý(?:{_YEAR})", calendar_periods.read_quarters),
    (rf"(?P<n>{_N})\s+quý\s+đầu(?:\s+(?:của\s+)?năm(?!\s*(?:{_YYYY}|{_REL})))?(?:{_YEAR})?", calendar_periods.read_quarters),
    (rf"quý\s+(?P<n>cuối)(?:\s+cùng)?(?:\s+(?:của\s+)?năm(?!\s*(?:{_YYYY}|{_REL})))?(?:{_YEAR})?", calendar_periods.read_quarter),
    (rf"quý\s+(?P<n>đầu)(?:\s+tiên)?(?:\s+(?:của\s+)?năm(?!\s*(?:{_YYYY}|{_REL})))?(?:{_YEAR})?", calendar_periods.read_quarter),
    (rf"quý\s+(?P<n>iv|iii|ii|i|[1-4]|một|hai|ba|bốn|tư)(?!\w)(?:{_YEAR})?", calendar_periods.read_quarter),
    (rf"(?:nửa|sáu\s+tháng)\s+(?P<part>đầu|cuối)\s+(?:của\s+)?năm(?!\s*(?:{_YYYY}|{_REL}))", calendar_periods.read_half_year, "nửa|sáu"),
    (rf"(?:nửa(?:\s+năm)?|sáu\s+tháng)\s+(?P<part>đầu|cuối)(?:{_YEAR})", calendar_periods.read_half_year, "nửa|sáu"),
    (rf"kỳ\s+(?P<half>1|2|i|ii|một|hai)\s+(?:của\s+)?tháng\s+(?P<n>{_N})(?!\w)(?:{_YEAR})?", calendar_periods.read_half_month),
    (rf"(?P<days>\d{{1,2}})\s+ngày\s+đầu\s+(?:của\s+)?tháng\s+(?P<n>{_N})(?!\w)(?:{_YEAR})?", calendar_periods.read_first_days),
    (rf"nửa\s+(?:tháng\s+)?(?P<part>đầu|cuối)\s+(?:của\s+)?tháng\s+(?P<n>{_N})(?!\w)(?:{_YEAR})?", calendar_periods.read_half_month),
    (rf"(?<!-)(?:ngày\s+)?(?P<d>\d{{1,2}})\s+tháng\s+(?P<m>{_N})(?!\s+(?:{_COUNTED})(?!\w))(?:\s+(?:năm\s+)?(?P<y>{_YYYY}))?(?!\w)", calendar_periods.read_day),
    (rf"(?=ngày|\d)(?:ngày\s+)?{_DAY}", calendar_periods.read_day, "#/#"),
    (r"(?=\d{1,2}/20)(?:(?<=là\s)|(?<=vào\s)|(?<=trong\s))(?P<n>0?[1-9]|1[0-2])/(?P<y>20\d\d)(?![\d/])", calendar_periods.read_month, "/20"),
    (rf"(?<!mỗi\s)tháng\s+(?P<n>0?\d|1[0-2]|mười một|mười hai|mười|giêng|chạp|một|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín)(?!\w)(?!\s+đầu)(?!{_THOUSANDS})(?:{_YEAR})?(?P<after>\s+(?:tới|này|vừa qua|qua))?", calendar_periods.read_month),
    (r"(?P<unit>tháng|quý|tuần)\s+(?P<way>trước|vừa\s+qua|vừa\s+rồi|rồi|qua|này|nay|sau|tới|tiếp\s+theo|tiếp|hiện\s+tại)(?!\w)", relative_periods.read_near, "tháng|quý|tuần"),
    (r"(?:ngày\s+)?(?P<unit>hôm)\s+(?P<way>nay|qua)(?!\w)", relative_periods.read_near, "hôm"),
    (r"(?:trong\s+|sau\s+)?nửa\s+năm(?!\s+(?:đầu|cuối|sau|trước|nữa))(?!\w)", relative_periods.read_first_half),
    (rf"(?P<n>{_N})\s+năm\s+nữa(?!\w)", relative_periods.read_years_on),
    (rf"(?:^|(?<=[,;:]\s))(?P<n>{_N})\s+quý(?=\s*,|\s+(?:ta|nước|việt|cả|xuất|nhập|kim|doanh)\s)", relative_periods.read_bare_quarters),
    (rf"(?:sau|qua|trong|hết)\s+(?P<n>{_N})\s+quý(?!\s+(?:đầu|cuối|liên|liền|qua|tới|năm|trước|gần|tiếp))(?!\w)", relative_periods.read_bare_quarters),
    (r"(?<!gần\s)(?<!hơn\s)(?<!đây\s)(?<!nay\s)một\s+năm\s+trước(?:\s+(?:đó|ấy))?(?!\s+(?:đây|khi|lúc|ngày|thời|đại|dịch|xung|covid|khủng|chiến))(?!\w)", related_periods.read_year_earlier),
    (rf"(?<!gần\s)(?<!hơn\s)(?<!khoảng\s)(?P<n>{_N})\s+năm\s+sau(?:\s+(?:đó|ấy))?(?!\s+(?:ngày|khi|khủng|chiến|đại|hiệp|hội|lễ|chuyến|thỏa))(?!\w)", related_periods.read_years_after),
    (rf"(?P<vague>(?:gần|hơn|khoảng|chừng)\s+)?(?P<n>{_N}|vài|mấy|mười\s+\w+|hai\s+mươi|ba\s+mươi)\s+năm\s+trước(?:\s+đây)?(?!\s+(?:đó|ấy|khi|lúc|ngày|thời|đại|dịch|xung|covid|khủng|chiến))(?!\w)", relative_periods.read_years_ago),
    (rf"cách\s+(?:đây|nay)\s+(?P<vague>(?:đúng\s+)?(?:gần|hơn|khoảng|chừng)\s+)?(?:đúng\s+)?(?P<n>{_N}|vài|mấy|mười\s+\w+|hai\s+mươi|ba\s+mươi)\s+năm(?!\w)", relative_periods.read_years_ago),
    (r"trước\s+(?:(?:thời|khi|cuộc|các|lệnh|thời\s+điểm|có|xảy\s+ra|nổ\s+ra)\s+){0,3}(?:xung\s+đột|đại\s+dịch|dịch(?:\s+bệnh)?|covid|chiến\s+sự|chiến\s+tranh|khủng\s+hoảng|trừng\s+phạt|cấm\s+vận)(?!\w)", relative_periods.read_unsaid),
    (rf"(?P<n>{_N}|mười\s+\w+|hai\s+mươi|ba\s+mươi|vài|mấy)\s+(?P<unit>năm|tháng|ngày)\s+(?P<way>vừa\s+rồi|vừa\s+qua|gần\s+đây|gần\s+nhất|trở\s+lại\s+đây|qua|tới|tiếp\s+theo|sắp\s+tới|trước|sau(?!\s+(?:ngày|khi|đó|khủng|chiến|đại|hiệp|hội)))(?!\w)", relative_periods.read_past, "vừa|gần|trở lại|qua|tới|tiếp|trước|sau"),
    (rf"cùng\s+(?:kỳ|kì|thời\s+điểm|giai\s+đoạn)(?:\s+(?:của\s+)?năm)?(?:\s+(?P<year>{_YYYY}|ngoái|trước|nay))?(?!\w)", related_periods.read_same, "cùng kỳ|cùng kì|cùng thời|cùng giai"),
    (rf"cùng\s+(?:thời\s+gian|quý|tháng)\s+(?:của\s+)?(?:năm\s+)?(?P<year>{_YYYY}|(?<=năm\s)(?:ngoái|trước(?:\s+đó)?))(?!\w)", related_periods.read_same, "cùng thời|cùng quý|cùng tháng"),
    (rf"(?:năm\s+học|niên\s+khóa)\s+(?P<one>{_YYYY})\s*[-/]\s*(?P<two>{_YYYY}|\d\d)(?!\w)", calendar_periods.read_school_year, "năm học|niên khóa"),
    (rf"tháng\s+(?P<n>{_N})\s+(?:cùng\s+năm|năm\s+(?:đó|ấy))", related_periods.read_month_that_year),
    (r"(?:cùng\s+năm(?:\s+(?:đó|ấy))?|trong\s+năm(?=\s+(?:đã|cũng|vẫn|tăng|giảm|đạt)\s)|năm\s+(?:đó|ấy)|năm\s+(?:liền\s+(?:kề\s+)?)?(?P<way>trước|sau)\s+đó|năm\s+liền\s+(?:kề\s+)?(?P<next>trước|sau))(?!\w)", related_periods.read_same_year, "cùng năm|trong năm|năm đó|năm ấy|trước đó|sau đó|năm liền"),
    (r"(?:cùng\s+(?:thời\s+gian|giai\s+đoạn|khoảng\s+thời\s+gian)(?:\s+(?:này|đó|ấy|trên))?|(?:trong\s+)?(?:khoảng\s+)?(?:thời\s+gian|giai\s+đoạn|thời\s+kỳ)\s+(?:này|đó|ấy|trên))(?!\w)", related_periods.read_same_span, "thời|giai"),
    (rf"(?:năm\s+tài\s+(?:chính|khóa)|niên\s+vụ|tài\s+khóa|vụ)\s+(?P<one>{_YYYY})\s*[-/]\s*(?P<two>{_YYYY}|\d\d)(?!\w)", calendar_periods.read_years, "năm tài|niên vụ|tài khóa|vụ"),
    (r"(?P<sang>sang)\s+năm(?!\s*(?:\d|thứ|mới|học|nay|ngoái|sau|tới))(?!\w)", relative_periods.read_next_year, "sang năm"),
    (r"(?:^|(?<=[,(:;]\s)|(?<=trong\s)|(?<=của\s)|(?<=hồi\s)|(?<=kỳ\s)|(?<=nga\s)|(?<=nam\s))năm\s+(?P<year>rồi)(?!\s+(?:mới|lại|sẽ|tăng|giảm|sau))(?!\w)", calendar_periods.read_year, "năm rồi"),
    (rf"(?=năm)(?<!nhiều\s)(?<!mấy\s)(?<!thứ\s)năm\s+(?:tài\s+chính\s+|tài\s+khóa\s+)?(?P<year>{_YYYY}|nay|kia|ngoái|trước(?!\s+(?:đó|đại|khi|xung|covid|khủng|lúc|chiến|dịch))|qua|vừa\s+qua|vừa\s+rồi|tới|sau(?!\s+(?:ngày|khi|đó|khủng|chiến|đại|hiệp|hội))|tiếp\s+theo|kế\s+tiếp)(?!\w)(?!-\w)", calendar_periods.read_year),
    (rf"(?=19|20)(?:^|(?<=[,(:;]\s)|(?<=\()|(?<=[^\W\d_]\s)){_NO_AMOUNT}(?P<year>(?:19|20)\d\d)(?=\s*[,.;:)]|\s+(?:{_AFTER_YEAR})\s|\s*$)(?![.,]\d)", calendar_periods.read_year, "####"),
    (r"hiện\s+(?:nay|tại|giờ)|ngày\s+nay|giờ\s+đây|bây\s+giờ|(?<!xuất\s)(?<!thực\s)(?<!thể\s)(?<!biểu\s)(?<!phát\s)(?<!tái\s)hiện(?!\s+(?:thực|đại|hữu|tượng|diện|trường|vật|hành|kim|ra|hình))(?!\w)|(?:(?<=^)|(?<=[,;]\s))nay(?!\w)|(?:cuối\s+)?(?:thập\s+niên|thập\s+kỷ)\s+(?:này|tới|qua)|(?:tính\s+)?(?<!trước\s)(?:đến|tới|cho\s+đến)\s+nay|đến\s+thời\s+điểm\s+(?:này|hiện\s+tại)|(?:mỗi|hàng|hằng)\s+năm|(?:những|các|vài|ít|mấy|nhiều)\s+năm\s+(?:tới|qua|vừa\s+qua|gần\s+đây|sau|trước|tiếp\s+theo)|thời\s+gian\s+(?:tới|qua)|tương\s+lai|sắp\s+tới|nhiều\s+năm\s+(?:qua|liền)", relative_periods.read_unsaid, "hiện|nay|giờ đây|bây giờ|thập|thời điểm|thời gian|tương lai|sắp tới|mỗi năm|hàng năm|hằng năm|năm tới|năm qua|năm vừa|năm gần|năm sau|năm trước|năm tiếp|năm liền"),
]  # fmt: skip
_HINT = re.compile(r"cùng thời|thời gian (?:này|đó|ấy|trên)|năm|tháng|quý|kỳ|kì|hiện|nay|tuần|ngày|hôm|tới|qua|trước|\d/\d|(?:19|20)\d\d|\d\s?[.-]\s?\d|thập")
# What these readers refuse is no period; what the others refuse without the page's date is one that is not stated.
_SURE = (calendar_periods.read_day, calendar_periods.read_day_range, relative_periods.read_bare_months)
_WORDS_OF_RULES = (  # the rarer first: one is enough
    "nữa", "hôm", "cách", "sang", "kỳ", "nửa", "quý", "cuối", "hết", "cùng", "sau", "trước", "từ", "đầu", "ngày",
    "tháng", "năm",
)  # fmt: skip


_MARKS = {
    "#/#": re.compile(r"\d\s*[/.-]\s*\d"),
    "#-#": re.compile(r"\d\s?-\s?\d"),
    "#-#/#": re.compile(r"\d\s?-\s?\d{1,2}\s*[/.-]\s*\d"),
    "####": re.compile(r"(?:1[89]|20)\d\d"),
    "####-": re.compile(r"(?:1[89]|20)\d\d\s*(?:-|(?:cho\s+)?(?:đến|tới))"),
    "t#": re.compile(r"[tq]\d|\dt|q[iv]"),
}


def _needed(pattern):
    """The words that every match of a pattern holds, so that a text without them need not be searched; "" if none.

    With the words and marks that rules name themselves this saves two thirds of the time of finding periods.

    >>> _needed(r"(?P<n>\\d+|vài)\\s+năm\\s+nữa(?!\\w)"), _needed(r"tháng|năm"), _needed(r"(?:cuối\\s+)?tháng")
    ('năm nữa', '', 'tháng')
    """
    bare = re.sub(r"\\[()]", "#", pattern)
    while (shorter := re.sub(r"\([^()]*\)[?*+]?", "#", bare)) != bare:
        bare = shorter
    runs = re.findall(r"[^\W\d]+(?: [^\W\d]+)*", re.sub(r"\\.|\[[^]]*\]", "#", bare.replace(r"\s+", " ")))
    return max(runs, key=_rarity) if runs and "|" not in bare else ""


def _rarity(run):
    """Longer runs of words are rarer, of single words those that rules share with fewer others."""
    ranks = [rank for rank, word in enumerate(_WORDS_OF_RULES) if word in run.split()]
    return run.count(" "), -min(ranks, default=len(_WORDS_OF_RULES))


@lru_cache(maxsize=1)
def _compiled():
    """(pattern, reader, needed words) of each rule; made at first use, which takes about 60 ms."""
    return [(re.compile(rf"(?<!\w)(?:{pattern})"), reader, frozenset((named or _needed(pattern)).split("|")))
            for pattern, reader, named in ((*rule, "")[:3] for rule in _RULES)]  # fmt: skip


@lru_cache(maxsize=1)
def _needing():
    """{word: numbers of the rules that need it or another one}, and {pattern of a mark: the same}."""
    words, marks = {}, {}
    for rank, (_, _, needed) in enumerate(_compiled()):
        for word in needed:
            (marks if word in _MARKS else words).setdefault(_MARKS.get(word, word), set()).add(rank)
    return words, marks


def _ranks(text):
    """The numbers of the rules that may find something in the text, in order."""
    (words, marks), spaced = _needing(), " ".join(text.split())
    by_word = [ranks for word, ranks in words.items() if word in spaced]
    return sorted(set().union(*by_word, *[ranks for mark, ranks in marks.items() if mark.search(text)]))


def readings(text, ref):
    """Every reading of every rule in a folded text as (start, end, dates): from left to right, the longest first.

    dates: first day, last day and kind; both days None where the text does not say which.
    """
    found = sorted(_matches(text, ref), key=lambda item: (item[0], -item[1], item[2])) if _HINT.search(text) else []
    return [(start, end, dates) for start, end, _, dates in found]


def _matches(text, ref):
    """The readings as (start, end, rank of the rule, dates), in no order."""
    for rank in _ranks(text):
        pattern, reader, _ = _compiled()[rank]
        for match in pattern.finditer(text):
            dates = reader(match, ref)
            if dates:
                yield match.start(), match.end(), rank, dates
            elif not ref and reader not in _SURE:
                yield match.start(), match.end(), rank, (None, None, "unsaid")
