# `make serve` and `make test` do all the set-up. They need Python 3.11.5 or newer, and make.
PYTHON ?= python3
UV_VERSION := 0.13.9

export NO_MKDOCS_2_WARNING := 1
export UV_PYTHON_DOWNLOADS := never
# As pip does: a company network may have a certificate of its own.
export UV_SYSTEM_CERTS := 1
export NODE_USE_SYSTEM_CA := 1

RUN := .uv/bin/uv run --no-sync
SYNCED := .venv/.synced
NODE_MODULES := node_modules/.package-lock.json
LINKS_PORT := 8001
# One more than cores: a worker often waits for its browser.
WORKERS := $(shell $(PYTHON) -c "import os; print((os.cpu_count() or 1) + 1)")
PYTEST := pytest --numprocesses=$(WORKERS) --dist=worksteal
LIGHTHOUSE := tests/benchmarks/node_modules/.package-lock.json

.PHONY: serve build release check test valid soak links hooks pictures bench clean

serve: $(SYNCED)  ## site on http://127.0.0.1:8000, rebuilt on every change
	$(RUN) mkdocs serve

build: $(SYNCED)  ## the site in site/
	$(RUN) mkdocs build --strict

release: export SOURCE_DATE_EPOCH = $(shell git log -1 --format=%ct)
release: build  ## the site as one file in dist/: the same bytes from the same commit
	$(RUN) python -m hosting.release

check: $(SYNCED) $(NODE_MODULES)  ## lint, types, spelling, content
	$(RUN) ruff check
	$(RUN) ruff format --check
	$(RUN) mypy
	$(RUN) node node_modules/typescript/bin/tsc --project jsconfig.json
	$(RUN) node node_modules/cspell/bin.mjs --no-progress --no-summary \
	  $(if $(wildcard own/words.txt),--dictionary own)
	$(RUN) rumdl check --quiet $(wildcard docs own)
	$(RUN) checklists check

test: $(SYNCED) $(NODE_MODULES)  ## what a change can break, with the coverage of hooks/; then in a browser
	$(RUN) node --test 'tests/javascript/*.test.js'
	$(RUN) python -m tests.browser.chromium
	$(RUN) coverage erase
	$(RUN) coverage run -m $(PYTEST) --ignore=tests/browser
	$(RUN) coverage combine --quiet
	$(RUN) coverage report
	$(RUN) $(PYTEST) tests/browser

valid: $(SYNCED) $(NODE_MODULES)  ## every built page, by the Nu HTML checker; needs Java
	$(RUN) pytest tests/builds/valid.py

soak: $(SYNCED) $(NODE_MODULES)  ## what takes long, and other engines and hosts; needs Debian
	$(RUN) python -m tests.browser.chromium
	$(RUN) python -m tests.engines.programs
	$(RUN) python -m tests.hosting.programs
	$(RUN) pytest --numprocesses=auto --hypothesis-profile=soak -m "soak or hypothesis"

links: build  ## every link of the built site, to other sites too
	.uv/bin/uv sync --locked --inexact --group links
	$(RUN) sh -c 'python -m http.server --bind 127.0.0.1 --directory site $(LINKS_PORT) 2>/dev/null & \
	  trap "kill $$!" EXIT; sleep 1; \
	  linkchecker --check-extern --no-status --ignore-url "^https://ryggenfri.example/" \
	    http://127.0.0.1:$(LINKS_PORT)/'

hooks: $(SYNCED)  ## check before each commit
	$(RUN) pre-commit install

pictures: $(SYNCED)  ## the two pictures in README.md
	$(RUN) python -m tests.browser.chromium
	$(RUN) python -m tests.browser.pictures

bench: $(SYNCED) $(LIGHTHOUSE)  ## ratios of times, measured in one run
	$(RUN) python -m tests.benchmarks.build
	$(RUN) python -m tests.browser.chromium
	$(RUN) python -m tests.benchmarks.browser
	$(RUN) python -m tests.benchmarks.lighthouse

clean:
	rm -rf .uv .venv node_modules tests/benchmarks/node_modules site dist

.uv/bin/uv:
	./.ci/venv $(PYTHON) .uv
	.uv/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

$(SYNCED): .uv/bin/uv pyproject.toml uv.lock
	.uv/bin/uv sync --locked --compile-bytecode --python $(PYTHON)
	touch $@

# Without their scripts: that of the HTML checker would fetch a Java where there is none.
$(NODE_MODULES): package.json package-lock.json
$(LIGHTHOUSE): tests/benchmarks/package.json tests/benchmarks/package-lock.json
$(NODE_MODULES) $(LIGHTHOUSE): $(SYNCED)
	$(RUN) npm ci --prefix $(@D)/.. --ignore-scripts --no-audit --no-fund
	touch $@
