"""Change the code as mutmut does, and print which changes no test notices.

    python benchmarks/quality/mutation/operators.py [--only grammar] [--sample 300]

The operators are mutmut's: `<` becomes `<=`, `and` `or`, a number one more, an argument None or nothing. The places
are chosen here, because mutmut itself leaves alone what stands outside functions (most limits of this project) and
every decorated function (`@cache`, `@property`). Strings are not wrapped in XX nor recased: they are mostly patterns
and words, which `patterns.py` takes apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst
from changes import Change, text_of
from driver import main
from mutmut.mutation import mutators
from mutmut.mutation.file_mutation import deep_replace

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGES = ("grammar", "scanner", "citations", "meaning", "formats", "variants")

# Types and names, not behaviour; and decorators and the arguments of `len`, which mutmut leaves alone, too.
_SKIPPED = (cst.Annotation, cst.Decorator, cst.Import, cst.ImportFrom, cst.TypeAlias)
_SKIPPED_CALLS = {"len", "isinstance", "cast", "TypeVar"}
_STRINGS = (mutators.operator_string,)
# Outside functions a value that becomes None fails on import, which says nothing about the tests.
_OUTSIDE = (
    mutators.operator_number,
    mutators.operator_name,
    mutators.operator_keywords,
    mutators.operator_swap_op,
    mutators.operator_remove_unary_ops,
)


def _skipped(node: cst.CSTNode) -> bool:
    if isinstance(node, cst.Call) and isinstance(node.func, cst.Name):
        return bool(node.func.value in _SKIPPED_CALLS)
    if isinstance(node, cst.If) and isinstance(node.test, cst.Name):
        return bool(node.test.value == "TYPE_CHECKING")
    return isinstance(node, _SKIPPED)


def _mutants(node: cst.CSTNode, *, inside: bool) -> Iterator[tuple[cst.CSTNode, cst.CSTNode]]:
    """Yield each node below `node` with each node that an operator puts in its place."""
    if _skipped(node):
        return
    for kind, operator in mutators.mutation_operators:
        if isinstance(node, kind) and operator not in _STRINGS and (inside or operator in _OUTSIDE):
            for mutant in operator(node):
                yield node, mutant
    inside = inside or isinstance(node, cst.FunctionDef | cst.Lambda)
    for child in node.children:
        yield from _mutants(child, inside=inside)


def changes(path: str) -> Iterator[Change]:
    """Yield mutmut's changes of a Python file, from top to bottom."""
    if not path.endswith(".py"):
        return
    text = text_of(path)
    module = cst.parse_module(text)
    at = sum(len(module.code_for_node(line)) for line in module.header)
    for statement in module.body:
        old = module.code_for_node(statement)
        for node, mutant in _mutants(statement, inside=False):
            changed = deep_replace(statement, node, mutant)
            new = module.code_for_node(changed) if isinstance(changed, cst.CSTNode) else old
            if new != old and _compiles(text[:at] + new + text[at + len(old) :]):
                yield Change(path, at, at + len(old), new)
        at += len(old)


def _compiles(text: str) -> bool:
    try:
        compile(text, "changed", "exec", dont_inherit=True)
    except SyntaxError:
        return False
    return True


if __name__ == "__main__":
    main("Change the code as mutmut does, and print which changes no test notices.", changes, PACKAGES)
