"""Runs the generators of this folder, which write values/: all of them, or those that are named.

    /usr/bin/python3 internal/conformance/python/regenerate.py [--check] [NAME ...]

Run on Debian 12 with its own Python (`apt-get install -y python3-torch python3-sklearn r-cran-mlbench r-base-core`): PyTorch 1.13.1 and scikit-learn
1.2.1. With --check nothing stays changed; it says where the new values differ from the committed ones by more than they
may (random streams, splits, texts and integers not at all, other numbers by 2e-6 of the largest of their list, which
vectorised code of another processor may give), and then exits with 1.
"""

import argparse
import json
import math
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
VALUES = HERE.parent / "values"
EXACT = ("random", "sklearn-data")


def generators():
    return {path.stem: path for path in sorted(HERE.glob("*.py")) if path.name != pathlib.Path(__file__).name}


def differences(where, old, new, exact):
    """The places in which two JSON values differ."""
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() == new.keys():
        for key in old:
            yield from differences(f"{where}.{key}", old[key], new[key], exact)
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        numbers = [x for x in old if isinstance(x, float) and math.isfinite(x)]
        allowed = 0 if exact else 2e-6 * max(map(abs, numbers), default=0)
        for i, (a, b) in enumerate(zip(old, new)):
            if not (is_number(a) and is_number(b) and abs(a - b) <= allowed):
                yield from differences(f"{where}[{i}]", a, b, exact)
    elif is_number(old) and is_number(new) and (isinstance(old, float) or isinstance(new, float)) and not exact:
        if abs(old - new) > 2e-6 * abs(old):
            yield f"{where}: {old} is now {new}"
    elif old != new:
        yield f"{where}: {str(old)[:60]} is now {str(new)[:60]}"


def restore(before):
    """Brings every file back that is not as it was."""
    for path in VALUES.rglob("*.json"):
        if not (before / path.relative_to(VALUES)).exists():
            path.unlink()
    for path in before.rglob("*.json"):
        own = VALUES / path.relative_to(before)
        if not own.exists() or own.read_bytes() != path.read_bytes():
            own.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, own)


def is_number(x):
    return isinstance(x, (int, float)) and not isinstance(x, bool)


def main():
    known = generators()
    parser = argparse.ArgumentParser(description="Writes the reference values.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"some of: {', '.join(known)}")
    parser.add_argument("--check", action="store_true", help="compare with the committed values, and change nothing")
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in known]
    if unknown:
        parser.error(f"no generator is called {', '.join(unknown)}; there are {', '.join(known)}")
    before = None
    if options.check:
        before = pathlib.Path(tempfile.mkdtemp()) / "values"
        shutil.copytree(VALUES, before)
    found = []
    try:
        for name in options.names or known:
            print(f"-- {name}", flush=True)
            subprocess.run([sys.executable, known[name]], check=True)
        if before is not None:
            for path in sorted(before.rglob("*.json")):
                part = path.relative_to(before)
                if not (VALUES / part).exists():
                    found.append(f"{part}: no longer written")
                    continue
                old, new = json.loads(path.read_text()), json.loads((VALUES / part).read_text())
                found.extend(f"{part}{place}" for place in differences("", old, new, part.parts[0] in EXACT))
    finally:
        if before is not None:
            restore(before)
            shutil.rmtree(before.parent)
    for line in found[:50]:
        print(line)
    if before is not None:
        print(f"{len(found)} differences")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
