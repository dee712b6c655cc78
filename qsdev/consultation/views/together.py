"""Acting on many comments at once: the page lists what it will touch, then does just that."""

from dataclasses import dataclass

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from qsdev.consultation import actions
from qsdev.consultation.forms.answering import GiveTogetherForm, ThemeTogetherForm
from qsdev.consultation.forms.filters import CommentFilterForm
from qsdev.consultation.views.workbench import PERMISSION, address_of, round_or_404
from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from qsdev.topics.models import Topic

MOST_TOGETHER = 2_000
SHOWN = 100


@dataclass(frozen=True)
class Together:
    """The comments that one act concerns: the ticked ones or, without any, all of a list."""

    topic: Topic
    numbers: tuple[int, ...]
    is_cut: bool
    query: str

    @classmethod
    def of(cls, request, topic, round):
        """What a request says: on sending the numbers that the page listed, and no others."""
        filters = CommentFilterForm(request.GET, round=round, team=topic.team)
        is_sent = request.method == "POST"
        data = request.POST if is_sent else request.GET
        said = numbers_in([*data.getlist("number"), *data.get("numbers", "").split(",")])
        rows = filters.rows if not said and not is_sent else round.comments.filter(number__in=said)
        found = tuple(rows.order_by("number").values_list("number", flat=True)[: MOST_TOGETHER + 1])
        return cls(topic, found[:MOST_TOGETHER], len(found) > MOST_TOGETHER, filters.query)

    @property
    def shown(self):
        """The first of them, as the page lists them."""
        return self.topic.comments.filter(number__in=self.numbers[:SHOWN]).whole()

    @property
    def unlisted(self):
        """How many are not listed, though they are meant as well."""
        return max(0, len(self.numbers) - SHOWN)

    @property
    def as_sent(self):
        """The numbers in one field: a thousand fields would be more than a form may send."""
        return ",".join(map(str, self.numbers))

    @property
    def in_words(self):
        count = len(self.numbers)
        return f"{count:,} comment{'' if count == 1 else 's'}"

    @property
    def back(self):
        """The address of the list that they were chosen in."""
        return address_of(self.topic, None, self.query)


def numbers_in(words):
    """The numbers among what was ticked, or among those that a page listed in one field."""
    return [int(one) for one in words if one.isdecimal() and len(one) < 10]


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def comment_theme_together(request, topic):
    """List the comments that were chosen, and put them into one theme as one act."""
    round = round_or_404(topic)
    chosen = Together.of(request, topic, round)
    form = ThemeTogetherForm(request.POST or None, themes=round.themes.all())
    if form.is_valid():
        try:
            theme = theme_meant(form, round, request.user)
            count = actions.put_into_theme(
                topic=topic, numbers=chosen.numbers, theme=theme, by=request.user
            )
            where = f"are in the theme “{theme}”" if theme else "are in no theme"
            messages.success(request, f"{chosen.in_words} {where}; {count:,} changed.")
            return redirect(chosen.back)
        except RuleBroken as error:
            form.add_error("theme", str(error))
    form.submit = f"Put {chosen.in_words} there"
    context = {"form": form, "chosen": chosen}
    return render_page(request, "consultation/comment_theme_together.html", context)


def theme_meant(form, round, by):
    """The theme that the form names, added first if it is new; None for no theme."""
    if form.cleaned_data["new_theme"]:
        return actions.add_theme(round=round, title=form.cleaned_data["new_theme"], by=by)
    return form.themes.get(form.cleaned_data["theme"])


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
        who = assignee.name if assignee else "nobody in particular"
        messages.success(request, f"{chosen.in_words} go to {who}; {count:,} changed.")
        return redirect(chosen.back)
    form.submit = f"Give {chosen.in_words}"
    context = {"form": form, "chosen": chosen}
    return render_page(request, "consultation/comment_give_together.html", context)
