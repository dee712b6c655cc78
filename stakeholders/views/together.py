"""Acting on many suggestions at once: the page lists what it will touch, then does just that."""

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from stakeholders import actions
from stakeholders.forms.triage import SuggestionFileTogetherForm
from stakeholders.views.chosen import SHOWN, Chosen
from stakeholders.views.steps import sentence_of
from stakeholders.views.workbench import address_of, filters_of, listed, query_of


class Together(Chosen):
    """The suggestions that one act concerns: the ticked ones or, without any, all of a list."""

    noun = "suggestion"
    most = 1_000

    @classmethod
    def of(cls, request, topic):
        """What a request says."""
        filters = filters_of(request, topic)
        return cls.chosen_in(
            request,
            topic=topic,
            among=topic.suggestions,
            listed=filters.choice.rows,
            query=query_of(filters),
        )

    @property
    def suggestions(self):
        return self.topic.suggestions.filter(number__in=self.numbers)

    @property
    def shown(self):
        """The first of them, as the page lists them."""
        return listed(self.suggestions).order_by("number")[:SHOWN]

    @property
    def back(self):
        """The address of the list that they were chosen in."""
        return address_of(self.topic, None, self.query)


@require_http_methods(["GET", "POST"])
@topic_page("stakeholders.file_suggestion")
def suggestion_file_together(request, topic):
    """List the suggestions that were chosen, and file them under one area as one step."""
    chosen = Together.of(request, topic)
    form = SuggestionFileTogetherForm(request.POST or None, topic=topic)
    if form.is_valid():
        area, sub_area = form.cleaned_data["place"]
        try:
            step = actions.file_suggestions(
                topic=topic,
                suggestions=chosen.suggestions,
                area=area,
                sub_area=sub_area,
                reason=form.cleaned_data["reason"],
                by=request.user,
            )
            messages.success(request, sentence_of(step) if step else "Nothing had to change.")
            return redirect(chosen.back)
        except RuleBroken as error:
            form.add_error("place", str(error))
    form.submit = f"File {chosen.in_words}"
    context = {"form": form, "chosen": chosen}
    return render_page(request, "stakeholders/suggestion_file_together.html", context)
