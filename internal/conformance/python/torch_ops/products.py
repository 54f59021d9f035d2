"""Products of matrices and vectors."""

from .cases import Cases
from .inputs import INF, NAN, Input, f32, f64, i32, ramp


def products():
    cases = Cases()
    shapes = [
        ([2, 3], [3, 4]), ([1, 3], [3, 1]), ([3], [3]), ([3], [3, 4]), ([2, 3], [3]), ([2, 2, 3], [3, 4]), ([2, 3], [5, 3, 2]),
        ([2, 2, 3], [2, 3, 2]), ([2, 1, 2, 3], [3, 3, 2]), ([4, 1, 2, 3], [1, 2, 3, 2]), ([3], [2, 3, 4]), ([2, 2, 3], [3]),
        ([2, 3, 1, 4], [4]), ([5, 7], [7, 6]), ([2, 0], [0, 3]), ([0, 3], [3, 2]), ([2, 3], [3, 0]), ([0], [0]), ([2, 3, 0], [0, 2]),
        ([0, 2, 3], [3, 2]), ([2, 3], [0, 3, 2]), ([2, 0, 3], [3, 2]), ([1, 2, 3], [4, 3, 2]),
    ]  # fmt: skip
    for a, b in shapes:
        cases.add("matmul", [f32(a), f32(b)])
        cases.add("matmul", [f64(a), f64(b)])
    t = [["transpose", 0, 1]]
    cases.add("matmul", [f32([3, 2], view=t), f32([3, 4])])
    cases.add("matmul", [f32([2, 3]), f32([4, 3], view=t)])
    cases.add("matmul", [f32([3, 2], view=t), f32([4, 3], view=t)])
    cases.add("matmul", [f32([4, 6], view=[["slice", 1, 0, 6, 2]]), f32([6, 2], view=[["slice", 0, 1, 6, 2]])])
    cases.add("matmul", [f32([3], view=[["expand", [2, 3]]]), f32([3, 1], view=[["expand", [3, 4]]])])
    cases.add("matmul", [f32([2, 3, 4], view=[["permute", [1, 0, 2]]]), f32([4, 2])])
    cases.add("matmul", [f32([2, 3, 4], view=[["permute", [0, 2, 1]]]), f32([2, 3, 4])])
    cases.add("matmul", [f32([2, 3], view=[["flip", [0, 1]]]), f32([3, 3], view=[["flip", [0]]])])
    cases.add("matmul", [Input([[1, NAN], [INF, 1], [0, 2]], "f32"), Input([[1, 0], [2, 0]], "f32")])
    cases.add("matmul", [Input([[3e38, 3e38]], "f32"), Input([[1.0], [1.0]], "f32")])
    cases.add("matmul", [i32([2, 3]), i32([3, 2])])
    for kind in ("f32", "f64"):
        cases.add("matmul", [ramp(kind, [37, 53], 101, 7), ramp(kind, [53, 29], 89, 11)], grad=False)
    for n in (1, 5, 0, 40):
        cases.add("dot", [f32([n]), f32([n])])
        cases.add("dot", [f64([n]), f64([n])])
    cases.add("dot", [f32([3, 8], view=[["select", 0, 1]]), f32([8, 3], view=[["select", 1, 2]])])
    for n, m in ((3, 4), (1, 1), (0, 2)):
        cases.add("outer", [f32([n]), f32([m])])
        cases.add("outer", [f64([n]), f64([m])])
    cases.add("linear", [f32([4, 3]), f32([5, 3]), f32([5])])
    cases.add("linear", [f64([4, 3]), f64([5, 3]), f64([5])])
    cases.add("linear", [f32([3, 4], view=t), f32([5, 3]), f32([5])])
    cases.save("products")
