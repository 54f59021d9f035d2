"""Writes values/images/decoding.json and transforms.json: images as Pillow decodes them, and torchvision 0.14.1's transforms of Pillow's images.

Run on Debian 12 (with python3-torchvision): /usr/bin/python3 internal/conformance/python/images.py
"""
import os

os.environ["ATEN_CPU_CAPABILITY"] = "avx2"

import base64
import io
import json
import pathlib
import warnings

import numpy as np
import torch
from PIL import Image, ImageOps
from torchvision import transforms as T
from torchvision.transforms import functional as F
from torchvision.transforms.functional import InterpolationMode

warnings.filterwarnings("ignore")
VALUES = pathlib.Path(__file__).resolve().parent.parent / "values" / "images"
ORIENTATION = 0x0112


def text(data):
    return base64.b64encode(data).decode()


def write(name, value):
    VALUES.mkdir(parents=True, exist_ok=True)
    (VALUES / f"{name}.json").write_text(json.dumps(value, separators=(",", ":")) + "\n")


def ramp(width, height):
    """Colours that differ from pixel to pixel, and their picture in grey."""
    y, x = np.mgrid[0:height, 0:width]
    rgb = np.stack([x * 40 % 256, y * 60 % 256, (x + y) * 21 % 256], -1).astype("uint8")
    return Image.fromarray(rgb), Image.fromarray(((x * 17 + y * 31) % 256).astype("uint8"))


def turned(orientation):
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    return {"exif": exif.tobytes()}


def decoding():
    rgb, grey = ramp(7, 5)
    alpha = rgb.convert("RGBA")
    alpha.putalpha(grey)
    palette = rgb.quantize(8)
    smooth = Image.fromarray(np.stack([np.mgrid[0:16, 0:24][1] * 10, np.mgrid[0:16, 0:24][0] * 15, np.full((16, 24), 128)], -1).astype("uint8"))
    frames = {"save_all": True, "append_images": [rgb.transpose(0).quantize(8)], "duration": 100}
    files = [
        ("rgb.png", rgb, {}), ("grey.png", grey, {}), ("alpha.png", alpha, {}), ("palette.png", palette, {}), ("bits.png", grey.convert("1"), {}),
        ("grey-alpha.png", alpha.convert("LA"), {}), ("turned.png", rgb, turned(6)),
        ("rgb.bmp", rgb, {}), ("palette.bmp", palette, {}), ("bits.bmp", grey.convert("1"), {}),
        ("frames.gif", palette, frames), ("rgb.webp", rgb, {"lossless": True}), ("turned.webp", rgb, {"lossless": True, **turned(8)}),
        ("grey.jpg", smooth.convert("L"), {"quality": 95}), *((f"turned-{o}.jpg", smooth, {"quality": 95, **turned(o)}) for o in range(1, 9)),
    ]
    for name, image, options in files:
        buffer = io.BytesIO()
        image.save(buffer, {"jpg": "JPEG"}.get(name.split(".")[1], name.split(".")[1].upper()), **options)
        seen = ImageOps.exif_transpose(Image.open(io.BytesIO(buffer.getvalue())))
        yield {"name": name, "bytes": text(buffer.getvalue()), "width": seen.width, "height": seen.height,
               "rgb": text(seen.convert("RGB").tobytes()), "grey": text(seen.convert("L").tobytes())}


