"""Nothing comes in; the font that charts and the report are set in goes out."""

import fontpkg_be_vietnam_pro

FONT = fontpkg_be_vietnam_pro.ROOT / "files" / "BeVietnamPro-Regular.ttf"  # its other weights lie beside it
