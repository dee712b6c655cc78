"""Prints what a benchmark measured as a table of plain text."""

HEADINGS = ("", "Processor", "Clock", "Memory", "Times ours", "Wanted", "Met")


def lines_of(measurements):
    """Yield the lines of a table: one for each measurement, with the headings above.

    A measurement has `what`, `seconds`, `megabytes`, `times`, `wanted` and `is_met`; it may have
    `elapsed`. What was not measured is left empty.
    """
    rows = [HEADINGS, *map(cells_of, measurements)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for name, *figures in rows:
        padded = [figure.rjust(width) for figure, width in zip(figures, widths[1:], strict=True)]
        yield "  ".join([name.ljust(widths[0]), *padded]).rstrip()


def cells_of(measurement):
    """The cells of one measurement, as text."""
    return (
        measurement.what,
        figure(measurement.seconds, "{:.3f} s"),
        figure(getattr(measurement, "elapsed", None), "{:.1f} s"),
        figure(measurement.megabytes, "{:.0f} MB"),
        figure(measurement.times, "{:.2f}"),
        measurement.wanted,
        {True: "yes", False: "NO", None: ""}[measurement.is_met],
    )


def figure(number, form):
    return "" if number is None else form.format(number)
