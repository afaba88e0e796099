"""Where the parts of one language of the book are."""

from dataclasses import dataclass
from pathlib import Path

from publishing import LANGUAGES


@dataclass(frozen=True)
class Language:
    """One language of the book, by its code, in a project folder."""

    code: str
    root: Path

    @property
    def name(self) -> str:
        """The language's own name."""
        return LANGUAGES[self.code]

    @property
    def config(self) -> Path:
        """The settings of Jupyter Book."""
        return self._beside("_config.yml")

    @property
    def toc(self) -> Path:
        """The order of the pages."""
        return self._beside("_toc.yml")

    @property
    def output(self) -> Path:
        """The folder in which Jupyter Book works."""
        return self.root / "_build" / self.code

    @property
    def html(self) -> Path:
        """The pages as Jupyter Book writes them."""
        return self.output / "_build" / "html"

    @property
    def stage(self) -> Path:
        """The pages while they are finished."""
        return self.root / "_build" / "stage" / self.code

    @property
    def site(self) -> Path:
        """The finished pages, as served and published."""
        return self.root / "_build" / "site" / self.code

    @property
    def state(self) -> Path:
        """What the pages were built from."""
        return self.root / "_build" / "state" / f"{self.code}.json"

    @property
    def log(self) -> Path:
        """What Jupyter Book said."""
        return self.root / "_build" / "logs" / f"book-{self.code}.log"

    def _beside(self, name: str) -> Path:
        folder = self.root if self.code == "en" else self.root / "book" / f"_{self.code}"
        return folder / name
