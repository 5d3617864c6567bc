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
LIGHTHOUSE := tests/benchmarks/node_modules/.package-lock.json
# They measure how long it takes to read a megabyte, which a tracer makes longer.
TIMED := tests/reading/test_robust.py
# They need more than Python and make.
ELSEWHERE := tests/engines tests/hosting tests/build/test_valid.py

.PHONY: serve build release test cover mutants valid engines hosts check hooks pictures bench clean

serve: $(SYNCED)  ## site on http://127.0.0.1:8000, rebuilt on every change
	$(RUN) mkdocs serve

build: $(SYNCED)  ## the site in site/
	$(RUN) mkdocs build --strict

release: export SOURCE_DATE_EPOCH = $(shell git log -1 --format=%ct)
release: build  ## the site as one file in dist/: the same bytes from the same commit
	$(RUN) python -m hosting.release

test: $(SYNCED) $(NODE_MODULES)  ## every test, in a browser too
	$(RUN) node --test 'tests/javascript/*.test.js'
	$(RUN) python -m tests.browser.chromium
	$(RUN) pytest --numprocesses=auto --dist=loadscope --no-loadscope-reorder $(ELSEWHERE:%=--ignore=%)

cover: $(SYNCED) $(NODE_MODULES)  ## which branches of hooks/ the tests take that need no browser
	$(RUN) coverage erase
	$(RUN) coverage run -m pytest --numprocesses=auto --dist=loadscope --no-loadscope-reorder $(patsubst %,--ignore=%,tests/browser $(ELSEWHERE) $(TIMED))
	$(RUN) coverage combine --quiet
	$(RUN) coverage report

mutants: $(SYNCED)  ## faults in the rules of one MODULE that no test notices, or of all
	.uv/bin/uv sync --locked --inexact --group mutants
	$(RUN) python -m tests.rules.mutants $(MODULE)

valid: $(SYNCED) $(NODE_MODULES)  ## every built page, by the Nu HTML checker; needs Java
	$(RUN) pytest tests/build/test_valid.py

engines: $(SYNCED)  ## the three uses in Firefox ESR and WebKitGTK; needs Debian
	$(RUN) python -m tests.engines.programs
	$(RUN) pytest --numprocesses=auto tests/engines

hosts: $(SYNCED)  ## the site on nginx and Caddy, in Chromium; needs Debian
	$(RUN) python -m tests.browser.chromium
	$(RUN) python -m tests.hosting.programs
	$(RUN) pytest tests/hosting

check: $(SYNCED) $(NODE_MODULES)  ## lint, types, spelling, content
	$(RUN) ruff check
	$(RUN) ruff format --check
	$(RUN) mypy
	$(RUN) node node_modules/typescript/bin/tsc --project jsconfig.json
	$(RUN) node node_modules/cspell/bin.mjs --no-progress --no-summary
	$(RUN) checklists check

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
	$(RUN) python -m tests.benchmarks.zensical

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
