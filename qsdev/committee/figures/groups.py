"""Whether figures may be split by groups of members, so that nobody's rating can be worked out."""

LEAST = 3


def may_split(sizes: dict) -> bool:
    """Whether figures may be shown apart for each group; `sizes` is {group: how many rated}.

    Every group that rated at all, and its complement (all the others together), must have at
    least three raters: taking a group's figures from the whole's gives the complement's. One group
    alone is no split. A split is shown whole or not at all, as a group left out could be worked
    out from the rest.
    """
    rated = [size for size in sizes.values() if size]
    total = sum(rated)
    return len(rated) > 1 and all(size >= LEAST and total - size >= LEAST for size in rated)
