# NetDesk: every task has one name. Type `make` to see them.
#
# Needs make and Python 3.11 or newer; everything else is fetched into .venv at the first run.
# `make PYTHON3=python3.12 …` chooses the Python the environment is made with.
# Written for make 3.81 (macOS) as well, and for folders with spaces in their names: paths are relative.

.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON := .venv/bin/python
READY := .venv/.ready
CHECKED := netdesk tests packaging benchmarks
TESTS ?= tests
WORKERS ?= 2
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: help run test tour pictures package test-package bench lint types format clean ready

help: ## Show this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

run: ready ## Start NetDesk (with no screen: make the tour instead)
	@if [ "$$(uname -s)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "No screen here (DISPLAY and WAYLAND_DISPLAY are empty): making the tour in build/tour instead."; \
		QT_QPA_PLATFORM=offscreen $(PYTHON) -m netdesk tour build/tour </dev/null; \
	else \
		$(PYTHON) -m netdesk $(ARGS); \
	fi

test: lint types ## Check everything: style, types, layers, tests and coverage (TESTS=… for some of them)
	@mkdir -p build
	@rm -f build/coverage.json
	@HYPOTHESIS_PROFILE=ci QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest $(TESTS) -n $(WORKERS) \
		--cov --cov-branch --cov-report=json:build/coverage.json --cov-report= </dev/null
	@$(PYTHON) packaging/setup/coverage_limits.py build/coverage.json pyproject.toml

tour: ready ## Make pictures of every page, light and dark, in build/tour
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m netdesk tour build/tour </dev/null

pictures: tour ## Make the tour, and from it the pictures of the documents
	@$(PYTHON) packaging/setup/pictures.py build/tour docs/pictures

package: ready ## Make the installers this platform can, with checksums and a list of parts, in dist
	@PYTHONPATH=packaging $(PYTHON) -m installers make $(ARGS) </dev/null

test-package: ready ## Install what make package made in a root of its own, run it there and remove it (Linux)
	@PYTHONPATH=packaging $(PYTHON) -m installers trial $(ARGS) </dev/null

bench: ready ## Measure speed against limits taken in the same run
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m benchmarks </dev/null

lint: ready ## Check style and the layers' contracts
	@$(PYTHON) -m ruff check --quiet $(wildcard $(CHECKED))
	@$(PYTHON) -m ruff format --quiet --check $(wildcard $(CHECKED)) || \
		{ echo "These files are not formatted: run 'make format'."; \
		  $(PYTHON) -m ruff format --check $(wildcard $(CHECKED)); exit 1; }
	@.venv/bin/lint-imports --no-logo >build/layers.txt 2>&1 || { cat build/layers.txt; exit 1; }
	@echo "Style and layers: fine."

types: ready ## Check types (mypy, strict)
	@$(PYTHON) -m mypy
	@$(PYTHON) -m mypy --strict packaging/setup
	@MYPYPATH=packaging $(PYTHON) -m mypy --strict packaging/installers

format: ready ## Put the code in its standard shape
	@$(PYTHON) -m ruff check --quiet --fix $(wildcard $(CHECKED)) || true
	@$(PYTHON) -m ruff format $(wildcard $(CHECKED))

clean: ## Remove what was built, the environment as well
	@rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage .coverage.*
	@find netdesk tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment is made once, and again whenever the list of dependencies or the way it is made changes.
$(READY): pyproject.toml packaging/setup/prepare.sh
	@sh packaging/setup/prepare.sh

# A copy of the whole folder brings an environment that belongs to another place: it is made anew.
ready: $(READY)
	@{ [ "$$(cat $(READY))" = "$$(pwd -P)" ] && $(PYTHON) -c "" 2>/dev/null; } || sh packaging/setup/prepare.sh
	@mkdir -p build
	@$(PYTHON) packaging/setup/system_libraries.py
