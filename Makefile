# communique: `make demo` shows it, `make test` proves it. Only Python 3.11+ and make are needed to begin.
.DELETE_ON_ERROR:
.PHONY: install demo test lint score docs pictures bench clean

PYTHON ?= $(shell scripts/find-python)
VENV := .venv
BIN := $(VENV)/bin
# What an editable install links: when a file comes or goes, the links must be made again.
SOURCES := $(shell find cli graph ingest queries views -not -path '*/.*' -not -path '*/__pycache__*' \( -name '*.py' -o -name '*.yaml' -o -name '*.cypher' -o -name '*.html' -o -name '*.js' -o -name '*.css' \) 2>/dev/null | LC_ALL=C sort)
STAMP := $(shell printf '%s\n' $(SOURCES) | cat - pyproject.toml 2>/dev/null | cksum | cut -d' ' -f1)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SHARED := ../shared
ROOMS := cli graph ingest queries views

install: $(VENV)/dev-$(STAMP)

# The demo needs no tools of development; a venv that has them serves as well.
demo: $(VENV)/$(if $(wildcard $(VENV)/dev-$(STAMP)),dev,run)-$(STAMP)
	@mkdir -p build/demo
	@$(BIN)/communique build examples --store build/demo/store --out build/demo/graph.html > build/demo/page
	@echo "open $(CURDIR)/$$(cat build/demo/page)"

test: install
	@scripts/setup-tests.sh
	@$(MAKE) --no-print-directory lint
	@$(BIN)/python -m pytest

lint: install
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy $(addprefix -p communique.,$(ROOMS))

score: install
	@test -f $(SHARED)/gold/dev.jsonl || { echo "no gold: $(SHARED)/gold/dev.jsonl is not beside the project" >&2; exit 1; }
	@$(BIN)/python scripts/quality.py $(SHARED)

# What the pages show, as it is now: the output of every command, and the picture.
docs: pictures
	@$(BIN)/python scripts/readme.py

pictures: install
	@$(BIN)/python scripts/pictures.py

bench: install
	@$(BIN)/python benchmarks/extraction.py $(SHARED)/statements

clean:
	rm -rf build dist .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "communique needs Python 3.11 or newer; none was found (set PYTHON=…)" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "no venv could be made; on Debian: apt-get install python3-venv" >&2; exit 1; }
	@# The pip of an older Python leaves out extras whose names are spelt with a dash.
	@$(PIP) install --upgrade 'pip>=25'

$(VENV)/run-$(STAMP): | $(VENV)/bin/python
	@echo "installing communique into $(VENV) (a minute or two)" >&2
	@$(PIP) install --editable . --config-settings editable_mode=strict
	@rm -f $(VENV)/run-* $(VENV)/dev-* && touch $@

$(VENV)/dev-$(STAMP): | $(VENV)/bin/python
	@echo "installing communique with its tools into $(VENV) (a minute or two)" >&2
	@$(PIP) install --editable '.[dev]' --config-settings editable_mode=strict
	@rm -f $(VENV)/run-* $(VENV)/dev-* && touch $@
