"""Which kernels PyTorch's OpenBLAS takes: those of this processor, also where it is newer than the library."""

import ctypes
import os
import sys


def chosen():
    """The processor whose kernels OpenBLAS chose; None where there is no OpenBLAS."""
    try:
        corename = ctypes.CDLL("libopenblas.so.0").openblas_get_corename
    except (OSError, AttributeError):
        return None
    corename.restype = ctypes.c_char_p
    return corename().decode()


def begin_with_the_best():
    """Where OpenBLAS does not know the processor it takes its oldest kernels; this process then begins anew with better ones."""
    if chosen() != "Prescott" or "OPENBLAS_CORETYPE" in os.environ:
        return
    try:
        with open("/proc/cpuinfo") as info:
            features = set(info.read().split())
    except OSError:
        return
    if "avx2" in features:
        best = "SkylakeX" if {"avx512f", "avx512vl", "avx512dq"} <= features else "Haswell"
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "OPENBLAS_CORETYPE": best})
