"""Take away each alternative, option and bound of every pattern, and each row of the word tables.

Tools that change code leave strings alone, and most rules of this project are strings. A change that does not compile
is not counted. A row that has an example keeps it, and only what it says is spoilt, so that the example has to notice.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator  # noqa: TC003 # one line
from contextlib import suppress
from itertools import accumulate, pairwise

from changes import Change, text_of
from driver import main

# Tables of series and of numbers, whose rows are facts that no rule reads as words.
_NO_WORDS = (
    "series.tsv",
    "sc_resolution_years.tsv",
    "ga_roman_sessions.tsv",
    "session_years.tsv",
    "special_sessions.tsv",
)
_NO_PATTERNS = {"source", "example", "examples", "name", "note", "language"}  # keys of TOML files

_TOKEN = re.compile(
    r"""(?P<fragment> \{ [A-Za-z_] [^{}]* \} ) | (?P<skipped> (?<=\s) \# [ ] [^\n]* | \(\? [aiLmsux]+ \) )
      | (?P<open> \( (?! \?P= ) (?: \? (?: [:=!>] | <[=!] | P<\w+> | [\w-]+: ) )? ) | (?P<close> \) ) | (?P<bar> \| )
      | (?P<repeat> (?: [?*+] | \{{1,2} (?P<least> \d* ) ,? (?P<most> (?<=,) \d* )? \}{1,2} ) [?+]? )
      | (?P<atom> \(\?P=\w+\) | \\x.. | \\u.... | \\. | \[ \^? \]? (?: \\. | [^]\\] )* \] | . )""",
    re.VERBOSE | re.DOTALL,
)
# A comment, or a string of Python 3.11, where no string holds its own quotes.
_LITERAL = re.compile(
    r"""#.*|(?P<prefix>\b[A-Za-z]{1,2})?(?P<quotes>\"{3}|'{3}|"|')(?P<body>(?s:\\.|.)*?)(?P=quotes)"""
)
_STRING = r"""(?:'[^'\n]*'|"(?:\\.|[^"\\\n])*")"""
_ENTRY = re.compile(rf"""^(?P<key>[\w"]+)[ ]=[ ](?P<value>{_STRING}|\[(?:{_STRING}|[^]'"])*\])""", re.MULTILINE)
_ORGAN = re.compile(r"^\[[A-Z_]+\]\n(?:[^\[\n].*\n|\n)*", re.MULTILINE)
_Cut = tuple[int, int, str, str]  # from, to, what takes the place, and what was done


def _pattern_cuts(text: str, at: int, end: int) -> Iterator[_Cut]:
    """Yield what can be taken away from the pattern, or the fragment of one, between two offsets."""
    whole, cuts = _compiles(text[at:end]), _all_cuts(text, at, end)
    yield from (cut for cut in cuts if not whole or _compiles(text[at : cut[0]] + cut[2] + text[cut[1] : end]))


def _compiles(pattern: str) -> bool:
    plain = _TOKEN.sub(lambda token: "(?:x)" if token["fragment"] else token[0], pattern)
    with suppress(re.error):
        return bool(re.compile(plain.replace("{{", "{").replace("}}", "}"), re.VERBOSE if "\n" in plain else 0))
    return False


def _all_cuts(text: str, at: int, end: int) -> Iterator[_Cut]:
    groups = [(at, [at], [at])]  # those open: where each begins, where its alternatives do, where its latest item does
    for token in _TOKEN.finditer(text, at, end):
        (start, stop), (_, branches, item) = token.span(), groups[-1]
        if token["open"]:
            groups.append((start, [stop], [stop]))
        elif token["bar"]:
            branches.append(stop)
        elif token["close"] and len(groups) > 1:
            yield from _branches(branches, start)
            opened, *_ = groups.pop()
            groups[-1][2][0] = opened
        elif token["repeat"]:
            if token[0][0] in "?*" or token["least"] == "0":
                yield item[0], stop, "", "optional part"
            if token[0][0] in "?*":
                yield (start, start + 1, "+", "mandatory") if token[0][0] == "*" else (start, stop, "", "mandatory")
            for bound in filter(token.group, ("least", "most")):
                numbers = (int(token[bound]) + more for more in (-1, 1))
                yield from ((*token.span(bound), str(number), "bound") for number in numbers if number >= 0)
        else:
            item[0] = start
    for _, branches, _ in groups:
        yield from _branches(branches, end)


