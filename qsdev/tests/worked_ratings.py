"""What nine members give five areas, and what it comes to, worked out by hand.

The journey of the committee rates with these ballots and compares each figure that a page prints
with those here. None of them was taken from the program: sums, sorted ratings and pairs stand
beside them, so that a reader can work them out again. Percentiles stand at place
(n + 1) × percent / 100 of the sorted ratings, as the RAND/UCLA manual's were computed.
"""

KEYS = (
    *("chair", "standing_member", "standing_two"),
    *("specialist_member", "specialist_two", "specialist_three"),
    *("lay_member", "lay_two", "lay_three"),
)

#: Overall ratings by area, in the paper's order, by the members in the order of KEYS. The ninth is
#: withdrawn from the second area; the third does not rate the fifth.
FIRST = (
    (9, 8, 8, 7, 9, 7, 8, 9, 7),
    (8, 7, 7, 6, 8, 7, 5, 7, None),
    (9, 9, 9, 8, 1, 1, 2, 1, 5),
    (5, 6, 4, 5, 6, 5, 7, 4, 3),
    (2, 3, None, 2, 1, 3, 4, 2, 7),
)
#: After the discussion, of the third to the fifth area.
SECOND = {
    2: (8, 8, 8, 7, 7, 4, 7, 6, 7),
    3: (4, 5, 3, 4, 5, 4, 6, 3, 2),
    4: (3, 4, 4, 5, 3, 4, 5, 4, 3),
}


def given(overall):
    """The rest of a rating that is `overall`: need as much, impact 6, measurable 10 less it."""
    proposal = "progress" if overall >= 7 else "discuss" if overall >= 4 else "do_not_progress"
    return {"scores": (overall, 6, 10 - overall), "proposal": proposal}


def row(members, median, span):
    """A row of the table of medians: how many members, their median, lowest to highest."""
    return [str(members), median, span]


#: What the results page prints of the first round, area by area; the reader is the chair.
FIRST_RESULTS = (
    {  # sorted 7 7 7 8 8 8 9 9 9, sum 72; p30 is the 3rd, p70 the 7th; IPRAS 2.35 + 1.5 × 3
        "tags": ["Consensus"],
        "Your rating": "9",
        "Median": "8, from 7 to 9",
        "Mean": "8",
        "At 7 to 9": "100%; at 1 to 3: 0%",
        "Spread": "2 between the 30th and the 70th percentile; more than 6.85 is disagreement",
        "Proposals": "Progress: 9; Discuss: 0; Do not progress: 0",
        "Rated by": "9 members",
        "medians": {
            "Need for improvement": row(9, "8", "7 to 9"),
            "Impact on outcomes": row(9, "6", "6 to 6"),
            "Can be measured": row(9, "2", "1 to 3"),
            "Standing members, overall": row(3, "8", "8 to 9"),  # 8 8 9
            "Specialist members, overall": row(3, "7", "7 to 9"),  # 7 7 9
            "Lay members, overall": row(3, "8", "7 to 9"),  # 7 8 9
        },
    },
    {  # sorted 5 6 7 7 7 7 8 8, sum 55 of 8; p30 at place 2.7: 6.7, p70 at 6.3: 7.3; 2.35 + 3
        "tags": ["Consensus"],
        "Your rating": "8",
        "Median": "7, from 5 to 8",
        "Mean": "6.9",
        "At 7 to 9": "75%; at 1 to 3: 0%",
        "Spread": "0.6 between the 30th and the 70th percentile; more than 5.35 is disagreement",
        "Proposals": "Progress: 6; Discuss: 2; Do not progress: 0",
        "Rated by": "8 members; 1 took no part",
        "medians": {  # two lay members alone rated, so no group is shown
            "Need for improvement": row(8, "7", "5 to 8"),
            "Impact on outcomes": row(8, "6", "6 to 6"),
            "Can be measured": row(8, "3", "2 to 5"),
        },
    },
    {  # sorted 1 1 1 2 5 8 9 9 9, sum 45; p30 is 1, p70 is 9; IPRAS 2.35
        "tags": ["No consensus", "Disagreement"],
        "Your rating": "9",
        "Median": "5, from 1 to 9",
        "Mean": "5",
        "At 7 to 9": "44.4%; at 1 to 3: 44.4%",
        "Spread": "8 between the 30th and the 70th percentile; more than 2.35 is disagreement",
        "Proposals": "Progress: 4; Discuss: 1; Do not progress: 4",
        "Rated by": "9 members",
        "medians": {
            "Need for improvement": row(9, "5", "1 to 9"),
            "Impact on outcomes": row(9, "6", "6 to 6"),
            "Can be measured": row(9, "5", "1 to 9"),
            "Standing members, overall": row(3, "9", "9 to 9"),  # 9 9 9
            "Specialist members, overall": row(3, "1", "1 to 8"),  # 1 1 8
            "Lay members, overall": row(3, "2", "1 to 5"),  # 1 2 5
        },
    },
    {  # sorted 3 4 4 5 5 5 6 6 7, sum 45; p30 is 4, p70 is 6; IPRAS 2.35
        "tags": ["No consensus"],
        "Your rating": "5",
        "Median": "5, from 3 to 7",
        "Mean": "5",
        "At 7 to 9": "11.1%; at 1 to 3: 11.1%",
        "Spread": "2 between the 30th and the 70th percentile; more than 2.35 is disagreement",
        "Proposals": "Progress: 1; Discuss: 7; Do not progress: 1",
        "Rated by": "9 members",
        "medians": {
            "Need for improvement": row(9, "5", "3 to 7"),
            "Impact on outcomes": row(9, "6", "6 to 6"),
            "Can be measured": row(9, "5", "3 to 7"),
            "Standing members, overall": row(3, "5", "4 to 6"),  # 4 5 6
            "Specialist members, overall": row(3, "5", "5 to 6"),  # 5 5 6
            "Lay members, overall": row(3, "4", "3 to 7"),  # 3 4 7
        },
    },
    {  # sorted 1 2 2 2 3 3 4 7, sum 24 of 8; p30 at 2.7: 2, p70 at 6.3: 3.3; 2.35 + 1.5 × 2.35
        "tags": ["No consensus"],
        "Your rating": "2",
        "Median": "2.5, from 1 to 7",
        "Mean": "3",
        "At 7 to 9": "12.5%; at 1 to 3: 75%",
        "Spread": "1.3 between the 30th and the 70th percentile; more than 5.88 is disagreement",
        "Proposals": "Progress: 1; Discuss: 1; Do not progress: 6",
        "Rated by": "8 members. Not rated by Standing Two",
        "medians": {  # two standing members alone rated, so no group is shown
            "Need for improvement": row(8, "2.5", "1 to 7"),
            "Impact on outcomes": row(8, "6", "6 to 6"),
            "Can be measured": row(8, "7.5", "3 to 9"),
        },
    },
)

