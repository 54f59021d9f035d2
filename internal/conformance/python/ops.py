"""Writes values/ops/*.json: what PyTorch 1.13.1 says of every operation, forward and gradient.

Run with Debian 12's own Python: /usr/bin/python3 internal/conformance/python/ops.py

A file is a list of cases, one a line:
  op    what to run (our name for it), a what it is called with besides tensors
  in    the tensors: t dtype, s shape, v values (or n, m, d: arange(n) % m / d), w views to take of it, one after the other
  out   the results: t, s, v
  g     the gradients given to the float results (in order); gin those expected for the inputs (null: not connected)
Floats are written with just the digits that tell them apart in their dtype; nan, inf, -inf and -0 are strings.
PyTorch's int64 results are called i32, since Kindling's integers are 32 bits wide.
"""

import os
import warnings

# Float32 functions depend on the instruction set; AVX2 is what PyTorch's builds use where it is there.
os.environ.setdefault("ATEN_CPU_CAPABILITY", "avx2")

import torch  # noqa: E402

from torch_ops import binary, composed, elementwise, options, printing, products, reductions, structure, windows  # noqa: E402

if __name__ == "__main__":
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    # All draw from one stream, so that the order matters.
    elementwise.elementwise()
    elementwise.activations()
    binary.binaries()
    reductions.reductions()
    reductions.choices()
    products.products()
    structure.indexing()
    structure.shaping()
    structure.creation()
    printing.printing()
    windows.windows()
    options.options()
    composed.composed()
