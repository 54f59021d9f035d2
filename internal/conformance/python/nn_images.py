"""Writes values/nn/image-layers.json, calls.json and cnn.json: layers for images, and functions and losses of several tensors, in PyTorch 1.13.1.

Run on Debian 12: /usr/bin/python3 internal/conformance/python/nn_images.py
"""
from nn import EDGES, NARROW, NUMBERS, layer, packed, run_layer, write  # noqa: I001, before torch: it chooses the instruction set

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

LAYERS += [
    layer("Conv2d", [2, 3, 3, {"padding": "same", "paddingMode": "reflect", "dilation": [1, 2]}],
          lambda: nn.Conv2d(2, 3, 3, padding="same", padding_mode="reflect", dilation=(1, 2)), [1, 2, 5, 4]),
    layer("Conv2d", [2, 2, [2, 3], {"padding": [1, 2], "paddingMode": "replicate", "stride": 2, "groups": 2}],
          lambda: nn.Conv2d(2, 2, (2, 3), padding=(1, 2), padding_mode="replicate", stride=2, groups=2), [2, 4, 3]),
    layer("Conv2d", [1, 2, 2, {"padding": "same", "paddingMode": "circular"}],
          lambda: nn.Conv2d(1, 2, 2, padding="same", padding_mode="circular"), [1, 1, 3, 4]),
    layer("Conv2d", [1, 2, 2, {"padding": "valid", "paddingMode": "reflect", "bias": False}],
          lambda: nn.Conv2d(1, 2, 2, padding="valid", padding_mode="reflect", bias=False), [1, 1, 3, 4]),
    layer("Conv1d", [2, 3, 3, {"padding": 1}], lambda: nn.Conv1d(2, 3, 3, padding=1), [2, 2, 6]),
    layer("Conv1d", [4, 2, 2, {"padding": "same", "dilation": 3, "groups": 2, "bias": False}],
          lambda: nn.Conv1d(4, 2, 2, padding="same", dilation=3, groups=2, bias=False), [4, 5]),
    layer("Conv1d", [1, 2, 3, {"padding": 2, "stride": 2, "paddingMode": "reflect"}],
          lambda: nn.Conv1d(1, 2, 3, padding=2, stride=2, padding_mode="reflect"), [2, 1, 5]),
    layer("ConvTranspose2d", [3, 2, 3], lambda: nn.ConvTranspose2d(3, 2, 3), [2, 3, 3, 2]),
    layer("ConvTranspose2d", [2, 4, [2, 3], {"stride": [2, 3], "padding": [0, 1], "outputPadding": [1, 2], "groups": 2}],
          lambda: nn.ConvTranspose2d(2, 4, (2, 3), (2, 3), (0, 1), (1, 2), groups=2), [1, 2, 2, 3]),
    layer("ConvTranspose2d", [2, 1, 2, {"dilation": 2, "bias": False}], lambda: nn.ConvTranspose2d(2, 1, 2, dilation=2, bias=False), [2, 3, 3]),
    layer("Upsample", [{"scaleFactor": 2}], lambda: nn.Upsample(scale_factor=2), [2, 2, 2, 3]),
    layer("Upsample", [{"size": [5, 2]}], lambda: nn.Upsample(size=(5, 2)), [1, 2, 3, 4]),
    layer("Upsample", [{"scaleFactor": [1.5, 0.7]}], lambda: nn.Upsample(scale_factor=(1.5, 0.7)), [1, 2, 3, 5]),
    layer("Upsample", [{"scaleFactor": 2, "mode": "bilinear"}], lambda: nn.Upsample(scale_factor=2, mode="bilinear"), [2, 2, 2, 3]),
    layer("Upsample", [{"size": [4, 5], "mode": "bilinear", "alignCorners": True}],
          lambda: nn.Upsample(size=(4, 5), mode="bilinear", align_corners=True), [1, 2, 3, 3]),
    layer("Upsample", [{"size": 3, "mode": "bilinear"}], lambda: nn.Upsample(size=3, mode="bilinear"), [1, 1, 5, 2]),
    layer("Upsample", [{"scaleFactor": 1.6, "mode": "bilinear"}], lambda: nn.Upsample(scale_factor=1.6, mode="bilinear"), [1, 1, 4, 3]),
    layer("ConvTranspose2d", [1, 2, 2, {"padding": 1, "dilation": [3, 2], "outputPadding": [2, 1]}],
          lambda: nn.ConvTranspose2d(1, 2, 2, 1, 1, (2, 1), dilation=(3, 2)), [1, 1, 3, 2]),
    layer("ConvTranspose2d", [2, 2, [2, 1], {"stride": 2, "dilation": 4, "outputPadding": [3, 1], "groups": 2}],
          lambda: nn.ConvTranspose2d(2, 2, (2, 1), 2, 0, (3, 1), groups=2, dilation=4), [2, 2, 1, 2]),
]