#: Places by mean, median, Borda and Schulze. Eight rated two of the areas: so no ranges show.
#:
#: Mean: 8, 6.875, 5, 5, 3. Median: 8, 7, 5, 5, 2.5.
#: Borda, points of the members in order as shares of the others on their ballot (a tie is half):
#: first 31/36, second 18.83/32, third 17.33/36, fourth 12/36, fifth 6.83/32.
#: Schulze, winning votes: first beats second 7-0, third 5-3, fourth 9-0, fifth 7-0; second beats
#: fourth 7-1 and fifth 7-0 and ties the third 4-4; third beats fourth 5-4, fourth beats fifth 7-1,
#: fifth beats third 4-3. Of that circle third to fourth to fifth (5) is stronger than fifth to
#: third (4), and the second reaches the third by way of the fifth (4), which has no way back.
FIRST_ORDER = (
    ("1", "1", "1", "1"),
    ("2", "2", "2", "2"),
    ("3", "3", "3", "3"),
    ("3", "3", "4", "4"),
    ("5", "5", "5", "5"),
)

#: What the second round comes to, beside the first; the reader is the chair.
SECOND_RESULTS = (
    {  # sorted 4 6 7 7 7 7 8 8 8, sum 62; p30 is 7, p70 is 8; IPRAS 2.35 + 1.5 × 2.5
        "tags": ["Consensus"],
        "Your rating": "8 (before: 9)",
        "Median": "7, from 4 to 8 (before: 5)",
        "Mean": "6.9 (before: 5)",
        "At 7 to 9": "77.8%; at 1 to 3: 0% (before: 44.4% and 44.4%)",
        "Spread": "1 between the 30th and the 70th percentile; more than 6.1 is disagreement",
        "Proposals": "Progress: 7; Discuss: 2; Do not progress: 0",
        "Rated by": "9 members",
        "medians": {
            "Need for improvement": row(9, "7", "4 to 8"),
            "Impact on outcomes": row(9, "6", "6 to 6"),
            "Can be measured": row(9, "3", "2 to 6"),
            "Standing members, overall": row(3, "8", "8 to 8"),  # 8 8 8
            "Specialist members, overall": row(3, "7", "4 to 7"),  # 4 7 7
            "Lay members, overall": row(3, "7", "6 to 7"),  # 6 7 7
        },
    },
    {  # sorted 2 3 3 4 4 4 5 5 6, sum 36; p30 is 3, p70 is 5; IPRAS 2.35 + 1.5
        "tags": ["No consensus"],
        "Your rating": "4 (before: 5)",
        "Median": "4, from 2 to 6 (before: 5)",
        "Mean": "4 (before: 5)",
        "At 7 to 9": "0%; at 1 to 3: 33.3% (before: 11.1% and 11.1%)",
        "Spread": "2 between the 30th and the 70th percentile; more than 3.85 is disagreement",
        "Proposals": "Progress: 0; Discuss: 6; Do not progress: 3",
        "Rated by": "9 members",
        "medians": {
            "Need for improvement": row(9, "4", "2 to 6"),
            "Impact on outcomes": row(9, "6", "6 to 6"),
            "Can be measured": row(9, "6", "4 to 8"),
            "Standing members, overall": row(3, "4", "3 to 5"),  # 3 4 5
            "Specialist members, overall": row(3, "4", "4 to 5"),  # 4 4 5
            "Lay members, overall": row(3, "3", "2 to 6"),  # 2 3 6
        },
    },
    {  # sorted 3 3 3 4 4 4 4 5 5, sum 35; p30 is 3, p70 is 4; IPRAS 2.35 + 1.5 × 1.5
        "tags": ["No consensus"],
        "Your rating": "3 (before: 2)",
        "Median": "4, from 3 to 5 (before: 2.5)",
        "Mean": "3.9 (before: 3)",
        "At 7 to 9": "0%; at 1 to 3: 33.3% (before: 12.5% and 75%)",
        "Spread": "1 between the 30th and the 70th percentile; more than 4.6 is disagreement",
        "Proposals": "Progress: 0; Discuss: 6; Do not progress: 3",
        "Rated by": "9 members",
        "medians": {
            "Need for improvement": row(9, "4", "3 to 5"),
            "Impact on outcomes": row(9, "6", "6 to 6"),
            "Can be measured": row(9, "6", "5 to 7"),
            "Standing members, overall": row(3, "4", "3 to 4"),  # 3 4 4
            "Specialist members, overall": row(3, "4", "3 to 5"),  # 3 4 5
            "Lay members, overall": row(3, "4", "3 to 5"),  # 3 4 5
        },
    },
)