def _branches(starts: list[int], end: int) -> Iterator[_Cut]:
    yield from _items(list(zip(starts, [*(start - 1 for start in starts[1:]), end], strict=True)), "alternative")


def _items(spans: list[tuple[int, int]], note: str = "item") -> Iterator[_Cut]:
    """Yield the cuts that take one item of a list away, with the mark that parts it from the next or the one before."""
    if len(spans) > 1:
        yield from ((one[0], other[0], "", note) for one, other in pairwise(spans))
        yield spans[-2][1], spans[-1][1], "," * (note == "item"), note


def _python_cuts(text: str) -> Iterator[_Cut]:
    starts = [0, *accumulate(map(len, text.splitlines(keepends=True)))]

    def span(first: ast.expr, last: ast.expr) -> tuple[int, int]:
        end = starts[(last.end_lineno or 1) - 1] + (last.end_col_offset or 0)
        return starts[first.lineno - 1] + first.col_offset, end

    patterns, prose = [], set()
    nodes: list[ast.AST] = [ast.parse(re.sub(r"[^\x00-\x7f]", "x", text))]  # so that columns count characters
    for node in nodes:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            continue
        nodes += ast.iter_child_nodes(node.value if isinstance(node, ast.Subscript) else node)  # no Literal["x", "y"]
        if isinstance(node, ast.Expr):
            prose.add(span(node.value, node.value)[0])
        elif isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.") and node.args:
            patterns.append(span(node.args[0], node.args[0]))
        elif isinstance(node, ast.Dict | ast.List | ast.Set | ast.Tuple):
            words, ends = (node.keys, node.values) if isinstance(node, ast.Dict) else (node.elts, node.elts)
            plain = [word for word in words if isinstance(word, ast.Constant) and isinstance(word.value, str)]
            yield from _items(list(map(span, plain, ends)) if len(plain) == len(ends) else [])
    for found in _LITERAL.finditer(text):
        used = any(first <= found.start() < last for first, last in patterns)
        if found["quotes"] and found.start() not in prose and (used or "r" in (found["prefix"] or "").lower()):
            yield from _pattern_cuts(text, *found.span("body"))


def _toml_cuts(text: str) -> Iterator[_Cut]:
    yield from ((*match.span(), "", "row") for match in _ORGAN.finditer(text))
    for entry in _ENTRY.finditer(text):
        start, end = entry.span("value")
        strings = [match.span() for match in re.compile(_STRING).finditer(text, start, end)]
        if entry["key"][0] == '"':
            yield *entry.span(), "", "row"
        elif entry["key"] not in _NO_PATTERNS:
            yield from [(start, end, "'(?!)'", "row")] * (entry["key"] == "pattern")
            yield from _items(strings if text[start] == "[" else [])
            for first, last in strings if text[start] != "[" or entry["key"] == "patterns" else []:
                yield from _pattern_cuts(text, first + 1, last - 1)


def _tsv_cuts(text: str) -> Iterator[_Cut]:
    for row in list(re.finditer(r"^[^#\n].*\n", text, re.MULTILINE))[1:]:
        yield (row.start() + 1, row.start() + 1, "\ue000", "row") if row[0][-2] != "\t" else (*row.span(), "", "row")
        for cell in re.compile(r"[^\t\n]*\|[^\t\n]*").finditer(text, *row.span()):
            yield from _all_cuts(text, *cell.span())


CUTS = {"py": _python_cuts, "toml": _toml_cuts, "tsv": _tsv_cuts}


def changes(path: str) -> Iterator[Change]:
    """Yield the changes of a file, from top to bottom: of Python, of TOML, or of a table of words."""
    for cut in sorted(CUTS[path.rpartition(".")[2]](text_of(path)) if not path.endswith(_NO_WORDS) else []):
        with suppress(SyntaxError):
            ast.parse(Change(path, *cut).text() if path.endswith(".py") else "")
            yield Change(path, *cut)


if __name__ == "__main__":
    main("Take away each alternative, option and bound of every pattern, each row of every table.", changes)
