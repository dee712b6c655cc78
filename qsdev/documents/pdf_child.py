"""The throw-away process that sets a paper: run as a script, with nothing of ours imported.

Standard input has the paper as JSON, standard output gets one line of JSON (pages, and the page
of each anchor) and then the pdf. Arguments: memory in bytes, processor time in seconds, when the
paper was made (seconds since 1970), the folder of fonts, and the template, alone in its folder.
"""

import os
import resource
import sys

import typst

STANDARDS = ["ua-1", "a-2a"]


def main(memory: int, seconds: int, moment: int, fonts: str, template: str) -> None:
    """Read a paper, set it, write it."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    paper = sys.stdin.buffer.read().decode("utf-8")
    alone = os.path.dirname(template)
    compiler = typst.Compiler(
        template,
        root=alone,
        font_paths=[fonts],
        ignore_system_fonts=True,
        sys_inputs={"paper": paper},
        package_path=alone,
        package_cache_path=alone,
    )
    pdf = compiler.compile(format="pdf", pdf_standards=STANDARDS, timestamp=moment)
    places = compiler.query("<places>", field="value", one=True)
    sys.stdout.buffer.write(places.replace("\n", " ").encode("utf-8") + b"\n" + pdf)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]), *sys.argv[4:])
