# Every target sets itself up: a machine with Python 3.11, make and git needs nothing else.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
RUNTIME := .venv/.runtime-ready
DEVELOPMENT := .venv/.development-ready
RIVALS := .venv-bench/.ready
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Some machines forbid Python to keep what it compiled: then each of a thousand starts compiles the whole program anew.
export PYTHONDONTWRITEBYTECODE :=
MAKEFLAGS += --no-print-directory

# What `make quick` runs. The examples run on the plain-Python engine only; CI runs them on every one.
QUICK := tests/unit tests/examples tests/outputs/test_paper_binding.py tests/outputs/test_paper_language.py \
	tests/outputs/test_paper_periods.py --ignore=tests/unit/reference --ignore=tests/unit/judgement \
	--ignore=tests/unit/compare --ignore=tests/unit/test_formats.py \
	--ignore=tests/unit/test_nothing_is_for_tests_alone.py -k "not on_duckdb"

.PHONY: help demo test faults long quick check check-style check-types check-manual check-formats docs pictures bench bench-judgement bench-region bench-england lock clean

help: ## say what each target does
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):[^#]*## /make \1\t/' | expand -t 20

demo: $(RUNTIME) ## the whole flow on an invented council: files, store and paper in demo-output/
	@$(BIN)/purplebook demo --out demo-output

test: check ## everything CI runs: style, types, stale documents, every test
	@$(BIN)/python -m pytest -q -n 2 --dist loadfile --no-loadscope-reorder

faults: $(DEVELOPMENT) ## kill, spoil and mutate for hours: FAULTS_SECONDS=3600 for each harness, FAULTS_SEED=1
	@FAULTS_SECONDS=$(or $(FAULTS_SECONDS),3600) FAULTS_SEED=$(or $(FAULTS_SEED),$$(date +%s)) \
		$(BIN)/python -m pytest -q -n 3 tests/faults

long: faults bench-judgement ## every long search: the faults of hours, and the simulation of the judgement

quick: $(DEVELOPMENT) ## what changes most, in under 90 CPU seconds: the language, the examples on one engine, the paper
	@$(BIN)/python -m pytest -q -n 2 $(QUICK)

check: $(DEVELOPMENT) ## style, types and stale documents
	@$(MAKE) -j2 check-style check-types check-manual check-formats

check-style: $(DEVELOPMENT)
	@$(BIN)/ruff check --quiet . && $(BIN)/ruff format --quiet --check . || \
		{ echo "Style: run .venv/bin/ruff check --fix . && .venv/bin/ruff format ."; exit 1; }

check-types: $(DEVELOPMENT)
	@$(BIN)/pyright --warnings purplebook purplebook_demo

check-manual: $(DEVELOPMENT)
	@$(BIN)/python docs/build.py --check

check-formats: $(DEVELOPMENT)
	@$(BIN)/python docs/handles.py --check
	@$(BIN)/python docs/bank_holidays.py --check
	@$(BIN)/python docs/formats.py --check

docs: $(DEVELOPMENT) ## write docs/generated/ anew from the declarations, and the tour from what it prints
	@$(BIN)/python docs/handles.py
	@$(BIN)/python docs/bank_holidays.py
	@$(BIN)/python docs/build.py
	@$(BIN)/python docs/formats.py
	@$(BIN)/python benchmarks/render.py

pictures: $(DEVELOPMENT) ## take the pictures of README.md anew (needs Chromium; some minutes)
	@$(BIN)/python docs/pictures.py

bench: $(DEVELOPMENT) $(RIVALS) demo ## speed at a council's size, each against a rival in the same run
	@for file in benchmarks/bench_*.py; do $(BIN)/python $$file || exit 1; done
	@$(BIN)/python benchmarks/render.py

bench-judgement: $(DEVELOPMENT) ## how far the judgement can be trusted: some minutes, and docs/judgement.md anew
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python -m benchmarks.judgement --out docs/judgement.md

bench-region: $(DEVELOPMENT) $(RIVALS) demo-region/store ## the same for 19 authorities, some minutes
	@for name in all_indicators distance rivals; do $(BIN)/python benchmarks/bench_$$name.py --size region || exit 1; done
	@$(BIN)/python benchmarks/render.py

bench-england: $(DEVELOPMENT) $(RIVALS) demo-england/store ## the same for 153 authorities, a quarter of an hour
	@for name in all_indicators distance rivals; do $(BIN)/python benchmarks/bench_$$name.py --size england || exit 1; done
	@$(BIN)/python benchmarks/render.py

demo-%/store: | $(RUNTIME)
	@$(BIN)/purplebook demo --scale $* --out demo-$*

lock: $(DEVELOPMENT) ## write the lock files anew, with hashes (LOCK_OPTIONS=--upgrade to move to newer versions)
	@for pair in "requirements.lock:" "requirements-dev.lock:--extra=dev"; do \
		$(BIN)/uv pip compile --quiet pyproject.toml --extra build $${pair#*:} --universal --python-version 3.11 \
			--generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links $(LOCK_OPTIONS) \
			--output-file $${pair%%:*} || exit 1; \
	done
	@$(BIN)/uv pip compile --quiet benchmarks/requirements.in --universal --python-version 3.11 \
		--generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links $(LOCK_OPTIONS) \
		--output-file benchmarks/requirements.lock

clean: ## remove what the targets made
	@rm -rf .venv .venv-bench demo-output demo-region demo-england build purplebook.egg-info .pytest_cache .ruff_cache .hypothesis .coverage

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "purplebook needs Python 3.11 or newer")'
	@echo "Setting up .venv (once, about a minute) …"
	@$(PYTHON) -m venv .venv

# The lock holds every package with its hashes; nothing else is fetched, and our own package is built by what it holds.
$(RUNTIME): requirements.lock pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install -qq --require-hashes --no-deps -r requirements.lock
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation -e .
	@touch $@

$(DEVELOPMENT): requirements-dev.lock $(RUNTIME)
	@$(BIN)/python -m pip install -qq --require-hashes --no-deps -r requirements-dev.lock
	@touch $@

# pandas and Polars are rivals in the benchmarks, never part of the product: they live apart.
$(RIVALS): benchmarks/requirements.lock | $(BIN)/python
	@$(PYTHON) -m venv .venv-bench
	@.venv-bench/bin/python -m pip install -qq --require-hashes --no-deps -r $<
	@touch $@
