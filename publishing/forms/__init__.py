"""Templates for programme managers: one source each, from which the build makes every form of it.

The source is YAML in `book/forms/`, and in `book/_id/forms/` for Bahasa Indonesia. YAML and not
Markdown, because the same words become three things: a preview on the page, a Word file and a
workbook. A workbook needs cells, units and formulas, for which Markdown has no place. Every word
of a template stands in its source, so a translation touches no code.

The files are made while the book is built and are not kept in the repository: nobody can read a
change in a zipped file, and a committed copy could lag behind its source. They hold no clock time,
so the same source gives the same bytes.
"""
