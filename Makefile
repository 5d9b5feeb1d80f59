# Everything a fresh machine needs: git, make and Python 3.11 or newer.
PY ?= python3
BIN := .venv/bin
PYTHON := $(BIN)/python
# The locks hold everything, resolved: pip is to take what stands there and resolve nothing anew.
PIP := $(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps
RUN_READY := .venv/.run
DEV_READY := .venv/.dev

.DEFAULT_GOAL := help
.PHONY: help install setup run demo test lint fmt bench bench-spam docs lock clean

help: ## what can be done here
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.venv/bin/python:
	@$(PY) -c 'import sys; sys.exit("Steward needs Python 3.11 or newer; try: make PY=python3.11 ..." if sys.version_info < (3, 11) else 0)'
	@$(PY) -m venv .venv

$(RUN_READY): requirements/run.txt | .venv/bin/python
	@echo "Installing what the bot needs into .venv (once) ..."
	@$(PIP) -r requirements/run.txt
	@touch $@

$(DEV_READY): requirements/dev.txt | .venv/bin/python
	@echo "Installing what tests and lint need into .venv (once) ..."
	@$(PIP) -r requirements/dev.txt
	@touch $@ $(RUN_READY)

install: $(RUN_READY) ## build .venv with what the bot needs, run nothing

setup: $(DEV_READY) ## build .venv with everything, run nothing

run: $(RUN_READY) ## run the bot; without BOT_TOKEN in .env, against the sandbox
	@$(PYTHON) -m bot run

demo: $(RUN_READY) ## the scripted tour, 90 seconds at most
	@$(PYTHON) -m bot demo

test: $(DEV_READY) ## every test, on SQLite and PostgreSQL, with branch coverage
	@$(PYTHON) -m pytest -q -n 2 --cov --cov-report=term:skip-covered

lint: $(DEV_READY) ## ruff, mypy, import contracts, file sizes, migrations, generated docs
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(PYTHON) -m tests.lint
	@$(PYTHON) -m bot docs --check
	@$(PYTHON) -m tests.parity --check

fmt: $(DEV_READY) ## format and mend what can be mended by itself
	@$(BIN)/ruff format --quiet .
	@$(BIN)/ruff check --fix --quiet .

bench: $(DEV_READY) ## measure start-up, latency, intake beside bare PTB, import; EXPORT=result.json
	@$(PYTHON) -m benchmarks $(if $(EXPORT),--export $(EXPORT))

bench-spam: $(DEV_READY) ## judge messages the spam classifier never saw; DATA=folder of *spam*.txt and *ham*.txt
	@$(PYTHON) -m benchmarks.spam $(if $(DATA),--data $(DATA)) $(if $(EXPORT),--export $(EXPORT))

docs: $(DEV_READY) ## write the generated pages of docs/ again
	@$(PYTHON) -m bot docs
	@$(PYTHON) -m tests.parity

lock: $(DEV_READY) ## write the hashed lock files again (needs uv)
	@for name in run dev; do uv pip compile -q --universal --python-version 3.11 --generate-hashes \
		--no-annotate --no-header --no-emit-index-url --no-emit-find-links \
		requirements/$$name.in -o requirements/$$name.txt; done
	@! grep -nE 'https?://|file:' requirements/*.txt

clean: ## remove what was built
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .coverage demo/transcript*.html
