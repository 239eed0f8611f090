# `make` alone lists the commands. Everything they need is set up by tools/setup.sh, which is quick when
# nothing is missing.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PORT ?= 8080
INPUTS ?= 1000000
WASM := --target wasm32-unknown-unknown --lib --bins --release
SOURCES := $(shell find src public packaging xtask .cargo -type f) index.html Cargo.toml Cargo.lock \
	package-lock.json tools/versions.env tools/env.sh
TOOLS := . tools/env.sh;

.PHONY: help
help: ## list the commands
	@echo "Districtwide: what you can make"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

.PHONY: serve
serve: dist ## set up, build and serve the page on http://127.0.0.1:8080 (PORT=8081 for another port)
	@$(TOOLS) node tools/serve.mjs --port $(PORT)

.PHONY: dev
dev: PORT = 8081
dev: setup ## serve on port 8081 with live reload while you edit; what 8080 keeps stays out of the way
	@$(TOOLS) node tools/dev.mjs --port $(PORT)

.PHONY: dist
dist: setup dist/index.html ## the static site in dist/, for any web server and any path

dist/index.html: $(SOURCES)
	@mkdir -p .tools && touch .tools/build-started
	@$(TOOLS) node packaging/build.mjs
	@touch -r .tools/build-started $@  # what is edited during a build is built by the next

.PHONY: single-file
single-file: dist dist-single/districtwide.html ## the page as one HTML file, to be opened without a server

dist-single/districtwide.html: dist/index.html
	@$(TOOLS) node packaging/single-file.mjs

.PHONY: test
test: ## set up and run every test
	@tools/setup.sh test
	@$(MAKE) test-native test-style
	@$(MAKE) dist/index.html dist-single/districtwide.html
	@$(MAKE) test-weight test-browser
	@echo "make test: every test passed"

.PHONY: test-native
test-native: ## only the tests of the model; they need nothing of the browser
	@echo "test: the model, its links and files, natively (2 min the first time) ..."
	@$(TOOLS) cargo test --quiet

.PHONY: test-style
test-style:
	@echo "test: whether the colors are told apart in every kind of color vision ..."
	@$(TOOLS) node --test --test-reporter=dot tests/style

.PHONY: test-weight
test-weight:
	@$(TOOLS) node tools/page-weight.mjs

.PHONY: test-browser
test-browser:
	@echo "test: the page in Chromium and Firefox (3 min) ..."
	@$(TOOLS) cargo build --quiet --profile test --example ensemble
	@$(TOOLS) CHROMIUM="$$(find_chromium)" FIREFOX="$$(find_firefox)" \
		HEADLESS_RUNNER="$${CARGO_TARGET_DIR:-target}/debug/examples/ensemble" playwright test $(TESTS)

.PHONY: check
check: ## format, lints, docs and licences
	@tools/setup.sh check
	@echo "check: format ..."
	@$(TOOLS) cargo fmt --all --check
	@$(TOOLS) cargo fmt --check --manifest-path fuzz/Cargo.toml
	@$(TOOLS) biome check --error-on-warnings
	@echo "check: lints, native and for the browser ..."
	@$(TOOLS) cargo clippy --quiet --all-targets -- -D warnings
	@$(TOOLS) cargo clippy --quiet --package xtask -- -D warnings
	@$(TOOLS) cargo clippy --quiet $(WASM) --bench web -- -D warnings
	@echo "check: docs ..."
	@$(TOOLS) RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps --lib
	@$(TOOLS) RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps $(WASM)
	@echo "check: licences, sources and versions of the crates ..."
	@$(TOOLS) cargo deny --log-level error check --hide-inclusion-graph licenses bans sources
	@echo "make check: nothing to mend"

.PHONY: audit
audit: ## known weaknesses of crates and npm packages, where the services that know them answer
	@tools/setup.sh check
	@tools/audit.sh

