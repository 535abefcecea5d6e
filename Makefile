# The project's commands. `make help` lists them; each installs the Debian packages it needs when they are missing.
.DEFAULT_GOAL := help
.PHONY: help demo test browse release score bench fuzz lint format install clean

JOBS   ?= $(shell nproc)
PREFIX ?= /usr/local

help:             ## list the commands
	@sed -n 's/^\([a-z]*\): .*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 18

demo: release     ## build, read the example reports, show their claims and incidents; SERVE=1 opens the web page
	@SERVE="$(SERVE)" scripts/demo

test:             ## build with sanitizers and run all tests; RC_PARAMS= for property tests on new inputs
	@scripts/setup build test
	cmake --preset dev
	cmake --build --preset dev -j $(JOBS)
	ctest --preset dev -j $(JOBS)

browse: release   ## drive the web page in a real browser: tests/web
	@scripts/setup test
	ATTEST=build/release/attest node tests/web/run.mjs

release:          ## build what users run: build/release/attest
	@scripts/setup build
	cmake --preset release
	cmake --build --preset release -j $(JOBS)

score:            ## score claims against annotated reports: GOLD=folder, ERRORS=40 lists the first forty
	@scripts/setup test
	@scripts/score

bench:            ## measure speed and memory: bench/README.md
	@scripts/setup build bench
	cmake --preset release -DATTEST_BENCH=ON
	cmake --build --preset release -j $(JOBS)
	@bench/run

fuzz:             ## build the fuzz targets: build/fuzz/tests/fuzz (tests/fuzz/CMakeLists.txt says how to run them)
	@scripts/setup build fuzz
	cmake --preset fuzz
	cmake --build --preset fuzz -j $(JOBS)

lint:             ## clang-tidy, shellcheck and the house rules
	@scripts/setup build test check
	cmake --preset dev
	@scripts/check
	@scripts/lint

format:           ## lay out the C++ sources
	@scripts/setup check
	git ls-files -z '*.cpp' '*.hpp' | xargs -0 clang-format -i

install: release  ## install under PREFIX=/usr/local
	cmake --install build/release --prefix $(PREFIX)

clean:            ## remove build/
	rm -rf build
