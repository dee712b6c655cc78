"""The standing questions of each stage, which are answered before the stage is completed."""

from dataclasses import dataclass

from qsdev.equality.models import Stage


@dataclass(frozen=True)
class Question:
    """A question that every assessment answers at one stage; the code is what answers are kept by.

    A code is never given to another question, so that earlier answers keep their meaning.
    """

    code: str
    words: str


QUESTIONS = {
    Stage.ENGAGEMENT: (
        Question(
            "left_out",
            "Are any people or settings left out of what the quality standard covers? If so, why "
            "is that justified?",
        ),
        Question(
            "reached",
            "Who spoke for the groups that may be concerned, and was anybody not reached?",
        ),
        Question("taken_on", "How will development take the issues of this stage into account?"),
    ),
    Stage.DEVELOPMENT: (
        Question(
            "coverage_changed",
            "Did topic engagement change what the quality standard covers, so that equality is "
            "better served? If so, how?",
        ),
        Question(
            "harder_to_use",
            "Could a draft statement make services harder to use for one group than for others? "
            "If so, for whom, and what stands in their way?",
        ),
        Question(
            "disabled_people",
            "Could a draft statement put disabled people at a disadvantage because of something "
            "that follows from their disability?",
        ),
        Question(
            "removing_barriers",
            "What could the committee say to remove these barriers, or to advance equality in "
            "other ways?",
        ),
    ),
    Stage.CONSULTATION: (
        Question(
            "said_in_comments",
            "What did comments say about equality that was not known before, and how did the "
            "committee deal with it?",
        ),
        Question(
            "changed_harder_to_use",
            "Could a statement that changed after consultation make services harder to use for "
            "one group than for others?",
        ),
        Question(
            "changed_disabled_people",
            "Could a statement that changed after consultation put disabled people at a "
            "disadvantage because of something that follows from their disability?",
        ),
        Question(
            "changed_removing_barriers",
            "What did the committee say to remove barriers that remain, or to advance equality?",
        ),
    ),
    Stage.PUBLICATION: (
        Question(
            "amended",
            "Was anything changed when the standard was approved, and what does that mean for "
            "equality?",
        ),
        Question(
            "considered",
            "Do the equality and diversity considerations of each statement say what this "
            "assessment found?",
        ),
    ),
}
