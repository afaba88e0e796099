"""Review draft posts of employees who tell their company's story: in English and Indonesian.

>>> from checks import review
>>> report = review("03.40. The box reads 7.6 °C and the ferry is cancelled.", lang="en")
>>> [finding.rule for finding in report.findings]
[]
"""

from .draft import Draft
from .errors import InputError
from .findings import Finding, Outcome, Reading, Score, Span, Strength
from .ignores import Ignore, ignore
from .policy import Policy
from .policy_file import load_policy
from .report import Report
from .review import review

__all__ = [
    "Draft",
    "Finding",
    "Ignore",
    "InputError",
    "Outcome",
    "Policy",
    "Reading",
    "Report",
    "Score",
    "Span",
    "Strength",
    "ignore",
    "load_policy",
    "review",
]
