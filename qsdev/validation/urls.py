"""Addresses of what happens after consultation: package, agreed changes, steps, supporters."""

from django.urls import path

from qsdev.validation.views import (
    agreed,
    overview,
    packages,
    questions,
    steps,
    supporters,
    wording,
)

app_name = "validation"
HERE = "topics/<slug:slug>/validation/"
PACKAGE = f"{HERE}package/"
ISSUED = f"{HERE}package/issued/"
QUESTION = f"{HERE}questions/<int:pk>/"
STATEMENT = f"{HERE}statements/<int:number>/"
STEPS = f"{HERE}steps/"
SUPPORTERS = f"{HERE}supporters/"

urlpatterns = [
    path(HERE, overview.validation_detail, name="validation_detail"),
    path(PACKAGE, packages.package_detail, name="package_detail"),
    path(f"{PACKAGE}read/", packages.package_read, name="package_read"),
    path(f"{PACKAGE}build/", packages.package_build, name="package_build"),
    path(f"{PACKAGE}files/<slug:format>/", packages.package_download, name="package_download"),
    path(f"{PACKAGE}issue/", packages.package_issue, name="package_issue"),
    path(f"{PACKAGE}<int:version>/withdraw/", packages.package_withdraw, name="package_withdraw"),
    path(ISSUED, packages.issued_package_detail, name="issued_package_detail"),
    path(
        f"{ISSUED}files/<slug:format>/",
        packages.issued_package_download,
        name="issued_package_download",
    ),
    path(f"{HERE}questions/new/", questions.question_create, name="question_create"),
    path(f"{QUESTION}edit/", questions.question_edit, name="question_edit"),
    path(f"{QUESTION}remove/", questions.question_remove, name="question_remove"),
    path(f"{HERE}statements/", agreed.agreed_change_list, name="agreed_change_list"),
    path(f"{STATEMENT}agreed/", agreed.agreed_change_create, name="agreed_change_create"),
    path(f"{STATEMENT}wording/", wording.wording_agree, name="wording_agree"),
    path(f"{STATEMENT}wording/withdraw/", wording.wording_withdraw, name="wording_withdraw"),
    path(STEPS, steps.step_list, name="step_list"),
    path(f"{STEPS}new/", steps.step_create, name="step_create"),
    path(f"{STEPS}<int:pk>/correct/", steps.step_correct, name="step_correct"),
    path(SUPPORTERS, supporters.supporter_list, name="supporter_list"),
    path(f"{SUPPORTERS}new/", supporters.supporter_create, name="supporter_create"),
    path(f"{SUPPORTERS}interest/", supporters.interest_take_over, name="interest_take_over"),
    path(f"{SUPPORTERS}<int:pk>/", supporters.supporter_edit, name="supporter_edit"),
]
