"""Addresses of publication: the team's pages, and what everyone reads without signing in."""

from django.urls import path

from qsdev.publication.views import consulting, preparing, publishing, reading

app_name = "publication"
HERE = "topics/<slug:slug>/publication/"
STANDARD = "standards/<slug:reference>/"

urlpatterns = [
    path(HERE, publishing.publication_detail, name="publication_detail"),
    path(f"{HERE}plan/", preparing.plan_edit, name="plan_edit"),
    path(f"{HERE}preview/", preparing.preview_detail, name="preview_detail"),
    path(f"{HERE}preview/build/", preparing.preview_build, name="preview_build"),
    path(
        f"{HERE}preview/files/<slug:format>/", preparing.preview_download, name="preview_download"
    ),
    path(f"{HERE}publish/", publishing.standard_publish, name="standard_publish"),
    path(f"{HERE}<int:version>/files/", publishing.files_build, name="files_build"),
    path(f"{HERE}<int:version>/withdraw/", publishing.standard_withdraw, name="standard_withdraw"),
    path("standards/", reading.standard_list, name="standard_list"),
    path("standards/schema.json", reading.standard_schema, name="standard_schema"),
    path(STANDARD, reading.standard_detail, name="standard_detail"),
    path(f"{STANDARD}standard.json", reading.standard_json, name="standard_json"),
    path(f"{STANDARD}whole/", reading.standard_whole, name="standard_whole"),
    path(f"{STANDARD}versions/", reading.standard_versions, name="standard_versions"),
    path(
        f"{STANDARD}versions/<int:version>/",
        reading.standard_version_detail,
        name="standard_version_detail",
    ),
    path(f"{STANDARD}files/<slug:format>/", reading.standard_download, name="standard_download"),
    path(
        f"{STANDARD}consultation/<slug:document>/<slug:format>/",
        consulting.consultation_download,
        name="consultation_download",
    ),
    path(
        f"{STANDARD}statements/<int:number>/",
        reading.published_statement_detail,
        name="published_statement_detail",
    ),
]
