"""The house stands: one direction, no cycle, each door kept by one module (read from the source, nothing is run)."""

import ast
import json
import statistics
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "analysis").glob("*.py"))
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path):
    """Dotted names a module imports, `from analysis import terms` as analysis.terms."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" if node.module == "analysis" else node.module for alias in node.names}
    return found


def siblings(path):
    return {name.split(".")[1] for name in imports(path) if name.startswith("analysis.")}


def test_analysis_never_imports_utils():
    assert [path.name for path in MODULES if "utils" in {name.split(".")[0] for name in imports(path)}] == []


def test_no_cycle_between_modules():
    graph = {path.stem: siblings(path) for path in MODULES}

    def reaches(start, goal, seen):
        return any(nxt == goal or (nxt not in seen and reaches(nxt, goal, seen | {nxt})) for nxt in graph.get(start, ()))

    assert [name for name in graph if reaches(name, name, {name})] == []


CHARTS = {path.stem for path in MODULES if path.stem.split("_")[0] in ("chart", "charts")}
KNOWN_TO_CHARTS = {"csv_files", "fonts", "notation", "provenance"}  # how a number, a table, a letter is written


def test_charts_know_no_news():
    """What draws, and what that stands on, imports nothing else of the project."""
    allowed = CHARTS | KNOWN_TO_CHARTS
    strange = {path.stem: siblings(path) - allowed for path in MODULES if path.stem in allowed}
    assert {name: found for name, found in strange.items() if found} == {}


def test_charts_have_one_door():
    """Analysis and notebooks draw by `charts` alone; its modules import one another."""
    inner, others = CHARTS - {"charts"}, [path for path in MODULES if path.stem not in CHARTS]
    assert len(inner) > 10
    assert [path.stem for path in others if siblings(path) & inner] == []
    written = ((path, path.read_text(encoding="utf-8")) for path in NOTEBOOKS)
    assert [path.stem for path, text in written if any(name in text for name in inner)] == []


def strings(path):
    return {node.value for node in ast.walk(tree(path)) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_only_vietnamese_imports_underthesea():
    users = [path.stem for path in MODULES if any(name.split(".")[0] == "underthesea" for name in imports(path))]
    assert users == ["vietnamese"]


def test_only_the_cache_imports_sqlite():
    assert [path.stem for path in MODULES if "sqlite3" in imports(path)] == ["cache"]


def test_only_rules_opens_the_rules_folder():
    """No other module builds a path with a part called rules."""

    def builds_it(path):
        return any(
            isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and getattr(node.right, "value", "") == "rules"
            for node in ast.walk(tree(path))
        ) or any(text.startswith("rules/") and text.endswith((".toml", ".txt")) for text in strings(path) if " " not in text)

    assert [path.stem for path in MODULES if builds_it(path)] == ["rules"]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_first_line_says_what_comes_in_and_goes_out(path):
    if path.stem == "__init__":
        return
    doc = ast.get_docstring(tree(path)) or ""
    assert len(doc.splitlines()[0]) > 30


def test_functions_are_small():
    """Body lines without the docstring: median below 8, nine in ten below 30 (the house's measure)."""
    lengths = []
    for path in [*MODULES, ROOT / "utils.py"]:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef):
                body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
                lengths.append(body[-1].end_lineno - body[0].lineno + 1)
    assert statistics.median(lengths) < 8
    assert sorted(lengths)[int(len(lengths) * 0.9)] < 30


def test_utils_stays_small():
    assert len((ROOT / "utils.py").read_text(encoding="utf-8").splitlines()) <= 140


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_skeleton(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert cells[0]["cell_type"] == "markdown" and "\n*" in "".join(cells[0]["source"])
    assert "parameters" in cells[2]["metadata"].get("tags", [])
    assert all(not cell["outputs"] and cell["execution_count"] is None for cell in code)
    assert all("def " not in "".join(cell["source"]) for cell in code)
    body = ast.parse("".join(cells[2]["source"])).body
    assert all(isinstance(line, ast.Assign) and ast.literal_eval(line.value) is not Ellipsis for line in body)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_text_is_in_both_languages(path):
    """Each text cell has an English part and, after it, lines wholly in italics: the same in Vietnamese."""
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "markdown":
            lines = [line for line in "".join(cell["source"]).splitlines() if line.strip()]
            vietnamese = [line for line in lines if line.strip().startswith("*") and line.strip().endswith("*")]
            assert vietnamese and len(vietnamese) < len(lines), f"{path.name}: {lines[0]}"


def keeps_rules(function):
    """A function without arguments that keeps what it once read from rules/: an edited rule would not count."""
    kept = any("cache" in ast.unparse(decorator) for decorator in function.decorator_list)
    reads = any(isinstance(node, ast.Name) and node.id == "rules" for node in ast.walk(function))
    return kept and reads and not function.args.args


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_rules_are_kept_by_lookup_only(path):
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef)]
    assert [function.name for function in functions if keeps_rules(function)] == []
