# Banyan's commands; `make` alone lists them. All but the demo build for release: the optimizer takes
# two thirds of a first build, and the sample contest does not need it.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help deps testdeps build demo test lint bench install clean

PREFIX ?= /usr/local
PERF_DATA ?= perf-data
BANYAN_SHARED ?= ../shared
DEBIAN_PACKAGES := bubblewrap ca-certificates git libopenblas-dev libpq-dev libqrencode-dev \
    libsqlite3-dev libxlsxwriter-dev libxml2-dev libxml2-utils libzip-dev pkg-config python3
# What only tests need: they fill workbooks in as other programs do, and start servers of their own.
TEST_PACKAGES := fonts-noto-cjk libreoffice-calc poppler-utils postgresql-15 python3-openpyxl \
    python3-jsonschema python3-uno python3-xlsxwriter zbar-tools

# Installs those of some Debian packages that are missing, as root, or says which; asks the network
# for nothing when nothing is missing.
define install_missing
	missing=$$(for name in $(1); do \
	    status=$$(dpkg-query --show --showformat='$${db:Status-Status}' $$name 2> /dev/null || true); \
	    [ "$$status" = installed ] || echo -n " $$name"; \
	done); \
	install="apt-get update && apt-get install --yes --no-install-recommends$$missing"; \
	if [ -z "$$missing" ]; then exit 0; \
	elif [ $$(id -u) = 0 ]; then export DEBIAN_FRONTEND=noninteractive; eval "$$install"; \
	else echo "Packages are missing. Run as root:"; echo "  $$install"; exit 1; fi
endef

help: ## List the commands
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

deps: ## Install the system packages that are missing (as root), or say which
	@command -v swift > /dev/null || { echo "Swift 6.3 is needed: https://swift.org/install"; exit 1; }
	@if command -v apt-get > /dev/null; then $(call install_missing,$(DEBIAN_PACKAGES)); \
	elif ! { pkg-config --exists libpq libqrencode libxml-2.0 libzip sqlite3 xlsxwriter && command -v git \
	    && command -v xmllint && command -v python3; } > /dev/null; then \
	    echo "Install git, pkg-config, python3, xmllint, OpenBLAS, and with their headers libpq,"; \
	    echo "libqrencode, libxml2, libxlsxwriter, libzip and SQLite."; \
	    exit 1; \
	fi

# A test whose program is missing is skipped, and says so.
testdeps:
	@if command -v apt-get > /dev/null; then $(call install_missing,$(TEST_PACKAGES)); fi

build: ## Build the program
	swift build -c release --product banyan

demo: deps ## Run the sample contest from load to published leaderboard
	swift build --product banyan
	@BANYAN="$$(swift build --show-bin-path)/banyan" bash Submissions/demo

# No test imports a module as @testable: with that off, tests and program share what is built.
# The lines that only say that something started are left out.
test: deps testdeps ## Run every test
	swift test -c release --disable-testable-imports --disable-xctest 2>&1 \
	    | grep -av --line-buffered -e '^◇ .* started\.$$' -e '^◇ Test case passing'

lint: ## Check the form of the code
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

bench: deps ## Run the benchmarks, or one: make bench ONLY=W1
	swift build -c release --product bench
	@if [ -d $(BANYAN_SHARED)/reference ]; then \
	    PERF_DATA=$(PERF_DATA) python3 $(BANYAN_SHARED)/reference/bench_data.py $(ONLY); fi
	@PERF_DATA=$(PERF_DATA) "$$(swift build -c release --show-bin-path)/bench" $(ONLY)

install: build ## Install the program and its rubrics below PREFIX
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/banyan/Rubrics"
	install -m 644 Rubrics/* "$(DESTDIR)$(PREFIX)/share/banyan/Rubrics"
	install -m 755 "$$(swift build -c release --show-bin-path)/banyan" "$(DESTDIR)$(PREFIX)/bin/banyan"

clean: ## Remove what was built
	swift package clean
