import { type ModuleLike, moduleTree, type PlotOptions, type Scene } from '@kindling/viz';

/** What the plot asks of a module; those of @kindling/nn answer the same. */
function layer(kind: string, detail: string, shapes: number[][], children: [string, ModuleLike][] = []): ModuleLike {
  return {
    namedChildren: () => children,
    ownParameters: () => shapes.map((shape, i) => [String(i), { shape }] as const),
    moduleName: () => kind,
    extraRepr: () => detail,
  };
}

export default function example(options: PlotOptions = {}): Scene {
  const features = layer(
    'Sequential',
    '',
    [],
    [
      ['0', layer('Conv2d', '1, 16, kernel_size=(3, 3)', [[16, 1, 3, 3], [16]])],
      ['1', layer('ReLU', '', [])],
      ['2', layer('MaxPool2d', 'kernel_size=2', [])],
    ],
  );
  const module = layer(
    'DigitNet',
    '',
    [],
    [
      ['features', features],
      ['flatten', layer('Flatten', '', [])],
      ['dropout', layer('Dropout', 'p=0.25', [])],
      ['classify', layer('Linear', 'in_features=144, out_features=1', [[1, 144], [1]])],
    ],
  );
  return moduleTree({ ...options, module });
}
