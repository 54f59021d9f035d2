"""What moves elements: choices by position, views, joins; and tensors that begin with no other."""

import numpy as np

from .cases import Cases
from .inputs import INF, NAN, Input, boolean, f32, f64, i32, ints, rng
from .writing import DTYPES


def indexing():
    cases = Cases()

    def index(shape, size, view=()):
        return Input(ints(shape, 0, size), "i32", view)

    for kind, make in (("f32", f32), ("f64", f64), ("i32", i32), ("b", lambda shape, view=(): boolean(shape, view))):
        cases.add("indexSelect", [make([3, 4]), index([5], 3)], {"dim": 0})
        cases.add("indexSelect", [make([2, 3, 4]), index([2], 4)], {"dim": -1})
        cases.add("indexSelect", [make([4]), index([0], 4)], {"dim": 0})
        cases.add("gather", [make([3, 4]), index([3, 2], 4)], {"dim": 1})
        cases.add("gather", [make([3, 4]), index([5, 4], 3)], {"dim": 0})
        cases.add("gather", [make([2, 3, 4]), index([1, 3, 2], 3)], {"dim": 1})
        cases.add("maskedSelect", [make([3, 4]), boolean([3, 4])])
        cases.add("maskedSelect", [make([3, 1]), boolean([4])])
        cases.add("nonzero", [make([3, 4])])
        cases.add("flip", [make([2, 3, 2])], {"dims": [0, 2]})
        cases.add("tril", [make([3, 4])])
        cases.add("pad", [make([2, 3])], {"padding": [1, 2], "value": 1})
    cases.add("indexSelect", [f32([4, 3], view=[["transpose", 0, 1]]), index([5], 4)], {"dim": 1})
    cases.add("indexSelect", [f32([4, 3, 2], view=[["permute", [2, 0, 1]]]), index([6], 4, [["slice", 0, 0, 6, 2]])], {"dim": 1})
    cases.add("gather", [f32([4, 3], view=[["transpose", 0, 1]]), index([4, 3], 4, [["transpose", 0, 1]])], {"dim": 1})
    cases.add("gather", [f32([3, 4]), index([3, 0], 4)], {"dim": 1})
    cases.add("gather", [f32([5]), index([7], 5)], {"dim": 0})
    cases.add("gather", [f32([5, 1], view=[["expand", [5, 3]]]), index([2, 3], 5)], {"dim": 0})
    for kind, make in (("f32", f32), ("f64", f64), ("i32", i32)):
        cases.add("scatterAdd", [make([3, 4]), index([3, 6], 4), make([3, 6])], {"dim": 1})
        cases.add("scatterAdd", [make([3, 4]), index([5, 2], 3), make([6, 4])], {"dim": 0}, grad=False)
        cases.add("scatterAdd", [make([6]), index([9], 6), make([9])], {"dim": 0})
    cases.add("scatterAdd", [f32([4, 3], view=[["transpose", 0, 1]]), index([3, 2], 4), f32([2, 3], view=[["transpose", 0, 1]])], {"dim": 1})
    cases.add("scatterAdd", [f32([3, 2]), index([0, 2], 3), f32([0, 2])], {"dim": 0})
    # PyTorch 1.13 puts the gradients of a transposed tensor in the wrong places here.
    cases.add("maskedSelect", [f32([4, 3], view=[["transpose", 0, 1]]), boolean([3, 4])], grad=False)
    cases.add("maskedSelect", [f32([3]), Input([0, 0, 0], "b")])
    cases.add("maskedSelect", [f32([0]), boolean([0])])
    cases.add("nonzero", [Input([[0, 1, -0.0], [NAN, 0, 2]], "f32")])
    cases.add("nonzero", [Input([0, 0], "f32")])
    for name in ("sort", "topk"):
        for descending in (False, True):
            def a(dim, k=2, descending=descending, name=name):
                return {"dim": dim, "descending": descending} if name == "sort" else {"k": k, "dim": dim, "largest": descending}

            for kind, make in (("f32", f32), ("f64", f64)):
                cases.add(name, [make([2, 3, 4])], a(-1))
                cases.add(name, [make([2, 3, 4])], a(1))
                cases.add(name, [make([7])], a(0, 3))
            cases.add(name, [f32([4, 3], view=[["transpose", 0, 1]])], a(0))
            cases.add(name, [f32([3, 8], view=[["slice", 1, 0, 8, 2]])], a(1))
            cases.add(name, [f32([])], a(0, 1))
            cases.add(name, [f32([0, 3])], a(1))
            cases.add(name, [Input(rng.permutation(12).reshape(3, 4), "i32")], a(1))
            cases.add(name, [Input([3, NAN, -INF, INF, 1, -1], "f32")], a(0, 4))
            if name == "sort":
                cases.add(name, [Input(ints([4, 9], 0, 3).astype(float), "f32")], a(1))
                cases.add(name, [Input([0.0, -0.0, 1, -0.0, 0.0, NAN, 1, NAN], "f32")], a(0))
            else:
                cases.add(name, [f32([5])], a(0, 0))
                cases.add(name, [f32([5])], a(0, 5))
    cases.add("argsort", [f32([3, 4])])
    cases.add("argsort", [f32([3, 4])], {"dim": 0, "descending": True})
    for a in ({"padding": [1, 0]}, {"padding": [0, 2, 1, 1]}, {"padding": [-1, 2], "value": 0.5}, {"padding": [-1, -1, 2, -1], "value": NAN}, {"padding": [0, 0]}):
        cases.add("pad", [f32([2, 4])], a)
        cases.add("pad", [f32([3, 4, 2], view=[["permute", [2, 0, 1]]])], a)
    cases.add("pad", [f32([0, 2])], {"padding": [1, 1, 1, 1], "value": 2})
    for name in ("tril", "triu"):
        for diagonal in (-4, -1, 0, 1, 5):
            cases.add(name, [f32([3, 4])], {"diagonal": diagonal})
            cases.add(name, [f32([2, 3, 3], view=[["transpose", 1, 2]])], {"diagonal": diagonal})
        cases.add(name, [f32([0, 3])])
        cases.add(name, [Input([[NAN, INF], [-INF, NAN]], "f32")])
    cases.add("flip", [f32([2, 3])], {"dims": []})
    cases.add("flip", [f32([2, 0, 3])], {"dims": [0, 1]})
    cases.add("flip", [f32([3, 4], view=[["transpose", 0, 1]])], {"dims": [-1]})
    cases.add("flip", [f32([3, 4], view=[["flip", [1]]])], {"dims": [1]})
    cases.add("oneHot", [i32([5], 0, 4)])
    cases.add("oneHot", [i32([2, 3], 0, 4)], {"n": 6})
    cases.add("oneHot", [i32([], 0, 4)], {"n": 4})
    cases.add("oneHot", [Input(np.zeros([0]), "i32")], {"n": 3})
    cases.save("indexing")