# ---- Functions and losses of several tensors -------------------------------------------------------------------------

def calls():
    torch.manual_seed(17)
    x, y, z = torch.randn(4, 3), torch.randn(4, 3), torch.randn(4, 3)
    y[1] = x[1]
    signs = torch.tensor([1.0, -1.0, 1.0, -1.0])
    distances, marks = torch.rand(4, 3) * 2, torch.randint(0, 2, (4, 3)) * 2.0 - 1
    classes, weight = torch.tensor([2, 0, 1, 2]), torch.rand(3) + 0.5
    images = torch.randint(0, 4, (2, 2, 5, 4)).float() + torch.rand(2, 2, 5, 4) / 8
    results = []

    def call(of, name, args, theirs, *inputs):
        """`theirs` makes a function, or a module where `of` is that; `args` are ours behind the tensors, or of the constructor."""
        result = {"of": of, "name": name, "args": args, "inputs": [], "runs": {}}
        for i in inputs:
            result["inputs"].append({**packed(i), "int": not i.is_floating_point()})
        for dtype in (torch.float32, torch.float64):
            torch.manual_seed(5)
            made = theirs(dtype)
            leaves = [i.to(dtype).clone().requires_grad_() if i.is_floating_point() else i for i in inputs]
            parameters = {}
            if of == "module":
                result["repr"] = repr(made)
                made = made.to(dtype)
                result["state"] = {key: packed(value.float()) for key, value in made.state_dict().items()}
                parameters = dict(made.named_parameters())
            outputs = made(*leaves)
            outputs = outputs if isinstance(outputs, tuple) else (outputs,)
            torch.manual_seed(9)
            factor = torch.randn(outputs[0].shape)
            (outputs[0] * factor.to(dtype)).sum().backward()
            result["factor"] = packed(factor)
            result["runs"][str(dtype)[6:]] = {
                "outputs": [packed(o) for o in outputs],
                "gradients": [None if not leaf.is_floating_point() or leaf.grad is None else packed(leaf.grad) for leaf in leaves],
                "parameters": {key: packed(p.grad) for key, p in parameters.items()},
            }
        results.append(result)

    for r in ("none", "mean", "sum"):
        o = {"reduction": r}
        call("module", "HingeEmbeddingLoss", [o], lambda d: nn.HingeEmbeddingLoss(reduction=r), distances, marks)
        call("module", "MarginRankingLoss", [{**o, "margin": 0.5}], lambda d: nn.MarginRankingLoss(0.5, reduction=r), x, y, marks)
        call("module", "CosineEmbeddingLoss", [o], lambda d: nn.CosineEmbeddingLoss(reduction=r), x, y, signs)
        call("module", "TripletMarginLoss", [o], lambda d: nn.TripletMarginLoss(reduction=r), x, y, z)
        call("module", "MultiMarginLoss", [o], lambda d: nn.MultiMarginLoss(reduction=r), x, classes)
        call("functional", "sigmoidFocalLoss", [o], lambda d: lambda a, b: focal(a, b, 0.25, 2, r), x, torch.rand(4, 3))
    call("module", "HingeEmbeddingLoss", [{"margin": 0.3}], lambda d: nn.HingeEmbeddingLoss(0.3), distances, marks)
    call("module", "CosineEmbeddingLoss", [{"margin": 0.4}], lambda d: nn.CosineEmbeddingLoss(0.4), x[0], z[0], signs[1])
    call("module", "TripletMarginLoss", [{"margin": 0.5, "p": 1, "swap": True}], lambda d: nn.TripletMarginLoss(0.5, p=1, swap=True), x, y, z)
    call("module", "MultiMarginLoss", [{"p": 2, "margin": 0.5}], lambda d: nn.MultiMarginLoss(2, 0.5), x, classes)
    call("functional", "multiMarginLoss", [{"weight": packed(weight)}], lambda d: lambda a, t: F.multi_margin_loss(a, t, weight=weight.to(d)), x, classes)
    call("functional", "sigmoidFocalLoss", [{"alpha": -1, "gamma": 1.5}], lambda d: lambda a, b: focal(a, b, -1, 1.5, "none"), x, torch.rand(4, 3))
    call("functional", "normalize", [], lambda d: F.normalize, x)
    call("functional", "normalize", [{"p": 1, "dim": 0}], lambda d: lambda a: F.normalize(a, 1.0, 0), x)
    call("functional", "cosineSimilarity", [], lambda d: F.cosine_similarity, x, z)
    call("functional", "cosineSimilarity", [{"dim": 0, "eps": 3}], lambda d: lambda a, b: F.cosine_similarity(a, b, 0, 3.0), x, z[:1])
    call("functional", "pairwiseDistance", [], lambda d: F.pairwise_distance, x, y)
    call("functional", "pairwiseDistance", [{"p": 3, "keepdim": True}], lambda d: lambda a, b: F.pairwise_distance(a, b, 3.0, keepdim=True), x, z)
    call("module", "Bilinear", [3, 2, 4], lambda d: nn.Bilinear(3, 2, 4), x, torch.randn(4, 2))
    call("module", "Bilinear", [3, 2, 1, {"bias": False}], lambda d: nn.Bilinear(3, 2, 1, bias=False), torch.randn(2, 2, 3), torch.randn(2, 2, 2))
    call("functional", "maxPool2d", [2, {"returnIndices": True}], lambda d: lambda a: F.max_pool2d(a, 2, return_indices=True), images)
    call("functional", "maxPool2d", [3, {"stride": 2, "padding": 1, "ceilMode": True, "returnIndices": True}],
         lambda d: lambda a: F.max_pool2d(a, 3, 2, 1, ceil_mode=True, return_indices=True), images)
    call("functional", "maxPool1d", [2, {"stride": 1, "returnIndices": True}],
         lambda d: lambda a: F.max_pool1d(a, 2, 1, return_indices=True), images[0])
    call("functional", "adaptiveMaxPool2d", [[2, 3], {"returnIndices": True}],
         lambda d: lambda a: F.adaptive_max_pool2d(a, (2, 3), return_indices=True), images)
    return results


