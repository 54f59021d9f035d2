"""Writes values/nn/*.json: what PyTorch 1.13.1 makes of modules, layers, losses, inits and the blobs network.

Run on Debian 12: /usr/bin/python3 internal/conformance/python/nn.py
"""
import json
import os
import pathlib

# Float32 normals depend on the instruction set; AVX2 is what PyTorch's builds use where it is there.
os.environ["ATEN_CPU_CAPABILITY"] = "avx2"

import torch  # noqa: E402
from torch import nn  # noqa: E402

OUT = pathlib.Path(__file__).resolve().parent.parent / "values" / "nn"
torch.set_num_threads(1)


def number(x, digits):
    if x != x or x in (float("inf"), float("-inf")):
        return {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}[str(x)]
    return float(f"{x:.{digits}g}")


def numbers(values):
    """A list of JSON numbers that read back to the very same values; what JSON lacks is written as JavaScript does."""
    flat = values.detach().reshape(-1)
    return [number(x, 9 if flat.dtype == torch.float32 else 17) for x in flat.tolist()]


def packed(values):
    return {"shape": list(values.shape), "values": numbers(values)}


def write(name, content):
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / f"{name}.json").write_text(json.dumps(content, separators=(",", ":"), allow_nan=False) + "\n")


# ---- The blobs network -----------------------------------------------------------------------------------------------

