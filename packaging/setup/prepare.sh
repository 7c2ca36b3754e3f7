#!/bin/sh
# Makes or renews the environment in .venv. Called by make from the top folder; safe to repeat.
set -eu

environment=.venv
ready=$environment/.ready

say() { printf '%s\n' "$*" >&2; }

new_enough() {
    "$1" -c 'import sys; raise SystemExit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for candidate in ${PYTHON3:-} python3.13 python3.12 python3.11 python3 python3.14 python; do
        if command -v "$candidate" >/dev/null 2>&1 && new_enough "$candidate"; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

explain_python() {
    say "NetDesk needs Python 3.11 or newer, and none was found (python3 here: $(python3 --version 2>&1 || true))."
    if [ "$(uname -s)" = Darwin ]; then
        say "Install it with:  brew install python@3.13"
        say "or take the installer from python.org, then run make again."
    elif command -v apt-get >/dev/null 2>&1; then
        say "Install it with:  sudo apt-get install python3 python3-venv"
        say "If that version is older than 3.11, use:  sudo apt-get install python3.11 python3.11-venv"
    elif command -v dnf >/dev/null 2>&1; then
        say "Install it with:  sudo dnf install python3.12"
    elif command -v pacman >/dev/null 2>&1; then
        say "Install it with:  sudo pacman -S python"
    else
        say "Install python3.11 or newer with your system's package manager, then run make again."
    fi
}

explain_venv() {
    version=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    say "Python $version is here, but its venv module is not, so no environment can be made."
    if command -v apt-get >/dev/null 2>&1; then
        say "Install it with:  sudo apt-get install python$version-venv"
    else
        say "Install the venv and ensurepip modules of Python $version with your system's package manager."
    fi
}

# Scripts in an environment name the folder they were made in, so a moved one serves no more.
if [ -s "$ready" ] && [ "$(cat "$ready")" != "$(pwd -P)" ]; then
    rm -rf "$environment"
fi

if ! { [ -x "$environment/bin/python" ] && new_enough "$environment/bin/python" \
    && "$environment/bin/python" -m pip --version >/dev/null 2>&1; }; then
    if ! python=$(find_python); then
        explain_python
        exit 1
    fi
    if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        explain_venv "$python"
        exit 1
    fi
    # Before anything large is fetched: a machine without Qt's libraries is told so at once.
    "$python" packaging/setup/system_libraries.py
    say "Making the environment in $environment with $("$python" --version) …"
    rm -rf "$environment"
    "$python" -m venv "$environment"
fi

say "Fetching what NetDesk needs (about 100 MB the first time) …"
rm -f "$ready"
"$environment/bin/python" -m pip install -qq --no-input --editable '.[dev]'
pwd -P >"$ready"
