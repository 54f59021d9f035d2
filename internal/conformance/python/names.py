"""The public names of PyTorch and scikit-learn that the page of names compares with ours."""

import importlib
import inspect
import json
import pathlib

import torch

VALUES = pathlib.Path(__file__).resolve().parent.parent / "values" / "names.json"

CREATION = [
    "arange", "as_tensor", "empty", "empty_like", "eye", "from_numpy", "full", "full_like", "get_rng_state", "initial_seed",
    "is_grad_enabled", "linspace", "logspace", "manual_seed", "no_grad", "enable_grad", "inference_mode", "ones",
    "ones_like", "rand", "rand_like", "randint", "randn", "randn_like", "randperm", "save", "load", "set_rng_state",
    "tensor", "zeros", "zeros_like", "Generator", "Tensor", "finfo", "set_default_dtype", "compile", "vmap",
]  # fmt: skip


def functions():
    """What acts on tensors, as PyTorch lists it for those who want to replace it, and what makes tensors."""
    overridable = {f.__name__ for f in torch.overrides.get_overridable_functions()[torch] if hasattr(f, "__name__")}
    names = {n for n in overridable | set(CREATION) if hasattr(torch, n)}
    return sorted(n for n in names if not n.startswith("_") and not n.endswith("_") and not internal(n))


def internal(name):
    words = ("cudnn", "mkldnn", "miopen", "quantize", "q_per", "q_scale", "q_zero", "fbgemm", "batch_norm_", "_copy", "fake_")
    return any(word in name for word in words)


def classes(module, base=None):
    found = importlib.import_module(module)
    return sorted(
        name
        for name, value in vars(found).items()
        if inspect.isclass(value) and not name.startswith("_") and (base is None or issubclass(value, base))
    )


def public(module):
    found = importlib.import_module(module)
    # sklearn.calibration does not say which of its names are public.
    listed = getattr(found, "__all__", ["CalibratedClassifierCV", "CalibrationDisplay", "calibration_curve"])
    return sorted(name for name in listed if not name.endswith("Display"))


if __name__ == "__main__":
    nn = [name for name in classes("torch.nn", torch.nn.Module) if "Lazy" not in name and "Sync" not in name]
    schedules = [name for name in classes("torch.optim.lr_scheduler") if name not in ("Counter", "Optimizer")]
    names = {
        "torch": functions(),
        "torch.nn": nn,
        "torch.optim": [name for name in classes("torch.optim", torch.optim.Optimizer)],
        "torch.optim.lr_scheduler": schedules,
        "torch.utils.data": [name for name in public("torch.utils.data") if name[0].isupper() or name == "random_split"],
        **{
            f"sklearn.{part}": public(f"sklearn.{part}")
            for part in ("metrics", "model_selection", "preprocessing", "impute", "datasets", "calibration", "inspection")
        },
    }
    VALUES.write_text(json.dumps(names, indent=0).replace(",\n", ", ").replace("[\n", "[").replace("\n]", "]") + "\n")
