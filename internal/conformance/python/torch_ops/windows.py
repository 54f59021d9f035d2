"""Windows that slide over images, and convolutions."""

from .cases import Cases
from .inputs import INF, NAN, Input, f32, f64


def windows():
    cases = Cases()
    turned = [["permute", [0, 3, 1, 2]]]
    slides = [
        ([2, 3], {"kernel": 2}), ([4, 4], {"kernel": 3, "padding": 1}), ([5, 4], {"kernel": [3, 2], "stride": [2, 1], "padding": [1, 0]}),
        ([5, 6], {"kernel": 2, "stride": [1, 2], "dilation": [3, 2]}), ([3, 3], {"kernel": 3}), ([2, 5], {"kernel": 1, "stride": 2, "padding": 1}),
    ]  # fmt: skip
    for size, a in slides:
        cases.add("unfold", [f32([2, 1, *size])], a)
        rows, count = cases[-1]["out"][0]["s"][1:]
        for make in (f32, f64):
            cases.add("fold", [make([1, rows, count])], {"size": size, **a})
    cases.add("unfold", [f32([2, 3, 4])], {"kernel": 2})
    cases.add("unfold", [f32([1, 3, 4, 2], view=turned)], {"kernel": [1, 3], "padding": 1})
    cases.add("fold", [f32([8, 6])], {"size": [3, 4], "kernel": 2})
    cases.add("fold", [f32([1, 6, 8], view=[["transpose", 1, 2]])], {"size": [3, 4], "kernel": 2})
    convolutions = [
        ([1, 1, 3, 3], [1, 1, 2, 2], {}), ([2, 3, 4, 3], [2, 3, 1, 1], {}), ([1, 2, 4, 5], [3, 2, 3, 3], {"padding": 1}),
        ([2, 2, 5, 4], [2, 2, 3, 2], {"stride": [2, 1], "padding": [0, 1]}), ([1, 4, 4, 4], [4, 2, 2, 2], {"groups": 2, "dilation": 2}),
        ([2, 3, 3, 4], [6, 1, 2, 3], {"groups": 3, "padding": 1}), ([1, 1, 3, 4], [2, 1, 3, 3], {"padding": "same"}),
        ([1, 1, 4, 5], [1, 1, 2, 4], {"padding": "same", "dilation": [3, 1]}), ([1, 2, 3, 3], [2, 2, 3, 3], {"padding": "valid"}),
        ([3, 3, 3], [2, 3, 2, 2], {}), ([0, 2, 3, 3], [2, 2, 2, 2], {}),
    ]  # fmt: skip
    for image, weight, a in convolutions:
        for make in (f32, f64):
            cases.add("conv2d", [make(image), make(weight), make([weight[0]])], a)
    cases.add("conv2d", [f32([1, 2, 3, 3]), f32([2, 1, 2, 2])], {"groups": 2})
    cases.add("conv2d", [f32([1, 4, 3, 2], view=turned), f32([2, 2, 3, 2], view=turned), f32([2])], {"stride": 2})
    cases.add("conv2d", [Input([[[[1, NAN, 0], [0, 2, INF]]]], "f32"), f32([1, 1, 2, 2], 1, 2)], {"padding": [0, 1]})
    cases.save("windows")
