# One command each: make report | lab | test | score | bench | docs | lint | lock | setup | clean
# Options: make report CORPUS=path/to/pages LANG=vi
PYTHON ?= python3
CORPUS ?= corpus
OUT    ?= exports
# LANG is also the shell's locale variable; only "en" and "vi" are meant for the report.
REPORT_LANG = $(filter en vi,$(LANG))
BIN    := .venv/bin
RUN    := PYTHONUTF8=1 PYTHONPATH=. $(BIN)/python

.PHONY: report lab test score bench docs lint lock setup setup-dev clean

report: setup            ## run all notebooks on CORPUS and write exports/
	$(RUN) -m analysis.report --corpus "$(CORPUS)" --out "$(OUT)" $(if $(REPORT_LANG),--lang $(REPORT_LANG))

lab: setup               ## open the notebooks in JupyterLab, on this machine only
	$(BIN)/jupyter lab --ip=127.0.0.1 $(if $(filter 0,$(shell id -u)),--allow-root) notebooks

test: setup-dev lint     ## everything that must hold
	$(RUN) -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

score: setup-dev         ## every measured quality, one line each
	$(RUN) tests/score.py $(AREA)

bench: setup-dev         ## speed and memory against plain use
	$(RUN) tests/bench.py $(SIZES)

docs: setup              ## the sample report and the README's pictures in docs/
	$(RUN) -m analysis.report --corpus corpus --out docs --docs

lint: setup-dev
	$(BIN)/ruff check .

lock: setup              ## write the locks anew from requirements*.txt
	$(BIN)/uv pip compile -q --upgrade --universal --generate-hashes --python-version 3.11 --no-header requirements.txt -o requirements.lock
	$(BIN)/uv pip compile -q --upgrade --universal --generate-hashes --python-version 3.11 --no-header requirements-dev.txt -c requirements.lock -o requirements-dev.lock

setup: .venv/ready
setup-dev: .venv/ready-dev

.venv/ready: requirements.lock
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed; this is ' + sys.version.split()[0] + '. Name another one: make setup PYTHON=python3.12')"
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip install --python $(BIN)/python --compile-bytecode --quiet -r requirements.lock
	@touch $@

.venv/ready-dev: .venv/ready requirements-dev.lock
	$(BIN)/uv pip install --python $(BIN)/python --compile-bytecode --quiet -r requirements-dev.lock
	@touch $@

clean:                   ## remove what was made: environment, cache, exports
	rm -rf .venv .cache exports
