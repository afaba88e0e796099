"""The course as files to take along: one EPUB and one PDF for each language.

Both are made from the finished pages of the site, so they say what the site says. `edition` tells
what belongs in and in which order, `plain` turns a page into text that needs no script, `addresses`
leads its links and pictures to their new places, `epub` and `sheet` put it together, `pdf` prints,
and `proof` looks at the result.
"""