def shaping():
    cases = Cases()
    for kind, make in (("f32", f32), ("f64", f64), ("i32", i32)):
        for dim in (0, 1, -1):
            cases.add("cat", [make([2, 3, 2]), make([2, 3, 2])], {"dim": dim})
            cases.add("stack", [make([2, 3]), make([2, 3])], {"dim": dim})
        cases.add("cat", [make([2, 3]), make([0, 3]), make([1, 3])], {"dim": 0})
        cases.add("hstack", [make([2]), make([3])])
        cases.add("hstack", [make([2, 1]), make([2, 3])])
        cases.add("vstack", [make([3]), make([3])])
        cases.add("vstack", [make([2, 3]), make([1, 3])])
        cases.add("meshgrid", [make([2]), make([3])], {"indexing": "ij"})
        cases.add("meshgrid", [make([2]), make([3])], {"indexing": "xy"})
    cases.add("meshgrid", [f32([2]), f32([3]), f32([2])], {"indexing": "xy"})
    cases.add("meshgrid", [f32([2]), f32([])], {"indexing": "ij"})
    cases.add("stack", [f32([]), f32([])])
    cases.add("hstack", [f32([]), f32([])])
    cases.add("vstack", [f32([]), f32([])])
    cases.add("cat", [f32([3, 2], view=[["transpose", 0, 1]]), f32([2, 6], view=[["slice", 1, 0, 6, 2]]), f32([2, 1], view=[["expand", [2, 3]]])], {"dim": 1})
    for p in DTYPES:
        for q in DTYPES:
            makes = {"f32": f32([2]), "f64": f64([2]), "i32": i32([2]), "b": boolean([2])}
            cases.add("cat", [makes[p], makes[q]])
    one = [
        ("reshape", [2, 3, 4], {"shape": [4, 6]}), ("reshape", [2, 3, 4], {"shape": [-1]}), ("reshape", [2, 3, 4], {"shape": [3, -1, 2]}),
        ("reshape", [1], {"shape": []}), ("reshape", [0, 3], {"shape": [3, 0]}), ("reshape", [], {"shape": [1, 1]}),
        ("transpose", [2, 3, 4], {"dim0": 0, "dim1": 2}), ("transpose", [2, 3], {"dim0": -1, "dim1": -2}), ("permute", [2, 3, 4], {"dims": [2, 0, 1]}),
        ("permute", [2, 3, 4], {"dims": [-1, 1, 0]}), ("permute", [], {"dims": []}), ("expand", [3, 1], {"shape": [2, 3, 4]}), ("expand", [], {"shape": [2, 2]}),
        ("expand", [1, 3], {"shape": [-1, 3]}), ("expand", [1], {"shape": [0]}), ("squeeze", [1, 2, 1, 3], {}), ("squeeze", [1, 2, 1], {"dim": 0}),
        ("squeeze", [2, 3], {"dim": 1}), ("squeeze", [1], {}), ("unsqueeze", [2, 3], {"dim": 0}), ("unsqueeze", [2, 3], {"dim": -1}), ("unsqueeze", [], {"dim": 0}),
        ("select", [2, 3, 4], {"dim": 1, "index": 2}), ("select", [2, 3, 4], {"dim": -1, "index": -4}), ("select", [3], {"dim": 0, "index": 1}),
        ("narrow", [4, 3], {"dim": 0, "start": 1, "length": 2}), ("narrow", [4, 3], {"dim": 1, "start": 3, "length": 0}), ("narrow", [4, 3], {"dim": 1, "start": 0, "length": 3}),
        ("slice", [6, 3], {"dim": 0, "start": 1, "end": 6, "step": 2}), ("slice", [6, 3], {"dim": 0, "start": -4, "end": -1, "step": 1}),
        ("slice", [6], {"dim": 0, "start": 4, "end": 2, "step": 1}), ("slice", [6], {"dim": 0, "start": -100, "end": 100, "step": 4}),
        ("split", [5, 2], {"sizes": 2}), ("split", [2, 6], {"sizes": [1, 2, 3], "dim": 1}), ("split", [0, 2], {"sizes": 2}),
        ("chunk", [7], {"chunks": 3}), ("chunk", [2, 5], {"chunks": 4, "dim": -1}), ("chunk", [3], {"chunks": 5}), ("unbind", [2, 3], {"dim": 1}),
        ("flatten", [2, 3, 4], {}), ("flatten", [2, 3, 4], {"start": 1}), ("flatten", [2, 3, 4], {"start": 0, "end": 1}), ("flatten", [], {}),
        ("unflatten", [6, 2], {"dim": 0, "sizes": [2, -1]}), ("clone", [2, 3], {}),
    ]  # fmt: skip
    for name, shape, a in one:
        cases.add(name, [f32(shape)], a)
        if len(shape) > 1:
            # The same of a tensor whose memory runs the other way.
            turned = [["permute", list(range(len(shape) - 1, -1, -1))]]
            cases.add(name, [f32(shape[::-1], view=turned)], a)
    cases.save("shaping")


