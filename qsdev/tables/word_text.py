"""Letters that Word draws with a symbol font, and the blanks between words."""

import re

SPACES = re.compile(r"\s+")
WINGDINGS = {
    0x4A: "☺", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x76: "❖", 0x78: "☒",
    0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔",
    0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
SYMBOL = {
    0x61: "α", 0x62: "β", 0x64: "δ", 0x6D: "μ", 0x70: "π", 0x73: "σ", 0xA3: "≤", 0xB0: "°",
    0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xAE: "→",
}  # fmt: skip
UNKNOWN = "\ufffd"


def symbol(font, code):
    """The letter that `code` (hexadecimal, as w:sym gives it) shows in `font`."""
    try:
        number = int(code[:6], 16)
    except ValueError:
        return UNKNOWN
    shown = number - 0xF000 if 0xF000 <= number <= 0xF0FF else number
    letters = {"wingdings": WINGDINGS, "symbol": SYMBOL}.get(font.lower())
    if letters is not None:
        return letters.get(shown, UNKNOWN)
    is_letter = 0x20 <= number < 0xD800 or 0xF900 <= number <= 0x10FFFF
    return chr(number) if is_letter else UNKNOWN
