"""Triggers with which the database itself refuses to change or delete an event.

They are put back after every migration, because Django's rebuilding of a table on SQLite drops
them without a word.
"""

from django.db import connections

REFUSAL = "Events are only ever added: the history cannot be changed."

PUT = {
    "sqlite": [
        f"""CREATE TRIGGER IF NOT EXISTS audit_event_not_{verb}d BEFORE {verb} ON audit_event
        BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"""
        for verb in ("update", "delete")
    ],
    "postgresql": [
        f"""CREATE OR REPLACE FUNCTION audit_event_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation'; END $$""",
        """CREATE OR REPLACE TRIGGER audit_event_not_changed
        BEFORE UPDATE OR DELETE ON audit_event
        FOR EACH ROW EXECUTE FUNCTION audit_event_refuse()""",
        """CREATE OR REPLACE TRIGGER audit_event_not_emptied BEFORE TRUNCATE ON audit_event
        FOR EACH STATEMENT EXECUTE FUNCTION audit_event_refuse()""",
    ],
}
TAKE_AWAY = {
    "sqlite": [
        "DROP TRIGGER IF EXISTS audit_event_not_updated",
        "DROP TRIGGER IF EXISTS audit_event_not_deleted",
    ],
    "postgresql": ["DROP FUNCTION IF EXISTS audit_event_refuse() CASCADE"],
}


def put_guards(*, using="default", **_signal):
    """Create the triggers that are missing; called after every migration."""
    connection = connections[using]
    if "audit_event" in connection.introspection.table_names():
        execute_all(connection, PUT[connection.vendor])


def take_guards_away(using="default"):
    """Drop the triggers: for tests alone, which empty the tables between them."""
    connection = connections[using]
    execute_all(connection, TAKE_AWAY[connection.vendor])


def execute_all(connection, statements):
    """Run the statements one after the other."""
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
