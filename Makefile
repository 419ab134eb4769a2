# The commands of the hub. `make help` lists them; what they do is in hub/launch/.

# The first Python of this machine that is recent enough.
PYTHON := $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 \
	&& { echo $$python; break; }; done)
LAUNCH = $(or $(PYTHON),$(error Python 3.11 ou plus récent est nécessaire ; cette machine \
	n’en a pas (Debian 12, Ubuntu 24.04 : « sudo apt install python3 python3-venv »))) -m hub.launch

export PORT DEMO TESTS UPGRADE NAME FOLDER SIZES

.DEFAULT_GOAL := help
.PHONY: help run superuser dev plugin test test-services test-cluster check bench format lock clean

help: ## List these commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

run: ## Serve the site at http://127.0.0.1:8000/ (PORT=8137 elsewhere, DEMO=0 without the demo)
	@exec $(LAUNCH) run

superuser: ## Make an editor account
	@exec $(LAUNCH) superuser

dev: ## Serve the site with the reloading server (PORT=)
	@exec $(LAUNCH) dev

plugin: ## Write a plugin to begin from (NAME=annuaire, beside this checkout or in FOLDER=)
	@exec $(LAUNCH) plugin

test: ## Run the tests (TESTS=tests/home for a part)
	@exec $(LAUNCH) test

test-services: ## Run the tests on PostgreSQL and Elasticsearch, which it starts (TESTS=)
	@exec $(LAUNCH) test-services

test-cluster: ## Kill each of three Elasticsearch nodes under searching and publishing
	@exec $(LAUNCH) test-cluster

check: ## Check lint, format, types, layers, templates, migrations, deployment, locks
	@exec $(LAUNCH) check

bench: ## Measure search beside Wagtail's own (SIZES="163 1000 10000 100000")
	@exec $(LAUNCH) bench

format: ## Put Python in its one format
	@exec $(LAUNCH) format

lock: ## Write requirements*.txt from pyproject.toml (UPGRADE=1 to take newer versions)
	@exec $(LAUNCH) lock

clean: ## Remove the environment and caches; the data in var/ stay
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
