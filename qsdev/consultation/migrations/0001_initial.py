import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("builds", "0001_initial"),
        ("stakeholders", "0002_search_index"),
        ("statements", "0001_initial"),
        ("topics", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="CodeAttempt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("address", models.GenericIPAddressField(null=True)),
                ("at", models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["at"],
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(editable=False, null=True)),
                ("answer", models.TextField(blank=True, verbose_name="response")),
                (
                    "answer_state",
                    models.CharField(
                        choices=[
                            ("none", "No response yet"),
                            ("drafted", "Response drafted"),
                            ("agreed", "Response agreed"),
                        ],
                        default="none",
                        max_length=10,
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "place_kind",
                    models.CharField(
                        choices=[
                            ("statement", "Statement"),
                            ("question", "Question"),
                            ("section", "Section"),
                            ("general", "General"),
                        ],
                        max_length=10,
                    ),
                ),
                ("section", models.CharField(blank=True, max_length=300)),
                (
                    "quote",
                    models.TextField(
                        blank=True, help_text="The passage of the draft that was marked."
                    ),
                ),
                ("text", models.TextField()),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "assignee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="topics.round",
                    ),
                ),
                (
                    "stakeholder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="stakeholders.stakeholder",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CommentImport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("file_name", models.CharField(max_length=255)),
                ("sha256", models.CharField(db_index=True, max_length=64)),
                ("size", models.PositiveBigIntegerField()),
                ("upload", models.FileField(blank=True, upload_to="comment-quarantine/")),
                (
                    "received_on",
                    models.DateField(help_text="When NICE received what states no date itself."),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("reading", "Being read"),
                            ("matching", "Columns to be matched"),
                            ("checking", "Rows to be checked"),
                            ("confirmed", "Imported"),
                            ("abandoned", "Abandoned"),
                            ("undone", "Undone"),
                            ("refused", "Refused"),
                        ],
                        default="reading",
                        max_length=20,
                    ),
                ),
                ("refusal", models.TextField(blank=True)),
                (
                    "tables",
                    models.JSONField(
                        default=list, help_text="Tables found, with headers and samples."
                    ),
                ),
                (
                    "columns",
                    models.JSONField(
                        default=dict, help_text="Column position to the field it fills."
                    ),
                ),
                (
                    "notices",
                    models.JSONField(
                        default=list, help_text="What was changed or dropped on reading."
                    ),
                ),
                ("started_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("finished_at", models.DateTimeField(null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "finished_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comment_imports",
                        to="topics.round",
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comment_imports",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "ordering": ["-started_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="CommentRedaction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("passage", models.TextField()),
                ("reason", models.TextField()),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "comment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="redactions",
                        to="consultation.comment",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["made_at"],
            },
        ),
        migrations.CreateModel(
            name="CommentStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("themed", "Put into a theme"),
                            ("given", "Given to somebody to answer"),
                        ],
                        max_length=10,
                    ),
                ),
                ("value", models.PositiveBigIntegerField(null=True)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("undone_at", models.DateTimeField(null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comment_steps",
                        to="topics.round",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="comment_steps",
                        to="topics.topic",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [
                    models.Index(
                        fields=["topic", "made_by", "undone_at", "id"], name="comment_step_to_undo"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CommentStepChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("before", models.PositiveBigIntegerField(null=True)),
                ("version_after", models.PositiveIntegerField()),
                (
                    "comment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="step_changes",
                        to="consultation.comment",
                    ),
                ),
                (
                    "step",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="consultation.commentstep",
                    ),
                ),
            ],
            options={
                "ordering": ["step", "comment__number"],
            },
        ),
        migrations.CreateModel(
            name="ConsultationDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("issued_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("reason_withdrawn", models.TextField(blank=True)),
                (
                    "issued_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "round",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consultation_draft",
                        to="topics.round",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consultation_drafts",
                        to="topics.topic",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "withdrawn_from",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="withdrawn_drafts",
                        to="topics.round",
                    ),
                ),
            ],
            options={
                "ordering": ["issued_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("reason_withdrawn", ""),
                                ("round__isnull", False),
                                ("withdrawn_at", None),
                                ("withdrawn_by", None),
                                ("withdrawn_from", None),
                            ),
                            models.Q(
                                ("round", None),
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_by__isnull", False),
                                ("withdrawn_from__isnull", False),
                                models.Q(("reason_withdrawn", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="withdrawn_drafts_say_why",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ConsultationQuestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                ("is_standard", models.BooleanField(default=False)),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="topics.round",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="consultation_questions",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(fields=("round", "number"), name="question_number_once")
                ],
            },
        ),
        migrations.AddField(
            model_name="comment",
            name="question",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="comments",
                to="consultation.consultationquestion",
            ),
        ),
        migrations.CreateModel(
            name="DraftStatement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=300)),
                ("text", models.TextField()),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="consultation.consultationdraft",
                    ),
                ),
                (
                    "statement_version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drafts",
                        to="statements.statementversion",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(fields=("draft", "number"), name="draft_statement_once")
                ],
            },
        ),
        migrations.AddField(
            model_name="comment",
            name="statement",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="comments",
                to="consultation.draftstatement",
            ),
        ),
        migrations.CreateModel(
            name="IssuedReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField()),
                ("issued_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("reason_withdrawn", models.TextField(blank=True)),
                (
                    "issued_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="builds.documentbuild",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consultation_reports",
                        to="topics.round",
                    ),
                ),
                (
                    "table",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="builds.documentbuild",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consultation_reports",
                        to="topics.topic",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-version"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("round", "version"), name="report_version_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=("round",),
                        name="one_report_issued_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("reason_withdrawn", ""),
                                ("withdrawn_at", None),
                                ("withdrawn_by", None),
                            ),
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_by__isnull", False),
                                models.Q(("reason_withdrawn", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="withdrawn_reports_say_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OrganisationResponse",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[("web", "Web form"), ("import", "Import")], max_length=10
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Being drafted"), ("submitted", "Submitted")],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("has_tobacco_links", models.BooleanField(null=True)),
                ("tobacco_links", models.TextField(blank=True)),
                (
                    "interest",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Not said"),
                            ("yes", "Interested in supporting"),
                            ("no", "Not interested"),
                        ],
                        default="",
                        max_length=5,
                    ),
                ),
                ("receipt", models.CharField(blank=True, max_length=20)),
                ("submitted_name", models.CharField(blank=True, max_length=200)),
                ("submitted_at", models.DateTimeField(null=True)),
                ("started_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "import_record",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responses",
                        to="consultation.commentimport",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="organisation_responses",
                        to="topics.round",
                    ),
                ),
                (
                    "stakeholder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consultation_responses",
                        to="stakeholders.stakeholder",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="organisation_responses",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "ordering": ["stakeholder__name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("round", "stakeholder"), name="one_response_an_organisation"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("receipt", ""), _negated=True),
                        fields=("receipt",),
                        name="receipt_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "draft"), ("submitted_at", None)),
                            models.Q(("state", "submitted"), ("submitted_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="submitted_responses_say_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DraftComment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("section", models.CharField(blank=True, max_length=300)),
                ("text", models.TextField()),
                ("written_by", models.CharField(blank=True, max_length=200)),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "question",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="consultation.consultationquestion",
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="consultation.draftstatement",
                    ),
                ),
                (
                    "response",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="draft_comments",
                        to="consultation.organisationresponse",
                    ),
                ),
            ],
            options={
                "ordering": ["statement__number", "question__number", "pk"],
            },
        ),
        migrations.AddField(
            model_name="comment",
            name="response",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="comments",
                to="consultation.organisationresponse",
            ),
        ),
        migrations.CreateModel(
            name="Theme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(editable=False, null=True)),
                ("answer", models.TextField(blank=True, verbose_name="response")),
                (
                    "answer_state",
                    models.CharField(
                        choices=[
                            ("none", "No response yet"),
                            ("drafted", "Response drafted"),
                            ("agreed", "Response agreed"),
                        ],
                        default="none",
                        max_length=10,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "assignee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="themes",
                        to="topics.round",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comment_themes",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answer_state", "none")),
                            models.Q(
                                models.Q(("answer", ""), _negated=True),
                                models.Q(("answer_state", "none"), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="theme_answer_has_a_state",
                    ),
                    models.UniqueConstraint(fields=("round", "title"), name="theme_title_once"),
                    models.UniqueConstraint(
                        fields=("round", "position"), name="theme_position_once"
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="comment",
            name="theme",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="comments",
                to="consultation.theme",
            ),
        ),
        migrations.CreateModel(
            name="ChangeOfWording",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("note", models.CharField(max_length=300)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "statement_version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes_of_wording",
                        to="statements.statementversion",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes_of_wording",
                        to="topics.topic",
                    ),
                ),
                (
                    "comment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="consultation.comment",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="consultation.theme",
                    ),
                ),
            ],
            options={
                "ordering": ["made_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("comment__isnull", False), ("theme", None)),
                            models.Q(("comment", None), ("theme__isnull", False)),
                            _connector="OR",
                        ),
                        name="change_is_of_a_theme_or_a_comment",
                    ),
                    models.UniqueConstraint(
                        fields=("statement_version", "theme"), name="change_of_theme_once"
                    ),
                    models.UniqueConstraint(
                        fields=("statement_version", "comment"), name="change_of_comment_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AccessCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("lead", "Lead: drafts and submits"),
                            ("colleague", "Colleagues: draft only"),
                        ],
                        max_length=10,
                    ),
                ),
                ("code_hash", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="access_codes",
                        to="topics.round",
                    ),
                ),
                (
                    "stakeholder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="access_codes",
                        to="stakeholders.stakeholder",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="access_codes",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "ordering": ["stakeholder__name", "kind"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("round", "stakeholder", "kind"),
                        name="one_code_of_a_kind_at_a_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CommentImportRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                ("place", models.CharField(max_length=200)),
                ("cells", models.JSONField(default=dict)),
                ("corrections", models.JSONField(default=dict)),
                ("findings", models.JSONField(default=list)),
                ("has_problem", models.BooleanField(default=False)),
                ("is_refused", models.BooleanField(default=False)),
                ("refusal_code", models.CharField(blank=True, max_length=30)),
                ("refusal_reason", models.TextField(blank=True)),
                ("settled_at", models.DateTimeField(null=True)),
                (
                    "comment",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="import_row",
                        to="consultation.comment",
                    ),
                ),
                (
                    "import_record",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="consultation.commentimport",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("import_record", "position"), name="comment_row_position_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("is_refused", False), ("refusal_reason", "")),
                            models.Q(
                                ("is_refused", True),
                                models.Q(("refusal_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="refused_rows_say_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("settled_at", None), ("is_refused", True), _connector="OR"
                        ),
                        name="settled_comment_rows_are_refused",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", ""), ("answer_state", "none")),
                    models.Q(
                        models.Q(("answer", ""), _negated=True),
                        models.Q(("answer_state", "none"), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="comment_answer_has_a_state",
            ),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.UniqueConstraint(
                fields=("topic", "number"), name="comment_number_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("place_kind", "statement"),
                        ("question", None),
                        ("statement__isnull", False),
                    ),
                    models.Q(
                        ("place_kind", "question"), ("question__isnull", False), ("statement", None)
                    ),
                    models.Q(
                        ("place_kind__in", ["section", "general"]),
                        ("question", None),
                        ("statement", None),
                    ),
                    _connector="OR",
                ),
                name="comment_has_its_place",
            ),
        ),
    ]
