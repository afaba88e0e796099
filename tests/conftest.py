"""Settings for all tests: a busy machine is no fault, so no example has a deadline."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("course", deadline=None)
settings.load_profile("course")
