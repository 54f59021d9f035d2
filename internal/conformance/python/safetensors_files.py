"""A small network whose weights PyTorch made, as a safetensors file, and what it says about a few images.

The format is written here by hand: eight bytes that give the length of the header, the header as JSON, the tensors.
"""

import base64
import json
import pathlib
import struct

import torch

DTYPES = {torch.float32: "F32", torch.float64: "F64", torch.int64: "I64", torch.float16: "F16", torch.bfloat16: "BF16"}


def to_bytes(tensor):
    if tensor.dtype == torch.bfloat16:
        tensor = tensor.view(torch.int16)
    return tensor.contiguous().numpy().tobytes()


def safetensors(state, metadata):
    header, data = {"__metadata__": metadata}, b""
    for name, tensor in state.items():
        raw = to_bytes(tensor)
        header[name] = {
            "dtype": DTYPES[tensor.dtype],
            "shape": list(tensor.shape),
            "data_offsets": [len(data), len(data) + len(raw)],
        }
        data += raw
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + data


def cases():
    torch.manual_seed(0)
    model = torch.nn.Sequential(
        torch.nn.Conv2d(1, 3, 3),
        torch.nn.ReLU(),
        torch.nn.MaxPool2d(2),
        torch.nn.Flatten(),
        torch.nn.BatchNorm1d(27),
        torch.nn.Linear(27, 2),
    )
    # A few batches, so that running statistics are not those of the beginning.
    for _ in range(3):
        model(torch.randn(4, 1, 8, 8))
    model.eval()
    x = torch.randn(2, 1, 8, 8)
    narrow = {"half": torch.tensor([1.5, -0.1, 65504.0]).half(), "brain": torch.tensor([1.5, -0.1, 3e38]).bfloat16()}
    return {
        "file": base64.b64encode(safetensors(model.state_dict(), {"format": "pt"})).decode(),
        "x": x.flatten().tolist(),
        "y": model(x).flatten().tolist(),
        "narrow": base64.b64encode(safetensors(narrow, {"format": "pt"})).decode(),
        "narrowValues": {name: tensor.double().tolist() for name, tensor in narrow.items()},
    }


if __name__ == "__main__":
    path = pathlib.Path(__file__).resolve().parent.parent / "values" / "train" / "safetensors.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(cases()) + "\n")