#: Places with the range if any one member is left out, now that all nine rated each area.
#:
#: The third area is rated highest by all but one, to whom the three are equal. Mean: fourth 36/9,
#: fifth 35/9; without the fifth member 31/8 and 32/8. Median: both 4, whoever is left out. Borda
#: and Schulze: four rate the fourth above the fifth and four the other way, so they share a place
#: and whoever is left out decides.
SECOND_ORDER = (
    ("1 in any case", "1 in any case", "1 in any case", "1 in any case"),
    ("2 2 to 3", "2 in any case", "2 2 to 3", "2 2 to 3"),
    ("3 2 to 3", "2 in any case", "2 2 to 3", "2 2 to 3"),
)

#: What the minutes say of each area's ratings.
IN_MINUTES = (
    "Rating round 1: 9 members rated; median 8, from 7 to 9; 100% at 7 to 9 and 0% at 1 to 3: "
    "consensus.",
    "Rating round 1: 8 members rated; median 7, from 5 to 8; 75% at 7 to 9 and 0% at 1 to 3: "
    "consensus.",
    "Rating round 1: 9 members rated; median 5, from 1 to 9; 44.4% at 7 to 9 and 44.4% at 1 to 3: "
    "no consensus; members disagreed.",
    "Rating round 2: 9 members rated; median 7, from 4 to 8; 77.8% at 7 to 9 and 0% at 1 to 3: "
    "consensus.",
    "Rating round 1: 9 members rated; median 5, from 3 to 7; 11.1% at 7 to 9 and 11.1% at 1 to 3: "
    "no consensus.",
    "Rating round 2: 9 members rated; median 4, from 2 to 6; 0% at 7 to 9 and 33.3% at 1 to 3: "
    "no consensus.",
    "Rating round 1: 8 members rated; median 2.5, from 1 to 7; 12.5% at 7 to 9 and 75% at 1 to 3: "
    "no consensus.",
    "Rating round 2: 9 members rated; median 4, from 3 to 5; 0% at 7 to 9 and 33.3% at 1 to 3: "
    "no consensus.",
)
