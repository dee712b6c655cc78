"""Acting on many comments at once: the page lists what it will touch, then does just that."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from qsdev.consultation import actions
from qsdev.consultation.forms.answering import GiveTogetherForm, ThemeTogetherForm
from qsdev.consultation.forms.filters import CommentFilterForm
from qsdev.consultation.views.workbench import PERMISSION, address_of, round_or_404, sentence_of
from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from stakeholders.views.chosen import SHOWN, Chosen

NAMED = 6


class Together(Chosen):
    """The comments that one act concerns: the ticked ones or, without any, all of a list."""

    noun = "comment"
    most = 2_000

    @classmethod
    def of(cls, request, topic, round):
        """What a request says."""
        filters = CommentFilterForm(request.GET, round=round, team=topic.team)
        return cls.chosen_in(
            request,
            topic=topic,
            among=round.comments,
            listed=filters.rows,
            query=filters.query,
        )

    @property
    def shown(self):
        """The first of them, as the page lists them."""
        return self.topic.comments.filter(number__in=self.numbers[:SHOWN]).whole()

    @property
    def back(self):
        """The address of the list that they were chosen in."""
        return address_of(self.topic, None, self.query)


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def comment_theme_together(request, topic):
    """List the comments that were chosen, and put them into one theme as one act."""
    round = round_or_404(topic)
    chosen = Together.of(request, topic, round)
    form = ThemeTogetherForm(request.POST or None, themes=round.themes.all())
    if form.is_valid():
        try:
            count = actions.put_into_theme(
                topic=topic, numbers=chosen.numbers, by=request.user, **form.meant
            )
            say_unchanged(request, chosen, count)
            return redirect(chosen.back)
        except RuleBroken as error:
            form.add_error("theme", str(error))
    form.submit = f"Put {chosen.in_words} there"
    context = {"form": form, "chosen": chosen}
    return render_page(request, "consultation/comment_theme_together.html", context)


def say_unchanged(request, chosen, count):
    """Say how many stood so already; the list itself says what was done, and offers to undo it."""
    unchanged = len(chosen.numbers) - count
    if unchanged:
        stood = "1 comment stood" if unchanged == 1 else f"{unchanged:,} comments stood"
        messages.info(request, f"{stood} so already.")


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def comment_give_together(request, topic):
    """List the comments that were chosen, and say who answers them."""
    chosen = Together.of(request, topic, round_or_404(topic))
    form = GiveTogetherForm(request.POST if request.method == "POST" else None, team=topic.team)
    if form.is_valid():
        assignee = form.cleaned_data["assignee"]
        count = actions.give_comments(
            topic=topic, numbers=chosen.numbers, assignee=assignee, by=request.user
        )
        say_unchanged(request, chosen, count)
        return redirect(chosen.back)
    form.submit = f"Give {chosen.in_words}"
    context = {"form": form, "chosen": chosen}
    return render_page(request, "consultation/comment_give_together.html", context)


@require_POST
@topic_page(PERMISSION)
def comment_step_undo(request, topic, pk):
    """Put back what stood before an act on many comments, and go back to the list."""
    step = get_object_or_404(topic.comment_steps, pk=pk)
    words = sentence_of(step)
    try:
        back, left = actions.undo_comment_step(step=step, by=request.user)
        messages.success(request, f"Undone for {comments_in_words(back)}: {words}")
        if left:
            messages.warning(request, f"Changed since, so left alone: {comments_in_words(left)}.")
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect(address_of(topic, None, request.POST.get("query", "")))


def comments_in_words(numbers):
    """Comments by number: "comment 4", "comments 4, 7 and 9 more"."""
    named = ", ".join(map(str, numbers[:NAMED]))
    more = f" and {len(numbers) - NAMED:,} more" if len(numbers) > NAMED else ""
    return f"comment {named}" if len(numbers) == 1 else f"comments {named}{more}"