BILINEAR, NEAREST = InterpolationMode.BILINEAR, InterpolationMode.NEAREST
PAIR = {"interpolation": BILINEAR}
# The name and arguments here, torchvision's transform, and what it gets.
CASES = [
    *[("Resize", [size, *more], T.Resize(size, **options), which)
      for which in ("rgb", "grey")
      for size, more, options in [(5, [], {}), (20, [], {}), ([4, 9], [], {}), ([13, 6], [{"interpolation": "nearest"}], {"interpolation": NEAREST}),
                                  (6, [{"maxSize": 7}], {"max_size": 7}), ([30, 30], [{"interpolation": "nearest"}], {"interpolation": NEAREST})]],
    *[("CenterCrop", [size], T.CenterCrop(size), which) for which in ("rgb", "float") for size in (4, [5, 6], [12, 3], [20, 21])],
    *[("Pad", [padding, options], T.Pad(padding, options.get("fill", 0), options.get("paddingMode", "constant")), which)
      for which in ("rgb", "grey") for padding, options in [(2, {}), ([1, 2], {"paddingMode": "reflect"}), ([1, 2, 3, 0], {"paddingMode": "symmetric"}), (3, {"paddingMode": "edge"}), ([4, 1], {"fill": 77})]],
    ("Pad", [1, {"fill": [9, 8, 7]}], T.Pad(1, (9, 8, 7)), "rgb"),
    *[("Grayscale", [n], T.Grayscale(n), "rgb") for n in (1, 3)],
    ("Grayscale", [3], T.Grayscale(3), "grey"),
    *[("ToTensor", [], T.ToTensor(), which) for which in ("rgb", "grey")],
    ("Normalize", [[0.485, 0.456, 0.406], [0.229, 0.224, 0.225]], T.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]), "float"),
    ("Normalize", [0.5, 0.5], T.Normalize(0.5, 0.5), "float"),
    *[("RandomCrop", [size, *more], T.RandomCrop(size, **options), which)
      for which in ("rgb", "float") for size, more, options in [(4, [], {}), ([3, 8], [{"padding": 2}], {"padding": 2}),
                                                                 ([20, 10], [{"padIfNeeded": True, "fill": 5}], {"pad_if_needed": True, "fill": 5}), (6, [{"padding": [1, 3], "paddingMode": "reflect"}], {"padding": (1, 3), "padding_mode": "reflect"})]],
    *[("RandomResizedCrop", [size, *more], T.RandomResizedCrop(size, **options), "rgb")
      for size, more, options in [(8, [], {}), ([5, 7], [{"scale": [0.2, 0.5], "ratio": [0.5, 2]}], {"scale": (0.2, 0.5), "ratio": (0.5, 2)}),
                                  (6, [{"ratio": [9, 10]}], {"ratio": (9, 10)}), (6, [{"interpolation": "nearest"}], {"interpolation": NEAREST})]],
    *[(name, [p], getattr(T, name)(p), which) for name in ("RandomHorizontalFlip", "RandomVerticalFlip") for which, p in (("rgb", 0.5), ("float", 0.8))],
    *[("RandomRotation", [degrees, ours], T.RandomRotation(degrees, **theirs), which)
      for which in ("rgb", "grey") for degrees, ours, theirs in [
          (15, {}, {}), (90, {"interpolation": "bilinear"}, PAIR), ([30, 60], {"expand": True}, {"expand": True}), (40, {"expand": True, "interpolation": "bilinear", "fill": 99}, {"expand": True, "fill": 99, **PAIR}),
          (20, {"center": [2, 3], "fill": 50}, {"center": (2, 3), "fill": 50}), ([90, 90], {}, {}), ([90, 90], {"expand": True}, {"expand": True}), ([180, 180], {}, {}), ([-90, -90], {"expand": True}, {"expand": True})]],
    *[("RandomAffine", [degrees, ours], T.RandomAffine(degrees, **theirs), which)
      for which in ("rgb", "grey") for degrees, ours, theirs in [
          (10, {"translate": [0.2, 0.1]}, {"translate": (0.2, 0.1)}), (0, {"scale": [0.5, 1.5]}, {"scale": (0.5, 1.5)}), ([-30, 30], {"shear": 20, "fill": 9}, {"shear": 20, "fill": 9}),
          (45, {"translate": [0.1, 0.3], "scale": [0.8, 1.2], "shear": [-10, 10, -5, 5], "interpolation": "bilinear"}, {"translate": (0.1, 0.3), "scale": (0.8, 1.2), "shear": [-10, 10, -5, 5], **PAIR}),
          (5, {"center": [1, 1], "shear": [3, 9]}, {"center": (1, 1), "shear": [3, 9]})]],
    *[("ColorJitter", [ours], T.ColorJitter(**ours), which)
      for which in ("rgb", "grey") for ours in ({"brightness": 0.4}, {"contrast": 0.6}, {"saturation": [0, 2]}, {"hue": 0.5}, {"brightness": 0.5, "contrast": 0.5, "saturation": 0.5, "hue": 0.2})],
    *[("GaussianBlur", [size, *more], T.GaussianBlur(size, **options), which)
      for which in ("rgb", "grey") for size, more, options in [(3, [], {}), ([5, 3], [{"sigma": [1, 2]}], {"sigma": (1.0, 2.0)}), (5, [{"sigma": 0.7}], {"sigma": 0.7})]],
    *[("RandomErasing", [ours], T.RandomErasing(**ours), "float")
      for ours in ({}, {"p": 1, "value": [0.1, 0.2, 0.3]}, {"p": 1, "value": "random", "scale": [0.1, 0.2]}, {"p": 0.3, "scale": [0.3, 0.4], "ratio": [0.5, 2], "value": 7})],
    # What is transparent has colours too, which must not bleed into what is not.
    *[("Resize", [size, options], T.Resize(size, NEAREST if options else BILINEAR), which)
      for which in ("rgba", "grey-alpha") for size, options in [([4, 9], {}), ([20, 13], {}), ([5, 5], {"interpolation": "nearest"})]],
    *[("RandomRotation", [30, ours], T.RandomRotation(30, **theirs), "rgba")
      for ours, theirs in [({}, {}), ({"interpolation": "bilinear", "fill": [9, 8, 7, 100]}, {"fill": (9, 8, 7, 100), **PAIR})]],
]


def floats(tensor):
    return [float(np.format_float_positional(x, unique=True)) for x in tensor.flatten().numpy()]


def transforms():
    rgb, grey = ramp(11, 9)
    alpha = rgb.convert("RGBA")
    alpha.putalpha(grey)
    inputs = {"rgb": rgb, "grey": grey, "float": F.to_tensor(rgb), "rgba": alpha, "grey-alpha": Image.merge("LA", (grey, rgb.getchannel(0)))}
    for name, args, transform, which in CASES:
        chance = name.startswith("Random") or name in ("ColorJitter", "GaussianBlur")
        for seed in (range(4) if chance else [0]):
            torch.manual_seed(seed)
            out = transform(inputs[which])
            case = {"transform": name, "args": args, "input": which, "seed": seed}
            if isinstance(out, torch.Tensor):
                case |= {"shape": list(out.shape), "floats": text(out.contiguous().numpy().tobytes())}
            else:
                case |= {"width": out.width, "height": out.height, "bytes": text(out.tobytes())}
            yield {**case, "next": torch.rand(1).item()}
    resized = F.resize(inputs["float"], [5, 14], BILINEAR, antialias=True)
    yield {"transform": "Resize", "args": [[5, 14]], "input": "float", "seed": 0, "shape": list(resized.shape), "floats": text(resized.numpy().tobytes()), "next": None}


if __name__ == "__main__":
    write("decoding", list(decoding()))
    write("transforms", list(transforms()))
