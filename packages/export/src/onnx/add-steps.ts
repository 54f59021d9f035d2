import type { Step } from '../steps/step.js';
import type { Graph } from './graph.js';

/** Adds what a network does; gives the name of its result. */
export function addSteps(graph: Graph, steps: readonly Step[], input: string): string {
  return steps.reduce((x, step) => addStep(graph, step, x), input);
}

function addStep(graph: Graph, step: Step, x: string): string {
  const number = (value: number): string => graph.floats([value]);
  switch (step.op) {
    case 'linear': {
      const product = graph.add('MatMul', [x, graph.floats(transposed(step), [step.inputs, step.outputs])]);
      return step.bias === null ? product : graph.add('Add', [product, graph.floats(step.bias, [step.outputs])]);
    }
    case 'batchNorm': {
      const parts = [step.scale, step.shift, step.mean, step.variance].map((part) => graph.floats(part, [part.length]));
      return graph.add('BatchNormalization', [x, ...parts], { epsilon: { float: step.eps } });
    }
    case 'layerNorm': {
      const parts = [step.scale, ...(step.shift === null ? [] : [step.shift])];
      const inputs = [x, ...parts.map((part) => graph.floats(part, step.shape))];
      return graph.add('LayerNormalization', inputs, { axis: -step.shape.length, epsilon: { float: step.eps } });
    }
    case 'conv2d': {
      const bias = step.bias === null ? [] : [graph.floats(step.bias, [step.bias.length])];
      return graph.add('Conv', [x, graph.floats(step.weight, step.shape), ...bias], {
        kernel_shape: step.shape.slice(2),
        strides: step.stride,
        pads: step.padding,
        dilations: step.dilation,
        group: step.groups,
      });
    }
    case 'maxPool2d':
    case 'avgPool2d': {
      const window = { kernel_shape: step.kernel, strides: step.stride, ceil_mode: Number(step.ceil) };
      const pads = [...step.padding, ...step.padding];
      return step.op === 'maxPool2d'
        ? graph.add('MaxPool', [x], { ...window, pads, dilations: step.dilation })
        : graph.add('AveragePool', [x], { ...window, pads, count_include_pad: Number(step.countPadding) });
    }
    case 'globalMean':
      return graph.add('GlobalAveragePool', [x]);
    case 'flatten':
      return graph.add('Flatten', [x], { axis: 1 });
    case 'softmax':
      return graph.add('Softmax', [x], { axis: step.dim });
    case 'logSoftmax':
      return graph.add('LogSoftmax', [x], { axis: step.dim });
    case 'relu':
    case 'tanh':
    case 'sigmoid':
    case 'selu':
    case 'softplus':
    case 'softsign':
      return graph.add(step.op[0]!.toUpperCase() + step.op.slice(1), [x]);
    case 'leakyRelu':
      return graph.add('LeakyRelu', [x], { alpha: { float: step.alpha } });
    case 'elu':
      return graph.add('Elu', [x], { alpha: { float: step.alpha } });
    case 'clip':
      return graph.add('Clip', [x, number(step.min), number(step.max)]);
    case 'hardsigmoid':
      return graph.add('HardSigmoid', [x], { alpha: { float: 1 / 6 }, beta: { float: 0.5 } });
    case 'hardswish':
      return graph.add('HardSwish', [x]);
    case 'silu':
      return graph.add('Mul', [x, graph.add('Sigmoid', [x])]);
    case 'mish':
      return graph.add('Mul', [x, graph.add('Tanh', [graph.add('Softplus', [x])])]);
    case 'logSigmoid':
      return graph.add('Neg', [graph.add('Softplus', [graph.add('Neg', [x])])]);
    case 'gelu': {
      const erf = graph.add('Erf', [graph.add('Mul', [x, number(Math.SQRT1_2)])]);
      return graph.add('Mul', [graph.add('Mul', [x, number(0.5)]), graph.add('Add', [erf, number(1)])]);
    }
    case 'geluTanh': {
      const cube = graph.add('Mul', [graph.add('Mul', [x, x]), x]);
      const inner = graph.add('Add', [x, graph.add('Mul', [cube, number(0.044715)])]);
      const tanh = graph.add('Tanh', [graph.add('Mul', [inner, number(Math.sqrt(2 / Math.PI))])]);
      return graph.add('Mul', [graph.add('Mul', [x, number(0.5)]), graph.add('Add', [tanh, number(1)])]);
    }
  }
}

/** A weight [outputs, inputs] as [inputs, outputs]. */
function transposed({ weight, inputs, outputs }: Step & { op: 'linear' }): Float32Array {
  const turned = new Float32Array(weight.length);
  for (let o = 0; o < outputs; o++) for (let i = 0; i < inputs; i++) turned[i * outputs + o] = weight[o * inputs + i]!;
  return turned;
}
