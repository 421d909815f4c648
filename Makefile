# What a developer needs: `make demo` and `make test` do all the set-up by themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
NO_DISPLAY := $(if $(DISPLAY)$(WAYLAND_DISPLAY)$(filter Darwin,$(shell uname -s)),,yes)
ARGS ?=

.PHONY: help setup demo test test-servers lint types architecture check format bench translations wheel screenshots clean

help:
	@echo "make demo          start Volière with its embedded demo accounts (no sign-in, no network)"
	@echo "make test          run every test"
	@echo "make test-servers  run the tests against other people's servers (sets them up: 700 MB)"
	@echo "make check         lint, types, architecture"
	@echo "make format        put the code in order"
	@echo "make bench         measure speed and memory, as ratios (JSON=FILE writes them there too)"
	@echo "make translations  collect the texts into resources/i18n and compile them"
	@echo "make screenshots   draw packaging/screenshots anew"
	@echo "make wheel         build dist/voliere-*.whl"

setup: $(STAMP)

$(STAMP): pyproject.toml packaging/debian_packages.sh packaging/debian_packages.txt
	sh packaging/debian_packages.sh
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

resources/i18n/%.qm: resources/i18n/%.ts $(STAMP)
	$(BIN)/pyside6-lrelease -silent $< -qm $@

QM := $(patsubst %.ts,%.qm,$(wildcard resources/i18n/*.ts))

demo: $(STAMP) $(QM)
ifeq ($(NO_DISPLAY),yes)
	@mkdir -p build
	xvfb-run --auto-servernum --server-args='-screen 0 1600x1000x24' \
		$(BIN)/voliere --demo --screenshot build/demo.png $(ARGS)
	@echo "No display here: the window's picture is build/demo.png"
else
	$(BIN)/voliere --demo $(ARGS)
endif

test: $(STAMP) $(QM)
	$(BIN)/python -m pytest -n 2 --dist loadgroup $(ARGS)

# PostgreSQL comes from Debian (apt install postgresql), all else from PyPI and npm.
test-servers: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[servers]'
	nice $(BIN)/python -m tests.servers.bluesky.setup
	VOLIERE_TEST_SERVERS=1 $(BIN)/python -m pytest tests/servers $(ARGS)

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

architecture: $(STAMP)
	$(BIN)/lint-imports

check: lint types architecture

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(STAMP) $(QM)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench $(if $(JSON),--json $(JSON)) $(ARGS)

translations: $(STAMP)
	$(BIN)/python packaging/translations.py

screenshots: $(STAMP) $(QM)
	xvfb-run --auto-servernum --server-args='-screen 0 1600x1000x24' \
		$(BIN)/python packaging/take_screenshots.py

wheel: $(STAMP) $(QM)
	$(BIN)/python -m build --wheel

clean:
	rm -rf build dist $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
