import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("builds", "0001_initial"),
        ("committee", "0001_initial"),
        ("consultation", "0001_initial"),
        ("stakeholders", "0002_search_index"),
        ("statements", "0001_initial"),
        ("topics", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="AgreedChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("no_change", "No change"),
                            ("changed", "Change agreed"),
                            ("removed", "To be removed"),
                            ("referred_back", "Referred back"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reason", models.TextField()),
                ("agreed_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreed_changes",
                        to="committee.meeting",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreed_changes",
                        to="statements.qualitystatement",
                    ),
                ),
                (
                    "statement_version",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreed_changes",
                        to="statements.statementversion",
                    ),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="validation.agreedchange",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreed_changes",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "ordering": ["agreed_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="AgreedChangeTheme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "agreed_change",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="theme_links",
                        to="validation.agreedchange",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreed_links",
                        to="consultation.theme",
                    ),
                ),
            ],
            options={
                "ordering": ["theme__position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agreed_change", "theme"), name="theme_once_an_agreed_change"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="agreedchange",
            name="themes",
            field=models.ManyToManyField(
                related_name="agreed_changes",
                through="validation.AgreedChangeTheme",
                to="consultation.theme",
            ),
        ),
        migrations.CreateModel(
            name="ChairAgreement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("agreed_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("reason_withdrawn", models.TextField(blank=True)),
                (
                    "agreed_by",
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
                        related_name="chair_agreements",
                        to="statements.statementversion",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="chair_agreements",
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
                "ordering": ["agreed_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=("statement_version",),
                        name="wording_agreed_once",
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
                        name="agreement_taken_back_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CommitteePackage",
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
                    "build",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="builds.documentbuild",
                    ),
                ),
                (
                    "issued_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="committee_packages",
                        to="committee.meeting",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="committee_packages",
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
                "ordering": ["-issued_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("topic", "version"), name="package_version_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=("meeting",),
                        name="one_package_issued_at_a_time",
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
                        name="withdrawn_packages_say_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CommitteeQuestion",
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
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="committee_questions",
                        to="committee.meeting",
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="committee_questions",
                        to="statements.qualitystatement",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="committee_questions",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "ordering": ["statement__number", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="committee_question_has_words",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SupportingOrganisation",
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
                    "state",
                    models.CharField(
                        choices=[
                            ("interested", "Interested"),
                            ("invited", "Invited"),
                            ("agreed", "Agreed"),
                            ("listed", "Listed"),
                            ("declined", "Declined"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="interested",
                        max_length=20,
                    ),
                ),
                ("printed_name", models.CharField(blank=True, max_length=300)),
                ("reason_withdrawn", models.TextField(blank=True)),
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
                        help_text="In which round it expressed its interest, if in one.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supporting_organisations",
                        to="topics.round",
                    ),
                ),
                (
                    "stakeholder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supports",
                        to="stakeholders.stakeholder",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supporting_organisations",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "ordering": ["stakeholder__name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("topic", "stakeholder"), name="supporting_organisation_once_a_topic"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "listed"), _negated=True),
                            models.Q(("printed_name", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="listed_organisation_has_a_name_to_print",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state", "withdrawn"),
                                models.Q(("reason_withdrawn", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state", "withdrawn"), _negated=True),
                                ("reason_withdrawn", ""),
                            ),
                            _connector="OR",
                        ),
                        name="withdrawn_support_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SupportChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("interested", "Interested"),
                            ("invited", "Invited"),
                            ("agreed", "Agreed"),
                            ("listed", "Listed"),
                            ("declined", "Declined"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        max_length=20,
                    ),
                ),
                ("printed_name", models.CharField(blank=True, max_length=300)),
                ("note", models.TextField(blank=True)),
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
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="history",
                        to="validation.supportingorganisation",
                    ),
                ),
            ],
            options={
                "ordering": ["made_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ValidationStep",
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
                            ("guidance_executive", "Guidance Executive"),
                            ("referring_body", "Referring body"),
                        ],
                        max_length=20,
                    ),
                ),
                ("body", models.CharField(max_length=200)),
                ("taken_on", models.DateField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("approved", "Approved"),
                            ("approved_with_changes", "Approved with changes"),
                            ("not_approved", "Not approved"),
                        ],
                        max_length=30,
                    ),
                ),
                ("notes", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("reason_corrected", models.TextField(blank=True)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="validation.validationstep",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="validation_steps",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "ordering": ["taken_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("body", ""), _negated=True),
                        name="validation_step_names_its_body",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason_corrected", ""), ("supersedes", None)),
                            models.Q(
                                ("supersedes__isnull", False),
                                models.Q(("reason_corrected", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="correction_of_a_step_says_why",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="agreedchange",
            constraint=models.UniqueConstraint(
                condition=models.Q(("supersedes", None)),
                fields=("statement",),
                name="first_agreed_change_once_a_statement",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreedchange",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="agreed_change_has_a_reason"
            ),
        ),
        migrations.AddConstraint(
            model_name="agreedchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "changed"), ("statement_version__isnull", False)),
                    models.Q(
                        models.Q(("outcome", "changed"), _negated=True), ("statement_version", None)
                    ),
                    _connector="OR",
                ),
                name="agreed_change_names_the_version",
            ),
        ),
    ]
