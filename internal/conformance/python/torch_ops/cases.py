"""Runs operations and collects what they give."""

import json

import torch

from .inputs import draw
from .table import OPS, apply_view
from .writing import OUT, encode, flat, tensor


class Cases(list):
    """The cases of one file."""

    def add(self, op, inputs, a=None, grad=True):
        a = a or {}
        leaves = [i.values.clone() for i in inputs]
        for leaf in leaves:
            if grad and leaf.is_floating_point():
                leaf.requires_grad_()
        seen = []
        for leaf, given in zip(leaves, inputs):
            for step in given.view:
                leaf = apply_view(leaf, step)
            seen.append(leaf)
        out = OPS[op](*seen, **a)
        out = list(out) if isinstance(out, (tuple, list)) else [out]
        case = {"op": op, "in": [i.json() for i in inputs]}
        if a:
            case["a"] = {key: encode(value) for key, value in a.items()}
        case["out"] = [tensor(o) for o in out]
        tracked = [o for o in out if o.requires_grad]
        if tracked:
            gs = [torch.tensor(draw(o.shape, -2, 2), dtype=o.dtype) for o in tracked]
            wanted = [leaf for leaf in leaves if leaf.requires_grad]
            found = iter(torch.autograd.grad(tracked, wanted, gs, allow_unused=True))
            grads = [next(found) if leaf.requires_grad else None for leaf in leaves]
            case["g"] = [flat(g) for g in gs]
            case["gin"] = [None if g is None else flat(g) for g in grads]
        self.append(case)

    def save(self, name):
        OUT.mkdir(parents=True, exist_ok=True)
        lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in self)
        (OUT / f"{name}.json").write_text(f"[\n{lines}\n]\n")
        print(f"ops/{name}.json: {len(self)} cases")
