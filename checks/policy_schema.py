"""Write the JSON Schema of a policy file: ``python -m checks.policy_schema``."""

from __future__ import annotations

import json
from pathlib import Path

from .policy_file import schema

PATH = Path(__file__).with_name("policy.schema.json")


def main() -> None:
    """Write ``policy.schema.json`` beside this file."""
    PATH.write_text(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
