# Two commands for a first look: make run, make test. They need Python 3.11 or newer and make.
.DEFAULT_GOAL := help
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
export KG_HOME ?= $(CURDIR)/.kg/demo
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help run test check lint build secrets bench soak clean lock

help: ## Show what there is to make
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/ /' | awk '{printf "  make %-8s", $$1; $$1=""; print}'

run: $(VENV)/.run ## Load the sample, answer five questions and serve it on 127.0.0.1 (PORT=8000)
	@$(BIN)/kg demo --port $(PORT)

test: $(VENV)/.test ## Run the tests; what needs Java, Maven, Chromium or ../shared is skipped by name where it is missing
	@env -u KG_HOME $(BIN)/python -m pytest -n logical --dist loadfile

check: $(VENV)/.test lint ## Lint, types, and the lock against pyproject.toml
	@$(BIN)/mypy
	@$(BIN)/python .ci/lock.py

lint: $(VENV)/.test ## Style
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

build: $(VENV)/.test ## Build the wheel
	@$(BIN)/python -m hatchling build -t wheel

secrets: ## Make a password for docker-compose.yml, in secrets/
	@test ! -e secrets || { echo "secrets/ is there already; the database keeps its first password."; exit 1; }
	@mkdir -m 700 secrets && $(PYTHON) -c 'import secrets; print(secrets.token_hex(24), end="")' > secrets/neo4j_password
	@printf 'neo4j/%s' "$$(cat secrets/neo4j_password)" > secrets/neo4j_auth
	@chmod 444 secrets/*

bench: $(VENV)/.test ## Measure; prints figures, asserts nothing
	@env -u KG_HOME $(BIN)/python -m bench

soak: $(VENV)/.test ## The long tests that CI samples
	@env -u KG_HOME $(BIN)/python -m pytest -m soak

lock: $(VENV)/.test ## Make the lock files anew from pyproject.toml
	@$(BIN)/python .ci/lock.py --write

clean: ## Remove the environment and the demo's graph
	@rm -rf $(VENV) .kg dist

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Union Graph needs Python 3.11 or newer; give one by make PYTHON=...")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Setting up $(VENV) (once; under two minutes) ..."
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.test: requirements-dev.lock $(VENV)/.run
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@