def creation():
    cases = Cases()
    for kind in ("f32", "f64", "i32"):
        for start, end, step in ((0, 5, 1), (1, 10, 3), (5, 0, -2), (0, 0, 1)):
            cases.add("arange", [], {"start": start, "end": end, "step": step, "dtype": kind})
    for kind in ("f32", "f64"):
        for start, end, step in ((0, 1, 0.1), (-1.5, 2.0, 0.3), (1, 0, -0.25), (0, 3, 0.01)):
            cases.add("arange", [], {"start": start, "end": end, "step": step, "dtype": kind})
        for start, end, steps in ((0, 1, 5), (0, 1, 11), (-3, 7, 23), (1, 1, 3), (2, -2, 1), (0, 1, 0), (0.1, 0.7, 50), (-1, 1, 2)):
            cases.add("linspace", [], {"start": start, "end": end, "steps": steps, "dtype": kind})
    for kind in DTYPES:
        cases.add("eye", [], {"n": 3, "m": 2, "dtype": kind})
        cases.add("eye", [], {"n": 0, "m": 2, "dtype": kind})
        cases.add("full", [], {"shape": [2, 2], "value": 1, "dtype": kind})
    cases.add("full", [], {"shape": [], "value": NAN, "dtype": "f32"})
    cases.add("full", [], {"shape": [3], "value": 0.1, "dtype": "f32"})
    cases.add("full", [], {"shape": [0, 2], "value": 1, "dtype": "f32"})
    cases.save("creation")
