import django.db.models.deletion
import django.db.models.manager
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Framework",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(editable=False, null=True)),
                ("title", models.CharField(max_length=200)),
                (
                    "entries_heading",
                    models.CharField(
                        default="Indicators",
                        help_text="The heading of the table's second column.",
                        max_length=200,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("position", models.PositiveSmallIntegerField()),
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
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="FrameworkDomain",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=10)),
                ("title", models.CharField(max_length=200)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "framework",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="domains",
                        to="topics.framework",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("framework", "position"), name="domain_position_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FrameworkEntry",
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
                            ("heading", "Heading"),
                            ("objective", "Objective"),
                            ("indicator", "Indicator"),
                            ("sub_indicator", "Sub-indicator"),
                        ],
                        max_length=20,
                    ),
                ),
                ("number", models.CharField(blank=True, max_length=20)),
                ("text", models.CharField(max_length=500)),
                ("status", models.CharField(blank=True, max_length=100)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "domain",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entries",
                        to="topics.frameworkdomain",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("domain", "position"), name="entry_position_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ImprovementArea",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(editable=False, null=True)),
                ("title", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[("main", "Improvement area"), ("additional", "Additional area")],
                        default="main",
                        max_length=20,
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("unsuitable", "Unsuitable as a quality statement"),
                            ("outside_referral", "Outside the referral"),
                            ("needs_discussion", "Needs discussion by the committee"),
                            ("staff_training", "Staff training is not prioritised"),
                            ("not_in_source", "Not in the source guidance"),
                            ("equality_assessment", "Handled by the equality impact assessment"),
                        ],
                        max_length=30,
                    ),
                ),
                (
                    "explanation",
                    models.TextField(
                        blank=True,
                        help_text="More than the standard sentence for the reason, in Markdown.",
                    ),
                ),
                ("merged_at", models.DateTimeField(editable=False, null=True)),
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
                    "merged_by",
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
                    "merged_into",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_areas",
                        to="topics.improvementarea",
                    ),
                ),
            ],
            options={
                "ordering": ["-kind", "position"],
                "base_manager_name": "with_merged",
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("with_merged", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="SubArea",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(editable=False, null=True)),
                ("title", models.CharField(max_length=200)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sub_areas",
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
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("area", "title"), name="sub_area_title_once"),
                    models.UniqueConstraint(
                        fields=("area", "position"), name="sub_area_position_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Topic",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(editable=False, null=True)),
                ("slug", models.SlugField(max_length=100, unique=True)),
                ("title", models.CharField(max_length=200)),
                ("reference", models.CharField(blank=True, max_length=30)),
                (
                    "directorate",
                    models.CharField(default="Health and social care directorate", max_length=200),
                ),
                (
                    "series",
                    models.CharField(default="Quality standards and indicators", max_length=200),
                ),
                (
                    "output",
                    models.CharField(
                        default="Prioritised quality improvement areas for development",
                        max_length=200,
                    ),
                ),
                ("committee_meeting_on", models.DateField(blank=True, null=True)),
                (
                    "shows_member_numbers",
                    models.BooleanField(
                        default=True,
                        help_text="Whether committee and papers see SCM1, SCM2 …, or only SCM.",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
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
            ],
            options={
                "ordering": ["title"],
            },
        ),
        migrations.CreateModel(
            name="Round",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(editable=False, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("engagement", "Engagement exercise"),
                            ("consultation", "Consultation"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Planned or under way"),
                            ("paused", "Paused"),
                            ("skipped", "Skipped"),
                        ],
                        default="planned",
                        max_length=20,
                    ),
                ),
                ("opens_at", models.DateTimeField()),
                ("closes_at", models.DateTimeField()),
                (
                    "key_areas_each",
                    models.PositiveSmallIntegerField(
                        default=5, help_text="How many key areas each contributor may suggest."
                    ),
                ),
                (
                    "stated_respondents",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="The number of stakeholders said to have responded.",
                        null=True,
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
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rounds",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "ordering": ["opens_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("closes_at__gt", models.F("opens_at"))),
                        name="round_closes_after_it_opens",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OverviewSection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(editable=False, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("focus", "Focus of quality standard"),
                            ("definition", "Definition"),
                            ("incidence", "Incidence and prevalence"),
                            ("management", "Management"),
                            ("resource_impact", "Resource impact"),
                            ("safety_report", "Safety report"),
                            ("existing_statements", "Existing statements"),
                        ],
                        max_length=30,
                    ),
                ),
                ("text", models.TextField()),
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
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="overview_sections",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("topic", "kind"), name="overview_section_once")
                ],
            },
        ),
        migrations.AddField(
            model_name="improvementarea",
            name="topic",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="areas", to="topics.topic"
            ),
        ),
        migrations.CreateModel(
            name="GlossaryTerm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(editable=False, null=True)),
                ("term", models.CharField(max_length=200)),
                ("definition", models.TextField()),
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
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="glossary_terms",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "ordering": ["term"],
                "constraints": [
                    models.UniqueConstraint(fields=("topic", "term"), name="glossary_term_once")
                ],
            },
        ),
        migrations.AddField(
            model_name="framework",
            name="topic",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="frameworks",
                to="topics.topic",
            ),
        ),
        migrations.CreateModel(
            name="TopicRole",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("analyst", "Analyst"),
                            ("lead", "Lead"),
                            ("chair", "Committee chair"),
                            ("standing_member", "Standing committee member"),
                            ("specialist_member", "Specialist committee member"),
                            ("lay_member", "Lay committee member"),
                            ("invited_expert", "Invited expert"),
                            ("observer", "Observer"),
                        ],
                        max_length=30,
                    ),
                ),
                ("started_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "given_by",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="roles",
                        to="topics.topic",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="topic_roles",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["user__name", "role", "started_at"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("topic", "user", "role"),
                        name="role_held_once_at_a_time",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="improvementarea",
            constraint=models.UniqueConstraint(
                condition=models.Q(("merged_into", None)),
                fields=("topic", "title"),
                name="area_title_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="improvementarea",
            constraint=models.UniqueConstraint(
                condition=models.Q(("merged_into", None)),
                fields=("topic", "kind", "position"),
                name="area_position_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="improvementarea",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("merged_at", None), ("merged_by", None), ("merged_into", None)),
                    models.Q(
                        ("merged_into__isnull", False),
                        models.Q(("merged_by", None), _negated=True),
                        models.Q(("merged_at", None), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="merger_says_who_and_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="improvementarea",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "main"), ("reason", "")),
                    models.Q(("kind", "additional"), models.Q(("reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="additional_areas_have_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="framework",
            constraint=models.UniqueConstraint(
                fields=("topic", "position"), name="framework_position_once"
            ),
        ),
    ]
