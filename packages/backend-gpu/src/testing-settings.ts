const inexact = 'int32 is exact below 2^24 in size only';

/** How devices may differ from the reference, whatever runs the conformance tests. */
export const settings = {
  // Functions and sums in float32 throughout, where the reference computes in double and rounds once.
  tolerances: { function: 5e-6, sum: 5e-6 },
  // A view is strides among a kernel's constants, and each new one compiles a kernel.
  viewsInTurn: true,
  skip: {
    denormals: 'devices may take them for 0',
    'to-float64': 'there is no float64',
    'to-float32 int32': inexact,
    'to-int32 int32': inexact,
    'to-int32 float32': inexact,
    'to-bool int32': inexact,
  },
};
