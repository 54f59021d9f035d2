import { type GraphNode, graphPlot, type PlotOptions, type Scene } from '@kindling/viz';

export default function example(options: PlotOptions = {}): Scene {
  const nodes: GraphNode[] = [
    { name: 'x', detail: '[20, 2]', inputs: [] },
    { name: '0.weight', detail: '[100, 2]', kind: 'leaf', inputs: [] },
    { name: '0.bias', detail: '[100]', kind: 'leaf', inputs: [] },
    { name: 'linear', detail: '[20, 100]', inputs: [0, 1, 2] },
    { name: 'sigmoid', detail: '[20, 100]', inputs: [3] },
    { name: '2.weight', detail: '[1, 100]', kind: 'leaf', inputs: [] },
    { name: '2.bias', detail: '[1]', kind: 'leaf', inputs: [] },
    { name: 'linear', detail: '[20, 1]', inputs: [4, 5, 6] },
    { name: 'y', detail: '[20, 1]', inputs: [] },
    { name: 'binaryCrossEntropyWithLogits', detail: '[]', inputs: [7, 8] },
  ];
  return graphPlot({ ...options, nodes, title: 'What the loss was made from' });
}