.PHONY: bench
bench: ## how fast futures are simulated: times, then ratios to a hand-tuned loop (5 min)
	@tools/setup.sh check
	@$(TOOLS) cargo bench --quiet --bench ensemble
	@$(TOOLS) cargo bench --quiet --bench table
	@echo "bench: ratios, turn by turn (2 min) ..."
	@$(TOOLS) cargo bench --quiet --bench ratios

.PHONY: bench-web
bench-web: ## the engine in headless Chromium against the same natively and plain JavaScript (4 min)
	@tools/setup.sh test
	@echo "bench-web: building what the page runs, checking and measuring (4 min, the first time 9) ..."
	@$(TOOLS) CHROMIUM="$$(find_chromium)" cargo bench --quiet --bench web

.PHONY: bench-drag
bench-drag: dist ## whether a slider answers at once on a CPU four times slower: the browser's trace says (1 min)
	@tools/setup.sh test
	@echo "bench-drag: three drags of five seconds ..."
	@$(TOOLS) CHROMIUM="$$(find_chromium)" node benches/drag/main.mjs

.PHONY: benchmarks
benchmarks: dist ## measure the ratios and write BENCHMARKS.md (8 min)
	@tools/setup.sh test
	@echo "benchmarks: building and measuring (8 min); leave the machine alone meanwhile ..."
	@$(TOOLS) CHROMIUM="$$(find_chromium)" node tools/benchmarks.mjs

# What it tries anew goes to fuzz/target and a finding to fuzz/artifacts; git keeps neither. Without a
# sanitizer it needs no nightly Rust, and there is no unsafe code for one to watch. Traced comparisons
# would help to guess magic numbers, of which there are none, at twice the time.
FUZZ := cargo fuzz run --sanitizer none --no-trace-compares
FUZZ_FLAGS := -runs=$(INPUTS) -timeout=10 -max_len=1000 -entropic_scale_per_exec_time=1 \
	-verbosity=0 -print_funcs=0 -print_final_stats=1

.PHONY: fuzz
fuzz: ## a million odd links, files, scenarios and tables each (40 min; INPUTS=10000 for fewer)
	@tools/setup.sh fuzz
	@$(TOOLS) set -e -o pipefail; for target in link file simulate table; do \
		echo "fuzz: $(INPUTS) inputs for $$target ..."; \
		mkdir -p fuzz/target/corpus/$$target; \
		$(FUZZ) $$target fuzz/target/corpus/$$target fuzz/corpus/$$target -- $(FUZZ_FLAGS) 2>&1 | \
			sed '/^#* Recommended dict/,/^#* End of rec/d'; \
	done
	@echo "make fuzz: nothing found"

.PHONY: coverage
coverage: ## whether 80% intervals of futures held to counts cover 80% of 2,000 made-up districts (20 s)
	@$(TOOLS) cargo test --quiet --test analysis -- --ignored --nocapture

.PHONY: pictures
pictures: dist ## screenshots of the page at three sizes, light and dark, in test-results/pictures
	@tools/setup.sh test
	@$(TOOLS) CHROMIUM="$$(find_chromium)" node tools/pictures.mjs

.PHONY: screenshots
screenshots: dist ## take anew the pictures that the tests compare the page with, after a meant change (1 min)
	@tools/setup.sh test
	@rm -rf tests/browser/screenshots
	@$(TOOLS) CHROMIUM="$$(find_chromium)" playwright test --update-snapshots=all screenshots
	@$(TOOLS) node tools/small-pictures.mjs

.PHONY: lighthouse
lighthouse: dist ## what Lighthouse says of the page on a slow telephone, in ten visits (2 min)
	@tools/setup.sh test
	@$(TOOLS) CHROMIUM="$$(find_chromium)" node tools/lighthouse.mjs

.PHONY: generate
generate: ## write golden results, MODEL.md's parameters, the schema of files, the page's cards, its tests and its texts anew
	@$(TOOLS) WRITE_GENERATED=1 cargo test --quiet --test golden --test links_for_ever --test same_everywhere --test model_md --test explained --test scenario_schema --test trust --test cases --test languages

.PHONY: setup
setup:
	@tools/setup.sh
