"""Writes digits/train and digits/test: the handwritten threes and eights of scikit-learn's bundled UCI digits as grey PNGs of 8 x 8 pixels.

Run on Debian 12 (python3-sklearn, python3-pil): /usr/bin/python3 packages/data/scripts/generate-digits.py
"""
import pathlib
import shutil

import numpy as np
from PIL import Image
from sklearn.datasets import load_digits

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "digits"
digits = load_digits()
for part in ("train", "test"):
    shutil.rmtree(FOLDER / part, ignore_errors=True)
for digit in (3, 8):
    for order, number in enumerate(np.flatnonzero(digits.target == digit)):
        # Every fourth is for the test. The scan has 17 levels of ink.
        folder = FOLDER / ("test" if order % 4 == 3 else "train") / str(digit)
        folder.mkdir(parents=True, exist_ok=True)
        pixels = np.rint(digits.images[number] * 255 / 16).astype("uint8")
        Image.fromarray(pixels).save(folder / f"{number:04}.png", optimize=True)
