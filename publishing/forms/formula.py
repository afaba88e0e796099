"""Turn a formula of a source into a formula of a workbook, and compute it.

A formula is written with the keys of its inputs: `reach / followers`, `median(minutes)`. Allowed
are numbers, brackets, + - * / and `median`.
"""

from __future__ import annotations

import ast
import statistics
from collections.abc import Mapping, Sequence
from typing import Final

from publishing.forms.source import FormError

OPERATORS: Final[dict[type[ast.operator], str]] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
}

Numbers = Sequence[float]
"""The values of one input; most inputs have one, and none where nothing was typed."""


def inputs(formula: str) -> list[str]:
    """Return the keys that a formula reads, in their order, each once."""
    found = (
        (node.col_offset, node.id)
        for node in ast.walk(_tree(formula))
        if isinstance(node, ast.Name) and node.id != "median"
    )
    return list(dict.fromkeys(key for _, key in sorted(found)))


def in_cells(formula: str, cells: Mapping[str, str]) -> str:
    """Return the formula for a cell; `cells` tells where each input stands.

    An input that is missing, or a division by zero, leaves the cell empty: an error would read
    like a mistake of the person who types.
    """
    written = _written(_tree(formula), cells)
    missing = ",".join(f"COUNT({cells[key]})=0" for key in inputs(formula))
    return f'=IF(OR({missing}),"",IFERROR({written},""))'


def value(formula: str, numbers: Mapping[str, Numbers]) -> float | None:
    """Return the result, or None where an input is missing or a divisor is zero."""
    if any(not numbers.get(key) for key in inputs(formula)):
        return None
    try:
        return _computed(_tree(formula), numbers)
    except ZeroDivisionError:
        return None


def _tree(formula: str) -> ast.expr:
    try:
        return ast.parse(formula.strip(), mode="eval").body
    except SyntaxError as error:
        raise _unknown(formula) from error


def _written(node: ast.expr, cells: Mapping[str, str]) -> str:
    match node:
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
            return f"({_written(left, cells)}{OPERATORS[type(op)]}{_written(right, cells)})"
        case ast.Name(id=key):
            return cells[key]
        case ast.Constant(value=int() | float() as number):
            return str(number)
        case ast.Call(func=ast.Name(id="median"), args=[ast.Name(id=key)]):
            return f"MEDIAN({cells[key]})"
    raise _unknown(ast.unparse(node))


def _computed(node: ast.expr, numbers: Mapping[str, Numbers]) -> float:
    match node:
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
            one, two = _computed(left, numbers), _computed(right, numbers)
            match op:
                case ast.Add():
                    return one + two
                case ast.Sub():
                    return one - two
                case ast.Mult():
                    return one * two
                case _:
                    return one / two
        case ast.Name(id=key):
            return numbers[key][0]
        case ast.Constant(value=int() | float() as number):
            return number
        case ast.Call(func=ast.Name(id="median"), args=[ast.Name(id=key)]):
            return statistics.median(numbers[key])
    raise _unknown(ast.unparse(node))


def _unknown(formula: str) -> FormError:
    return FormError(
        f"The formula {formula!r} cannot be read: use keys, numbers, + - * / and median(key)."
    )
