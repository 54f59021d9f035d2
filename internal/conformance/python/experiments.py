"""What the PyTorch scripts print that a training session exports; its test writes them to `experiments/`."""

import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
VALUES = HERE.parent / "values" / "train" / "experiments.json"


def printed(path):
    run = subprocess.run([sys.executable, path], check=True, capture_output=True, text=True)
    return run.stdout.splitlines()


if __name__ == "__main__":
    lines = {path.stem: printed(path) for path in sorted((HERE / "experiments").glob("*.py"))}
    VALUES.write_text(json.dumps(lines, indent=1) + "\n")
