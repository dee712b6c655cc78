"""The page on which a member rates one area, in private."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_http_methods

from qsdev.committee import actions
from qsdev.committee.forms.rounds import RatingEditForm
from qsdev.committee.models import Rating
from qsdev.committee.progress import areas_for
from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page


@require_http_methods(["GET", "POST"])
@topic_page("committee.rate_area")
def rating_edit(request, topic, number, pk):
    """Rate an area; a member who takes no part in it is told so and finds no form."""
    round = get_object_or_404(topic.rating_rounds.select_related("follows"), number=number)
    areas = areas_for(round, request.user)
    here = next((one for one in areas if one.rated_area.pk == pk), None)
    if here is None:
        raise Http404
    form = None
    if not here.is_withdrawn and (round.is_open or request.method == "POST"):
        form = rating_form(request, round, here)
    if form and form.is_valid():
        saved = save(request, form, here.rated_area)
        if saved:
            say_receipt(request, round, saved)
            return redirect(*after(topic, round, areas, here))
    context = {"form": form, "round": round, "here": here, "areas": areas}
    return render_page(request, "committee/rating_edit.html", context)


def rating_form(request, round, here):
    """The form with the member's own rating, and with their first one where this round follows."""
    criteria = round.criteria.all()
    first = None
    if round.follows_id:
        earlier = Rating.objects.filter(
            rated_area__round=round.follows_id,
            rated_area__issued_area=here.rated_area.issued_area_id,
            member=request.user,
        )
        first = earlier.prefetch_related("scores__criterion").first()
    return RatingEditForm(request.POST or None, criteria=criteria, rating=here.own, first=first)


def save(request, form, rated_area):
    """The saved rating; None where it was refused, and the form says why."""
    try:
        return actions.rate_area(rated_area=rated_area, by=request.user, **form.given)
    except EditCollision as collision:
        form.collided(collision)
    except RuleBroken as error:
        form.add_error(None, str(error))
    return None


def say_receipt(request, round, rating):
    """Tell the member that it is saved, under which receipt, and until when it can be changed."""
    until = date_format(timezone.localtime(round.closes_at), "j F Y, H:i")
    saved = date_format(timezone.localtime(rating.saved_at), "j F Y, H:i")
    area = rating.rated_area.issued_area.title
    messages.success(
        request,
        f"Your rating of “{area}” was saved on {saved}. Receipt {rating.receipt}. "
        f"You can change it until {until}.",
    )


def after(topic, round, areas, here):
    """Where to go on: the next area that waits, or the round's page when none does."""
    waiting = [
        one.rated_area.pk
        for one in areas
        if one.own is None and not one.is_withdrawn and one is not here
    ]
    order = [one.rated_area.pk for one in areas]
    later = [pk for pk in waiting if order.index(pk) > order.index(here.rated_area.pk)]
    if later or waiting:
        return "committee:rating_edit", topic.slug, round.number, (later or waiting)[0]
    return "committee:rating_round_detail", topic.slug, round.number
