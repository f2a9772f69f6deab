# Makes .venv from a hashed requirements file; sourced by ./try and ./check.
#
# uv is used when it is on PATH, in .uv, or can be put into .uv; else venv and pip do the same.
# Every package is checked against the hashes in the requirements file, the build backend and
# uv itself included.

say() {
    printf '%s\n' "$*" >&2
}

fail() {
    say "$*"
    exit 1
}

is_311() {
    # Version managers leave commands on PATH that only print an error, so each one is run.
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

has_venv() {
    "$1" -c 'import ensurepip, venv' >/dev/null 2>&1
}

find_python() {
    # Sets python to a Python that is new enough, or leaves it empty.
    # One that can make a venv with pip goes before one that cannot.
    python=
    for name in python3.13 python3.12 python3.11 python3 python3.14 python; do
        is_311 "$name" || continue
        if has_venv "$name"; then
            python=$name
            return 0
        fi
        [ -n "$python" ] || python=$name
    done
}

refuse_without_python() {
    found=$(python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || found=
    if [ -n "$found" ]; then
        fail "Shieldmap needs Python 3.11 or newer, but python3 here is $found; install a newer one."
    fi
    fail "Shieldmap needs Python 3.11 or newer, but there is no python3 here; on Debian: apt-get install python3 python3-venv"
}

find_uv() {
    # Sets uv, or leaves it empty where uv cannot be had.
    uv=
    if uv --version >/dev/null 2>&1; then
        uv=uv
    elif .uv/bin/uv --version >/dev/null 2>&1; then
        uv=.uv/bin/uv
    elif has_venv "$python"; then
        # uv gets a folder of its own: in .venv it would be one of the packages it manages.
        if rm -rf .uv && "$python" -m venv .uv >/dev/null 2>&1 &&
            .uv/bin/python -m pip install -q --disable-pip-version-check \
                --require-hashes -r requirements-uv.txt >/dev/null 2>&1; then
            uv=.uv/bin/uv
        fi
    fi
}

install_with_uv() {
    if ! is_311 .venv/bin/python; then
        rm -rf .venv
        # Where no Python is new enough, uv may be able to bring one.
        "$uv" venv -q --python "${python:-3.13}" .venv || return 1
    fi
    "$uv" pip install -q --python .venv --compile-bytecode --require-hashes -r "$1" || return 1
    "$uv" pip install -q --python .venv --no-deps --no-build-isolation -e .
}

install_with_pip() {
    [ -n "$python" ] || refuse_without_python
    if ! has_venv "$python"; then
        fail "Python's venv module is missing for $python; on Debian: apt-get install python3-venv"
    fi
    if ! is_311 .venv/bin/python || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
        "$python" -m venv --clear .venv || return 1
    fi
    .venv/bin/python -m pip install -q --disable-pip-version-check \
        --require-hashes -r "$1" || return 1
    .venv/bin/python -m pip install -q --disable-pip-version-check \
        --no-deps --no-build-isolation -e .
}

stamp_of() {
    # The folder counts too: an environment that was moved has wrong paths in its scripts.
    { pwd && cat pyproject.toml "$1"; } | cksum
}

is_ready() {
    [ -f ".venv/stamp-$1" ] && [ "$(cat ".venv/stamp-$1")" = "$(stamp_of "$1")" ] &&
        is_311 .venv/bin/python
}

prepare() {
    # prepare REQUIREMENTS: makes .venv in the current folder, or returns at once if it is ready.
    is_ready "$1" && return 0
    find_python
    find_uv
    [ -n "$python$uv" ] || refuse_without_python
    say "Making the environment in .venv from $1 ..."
    # Removed first, so that an interrupted installation never looks finished.
    rm -f .venv/stamp-*
    if [ -n "$uv" ] && install_with_uv "$1"; then
        :
    else
        [ -z "$uv" ] || say "uv could not do it; trying again with pip."
        install_with_pip "$1" || fail "The environment could not be made from $1; see above."
    fi
    stamp_of "$1" >".venv/stamp-$1"
    # The test file contains every line of the other one, at the same versions.
    if [ "$1" = requirements-test.txt ]; then
        stamp_of requirements.txt >.venv/stamp-requirements.txt
    fi
}
