"""Who may import whom, as data, and a reader of import statements that holds a tree to it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = "constructive_rest"

PURE = frozenset({"practice", "history", "figure", "settings"})
DEVICES = frozenset({"store", "sound", "desktop"})

# What each room may import of the others. What is not a room stands at the top: it may import
# everything but the ui, which only compose may.
MAY_IMPORT = {
    "practice": frozenset({"practice"}),
    "history": frozenset({"history", "practice"}),
    "figure": frozenset({"figure"}),
    "settings": frozenset({"settings", "practice"}),
    "paths": frozenset({"paths"}),
    "store": PURE | {"store", "paths"},
    "drawing": PURE | {"drawing", "paths"},
    "sound": PURE | {"sound", "paths"},
    "desktop": PURE | {"desktop", "paths"},
    "ui": PURE | {"ui", "drawing", "paths"},
}
MAY_IMPORT_UI = "compose"

# Libraries that only some modules may import.
OWNERS = {
    "sqlite3": ("store",),
    "pyqtgraph": ("ui.charts",),
    "numpy": ("figure", "drawing", "ui.charts"),
    "shapely": ("figure", "drawing"),
    "appdirs": ("paths",),
    "PySide6.QtMultimedia": ("sound",),
    "PySide6.QtTextToSpeech": ("sound",),
    "wakepy": ("desktop",),
}

# What touches the world, or brings time and chance: no pure room imports or calls it.
WORLDLY_MODULES = (
    "PySide6",
    "shiboken6",
    "sqlite3",
    "os",
    "io",
    "pathlib",
    "shutil",
    "tempfile",
    "glob",
    "importlib.resources",
    "subprocess",
    "socket",
    "threading",
    "logging",
    "time",
    "random",
    "secrets",
)
WORLDLY_CALLS = frozenset({"open", "print", "input"})
WORLDLY_METHODS = frozenset({"now", "today", "utcnow", "uuid1", "uuid4", "read_text", "write_text"})


@dataclass(frozen=True, slots=True)
class Module:
    """One module: its dotted name inside the package, whether it is a package, and its syntax."""

    name: str
    is_package: bool
    tree: ast.Module

    @property
    def room(self) -> str:
        """The first part of its name: a room, or a module at the top."""
        return self.name.split(".", maxsplit=1)[0]


def read_modules(package: Path) -> Iterator[Module]:
    """Every module under the folder `package`."""
    for file in sorted(package.rglob("*.py")):
        parts = file.relative_to(package).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        yield Module(name, is_package, ast.parse(file.read_text(encoding="utf-8")))


def violations(package: Path) -> list[str]:
    """Every broken rule under `package`, as sentences."""
    return [f"{m.name}: {broken}" for m in read_modules(package) for broken in _broken(m)]


def imports(module: Module) -> Iterator[str]:
    """The full dotted names of all that `module` imports, at its top, inside, and by string."""
    for node in ast.walk(module.tree):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(names=names):
                origin = _origin(module, node)
                yield from (f"{origin}.{alias.name}" for alias in names)
            case ast.Call(func=function, args=[ast.Constant(value=str(name)), *_]):
                if _last_name(function) in {"import_module", "__import__"}:
                    yield name


def _origin(module: Module, node: ast.ImportFrom) -> str:
    if node.level == 0:
        return node.module or ""
    parts = [PACKAGE, *filter(None, module.name.split("."))]
    base = parts[: len(parts) - node.level + module.is_package]
    return ".".join([*base, *filter(None, [node.module])])


def _broken(module: Module) -> Iterator[str]:
    for target in imports(module):
        yield from _broken_arrow(module, target)
        yield from _broken_ownership(module, target)
        if module.room in PURE and _is_under(target, WORLDLY_MODULES):
            yield f"is pure and imports {target}"
    if module.room in PURE:
        yield from (f"is pure and calls {name}" for name in _worldly_calls(module))


def _broken_arrow(module: Module, target: str) -> Iterator[str]:
    package, _, inner = target.partition(".")
    room = inner.split(".", maxsplit=1)[0]
    if package != PACKAGE or not room or room.startswith("__"):
        return
    allowed = MAY_IMPORT.get(module.room)
    if allowed is None:
        if room == "ui" and module.room != MAY_IMPORT_UI:
            yield f"imports {target}, and only {MAY_IMPORT_UI} may"
    elif room not in allowed:
        yield f"imports {target}, and {module.room} may not"


def _broken_ownership(module: Module, target: str) -> Iterator[str]:
    for library, owners in OWNERS.items():
        if _is_under(target, (library,)) and not _is_under(module.name, owners):
            yield f"imports {target}, and only {', '.join(owners)} may"


def _worldly_calls(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call):
            continue
        name = _last_name(node.func)
        by_name = isinstance(node.func, ast.Name) and name in WORLDLY_CALLS
        if by_name or (isinstance(node.func, ast.Attribute) and name in WORLDLY_METHODS):
            yield name


def _last_name(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _is_under(name: str, prefixes: tuple[str, ...]) -> bool:
    return any(name == prefix or name.startswith(f"{prefix}.") for prefix in prefixes)
