import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("stakeholders", "0002_search_index"),
        ("statements", "0001_initial"),
        ("topics", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="EqualityStage",
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
                    "stage",
                    models.CharField(
                        choices=[
                            ("engagement", "Topic overview and engagement"),
                            ("development", "Development, before consultation"),
                            ("consultation", "After consultation"),
                            ("publication", "Before publication"),
                        ],
                        max_length=20,
                    ),
                ),
                ("answers", models.JSONField(default=dict)),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="equality_stages",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "ordering": ["topic", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("topic", "stage"), name="equality_stage_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="EqualityIssue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(editable=False, null=True)),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "who",
                    models.CharField(
                        blank=True, help_text="Whom exactly, in own words.", max_length=300
                    ),
                ),
                ("description", models.TextField(verbose_name="what the issue is")),
                (
                    "response",
                    models.TextField(blank=True, verbose_name="how it was or will be dealt with"),
                ),
                (
                    "raised_in",
                    models.CharField(
                        choices=[
                            ("engagement", "Topic engagement"),
                            ("committee", "Committee"),
                            ("consultation", "Consultation"),
                            ("team", "NICE team"),
                        ],
                        max_length=20,
                    ),
                ),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("reason_withdrawn", models.TextField(blank=True)),
                (
                    "area",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="equality_issues",
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
                    "continues",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="continued_by",
                        to="equality.equalityissue",
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="equality_issues",
                        to="statements.qualitystatement",
                    ),
                ),
                (
                    "suggestion",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="equality_issues",
                        to="stakeholders.suggestion",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="equality_issues",
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
                    "equality_stage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="issues",
                        to="equality.equalitystage",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("topic", "number"), name="equality_issue_number_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("description", ""), _negated=True),
                        name="equality_issue_is_said",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("continues", models.F("id")), _negated=True),
                        name="equality_issue_continues_another",
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
                        name="withdrawing_an_equality_issue_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StageCompletion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "found_no_issues",
                    models.BooleanField(
                        default=False,
                        help_text="Whether the lead said that no issues were identified.",
                    ),
                ),
                ("content", models.JSONField()),
                ("completed_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("reopened_at", models.DateTimeField(null=True)),
                ("reason_reopened", models.TextField(blank=True)),
                (
                    "completed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "equality_stage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="completions",
                        to="equality.equalitystage",
                    ),
                ),
                (
                    "reopened_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["completed_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("reopened_at", None)),
                        fields=("equality_stage",),
                        name="equality_stage_closed_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("reason_reopened", ""),
                                ("reopened_at", None),
                                ("reopened_by", None),
                            ),
                            models.Q(
                                ("reopened_at__isnull", False),
                                ("reopened_by__isnull", False),
                                models.Q(("reason_reopened", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="reopening_a_stage_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ConcernedGroup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "group",
                    models.CharField(
                        choices=[
                            ("age", "Age"),
                            ("disability", "Disability"),
                            ("gender_reassignment", "Gender reassignment"),
                            ("marriage", "Marriage and civil partnership"),
                            ("pregnancy", "Pregnancy and maternity"),
                            ("race", "Race"),
                            ("religion", "Religion or belief"),
                            ("sex", "Sex"),
                            ("sexual_orientation", "Sexual orientation"),
                            ("socio_economic", "Socio-economic status"),
                            ("looked_after", "Looked-after children and care leavers"),
                            ("detention", "People in places of detention"),
                            ("homelessness", "People who are homeless"),
                            ("asylum", "Refugees and people seeking asylum"),
                            ("place", "Where people live"),
                            ("other", "Another disadvantage"),
                        ],
                        max_length=30,
                    ),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="concerned_groups",
                        to="equality.equalityissue",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("issue", "group"), name="group_of_an_issue_once"
                    )
                ],
            },
        ),
    ]
