"""How the course is built, checked and served.

Nothing here is needed to review a draft: that is the work of the package `checks`.
The modules `steps` and `lock` use the standard library only, so `course.py` can call them
before anything is installed.
"""

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
"""The folder that holds `course.py`."""

LANGUAGES: Final = {"en": "English", "id": "Bahasa Indonesia"}
"""Language code, as used in addresses and folders -> the language's own name."""

TEST_STEPS: Final = (
    "ruff",
    "format",
    "types",
    "notebooks",
    "tests",
    "book",
    "links",
    "paper",
    "browser",
)
"""Names of the steps of `course.py test`, in the order in which they run."""
