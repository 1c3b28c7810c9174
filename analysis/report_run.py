"""Notebook files and parameters in -> the same notebooks, run one after the other in this process, and what failed."""

import ast
import os
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import nbformat
from jupyter_client import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError

TABLE = "application/vnd.workbook.table+json"  # how a DataFrame reaches the report with its types
ROWS = 200  # rows of a displayed table that reach the report
# Run in every kernel before the notebook: whole sentences in tables, and tables with their types for the report.
PREPARE = "from analysis import report_run as _run; _run.prepare_kernel()"


@dataclass(frozen=True)
class Run:
    """A notebook after running. error: None, or what stopped it, with the number of the cell (counted from 1)."""

    name: str
    notebook: nbformat.NotebookNode
    seconds: float
    cell: int | None = None
    error: str | None = None


def run_all(paths, parameters, environment=None, say=print, alone=1):
    """Run notebooks, each in a kernel of its own and two at a time; one that fails is reported and the others go on.

    alone: so many of the first run one after the other, before the rest: what they read and clean, the rest finds done.

    parameters: {name: value}; only those are set that the notebook's parameters cell names. environment: variables for
    the kernels. Returns a list of Run.
    """
    environment = os.environ | (environment or {})
    total = len(paths)

    def run(numbered):
        number, path = numbered
        say(f"[{number}/{total}] {path.stem} ...")
        done = run_one(path, parameters, environment)
        say(f"      {_outcome(done)}")
        return done

    numbered = list(enumerate(paths, 1))
    first = [run(item) for item in numbered[:alone]]
    with ThreadPoolExecutor(max_workers=min(2, os.cpu_count() or 1)) as workers:
        return first + list(workers.map(run, numbered[alone:]))


def _outcome(run):
    cells = sum(cell.cell_type == "code" for cell in run.notebook.cells)
    if run.error:
        return f"STOPPED at cell {run.cell} of {run.name}: {run.error}"
    return f"{run.name}: {cells} cells, {run.seconds:.1f} s"


def run_one(path, parameters, environment=None):
    """One notebook, run in the folder it lies in. Returns a Run; never raises for an error in a cell.

    A kernel that dies is given one more chance: it may have been short of memory beside another one.
    """
    started = time.monotonic()
    notebook, error, died = _try(path, parameters, environment)
    if died:
        notebook, error, died = _try(path, parameters, environment)
    clean(notebook)
    cell = _first_error(notebook) if error else None
    return Run(path.stem, notebook, time.monotonic() - started, cell, error and " ".join(error.split())[:300])


def _try(path, parameters, environment):
    """(the notebook as far as it ran, what stopped it or None, whether the kernel died)."""
    notebook = nbformat.read(path, as_version=4)
    inject(notebook, parameters)
    with tempfile.TemporaryDirectory(prefix="nb", ignore_cleanup_errors=True) as sockets:
        try:
            _client(notebook, path.parent, sockets).execute(cleanup_kc=True, env=environment or dict(os.environ))
        except CellExecutionError as failure:
            return notebook, f"{failure.ename}: {failure.evalue}".strip(), False
        except (DeadKernelError, RuntimeError, AssertionError):  # nbclient asserts while it cleans up a dead kernel
            return notebook, "Python stopped (often: not enough memory)", True
    return notebook, None, False


def _client(notebook, folder, sockets):
    """A client whose kernel talks through files in `sockets`, not through the network, where the system can."""
    ipc = {} if os.name == "nt" else {"transport": "ipc", "ip": str(Path(sockets) / "k")}
    resources = {"metadata": {"path": str(folder)}}
    manager = AsyncKernelManager(kernel_name="python3", **ipc)
    return NotebookClient(notebook, km=manager, timeout=None, record_timing=False, resources=resources)


def _first_error(notebook):
    """The number of the cell that stopped, counted as a reader counts: from 1, text cells too."""
    for number, cell in enumerate(notebook.cells, 1):
        if any(output.output_type == "error" for output in cell.get("outputs", [])):
            return number
    return next((n for n, c in enumerate(notebook.cells, 1) if c.cell_type == "code" and not c.execution_count), None)


def inject(notebook, parameters):
    """Put a cell with the parameters after the one tagged `parameters`, only those that it names. Changes notebook."""
    at = next((i for i, c in enumerate(notebook.cells) if "parameters" in c.metadata.get("tags", [])), None)
    known = _assigned(notebook.cells[at].source) if at is not None else set()
    lines = [f"{name} = {value!r}" for name, value in parameters.items() if name in known]
    place = 0 if at is None else at + 1
    paths = f"import sys; sys.path.insert(0, {str(Path(__file__).resolve().parent.parent)!r})"
    source = "\n".join([paths, PREPARE, *lines])
    cell = nbformat.v4.new_code_cell(source, id="injected", metadata={"tags": ["injected-parameters"]})
    notebook.cells.insert(place, cell)


def _assigned(source):
    """The names that a cell assigns.

    >>> sorted(_assigned('CORPUS = None\\nLANG = "vi"'))
    ['CORPUS', 'LANG']
    """
    targets = [target for node in ast.parse(source).body if isinstance(node, ast.Assign) for target in node.targets]
    return {target.id for target in targets if isinstance(target, ast.Name)}


def clean(notebook):
    """Take out what differs from run to run or names the machine: the injected cell, its counts, widget state."""
    notebook.cells = [cell for cell in notebook.cells if "injected-parameters" not in cell.metadata.get("tags", [])]
    notebook.metadata.pop("widgets", None)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = [o for o in cell.outputs if o.output_type != "stream" or o.name == "stdout"]


def prepare_kernel():
    """Called inside a kernel: tables keep whole sentences and carry their types. Returns None."""
    import pandas as pd
    from IPython import get_ipython

    pd.set_option("display.max_colwidth", None, "display.max_rows", ROWS)
    shell = get_ipython()
    if shell is not None:
        bundles = shell.display_formatter.mimebundle_formatter
        bundles.for_type(pd.DataFrame, lambda table, **_options: table_bundle(table))
        bundles.for_type_by_name(
            "pandas.io.formats.style", "Styler", lambda styled, **_options: table_bundle(styled.data)
        )


def table_bundle(table):
    """A DataFrame as what a notebook keeps: HTML for reading, and its first rows with types for the report."""
    from analysis.report_tables import kind_of, named, plain

    shown = named(table)
    columns = [{"name": c, "kind": kind_of(shown.iloc[:, i])} for i, c in enumerate(shown.columns)]
    rows = [[plain(value) for value in row] for row in shown.head(ROWS).itertuples(index=False)]
    return {TABLE: {"columns": columns, "rows": rows, "total": len(shown)}, "text/html": table._repr_html_() or ""}
