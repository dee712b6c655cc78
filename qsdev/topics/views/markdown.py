"""What a text in Markdown looks like in the paper, asked for while it is typed."""

from django.views.decorators.http import require_POST

from qsdev.accounts.access import asked_while_typing, signed_in_page
from qsdev.forms import clean_text
from qsdev.htmx import render_page


@require_POST
@asked_while_typing
@signed_in_page
def markdown_preview(request):
    """The preview of the field that `field` names, sent by `templates/nice/markdown.html`."""
    field = request.POST.get("field", "text")
    context = {"text": clean_text(request.POST.get(field, "")), "field": field}
    return render_page(request, "topics/_markdown_preview.html", context)
