"""The benchmark of documents measures what it says: the same paper, all processor time."""

import io
import subprocess
import sys

import docx

from qsdev.benchmarks.processor_time import processor_seconds
from qsdev.benchmarks.row_by_row import write_row_by_row
from qsdev.benchmarks.synthetic_papers import synthetic_tree
from qsdev.documents.freezing import content_hash
from qsdev.documents.numbering import number

BUSY = "import time\nend = time.process_time() + 0.2\nwhile time.process_time() < end: pass"
LEAVING = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {BUSY!r}])"


def test_invented_paper_has_as_many_suggestions_as_asked_and_is_always_the_same():
    paper = synthetic_tree(13)
    groups = paper.sections[-1].blocks[0].groups
    assert sum(len(group.rows) for group in groups) == 13
    assert content_hash(paper) == content_hash(synthetic_tree(13))


def test_time_of_a_process_left_behind_is_counted():
    seconds = processor_seconds(lambda: subprocess.run([sys.executable, "-c", LEAVING], check=True))
    assert 0.2 <= seconds < 2


def test_row_by_row_has_the_same_headings_and_rows():
    paper = synthetic_tree(13)
    word = docx.Document(io.BytesIO(write_row_by_row(paper)))
    headings = [p.text for p in word.paragraphs if p.style.name.startswith("Heading")]
    sections = [part.label.full_title for part in number(paper).sections]
    assert [title for title in headings if title in sections] == sections
    assert len(word.tables[-1].rows) == 1 + 13 + 6
