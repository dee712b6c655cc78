import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("topics", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="AreaSummary",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(editable=False, null=True)),
                ("text", models.TextField()),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="summaries",
                        to="topics.improvementarea",
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
                    "sub_area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="summaries",
                        to="topics.subarea",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "area summaries",
                "ordering": ["sub_area__position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "sub_area"), name="summary_once_a_sub_area"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("sub_area", None)),
                        fields=("area",),
                        name="summary_once_an_area",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HintRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "last_step",
                    models.PositiveBigIntegerField(
                        default=0, help_text="Key of the last step counted."
                    ),
                ),
                (
                    "topic",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hint_run",
                        to="topics.topic",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Import",
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
                ("upload", models.FileField(blank=True, upload_to="quarantine/")),
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
                ("table_chosen", models.CharField(blank=True, max_length=200)),
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
                ("files_under_headings", models.BooleanField(default=False)),
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
                        related_name="imports",
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
                        related_name="imports",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "ordering": ["-started_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="SortingSample",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("drawn_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "drawn_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sorted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sorting_samples",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sorting_samples",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "ordering": ["-drawn_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Stakeholder",
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
                            ("organisation", "Registered organisation"),
                            ("specialist_member", "Specialist committee member"),
                        ],
                        default="organisation",
                        max_length=20,
                    ),
                ),
                ("name", models.CharField(max_length=300)),
                (
                    "abbreviation",
                    models.CharField(
                        help_text="As papers print it, for example iHV.", max_length=300
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "topic",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="specialist_members",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "ordering": ["kind", "name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "organisation"), ("topic", None)),
                            models.Q(("kind", "specialist_member"), ("topic__isnull", False)),
                            _connector="OR",
                        ),
                        name="specialist_members_belong_to_a_topic",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("topic", None)),
                        fields=("name",),
                        name="organisation_name_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("topic", None)),
                        fields=("abbreviation",),
                        name="organisation_abbreviation_once",
                    ),
                    models.UniqueConstraint(
                        fields=("topic", "name"), name="pseudonym_once_in_a_topic"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SpecialistIdentity",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("person_name", models.CharField(max_length=200)),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "stakeholder",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="stakeholders.stakeholder",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "specialist identities",
            },
        ),
        migrations.CreateModel(
            name="StakeholderAlias",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=300)),
                (
                    "stakeholder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="stakeholders.stakeholder",
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(fields=("stakeholder", "name"), name="alias_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Suggestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(editable=False, null=True)),
                ("number", models.PositiveIntegerField()),
                ("id_in_table", models.CharField(blank=True, max_length=20)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("key_area", "Key area for quality improvement"),
                            ("developmental_area", "Developmental area of emergent practice"),
                            ("evidence_source", "Evidence source"),
                        ],
                        default="key_area",
                        max_length=20,
                    ),
                ),
                ("heading_in_table", models.CharField(blank=True, max_length=300)),
                (
                    "key_area",
                    models.TextField(
                        blank=True, verbose_name="suggested key area for quality improvement"
                    ),
                ),
                (
                    "why_important",
                    models.TextField(blank=True, verbose_name="why is this important?"),
                ),
                (
                    "why_key_area",
                    models.TextField(
                        blank=True, verbose_name="why is this a key area for quality improvement?"
                    ),
                ),
                ("supporting_information", models.TextField(blank=True)),
                (
                    "reason_not_used",
                    models.TextField(blank=True, help_text="Why no summary uses this suggestion."),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("to_triage", "To triage"),
                            ("later", "Left for later"),
                            ("filed", "Filed"),
                            ("out_of_scope", "Out of scope"),
                        ],
                        default="to_triage",
                        max_length=20,
                    ),
                ),
                ("out_of_scope_reason", models.TextField(blank=True)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "assignee",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assigned_suggestions",
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
                    "import_record",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="suggestions",
                        to="stakeholders.import",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        help_text="The suggestion that this one says again; both stay and are printed.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="stakeholders.suggestion",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="suggestions",
                        to="topics.round",
                    ),
                ),
                (
                    "stakeholder",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="suggestions",
                        to="stakeholders.stakeholder",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="suggestions",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "indexes": [
                    models.Index(fields=["topic", "state", "number"], name="suggestion_by_state"),
                    models.Index(fields=["topic", "kind", "number"], name="suggestion_by_kind"),
                    models.Index(
                        fields=["stakeholder", "topic", "number"], name="suggestion_by_stakeholder"
                    ),
                    models.Index(fields=["import_record", "number"], name="suggestion_by_import"),
                    models.Index(
                        condition=models.Q(("assignee__isnull", False)),
                        fields=["assignee", "topic", "number"],
                        name="suggestion_by_assignee",
                    ),
                    models.Index(
                        condition=models.Q(("merged_into__isnull", False)),
                        fields=["merged_into"],
                        name="suggestion_merged",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("topic", "number"), name="suggestion_number_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("out_of_scope_reason__gt", ""), ("state", "out_of_scope")),
                            models.Q(
                                models.Q(("state", "out_of_scope"), _negated=True),
                                ("out_of_scope_reason", ""),
                            ),
                            _connector="OR",
                        ),
                        name="out_of_scope_has_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("merged_into", models.F("id")), _negated=True),
                        name="not_merged_into_itself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SecondSorting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sorted_at", models.DateTimeField(null=True)),
                (
                    "area",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="second_sortings",
                        to="topics.improvementarea",
                    ),
                ),
                (
                    "sub_area",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="second_sortings",
                        to="topics.subarea",
                    ),
                ),
                (
                    "sample",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sortings",
                        to="stakeholders.sortingsample",
                    ),
                ),
                (
                    "suggestion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="second_sortings",
                        to="stakeholders.suggestion",
                    ),
                ),
            ],
            options={
                "ordering": ["suggestion__number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("sample", "suggestion"), name="sorted_once_a_sample"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Redaction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "field",
                    models.CharField(
                        choices=[
                            ("key_area", "key_area"),
                            ("why_important", "why_important"),
                            ("why_key_area", "why_key_area"),
                            ("supporting_information", "supporting_information"),
                        ],
                        max_length=30,
                    ),
                ),
                ("passage", models.TextField()),
                ("reason", models.TextField()),
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
                    "suggestion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="redactions",
                        to="stakeholders.suggestion",
                    ),
                ),
            ],
            options={
                "ordering": ["made_at"],
            },
        ),
        migrations.CreateModel(
            name="ImportRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                ("place", models.CharField(max_length=200)),
                ("heading", models.CharField(blank=True, max_length=300)),
                ("cells", models.JSONField(default=dict)),
                ("corrections", models.JSONField(default=dict)),
                ("corrected_at", models.DateTimeField(null=True)),
                ("correction_reason", models.TextField(blank=True)),
                ("findings", models.JSONField(default=list)),
                ("has_problem", models.BooleanField(default=False)),
                (
                    "weight",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="0 nothing found, 1 only joined to rows below, 2 warnings, 3 problems.",
                    ),
                ),
                ("is_left_out", models.BooleanField(default=False)),
                (
                    "settled_reason",
                    models.TextField(
                        blank=True, help_text="Why a row that was left out will not be imported."
                    ),
                ),
                (
                    "corrected_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "import_record",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="stakeholders.import",
                    ),
                ),
                (
                    "suggestion",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="import_row",
                        to="stakeholders.suggestion",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("import_record", "position"), name="import_row_position_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DuplicateHint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("score", models.FloatField(help_text="Likeness, from 0 to 1.")),
                ("shared_terms", models.JSONField(default=list)),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="stakeholders.suggestion",
                    ),
                ),
                (
                    "suggestion",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="duplicate_hints",
                        to="stakeholders.suggestion",
                    ),
                ),
            ],
            options={
                "ordering": ["suggestion", "-score"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("suggestion", "other"), name="duplicate_hint_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AreaHint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(help_text="1 for the nearest area.")),
                ("score", models.FloatField(help_text="Likeness, from 0 to 1.")),
                ("shared_terms", models.JSONField(default=list)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hints",
                        to="topics.improvementarea",
                    ),
                ),
                (
                    "suggestion",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="area_hints",
                        to="stakeholders.suggestion",
                    ),
                ),
            ],
            options={
                "ordering": ["suggestion", "place"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("suggestion", "place"), name="area_hint_place_once"
                    ),
                    models.UniqueConstraint(fields=("suggestion", "area"), name="area_hint_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SuggestionNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField()),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "suggestion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="stakeholders.suggestion",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["written_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="SuggestionPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("letter", models.CharField(max_length=2)),
                (
                    "quotes",
                    models.JSONField(
                        help_text="The words that it takes, by the column they stand in."
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("ended_at", models.DateTimeField(null=True)),
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
                    "suggestion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="stakeholders.suggestion",
                    ),
                ),
            ],
            options={
                "ordering": ["suggestion", "letter", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("suggestion", "letter"),
                        name="part_letter_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Filing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "number",
                    models.PositiveIntegerField(
                        editable=False,
                        help_text="The suggestion's, which never changes: an area's list's order.",
                    ),
                ),
                ("is_own", models.BooleanField(default=True)),
                ("filed_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "area",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="filings",
                        to="topics.improvementarea",
                    ),
                ),
                (
                    "filed_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sub_area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="filings",
                        to="topics.subarea",
                    ),
                ),
                (
                    "suggestion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="filings",
                        to="stakeholders.suggestion",
                    ),
                ),
                (
                    "part",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="filings",
                        to="stakeholders.suggestionpart",
                    ),
                ),
            ],
            options={
                "ordering": [
                    models.OrderBy(models.F("part_id"), nulls_first=True),
                    "-is_own",
                    "area__position",
                ],
                "indexes": [models.Index(fields=["area", "number"], name="filing_by_area")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_own", True), ("part", None)),
                        fields=("suggestion",),
                        name="one_own_area",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("part", None)),
                        fields=("suggestion", "area"),
                        name="filed_once_in_an_area",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("part__isnull", False)),
                        fields=("part",),
                        name="part_filed_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("part", None), ("is_own", True), _connector="OR"),
                        name="area_of_a_part_is_its_own",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SummaryCitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("paragraph", models.PositiveSmallIntegerField()),
                (
                    "suggestion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="citations",
                        to="stakeholders.suggestion",
                    ),
                ),
                (
                    "summary",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="stakeholders.areasummary",
                    ),
                ),
            ],
            options={
                "ordering": ["paragraph", "suggestion__number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("summary", "suggestion", "paragraph"),
                        name="cited_once_in_a_paragraph",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TriageStep",
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
                            ("filed", "Filed"),
                            ("supported", "Also supports an area"),
                            ("ended_support", "No longer supports an area"),
                            ("unfiled", "Taken out of its area"),
                            ("left_for_later", "Left for later"),
                            ("put_out_of_scope", "Out of scope"),
                            ("taken_back", "Back to triage"),
                            ("assigned", "Given to an analyst"),
                            ("split", "Split into parts"),
                            ("joined", "Parts joined again"),
                            ("filed_part", "A part filed"),
                            ("merged", "Merged with another"),
                            ("unmerged", "No longer merged"),
                            ("moved", "Moved with its area"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reason", models.TextField(blank=True)),
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
                    "topic",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="triage_steps",
                        to="topics.topic",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
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
                        fields=["topic", "made_by", "undone_at", "id"], name="step_to_undo"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TriageChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("before", models.JSONField()),
                ("after", models.JSONField()),
                (
                    "suggestion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="triage_changes",
                        to="stakeholders.suggestion",
                    ),
                ),
                (
                    "step",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="stakeholders.triagestep",
                    ),
                ),
            ],
            options={
                "ordering": ["step", "suggestion__number"],
            },
        ),
        migrations.CreateModel(
            name="Viewing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seen_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "suggestion",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="viewings",
                        to="stakeholders.suggestion",
                    ),
                ),
            ],
            options={
                "ordering": ["-seen_at"],
                "constraints": [
                    models.UniqueConstraint(fields=("suggestion", "person"), name="viewing_once")
                ],
            },
        ),
    ]
