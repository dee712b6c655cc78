import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("briefing", "0001_initial"),
        ("topics", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="RatingCriterion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100)),
                ("words_at_lowest", models.CharField(max_length=100)),
                ("words_at_highest", models.CharField(max_length=100)),
                ("position", models.PositiveSmallIntegerField()),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="Member",
            fields=[],
            options={
                "ordering": ["user__name", "role", "started_at"],
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("topics.topicrole",),
        ),
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(editable=False, null=True)),
                ("position", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=200)),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        help_text="How long it is to take.", null=True
                    ),
                ),
                ("started_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
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
                    "issued_area",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agenda_items",
                        to="briefing.issuedarea",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="Declaration",
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
                            ("direct_financial", "Direct financial"),
                            ("direct_non_financial", "Direct non-financial"),
                            ("indirect", "Indirect"),
                            ("nothing", "Nothing to declare"),
                        ],
                        max_length=30,
                    ),
                ),
                ("description", models.TextField(blank=True)),
                ("declared_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "action",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none", "No action"),
                            ("partial", "Partial participation"),
                            ("withdrawal", "Withdrawal"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reason", models.TextField(blank=True, help_text="Why the chair decided so.")),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "area",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="declarations",
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
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="declarations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="declarations",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "ordering": ["declared_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("area__isnull", False), ("ended_at", None), ("kind", "nothing")
                        ),
                        fields=("topic", "area", "member"),
                        name="nothing_declared_once_for_an_area",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("area", None), ("ended_at", None), ("kind", "nothing")),
                        fields=("topic", "member"),
                        name="nothing_declared_once_for_the_topic",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("action", ""), ("description", ""), ("kind", "nothing")),
                            models.Q(
                                models.Q(("kind", "nothing"), _negated=True),
                                models.Q(("description", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="interest_is_described",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("action", ""),
                                ("decided_at", None),
                                ("decided_by", None),
                                ("reason", ""),
                            ),
                            models.Q(
                                models.Q(("action", ""), _negated=True),
                                models.Q(("reason", ""), _negated=True),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="chair_action_has_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DiscussionPoint",
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
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
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
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="points",
                        to="committee.agendaitem",
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
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="InterestAction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("none", "No action"),
                            ("partial", "Partial participation"),
                            ("withdrawal", "Withdrawal"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reason", models.TextField()),
                ("decided_at", models.DateTimeField()),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "declaration",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="committee.declaration",
                    ),
                ),
            ],
            options={
                "ordering": ["decided_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
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
                            ("first", "First committee meeting"),
                            ("second", "Second committee meeting"),
                        ],
                        default="first",
                        max_length=20,
                    ),
                ),
                ("starts_at", models.DateTimeField()),
                ("place", models.CharField(blank=True, max_length=200)),
                (
                    "quorum_percent",
                    models.PositiveSmallIntegerField(
                        default=50,
                        help_text="The share of appointed voting members who must be present, in %.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "Planned"), ("open", "Under way"), ("ended", "Ended")],
                        default="planned",
                        max_length=20,
                    ),
                ),
                ("opened_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "others_present",
                    models.TextField(
                        blank=True, help_text="People present who have no account here, one a line."
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
                    "current_item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="committee.agendaitem",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="briefing.briefingpaper",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "ordering": ["starts_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("quorum_percent__gte", 1), ("quorum_percent__lte", 100)
                        ),
                        name="quorum_is_a_share",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("opened_at", None), ("state", "planned")),
                            models.Q(
                                ("ended_at", None), ("opened_at__isnull", False), ("state", "open")
                            ),
                            models.Q(
                                ("ended_at__isnull", False),
                                ("opened_at__isnull", False),
                                ("state", "ended"),
                            ),
                            _connector="OR",
                        ),
                        name="meeting_state_has_its_times",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Decision",
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
                            ("prioritised", "Prioritised"),
                            ("not_prioritised", "Not prioritised"),
                            ("merged", "Merged with another area"),
                            ("additional", "Moved to additional areas"),
                            ("deferred", "Deferred"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "additional_reason",
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
                ("reason", models.TextField()),
                ("conditions", models.TextField(blank=True)),
                ("decided_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="topics.improvementarea",
                    ),
                ),
                (
                    "issued_area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="briefing.issuedarea",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="committee.agendaitem",
                    ),
                ),
                (
                    "merged_with",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions_merging",
                        to="briefing.issuedarea",
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
                    "supersedes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="committee.decision",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="topics.topic",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="committee.meeting",
                    ),
                ),
            ],
            options={
                "ordering": ["decided_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("supersedes", None)),
                        fields=("area",),
                        name="first_decision_once_an_area",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="decision_has_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("merged_with__isnull", False), ("outcome", "merged")),
                            models.Q(
                                models.Q(("outcome", "merged"), _negated=True),
                                ("merged_with", None),
                            ),
                            _connector="OR",
                        ),
                        name="merging_decision_names_the_other_area",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("outcome", "additional"),
                                models.Q(("additional_reason", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("outcome", "additional"), _negated=True),
                                ("additional_reason", ""),
                            ),
                            _connector="OR",
                        ),
                        name="moving_decision_names_the_agreed_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Apology",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="apologies",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="apologies",
                        to="committee.meeting",
                    ),
                ),
            ],
            options={
                "ordering": ["person__name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "person"), name="apology_once_a_meeting"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="meeting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="items",
                to="committee.meeting",
            ),
        ),
        migrations.CreateModel(
            name="ActionPoint",
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
                ("owner", models.CharField(max_length=200)),
                ("due_on", models.DateField(blank=True, null=True)),
                ("done_at", models.DateTimeField(null=True)),
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
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="action_points",
                        to="committee.agendaitem",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="action_points",
                        to="committee.meeting",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="PaperReading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("read_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="briefing.briefingpaper",
                    ),
                ),
                (
                    "reader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="paper_readings",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-read_at"],
                "constraints": [
                    models.UniqueConstraint(fields=("paper", "reader"), name="reading_once_a_paper")
                ],
            },
        ),
        migrations.CreateModel(
            name="Presence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("arrived_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("left_at", models.DateTimeField(null=True)),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="presences",
                        to="committee.meeting",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="presences",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["arrived_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("left_at", None)),
                        fields=("meeting", "person"),
                        name="present_once_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("left_at", None),
                            ("left_at__gte", models.F("arrived_at")),
                            _connector="OR",
                        ),
                        name="nobody_leaves_before_arriving",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PrivateNote",
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
                        related_name="private_notes",
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
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="private_notes",
                        to="topics.topic",
                    ),
                ),
                (
                    "writer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="private_notes",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["area", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "writer"), name="private_note_once_an_area"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RatedArea",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("revealed_at", models.DateTimeField(null=True)),
                (
                    "issued_area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rated_areas",
                        to="briefing.issuedarea",
                    ),
                ),
                (
                    "revealed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-issued_area__kind", "issued_area__position"],
            },
        ),
        migrations.CreateModel(
            name="Rating",
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
                    "overall",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(9),
                        ]
                    ),
                ),
                (
                    "proposal",
                    models.CharField(
                        choices=[
                            ("progress", "Progress"),
                            ("discuss", "Discuss"),
                            ("do_not_progress", "Do not progress"),
                        ],
                        max_length=20,
                    ),
                ),
                ("comment", models.TextField(blank=True)),
                ("saved_at", models.DateTimeField()),
                ("receipt", models.CharField(max_length=20, unique=True)),
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
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ratings",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "rated_area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ratings",
                        to="committee.ratedarea",
                    ),
                ),
            ],
            options={
                "ordering": ["rated_area", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("rated_area", "member"), name="rated_once_a_round"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("overall__gte", 1), ("overall__lte", 9)),
                        name="overall_is_1_to_9",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CriterionScore",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "score",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(9),
                        ]
                    ),
                ),
                (
                    "rating",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="scores",
                        to="committee.rating",
                    ),
                ),
                (
                    "criterion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scores",
                        to="committee.ratingcriterion",
                    ),
                ),
            ],
            options={
                "ordering": ["criterion__position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("rating", "criterion"), name="criterion_scored_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("score__gte", 1), ("score__lte", 9)),
                        name="score_is_1_to_9",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RatingRound",
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
                ("opens_at", models.DateTimeField()),
                ("closes_at", models.DateTimeField()),
                (
                    "closed_at",
                    models.DateTimeField(
                        help_text="When the chair closed it before time.", null=True
                    ),
                ),
                (
                    "reveal",
                    models.CharField(
                        choices=[
                            ("on_closing", "As soon as the round closes"),
                            (
                                "by_chair",
                                "Area by area, when the chair reveals them in the meeting",
                            ),
                        ],
                        default="on_closing",
                        max_length=20,
                    ),
                ),
                (
                    "least_high",
                    models.PositiveSmallIntegerField(
                        default=70,
                        help_text="Consensus needs at least this share of ratings at 7 to 9, in %.",
                    ),
                ),
                (
                    "most_low",
                    models.PositiveSmallIntegerField(
                        default=15,
                        help_text="Consensus needs less than this share of ratings at 1 to 3, in %.",
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
                    "follows",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="committee.ratinground",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rating_rounds",
                        to="briefing.briefingpaper",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rating_rounds",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("topic", "number"), name="rating_round_number_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("closes_at__gt", models.F("opens_at"))),
                        name="rating_round_closes_after_it_opens",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("least_high__gt", 50), ("least_high__lte", 100), ("most_low__lte", 50)
                        ),
                        name="consensus_is_a_majority",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="ratingcriterion",
            name="round",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="criteria",
                to="committee.ratinground",
            ),
        ),
        migrations.AddField(
            model_name="ratedarea",
            name="round",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="rated_areas",
                to="committee.ratinground",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.UniqueConstraint(
                fields=("meeting", "position"), name="agenda_position_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.UniqueConstraint(
                condition=models.Q(("issued_area__isnull", False)),
                fields=("meeting", "issued_area"),
                name="area_once_on_an_agenda",
            ),
        ),
        migrations.AddConstraint(
            model_name="ratingcriterion",
            constraint=models.UniqueConstraint(
                fields=("round", "name"), name="criterion_once_a_round"
            ),
        ),
        migrations.AddConstraint(
            model_name="ratingcriterion",
            constraint=models.UniqueConstraint(
                fields=("round", "position"), name="criterion_position_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="ratedarea",
            constraint=models.UniqueConstraint(
                fields=("round", "issued_area"), name="area_rated_once_a_round"
            ),
        ),
    ]
