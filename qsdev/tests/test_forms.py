"""How a form asks and answers: cleaning, plain messages, dates in three parts, several files."""

import datetime

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import formset_factory
from django.template.loader import render_to_string
from django.utils.datastructures import MultiValueDict
from lxml import html

from qsdev.forms import BaseForm, BaseFormSet, DateField, FilesField, clean_text
from qsdev.forms.versioned import version_sent
from qsdev.tests.sample_pages import SampleForm


def printed(form, context=None):
    """The form as the browser would get it, parsed."""
    return html.fromstring(render_to_string("_form.html", {"form": form, **(context or {})}))


class MeetingForm(BaseForm):
    date = DateField(label="Date of the meeting", required=False)


def meeting(day, month, year):
    return MeetingForm({"date_day": day, "date_month": month, "date_year": year})


def upload(name, content=b"rows"):
    return SimpleUploadedFile(name, content)


def test_control_characters_and_lone_surrogates_are_removed_and_nothing_else():
    assert clean_text("a\x00b\x07\ud800c\r\nd\te – “f” 😀") == "abc\nd\te – “f” 😀"


def test_every_kind_of_field_receives_cleaned_text():
    class TextForm(BaseForm):
        title = forms.CharField()
        words = forms.CharField(widget=forms.Textarea)
        roles = forms.MultipleChoiceField(choices=[("lead", "Lead")])

    form = TextForm({"title": "A\x00rea", "words": "one\r\ntwo\ud912", "roles": ["le\x00ad"]})
    assert form.is_valid()
    assert form.cleaned_data == {"title": "Area", "words": "one\ntwo", "roles": ["lead"]}


def test_text_of_nothing_but_control_characters_is_missing():
    form = SampleForm({"title": "\x00\x01"})
    assert form.errors["title"] == ["Enter the title"]


def test_missing_answers_are_asked_for_in_plain_words():
    assert SampleForm({}).errors == {
        "title": ["Enter the title"],
        "kind": ["Choose the kind of area"],
        "roles": ["Choose the roles"],
        "meeting": ["Enter the date of the meeting"],
        "tables": ["Choose a file"],
    }


@pytest.mark.parametrize(
    ("field", "answer", "message"),
    [
        (forms.CharField(label="Your name"), "", "Enter your name"),
        (forms.CharField(label="NICE reference"), "", "Enter the NICE reference"),
        (forms.CharField(label="Why now?"), "", "Enter an answer to “Why now?”"),
        (forms.CharField(max_length=3), "four", "Answer must be 3 characters or fewer"),
        (
            forms.EmailField(),
            "x",
            "Enter an email address in the right form, like name@example.com",
        ),
        (forms.IntegerField(), "x", "Answer must be a whole number, like 15"),
        (forms.IntegerField(min_value=1), "0", "Answer must be 1 or more"),
        (forms.ChoiceField(choices=[("a", "A")]), "b", "Choose the answer from the list"),
        (forms.BooleanField(label="Send it"), "", "Tick “Send it” to go on"),
    ],
)
def test_wrong_answers_say_what_to_do(field, answer, message):
    form = type("AnswerForm", (BaseForm,), {"answer": field})({"answer": answer})
    assert form.errors == {"answer": [message]}


def test_a_message_that_a_form_wrote_itself_is_kept():
    class NamedForm(BaseForm):
        name = forms.CharField(error_messages={"required": "Give the stakeholder’s name"})

    assert NamedForm({}).errors["name"] == ["Give the stakeholder’s name"]


@pytest.mark.parametrize("month", ["3", "03", "March", "mar"])
def test_date_in_three_parts_becomes_a_date(month):
    form = meeting("10", month, "2016")
    assert form.is_valid()
    assert form.cleaned_data["date"] == datetime.date(2016, 3, 10)


def test_date_that_may_be_missing_is_none():
    form = meeting("", " ", "")
    assert form.is_valid()
    assert form.cleaned_data["date"] is None


@pytest.mark.parametrize(
    ("parts", "message", "focus_id"),
    [
        (("10", "", ""), "must include a month and a year", "id_date_1"),
        (("10", "3", "16"), "must have a year of 4 numbers, like 2016", "id_date_2"),
        (("31", "2", "2016"), "must be a real date, like 27 3 2016", "id_date_0"),
        (("10", "ma", "2016"), "must be a real date, like 27 3 2016", "id_date_0"),
        (("²", "3", "2016"), "must be a real date, like 27 3 2016", "id_date_0"),
    ],
)
def test_wrong_date_says_which_part_to_mend(parts, message, focus_id):
    links = meeting(*parts).error_links
    assert links == [{"message": f"Date of the meeting {message}", "focus_id": focus_id}]


def test_only_the_wrong_parts_of_a_date_are_marked_and_all_of_a_missing_one():
    marked = "//input[contains(@class, 'govuk-input--error')]/@id"
    assert printed(meeting("10", "", "2016")).xpath(marked) == ["id_date_1"]
    missing = printed(SampleForm({})).xpath(marked)
    assert missing == ["id_title", "id_meeting_0", "id_meeting_1", "id_meeting_2"]


def test_date_shows_again_what_was_typed():
    values = printed(meeting("31", "<2", "x")).xpath("//input[@type='text']/@value")
    assert values == ["31", "<2", "x"]


def test_date_shows_the_day_it_stands_at():
    form = MeetingForm(initial={"date": datetime.date(2016, 3, 10)})
    assert printed(form).xpath("//input[@type='text']/@value") == ["10", "3", "2016"]


