"""Text in Markdown, with a preview as the paper will print it and a short help.

Any form asks for it with one field:

    class SummaryEditForm(VersionedForm):
        text = MarkdownField(rows=16, cites=True, help_text="What stakeholders said.")

- `rows`: the height of the text box; `cites`: False where nothing can be cited, so that the help
  does not speak of it. Anything else is as for a `CharField`.
- The preview stands beside the text, or under it where there is no room, and follows the typing.
- Without JavaScript the form has a button "Preview" beside its own: it shows the form again with
  the preview and saves nothing, because a form that is only looked at is never valid
  (`BaseForm.is_previewed`). A view needs nothing for it. A form that prints its own buttons puts
  `{% include "nice/preview_button.html" with asked=form only %}` after its first one.
- A page that shows such text read-only prints `{{ text|as_in_paper:"an-id-" }}` of the tag library
  `markdown_preview` and links `paper.css`.
"""

from django import forms


class MarkdownEditor(forms.Textarea):
    """A text box with a preview; printed by `templates/nice/markdown.html`."""

    cites = True


class MarkdownField(forms.CharField):
    """Markdown as papers understand it; its value is the text as it was typed."""

    widget = MarkdownEditor

    def __init__(self, *, rows=16, cites=True, **kwargs):
        super().__init__(**kwargs)
        self.widget.attrs["rows"] = rows
        self.widget.cites = cites