def blobs(seed, n):
    torch.manual_seed(seed)
    a, b = torch.randn(n // 2, 1), torch.randn(n // 2, 1) + 5
    x = torch.vstack([torch.hstack([a, b]), torch.hstack([b, a])])
    y = torch.vstack([torch.ones(n // 2, 1), torch.zeros(n // 2, 1)])
    model = nn.Sequential(nn.Linear(2, 100), nn.Sigmoid(), nn.Linear(100, 1), nn.Sigmoid())
    weight = model[0].weight
    fresh = numbers(weight)
    state = torch.get_rng_state()
    model(torch.randn(5, 2))
    sample = numbers(model(torch.randn(5, 2)))
    torch.set_rng_state(state)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    criterion = nn.BCELoss()
    result = {"seed": seed, "n": n, "weight": fresh, "sample": sample, "loss": [], "gradient": [], "update": []}
    for _ in range(100):
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        before = weight.detach().clone()
        optimizer.step()
        result["loss"].append(loss.item())
        result["gradient"].append(weight.grad.abs().sum().item())
        result["update"].append((weight.detach() - before).abs().sum().item())
    p = model(x)
    result["meanPrediction"] = {"class1": p[: n // 2].mean().item(), "class0": p[n // 2 :].mean().item()}
    return result


# ---- Layers ----------------------------------------------------------------------------------------------------------

EDGES = [0.0, -0.0, 0.5, -0.5, 1.0, -1.0, 3.0, -3.0, 6.0, -6.0, 1e-4, -1e-4, 20.5, -20.5, 100.0, -100.0,
         float("inf"), float("-inf"), float("nan")]
NUMBERS = [x for x in EDGES if x == x]
NARROW = [x for x in EDGES if abs(x) < 30]
# At 3, PyTorch's vector code and the scalar code behind it disagree.
NOT_3 = [x for x in NARROW if x != 3]


def layer(name, args, make, *inputs, index=False, train=True, edges=None):
    """A module of the given class and arguments, run on one input after the other."""
    return {"name": name, "args": args, "make": make, "inputs": inputs, "index": index, "train": train, "edges": edges}


LAYERS = [
    layer("Linear", [3, 5], lambda: nn.Linear(3, 5), [4, 3]),
    layer("Linear", [3, 5, {"bias": False}], lambda: nn.Linear(3, 5, bias=False), [4, 3]),
    layer("Linear", [3, 2], lambda: nn.Linear(3, 2), [3]),
    layer("Linear", [3, 2], lambda: nn.Linear(3, 2), [2, 4, 3]),
    layer("Linear", [1, 1], lambda: nn.Linear(1, 1), [1, 1]),
    layer("Linear", [3, 2], lambda: nn.Linear(3, 2), [0, 3]),
    layer("Linear", [17, 33], lambda: nn.Linear(17, 33), [5, 17]),
    layer("Identity", [], lambda: nn.Identity(), [2, 3]),
    layer("Flatten", [], lambda: nn.Flatten(), [2, 3, 4]),
    layer("Flatten", [0, 1], lambda: nn.Flatten(0, 1), [2, 3, 4]),
    layer("Unflatten", [1, [2, 5]], lambda: nn.Unflatten(1, (2, 5)), [3, 10]),
    layer("Unflatten", [-1, [2, -1, 3]], lambda: nn.Unflatten(-1, (2, -1, 3)), [2, 12]),
    layer("Dropout", [], lambda: nn.Dropout(), [6, 5]),
    layer("Dropout", [0.2], lambda: nn.Dropout(0.2), [4, 7]),
    layer("Dropout", [0], lambda: nn.Dropout(0.0), [3, 3]),
    layer("Dropout", [1], lambda: nn.Dropout(1.0), [3, 3]),
    layer("Dropout", [0.7], lambda: nn.Dropout(0.7), [3, 3], train=False),
    layer("LayerNorm", [6], lambda: nn.LayerNorm(6), [4, 6]),
    layer("LayerNorm", [[3, 4], {"eps": 0.01}], lambda: nn.LayerNorm([3, 4], eps=0.01), [2, 3, 4]),
    layer("LayerNorm", [[4], {"elementwiseAffine": False}], lambda: nn.LayerNorm(4, elementwise_affine=False), [2, 3, 4]),
    layer("BatchNorm1d", [3], lambda: nn.BatchNorm1d(3), [8, 3], [6, 3]),
    layer("BatchNorm1d", [3], lambda: nn.BatchNorm1d(3), [4, 3, 5]),
    layer("BatchNorm1d", [3], lambda: nn.BatchNorm1d(3), [8, 3], train=False),
    layer("BatchNorm1d", [3, {"eps": 0.1, "momentum": 0.3}], lambda: nn.BatchNorm1d(3, eps=0.1, momentum=0.3), [8, 3], [5, 3]),
    layer("BatchNorm1d", [3, {"momentum": None}], lambda: nn.BatchNorm1d(3, momentum=None), [8, 3], [5, 3], [4, 3]),
    layer("BatchNorm1d", [3, {"affine": False}], lambda: nn.BatchNorm1d(3, affine=False), [8, 3]),
    layer("BatchNorm1d", [3, {"trackRunningStats": False}], lambda: nn.BatchNorm1d(3, track_running_stats=False), [8, 3], train=False),
    layer("Embedding", [10, 3], lambda: nn.Embedding(10, 3), [2, 4], index=True),
    layer("Embedding", [10, 3, {"paddingIdx": 2}], lambda: nn.Embedding(10, 3, padding_idx=2), [3, 5], index=True),
    layer("Embedding", [10, 3, {"paddingIdx": -1}], lambda: nn.Embedding(10, 3, padding_idx=-1), [7], index=True),
    layer("Softmax", [1], lambda: nn.Softmax(1), [3, 4]),
    layer("Softmax", [0], lambda: nn.Softmax(0), [3, 4]),
    layer("LogSoftmax", [-1], lambda: nn.LogSoftmax(-1), [3, 4]),
    layer("PReLU", [], lambda: nn.PReLU(), [3, 4]),
    layer("PReLU", [{"numParameters": 4, "init": 0.1}], lambda: nn.PReLU(4, init=0.1), [3, 4]),
    layer("PReLU", [{"numParameters": 3}], lambda: nn.PReLU(3), [2, 3, 4]),
]
for _name, _args, _make, _edges in [
    ("ReLU", [], nn.ReLU, NUMBERS),
    ("Sigmoid", [], nn.Sigmoid, EDGES),
    ("Tanh", [], nn.Tanh, EDGES),
    ("SiLU", [], nn.SiLU, NARROW),
    ("GELU", [], nn.GELU, NARROW),
    ("GELU", [{"approximate": "tanh"}], lambda: nn.GELU(approximate="tanh"), NARROW),
    ("ELU", [], nn.ELU, NUMBERS),
    ("ELU", [0.5], lambda: nn.ELU(0.5), NUMBERS),
    ("SELU", [], nn.SELU, NUMBERS),
    ("LeakyReLU", [], nn.LeakyReLU, EDGES),
    ("LeakyReLU", [0.3], lambda: nn.LeakyReLU(0.3), EDGES),
    ("Softplus", [], nn.Softplus, EDGES),
    ("Softplus", [{"beta": 2, "threshold": 5}], lambda: nn.Softplus(2, 5), EDGES),
    ("LogSigmoid", [], nn.LogSigmoid, EDGES),
    ("Hardtanh", [], nn.Hardtanh, EDGES),
    ("Hardtanh", [-3, 0.5], lambda: nn.Hardtanh(-3.0, 0.5), EDGES),
    ("ReLU6", [], nn.ReLU6, EDGES),
    ("Hardsigmoid", [], nn.Hardsigmoid, NARROW),
    ("Hardswish", [], nn.Hardswish, NOT_3),
    ("Mish", [], nn.Mish, NARROW),
    ("Softsign", [], nn.Softsign, NARROW),
]:
    LAYERS += [layer(_name, _args, _make, [3, 4]), layer(_name, _args, _make, [len(_edges)], edges=_edges)]

# Behind the others, so that they keep their seeds.
LAYERS += [
    layer("Conv2d", [1, 2, 3, {"padding": 1}], lambda: nn.Conv2d(1, 2, 3, padding=1), [2, 1, 4, 3]),
    layer("Conv2d", [2, 3, [2, 1], {"stride": [1, 2], "bias": False}], lambda: nn.Conv2d(2, 3, (2, 1), (1, 2), bias=False), [1, 2, 3, 3]),
    layer("Conv2d", [2, 4, 2, {"padding": "same", "dilation": [1, 3], "groups": 2}],
          lambda: nn.Conv2d(2, 4, 2, padding="same", dilation=(1, 3), groups=2), [2, 3, 4]),
    layer("Unfold", [2, {"padding": [1, 0]}], lambda: nn.Unfold(2, padding=(1, 0)), [1, 2, 2, 3]),
    layer("Fold", [[3, 4], 2, {"stride": 2, "padding": [1, 0]}], lambda: nn.Fold((3, 4), 2, stride=2, padding=(1, 0)), [1, 4, 4]),
    layer("MaxPool2d", [2], lambda: nn.MaxPool2d(2), [2, 2, 4, 5]),
    layer("MaxPool2d", [[3, 2], {"stride": [2, 1], "padding": 1, "dilation": [1, 2]}],
          lambda: nn.MaxPool2d((3, 2), (2, 1), 1, (1, 2)), [2, 4, 3]),
    layer("AvgPool2d", [2], lambda: nn.AvgPool2d(2), [1, 2, 5, 4]),
    layer("AvgPool2d", [3, {"stride": [1, 2], "padding": [1, 0]}], lambda: nn.AvgPool2d(3, (1, 2), (1, 0)), [1, 3, 5]),
]


def run_layer(spec, seed):
    torch.manual_seed(seed)
    made = spec["make"]()
    after = numbers(torch.rand(3))
    result = {
        "name": spec["name"], "args": spec["args"], "seed": seed, "train": spec["train"], "repr": repr(made),
        "state": {key: packed(value) for key, value in made.state_dict().items()}, "after": after, "runs": {},
    }
    torch.manual_seed(seed + 1000)
    inputs = []
    for shape in spec["inputs"]:
        if spec["index"]:
            inputs.append(torch.randint(0, 10, shape))
        elif spec["edges"] is not None:
            inputs.append(torch.tensor(spec["edges"]))
        else:
            inputs.append(torch.randn(shape) * 2)
    shapes = [spec["make"]()(x.clone()).shape if x.numel() else torch.Size([*x.shape[:-1], 2]) for x in inputs]
    factors = [torch.randn(shape) for shape in shapes]
    result["inputs"] = [packed(x) for x in inputs]
    result["factors"] = [packed(x) for x in factors]
    for dtype in (torch.float32, torch.float64):
        torch.manual_seed(seed)
        module = spec["make"]().to(dtype).train(spec["train"])
        torch.manual_seed(seed + 2000)
        outputs, gradients = [], []
        for x, factor in zip(inputs, factors):
            module.zero_grad()
            leaf = x if spec["index"] else x.to(dtype).clone().requires_grad_()
            y = module(leaf)
            (y * factor.to(dtype)).sum().backward() if y.requires_grad else None
            outputs.append(packed(y))
            gradients.append({
                "input": None if spec["index"] else packed(leaf.grad),
                **{key: packed(p.grad) for key, p in module.named_parameters()},
            })
        buffers = {key: packed(value.to(dtype)) for key, value in module.named_buffers()}
        evaluated = packed(module.eval()(inputs[-1] if spec["index"] else inputs[-1].to(dtype)))
        result["runs"][str(dtype)[6:]] = {
            "outputs": outputs, "gradients": gradients, "buffers": buffers, "evaluated": evaluated,
        }
    return result


# ---- Losses ----------------------------------------------------------------------------------------------------------

def loss(name, options, make, inputs, target, grad_target=True):
    return {"name": name, "options": options, "make": make, "input": inputs, "target": target, "grad": grad_target}


def losses():
    torch.manual_seed(3)
    p = torch.rand(4, 3)
    p[0, 0], p[0, 1], p[1, 0], p[1, 1] = 0.0, 1.0, 1e-30, 1 - 2**-24
    hard = (torch.rand(4, 3) > 0.5).float()
    hard[0, 0], hard[0, 1] = 1.0, 0.0
    soft = torch.rand(4, 3)
    logits = torch.randn(4, 3) * 3
    logits[0, 0], logits[0, 1], logits[1, 1], logits[2, 2] = 200.0, -200.0, 0.0, 40.0
    x, y = torch.randn(4, 3) * 2, torch.randn(4, 3) * 2
    y[0, 0] = x[0, 0]
    x[1, 0], y[1, 0] = 1.5, 0.5
    weight = torch.rand(3) + 0.5
    pos = torch.rand(3) * 3
    signs = hard * 2 - 1
    classes = torch.tensor([2, 0, 1, 2])
    some = torch.tensor([2, -100, 1, -100])
    deep, deep_classes = torch.randn(2, 3, 4), torch.randint(0, 3, (2, 4))
    logp, q = torch.log_softmax(torch.randn(4, 3), 1), torch.softmax(torch.randn(4, 3), 1)
    q[0, 0] = 0.0
    w, pw = packed(weight), packed(pos)
    cases = []
    for r in ("none", "mean", "sum"):
        o = {"reduction": r}
        cases += [
            loss("BCELoss", o, lambda d, r=r: nn.BCELoss(reduction=r), p, hard),
            loss("BCELoss", o, lambda d, r=r: nn.BCELoss(reduction=r), p[2:], soft[2:]),
            loss("BCELoss", {**o, "weight": w}, lambda d, r=r: nn.BCELoss(weight.to(d), reduction=r), p[2:], soft[2:]),
            loss("BCEWithLogitsLoss", o, lambda d, r=r: nn.BCEWithLogitsLoss(reduction=r), logits, hard),
            loss("BCEWithLogitsLoss", o, lambda d, r=r: nn.BCEWithLogitsLoss(reduction=r), logits, soft),
            loss("BCEWithLogitsLoss", {**o, "weight": w}, lambda d, r=r: nn.BCEWithLogitsLoss(weight.to(d), reduction=r), logits, soft),
            loss("BCEWithLogitsLoss", {**o, "posWeight": pw}, lambda d, r=r: nn.BCEWithLogitsLoss(reduction=r, pos_weight=pos.to(d)), logits, soft),
            loss("BCEWithLogitsLoss", {**o, "weight": w, "posWeight": pw},
                 lambda d, r=r: nn.BCEWithLogitsLoss(weight.to(d), reduction=r, pos_weight=pos.to(d)), logits, hard),
            loss("MSELoss", o, lambda d, r=r: nn.MSELoss(reduction=r), x, y),
            loss("L1Loss", o, lambda d, r=r: nn.L1Loss(reduction=r), x, y),
            loss("SmoothL1Loss", o, lambda d, r=r: nn.SmoothL1Loss(reduction=r), x, y),
            loss("SmoothL1Loss", {**o, "beta": 0.3}, lambda d, r=r: nn.SmoothL1Loss(reduction=r, beta=0.3), x, y),
            loss("SmoothL1Loss", {**o, "beta": 0}, lambda d, r=r: nn.SmoothL1Loss(reduction=r, beta=0.0), x[1:], y[1:]),
            loss("HuberLoss", o, lambda d, r=r: nn.HuberLoss(reduction=r), x, y),
            loss("HuberLoss", {**o, "delta": 0.3}, lambda d, r=r: nn.HuberLoss(reduction=r, delta=0.3), x, y),
            loss("SoftMarginLoss", o, lambda d, r=r: nn.SoftMarginLoss(reduction=r), x, signs, False),
            loss("KLDivLoss", o, lambda d, r=r: nn.KLDivLoss(reduction=r), logp, q, False),
            loss("KLDivLoss", {**o, "logTarget": True}, lambda d, r=r: nn.KLDivLoss(reduction=r, log_target=True), logp, q.clamp(0.01).log()),
            loss("NLLLoss", o, lambda d, r=r: nn.NLLLoss(reduction=r), logp, classes),
            loss("NLLLoss", {**o, "weight": w}, lambda d, r=r: nn.NLLLoss(weight.to(d), reduction=r), logp, classes),
            loss("NLLLoss", {**o, "weight": w}, lambda d, r=r: nn.NLLLoss(weight.to(d), reduction=r), logp, some),
            loss("NLLLoss", {**o, "ignoreIndex": 1}, lambda d, r=r: nn.NLLLoss(ignore_index=1, reduction=r), logp, classes),
            loss("NLLLoss", o, lambda d, r=r: nn.NLLLoss(reduction=r), deep, deep_classes),
            loss("CrossEntropyLoss", o, lambda d, r=r: nn.CrossEntropyLoss(reduction=r), logits, classes),
            loss("CrossEntropyLoss", o, lambda d, r=r: nn.CrossEntropyLoss(reduction=r), logits, some),
            loss("CrossEntropyLoss", o, lambda d, r=r: nn.CrossEntropyLoss(reduction=r), logits[3], classes[2]),
            loss("CrossEntropyLoss", {**o, "weight": w}, lambda d, r=r: nn.CrossEntropyLoss(weight.to(d), reduction=r), deep, deep_classes),
            loss("CrossEntropyLoss", {**o, "labelSmoothing": 0.2}, lambda d, r=r: nn.CrossEntropyLoss(reduction=r, label_smoothing=0.2), x, classes),
            loss("CrossEntropyLoss", {**o, "weight": w, "labelSmoothing": 0.2},
                 lambda d, r=r: nn.CrossEntropyLoss(weight.to(d), reduction=r, label_smoothing=0.2), x, some),
            loss("CrossEntropyLoss", {**o, "weight": w, "labelSmoothing": 0.1},
                 lambda d, r=r: nn.CrossEntropyLoss(weight.to(d), reduction=r, label_smoothing=0.1), deep, deep_classes),
            loss("CrossEntropyLoss", o, lambda d, r=r: nn.CrossEntropyLoss(reduction=r), x, q),
            loss("CrossEntropyLoss", {**o, "weight": w, "labelSmoothing": 0.1},
                 lambda d, r=r: nn.CrossEntropyLoss(weight.to(d), reduction=r, label_smoothing=0.1), x, q),
        ]
    cases.append(loss("KLDivLoss", {"reduction": "batchmean"}, lambda d: nn.KLDivLoss(reduction="batchmean"), logp, q, False))
    return [run_loss(case) for case in cases]


def run_loss(case):
    whole = not case["target"].is_floating_point()
    result = {
        "name": case["name"], "options": case["options"], "repr": repr(case["make"](torch.float32)),
        "input": packed(case["input"]), "target": packed(case["target"]), "classes": whole, "runs": {},
    }
    for dtype in (torch.float32, torch.float64):
        x = case["input"].to(dtype).clone().requires_grad_()
        t = case["target"] if whole else case["target"].to(dtype)
        if not whole and case["grad"]:
            t = t.clone().requires_grad_()
        y = case["make"](dtype)(x, t)
        torch.manual_seed(9)
        factor = torch.randn(y.shape).to(dtype)
        (y * factor).sum().backward()
        result["factor"] = packed(factor.float())
        result["runs"][str(dtype)[6:]] = {
            "output": packed(y), "input": packed(x.grad), "target": None if t.grad is None else packed(t.grad),
        }
    return result


# ---- Initialisers ----------------------------------------------------------------------------------------------------

def inits():
    i = nn.init
    specs = [
        ("uniform_", [], lambda t: i.uniform_(t)),
        ("uniform_", [-2, 5], lambda t: i.uniform_(t, -2.0, 5.0)),
        ("normal_", [], lambda t: i.normal_(t)),
        ("normal_", [3, 0.2], lambda t: i.normal_(t, 3.0, 0.2)),
        ("constant_", [0.3], lambda t: i.constant_(t, 0.3)),
        ("ones_", [], lambda t: i.ones_(t)),
        ("zeros_", [], lambda t: i.zeros_(t)),
        ("eye_", [], lambda t: i.eye_(t)),
        ("xavierUniform_", [], lambda t: i.xavier_uniform_(t)),
        ("xavierUniform_", [{"gain": 5 / 3}], lambda t: i.xavier_uniform_(t, gain=5 / 3)),
        ("xavierNormal_", [], lambda t: i.xavier_normal_(t)),
        ("xavierNormal_", [{"gain": 2}], lambda t: i.xavier_normal_(t, gain=2.0)),
        ("truncNormal_", [], lambda t: i.trunc_normal_(t)),
        ("truncNormal_", [{"mean": 0.5, "std": 0.1, "a": 0.2, "b": 0.9}], lambda t: i.trunc_normal_(t, 0.5, 0.1, 0.2, 0.9)),
        ("orthogonal_", [], lambda t: i.orthogonal_(t)),
        ("orthogonal_", [{"gain": 2}], lambda t: i.orthogonal_(t, gain=2.0)),
    ]
    for ours, theirs in (("kaimingUniform_", i.kaiming_uniform_), ("kaimingNormal_", i.kaiming_normal_)):
        specs += [
            (ours, [], lambda t, f=theirs: f(t)),
            (ours, [{"a": 5**0.5}], lambda t, f=theirs: f(t, a=5**0.5)),
            (ours, [{"mode": "fanOut"}], lambda t, f=theirs: f(t, mode="fan_out")),
            (ours, [{"nonlinearity": "relu"}], lambda t, f=theirs: f(t, nonlinearity="relu")),
            (ours, [{"nonlinearity": "tanh"}], lambda t, f=theirs: f(t, nonlinearity="tanh")),
            (ours, [{"nonlinearity": "selu", "mode": "fanOut"}], lambda t, f=theirs: f(t, nonlinearity="selu", mode="fan_out")),
        ]
    results = []
    for name, args, make in specs:
        for shape in ([5, 3], [3, 7], [4, 2, 3]):
            if name == "eye_" and len(shape) > 2:
                continue
            torch.manual_seed(11)
            values = {}
            for dtype in (torch.float32, torch.float64):
                torch.manual_seed(11)
                made = make(torch.empty(shape, dtype=dtype))
                values[str(dtype)[6:]] = {"values": numbers(made), "after": torch.rand(()).item()}
            results.append({"name": name, "args": args, "shape": shape, "runs": values})
    gains = [[name.replace("leaky_relu", "leakyRelu"), param, nn.init.calculate_gain(name, param)] for name, param in [
        ("linear", None), ("conv1d", None), ("conv2d", None), ("conv3d", None), ("sigmoid", None), ("tanh", None), ("relu", None),
        ("leaky_relu", None), ("leaky_relu", 0.2), ("selu", None)]]
    return {"cases": results, "gains": gains}


# ---- Networks --------------------------------------------------------------------------------------------------------

def networks():
    """Fresh weights of the tutorials' networks, and what the stream gives after them."""
    results = []
    for sizes in ([2, 100, 1], [60, 180, 1], [60, 60, 60, 60, 1], [2, 1024, 1024, 1], [2, 512, 1024, 512, 1]):
        for seed in (0, 42):
            torch.manual_seed(seed)
            layers = [nn.Linear(i, o) for i, o in zip(sizes, sizes[1:])]
            weights = []
            for part in layers:
                for value in (part.weight, part.bias):
                    flat = value.detach().reshape(-1)
                    step = max(1, flat.numel() // 20)
                    weights.append({"size": flat.numel(), "step": step, "values": numbers(flat[::step])})
            results.append({"sizes": sizes, "seed": seed, "weights": weights, "after": torch.rand(()).item()})
    return results


def convolutions():
    """Some steps of a small network of convolutions: losses, and where the parameters are after them."""
    torch.manual_seed(0)
    model = nn.Sequential(
        nn.Conv2d(1, 4, 3, padding=1), nn.ReLU(), nn.Conv2d(4, 6, 3, stride=2), nn.ReLU(), nn.Flatten(), nn.Linear(54, 3)
    )
    x, y = torch.randn(5, 1, 8, 8), torch.tensor([0, 1, 2, 1, 0])
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    criterion = nn.CrossEntropyLoss()
    losses = []
    for _ in range(10):
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    sums = [[p.sum().item(), p.abs().sum().item()] for p in model.parameters()]
    return {"repr": repr(model), "losses": losses, "sums": sums}


def utilities():
    results = []
    torch.manual_seed(2)
    grads = [torch.randn(3, 2) * 4, torch.randn(5) * 2]
    for max_norm, norm_type in [(1.0, 2.0), (100.0, 2.0), (2.0, 1.0), (0.5, float("inf")), (3.0, 3.0)]:
        params = [torch.zeros_like(g).requires_grad_() for g in grads]
        for param, g in zip(params, grads):
            param.grad = g.clone()
        total = nn.utils.clip_grad_norm_(params, max_norm, norm_type)
        results.append({"maxNorm": max_norm, "normType": number(norm_type, 9), "total": total.item(),
                        "grads": [packed(param.grad) for param in params]})
    return {"grads": [packed(g) for g in grads], "clipGradNorm": results}


# ---- Printing --------------------------------------------------------------------------------------------------------

def printed():
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.hidden = nn.Sequential(nn.Linear(2, 4), nn.Sequential(nn.BatchNorm1d(4), nn.ReLU()), nn.Dropout(0.25))
            self.empty = nn.Sequential()
            self.many = nn.ModuleList([nn.Linear(4, 4), nn.Linear(4, 4)])
            self.named = nn.ModuleDict({"left": nn.Identity(), "right": nn.Sequential(nn.Tanh())})
            self.out = nn.Linear(4, 1, bias=False)

    tied = nn.ReLU()
    return {
        "net": repr(Net()),
        "named": repr(nn.Sequential(torch.nn.modules.container.OrderedDict([("first", nn.Linear(2, 1)), ("last", nn.Sigmoid())]))),
        "tied": repr(nn.Sequential(nn.Linear(1, 2), tied, nn.Linear(2, 2), tied)),
        "parameter": repr(nn.Parameter(torch.tensor([1.0, 2.5]))),
    }


if __name__ == "__main__":
    write("blobs", [blobs(42, 20), blobs(0, 20), blobs(7, 6), blobs(123456789, 200)])
    write("layers", [run_layer(spec, 100 + i) for i, spec in enumerate(LAYERS)])
    write("losses", losses())
    write("inits", inits())
    write("networks", networks())
    write("convolutions", convolutions())
    write("utilities", utilities())
    write("printed", printed())