def test_several_files_arrive_as_a_list():
    class FileForm(BaseForm):
        tables = FilesField()

    sent = MultiValueDict({"tables": [upload("a.docx"), upload("b.xlsx")]})
    form = FileForm({}, sent)
    assert form.is_valid()
    assert [file.name for file in form.cleaned_data["tables"]] == ["a.docx", "b.xlsx"]


def test_an_empty_file_among_several_is_named():
    class FileForm(BaseForm):
        tables = FilesField()

    sent = MultiValueDict({"tables": [upload("a.docx"), upload("b.xlsx", b"")]})
    message = "b.xlsx is empty: choose one that has something in it"
    assert FileForm({}, sent).errors == {"tables": [message]}


def test_files_that_may_be_missing_are_an_empty_list():
    class FileForm(BaseForm):
        tables = FilesField(required=False)

    form = FileForm({}, MultiValueDict())
    assert form.is_valid()
    assert form.cleaned_data["tables"] == []


def test_each_link_of_the_error_summary_leads_to_a_control_or_its_legend():
    form = printed(SampleForm({}))
    links = form.xpath("//div[contains(@class, 'govuk-error-summary')]//a/@href")
    assert links == ["#id_title", "#id_kind_0", "#id_roles_0", "#id_meeting_0", "#id_tables"]
    assert [len(form.xpath(f"//input[@id='{link[1:]}']")) for link in links] == [1] * 5


def test_an_error_of_the_whole_form_is_in_the_summary():
    form = MeetingForm({})
    form.add_error(None, "Choose a sub-area of Schools.")
    (item,) = printed(form).xpath("//ul[contains(@class, 'error-summary')]/li")
    assert item.text_content() == "Choose a sub-area of Schools."


def test_hint_and_error_are_read_with_the_control():
    form = printed(SampleForm({}))
    (control,) = form.xpath("//input[@id='id_title']")
    ids = control.get("aria-describedby").split()
    assert ids == ["id_title_helptext", "id_title_error"]
    hint, error = (" ".join(form.get_element_by_id(found).text_content().split()) for found in ids)
    assert (hint, error) == ("As it stands in the paper.", "Error: Enter the title")


def test_every_control_is_printed_once_with_a_label_of_its_own():
    form = printed(SampleForm())
    controls = form.xpath("//input[not(@type='hidden')]/@id | //textarea/@id")
    assert len(controls) == len(set(controls)) == 11
    assert sorted(controls) == sorted(form.xpath("//label/@for"))


def test_a_revealed_field_stands_under_its_choice():
    form = printed(SampleForm())
    (choice,) = form.xpath("//input[@value='additional']")
    revealed = form.get_element_by_id(choice.get("data-reveals"))
    assert revealed.xpath(".//input/@id") == ["id_reason"]
    assert "govuk-radios__conditional--hidden" in revealed.get("class")


def test_what_the_chosen_radio_reveals_is_shown():
    form = printed(SampleForm({"kind": "additional"}))
    assert form.xpath("//*[contains(@class, 'conditional--hidden')]") == []


def test_a_long_text_is_counted_and_not_cut_off_by_the_browser():
    form = printed(SampleForm())
    (note,) = form.xpath("//textarea[contains(@class, 'govuk-js-character-count')]")
    (counter,) = note.xpath("ancestor::*[@data-module='govuk-character-count']")
    assert (note.get("maxlength"), counter.get("data-maxlength")) == (None, "40")
    assert form.get_element_by_id(note.get("aria-describedby")).text == "40 characters at most"


def test_a_number_is_asked_for_in_a_short_box():
    class CountForm(BaseForm):
        papers = forms.IntegerField()

    assert printed(CountForm()).xpath("//input[@id='id_papers']/@class") == [
        "govuk-input govuk-input--width-5"
    ]


def test_only_fields_that_may_be_missing_are_marked():
    labels = printed(SampleForm()).xpath("//label[contains(., '(optional)')]")
    assert [" ".join(label.text_content().split()) for label in labels] == [
        "Reason (optional)",
        "Note (optional)",
    ]


def test_form_carries_its_token_its_button_and_its_way_out():
    form = printed(SampleForm(submit="Add area", cancel="/areas/"), {"csrf_token": "sesame"})
    assert form.xpath("//input[@name='csrfmiddlewaretoken']/@value") == ["sesame"]
    assert [button.text for button in form.xpath("//button[@type='submit']")] == ["Add area"]
    assert form.xpath("//a[.='Cancel']/@href") == ["/areas/"]
    assert form.get("enctype") == "multipart/form-data"


def test_what_people_typed_is_escaped_wherever_it_is_printed():
    form = SampleForm({"title": "<script>alert(1)</script>"}, cancel='/"><script>')
    assert printed(form).xpath("//script") == []


def test_formset_links_to_the_control_of_the_form_that_is_wrong():
    forms_of_rows = formset_factory(MeetingForm, formset=BaseFormSet, extra=0)
    sent = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-1-date_day": "1"}
    printed_rows = printed(forms_of_rows(sent))
    assert printed_rows.xpath("//li/a/@href") == ["#id_form-1-date_1"]


def test_choice_among_nothing_says_so_and_starts_no_script():
    class RolesForm(BaseForm):
        roles = forms.MultipleChoiceField(
            choices=[], required=False, widget=forms.CheckboxSelectMultiple
        )

    form = printed(RolesForm())
    assert "There is nothing to choose from yet." in form.text_content()
    assert form.xpath("//*[@data-module='govuk-checkboxes']") == []


@pytest.mark.parametrize(
    ("said", "version"), [("12", 12), ("", 0), ("-1", 0), ("²", 0), ("9" * 30, 0), ("9" * 5000, 0)]
)
def test_version_that_a_button_sends_is_a_number_that_can_be_one(rf, said, version):
    assert version_sent(rf.post("/", {"version": said})) == version