def focal(inputs, targets, alpha, gamma, reduction):
    """torchvision 0.14.1's sigmoid_focal_loss, which is these lines."""
    p = torch.sigmoid(inputs)
    ce = F.binary_cross_entropy_with_logits(inputs, targets, reduction="none")
    p_t = p * targets + (1 - p) * (1 - targets)
    loss = ce * ((1 - p_t) ** gamma)
    if alpha >= 0:
        loss = (alpha * targets + (1 - alpha) * (1 - targets)) * loss
    return {"none": loss, "mean": loss.mean(), "sum": loss.sum()}[reduction]


# ---- A small network, as its state dict is saved -----------------------------------------------------------------------

def cnn():
    torch.manual_seed(8)
    model = nn.Sequential(
        nn.Conv2d(1, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(4, 6, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(2), nn.Flatten(), nn.Linear(24, 3),
    )
    x = torch.randn(4, 1, 10, 12)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9)
    losses = []
    initial = {key: packed(value) for key, value in model.state_dict().items()}
    for _ in range(5):
        optimizer.zero_grad()
        loss = F.cross_entropy(model(x), torch.tensor([0, 1, 2, 1]))
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    state = {key: packed(value) for key, value in model.state_dict().items()}
    return {"repr": repr(model), "images": packed(x), "initial": initial, "losses": losses, "state": state, "output": packed(model.eval()(x))}


if __name__ == "__main__":
    write("image-layers", [run_layer(spec, 500 + i) for i, spec in enumerate(LAYERS)])
    write("calls", calls())
    write("cnn", cnn())
