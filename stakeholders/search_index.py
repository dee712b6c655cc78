"""The index by which suggestions are searched, as the database keeps it up to date by itself.

PostgreSQL has a generated column with a GIN index. SQLite has an FTS5 table over a view of the
suggestions' own words, kept by triggers. Its rows are numbered by topic and number, so that what is
found comes in the order of the lists and the first page takes no longer where much is found.
On both a redaction, which changes the words, changes the index in the same transaction.

When Django changes a table on SQLite it makes the table anew: the triggers would be lost without a
word, and the view would be in the way. Both are taken away before migrations and put back after.
"""

from django.db import connections

TABLE = "stakeholders_suggestion"
INDEX = "stakeholders_suggestion_search"
VIEW = "stakeholders_suggestion_words"
COLUMNS = ("key_area", "why_important", "why_key_area", "supporting_information")
NUMBERS = 2**31  # more than a topic can have: place = topic * NUMBERS + number
LONGEST = 50_000  # characters of a cell that PostgreSQL indexes: a tsvector has a greatest size

_NAMES = ", ".join(COLUMNS)
_OLD = ", ".join(f"old.{name}" for name in COLUMNS)
_NEW = ", ".join(f"new.{name}" for name in COLUMNS)
_OLD_PLACE = f"old.topic_id * {NUMBERS} + old.number"
_NEW_PLACE = f"new.topic_id * {NUMBERS} + new.number"
_FORGET = f"INSERT INTO {INDEX}({INDEX}, rowid, {_NAMES}) VALUES ('delete', {_OLD_PLACE}, {_OLD});"
_LEARN = f"INSERT INTO {INDEX}(rowid, {_NAMES}) VALUES ({_NEW_PLACE}, {_NEW});"
_WORDS = " || ' ' || ".join(f"left({name}, {LONGEST})" for name in COLUMNS)
_CREATE_VIEW = f"""CREATE VIEW IF NOT EXISTS {VIEW} AS
SELECT topic_id * {NUMBERS} + number AS place, {_NAMES} FROM {TABLE}"""

CREATE = {
    "sqlite": [
        _CREATE_VIEW,
        f"""CREATE VIRTUAL TABLE IF NOT EXISTS {INDEX} USING fts5({_NAMES}, content='{VIEW}',
        content_rowid='place', tokenize='porter unicode61 remove_diacritics 2', detail='column')""",
        f"INSERT INTO {INDEX}({INDEX}) VALUES ('rebuild')",
    ],
    "postgresql": [
        f"""ALTER TABLE {TABLE} ADD COLUMN search tsvector
        GENERATED ALWAYS AS (to_tsvector('english', {_WORDS})) STORED""",
        f"CREATE INDEX {INDEX} ON {TABLE} USING gin (search)",
    ],
}
DROP = {
    "sqlite": [f"DROP TABLE IF EXISTS {INDEX}"],
    "postgresql": [f"ALTER TABLE {TABLE} DROP COLUMN search"],
}
PUT = {
    "sqlite": [
        _CREATE_VIEW,
        f"""CREATE TRIGGER IF NOT EXISTS {INDEX}_added AFTER INSERT ON {TABLE}
        BEGIN {_LEARN} END""",
        f"""CREATE TRIGGER IF NOT EXISTS {INDEX}_deleted AFTER DELETE ON {TABLE}
        BEGIN {_FORGET} END""",
        f"""CREATE TRIGGER IF NOT EXISTS {INDEX}_changed
        AFTER UPDATE OF topic_id, number, {_NAMES} ON {TABLE} BEGIN {_FORGET} {_LEARN} END""",
    ],
    "postgresql": [],
}
TAKE_AWAY = {
    "sqlite": [
        *(f"DROP TRIGGER IF EXISTS {INDEX}_{what}" for what in ("added", "deleted", "changed")),
        f"DROP VIEW IF EXISTS {VIEW}",
    ],
    "postgresql": [],
}


def put_back(*, using="default", **_signal):
    """Create the view and the triggers; called after every migration."""
    connection = connections[using]
    if INDEX in connection.introspection.table_names():
        execute_all(connection, PUT[connection.vendor])


def take_away(*, using="default", **_signal):
    """Drop the view and the triggers; called before every migration."""
    connection = connections[using]
    execute_all(connection, TAKE_AWAY[connection.vendor])


def execute_all(connection, statements):
    """Run the statements one after the other."""
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
