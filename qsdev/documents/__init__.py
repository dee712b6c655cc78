"""Documents as blocks: a tree in, bytes of docx, pdf, html, xlsx or csv out; knows no topic."""
