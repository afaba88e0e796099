"""The one error that the reviewer raises for wrong input."""


class InputError(ValueError):
    """What came in cannot be reviewed. The message is one sentence that holds the remedy."""
