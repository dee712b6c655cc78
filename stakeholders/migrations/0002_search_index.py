"""Makes the index by which suggestions are searched."""

from django.db import migrations

from stakeholders.search_index import CREATE, DROP, execute_all


def create(apps, editor):
    execute_all(editor.connection, CREATE[editor.connection.vendor])


def drop(apps, editor):
    execute_all(editor.connection, DROP[editor.connection.vendor])


class Migration(migrations.Migration):
    dependencies = [("stakeholders", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
