"""Make an Office file the same bytes for the same content."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from io import BytesIO
from typing import Final

EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""The first time that a zip file can hold."""

_TIMES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")


def pack(content: bytes, day: date) -> bytes:
    """Return a .docx or .xlsx without clock times; its properties carry `day`.

    The libraries write the time of saving into the properties and into each zip entry.
    """
    stamp = f"{day.isoformat()}T00:00:00Z".encode()
    target = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _TIMES.sub(lambda found: found[1] + stamp + found[3], part)
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every system
            new.writestr(entry, part)
    return target.getvalue()
