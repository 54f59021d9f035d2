"""Writes values/nn/image-layers.json, calls.json and cnn.json: layers for images, and functions and losses of several tensors, in PyTorch 1.13.1.

Run on Debian 12: /usr/bin/python3 internal/conformance/python/nn_images.py
"""
from nn import EDGES, NARROW, NUMBERS, layer, numbers, packed, run_layer, write  # noqa: I001, before torch: it chooses the instruction set

import torch
from torch import nn
from torch.nn import functional as F

LAYERS = [
    layer("BatchNorm2d", [3], lambda: nn.BatchNorm2d(3), [4, 3, 2, 3], [2, 3, 3, 3]),
    layer("BatchNorm2d", [3], lambda: nn.BatchNorm2d(3), [2, 3, 2, 3], train=False),
    layer("BatchNorm2d", [2, {"eps": 0.1, "momentum": None}], lambda: nn.BatchNorm2d(2, eps=0.1, momentum=None), [2, 2, 3, 2], [3, 2, 2, 2]),
    layer("BatchNorm2d", [2, {"affine": False, "trackRunningStats": False}],
          lambda: nn.BatchNorm2d(2, affine=False, track_running_stats=False), [2, 2, 3, 2], train=False),
    layer("GroupNorm", [2, 6], lambda: nn.GroupNorm(2, 6), [2, 6, 2, 3]),
    layer("GroupNorm", [3, 3, {"eps": 0.1, "affine": False}], lambda: nn.GroupNorm(3, 3, eps=0.1, affine=False), [4, 3, 5]),
    layer("GroupNorm", [1, 4], lambda: nn.GroupNorm(1, 4), [3, 4]),
    layer("InstanceNorm2d", [3], lambda: nn.InstanceNorm2d(3), [2, 3, 4, 3]),
    layer("InstanceNorm2d", [2], lambda: nn.InstanceNorm2d(2), [2, 3, 3], train=False),
    layer("InstanceNorm2d", [2, {"affine": True, "trackRunningStats": True}],
          lambda: nn.InstanceNorm2d(2, affine=True, track_running_stats=True), [3, 2, 2, 3], [2, 2, 3, 3]),
    layer("InstanceNorm2d", [2, {"eps": 0.1, "momentum": 0.3, "trackRunningStats": True}],
          lambda: nn.InstanceNorm2d(2, eps=0.1, momentum=0.3, track_running_stats=True), [3, 2, 2, 3], train=False),
    layer("MaxPool2d", [3, {"stride": 2, "ceilMode": True}], lambda: nn.MaxPool2d(3, 2, ceil_mode=True), [2, 2, 6, 7]),
    layer("MaxPool2d", [2, {"padding": 1, "ceilMode": True}], lambda: nn.MaxPool2d(2, padding=1, ceil_mode=True), [1, 5, 4]),
    layer("MaxPool1d", [2], lambda: nn.MaxPool1d(2), [2, 3, 7]),
    layer("MaxPool1d", [3, {"stride": 2, "padding": 1, "dilation": 2, "ceilMode": True}],
          lambda: nn.MaxPool1d(3, 2, 1, 2, ceil_mode=True), [2, 8]),
    layer("AvgPool2d", [3, {"stride": 2, "padding": 1, "ceilMode": True}], lambda: nn.AvgPool2d(3, 2, 1, ceil_mode=True), [2, 2, 6, 5]),
    layer("AvgPool2d", [3, {"stride": 2, "padding": 1, "ceilMode": True, "countIncludePad": False}],
          lambda: nn.AvgPool2d(3, 2, 1, ceil_mode=True, count_include_pad=False), [2, 2, 6, 5]),
    layer("AvgPool2d", [[2, 3], {"divisorOverride": 5}], lambda: nn.AvgPool2d((2, 3), divisor_override=5), [1, 5, 7]),
    layer("AvgPool1d", [3, {"stride": 2, "padding": 1, "ceilMode": True}], lambda: nn.AvgPool1d(3, 2, 1, ceil_mode=True), [2, 2, 6]),
    layer("AvgPool1d", [2, {"padding": 1, "countIncludePad": False}], lambda: nn.AvgPool1d(2, padding=1, count_include_pad=False), [2, 5]),
    layer("AdaptiveAvgPool2d", [1], lambda: nn.AdaptiveAvgPool2d(1), [2, 3, 5, 4]),
    layer("AdaptiveAvgPool2d", [[3, None]], lambda: nn.AdaptiveAvgPool2d((3, None)), [2, 7, 4]),
    layer("AdaptiveAvgPool2d", [[3, 4]], lambda: nn.AdaptiveAvgPool2d((3, 4)), [1, 2, 5, 3]),
    layer("AdaptiveMaxPool2d", [2], lambda: nn.AdaptiveMaxPool2d(2), [2, 3, 5, 4]),
    layer("AdaptiveMaxPool2d", [[None, 3]], lambda: nn.AdaptiveMaxPool2d((None, 3)), [2, 3, 7]),
    layer("Dropout2d", [], lambda: nn.Dropout2d(), [4, 5, 2, 1]),
    layer("Dropout2d", [0.2], lambda: nn.Dropout2d(0.2), [3, 4, 3]),
    layer("Dropout2d", [1], lambda: nn.Dropout2d(1.0), [2, 2, 1, 2]),
    layer("AlphaDropout", [], lambda: nn.AlphaDropout(), [6, 5]),
    layer("AlphaDropout", [0.2], lambda: nn.AlphaDropout(0.2), [4, 7]),
    layer("AlphaDropout", [1], lambda: nn.AlphaDropout(1.0), [3, 3]),
    layer("GLU", [], lambda: nn.GLU(), [3, 4]),
    layer("GLU", [1], lambda: nn.GLU(1), [2, 4, 3]),
    layer("Softmin", [1], lambda: nn.Softmin(1), [3, 4]),
]
for _name, _args, _make, _edges in [
    ("CELU", [], nn.CELU, NUMBERS),
    ("CELU", [0.5], lambda: nn.CELU(0.5), NUMBERS),
    ("Threshold", [0.5, 20], lambda: nn.Threshold(0.5, 20), EDGES),
    ("Hardshrink", [], nn.Hardshrink, NARROW),
    ("Hardshrink", [1], lambda: nn.Hardshrink(1.0), NARROW),
    ("Softshrink", [], nn.Softshrink, NARROW),
    ("Softshrink", [1], lambda: nn.Softshrink(1.0), NARROW),
    ("Tanhshrink", [], nn.Tanhshrink, NARROW),
]:
    LAYERS += [layer(_name, _args, _make, [3, 4]), layer(_name, _args, _make, [len(_edges)], edges=_edges)]


if __name__ == "__main__":
    write("image-layers", [run_layer(spec, 500 + i) for i, spec in enumerate(LAYERS)])
