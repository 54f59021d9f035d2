"""Writes src/datasets/breast-cancer-rows.ts and votes-rows.ts: two of UCI's tables, from the copies in scikit-learn and in R's mlbench.

Usage, on Debian: apt-get install python3-sklearn r-base-core r-cran-mlbench; /usr/bin/python3 scripts/generate-tables.py
"""
import base64
import csv
import pathlib
import subprocess

import sklearn.datasets

OUT = pathlib.Path(__file__).resolve().parent.parent / "src" / "datasets"
LICENCE = "under CC BY 4.0, https://creativecommons.org/licenses/by/4.0/."


def breast_cancer():
    folder = pathlib.Path(sklearn.datasets.__file__).parent / "data"
    with open(folder / "breast_cancer.csv", encoding="ascii") as file:
        rows = list(csv.reader(file))[1:]
    assert len(rows) == 569 and all(len(row) == 31 for row in rows)
    columns = list(zip(*rows))
    parts = []
    for column in columns[:30]:
        digits = max(len(text.partition(".")[2]) for text in column)
        whole = [round(float(text) * 10**digits) for text in column]
        size = 2 if max(whole) < 65536 else 3
        data = b"".join(value.to_bytes(size, "little") for value in whole)
        assert [value / 10**digits for value in whole] == [float(text) for text in column]
        parts.append(f"{digits}{size}{base64.b64encode(data).decode()}")
    labels = "".join("MB"[int(text)] for text in columns[30])
    text = "\n".join([labels, *parts])
    (OUT / "breast-cancer-rows.ts").write_text(
        "// Written by scripts/generate-tables.py. Breast Cancer Wisconsin (Diagnostic), UCI's 569 rows in UCI's order.\n"
        "// Source: W. Wolberg, O. Mangasarian, N. Street and W. Street (1993), UCI Machine Learning Repository,\n"
        f"// https://doi.org/10.24432/C5DW2B, {LICENCE}\n"
        "// Changed in form only: the labels, then a column a line: its number of decimals, the bytes of a value, and the values as\n"
        "// little-endian integers in base64.\n"
        f"export const BREAST_CANCER_ROWS = `\\\n{text}`;\n"
    )


def votes():
    program = "library(mlbench); data(HouseVotes84); write.csv(HouseVotes84, row.names = FALSE, na = '?', quote = FALSE)"
    text = subprocess.run(["Rscript", "-e", program], capture_output=True, text=True, check=True).stdout
    rows = list(csv.reader(text.splitlines()))[1:]
    assert len(rows) == 435 and all(len(row) == 17 for row in rows)
    lines = ["".join([row[0][0], *row[1:]]) for row in rows]
    text = "\n".join(" ".join(lines[i : i + 6]) for i in range(0, len(lines), 6))
    (OUT / "votes-rows.ts").write_text(
        "// Written by scripts/generate-tables.py. Congressional Voting Records, UCI's 435 rows in UCI's order.\n"
        "// Source: Congressional Quarterly Almanac (1985), donated by J. Schlimmer (1987), UCI Machine Learning Repository,\n"
        f"// https://doi.org/10.24432/C5C01P, {LICENCE}\n"
        "// Changed in form only: a word is a member's party, d or r, and sixteen votes, y, n or ? where none is known.\n"
        f"export const VOTES_ROWS = `\\\n{text}`;\n"
    )


if __name__ == "__main__":
    breast_cancer()
    votes()
