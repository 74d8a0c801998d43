"""Files and functions stay small enough to read, and tests keep up with what they test."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
MOST_LINES_OF_A_FILE = 350
MOST_LINES_OF_A_FUNCTION = 60


def files(*folders: str) -> list[Path]:
    """All Python files under these folders of the project."""
    return [file for folder in folders for file in sorted((ROOT / folder).rglob("*.py"))]


def lines(file: Path) -> int:
    """How many lines a file has."""
    return len(file.read_text(encoding="utf-8").splitlines())


def functions(text: str) -> Iterator[tuple[str, int]]:
    """Every function in `text` with its length in lines, decorators not counted."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_file_is_long() -> None:
    long = {f.relative_to(ROOT): lines(f) for f in files("src", "tests", "packaging")}
    assert {name: n for name, n in long.items() if n > MOST_LINES_OF_A_FILE} == {}


def test_no_function_is_long() -> None:
    long = [
        f"{file.name}: {name} has {length} lines"
        for file in files("src", "tests", "packaging")
        for name, length in functions(file.read_text(encoding="utf-8"))
        if length > MOST_LINES_OF_A_FUNCTION
    ]
    assert long == []


def test_a_long_function_would_be_seen() -> None:
    body = "    pass\n" * MOST_LINES_OF_A_FUNCTION
    inside = body.replace("    ", "        ")
    assert dict(functions(f"def f():\n{body}")) == {"f": 61}
    assert dict(functions(f"class C:\n    async def g(self):\n{inside}")) == {"g": 61}


def test_tests_keep_up_with_the_source() -> None:
    source = sum(map(lines, files("src", "packaging")))
    tests = sum(map(lines, files("tests")))
    assert tests >= source, f"{tests} lines of tests for {source} lines of source"
