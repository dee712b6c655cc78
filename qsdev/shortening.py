"""Shows the beginning of a text where there is no room for the whole."""


def first_words(text, limit):
    """Return the first words of `text` in at most `limit` characters, "…" in place of the rest."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[: limit - 1].rsplit(" ", 1)[0].rstrip(" .,;:–-") + "…"
