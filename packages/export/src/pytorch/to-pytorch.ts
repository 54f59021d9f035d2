import { Module } from '@kindling/nn';
import { Classifier } from '@kindling/train';
import { writeSafetensors } from '@kindling/train/safetensors';
import { type Exportable, noModel } from '../exportable.js';
import { pipelineOf } from '../pipeline.js';
import { layersInPython } from './layers-in-python.js';
import { CLASSIFIER, READ_WEIGHTS } from './runtime.js';

/** What stands for a missing value in a CSV file, as `readCsv` has it. */
const MISSING = [
  ...['', 'NA', 'N/A', 'n/a', 'na', '<NA>', '#N/A', '#NA', 'NaN', 'nan', '-NaN', '-nan', 'NAN'],
  ...['null', 'NULL', 'Null', '?', '-', '#NULL!'],
];

/**
 * A model as a Python script that builds it in PyTorch, with its weights (safetensors, as base64). It needs nothing but torch.
 *
 * Of a {@link Classifier} it has `load()`, `encode(rows)` and `predict_proba(model, rows)` for rows as dictionaries, and
 * run as a program it predicts a CSV file: `python model.py data.csv -o predictions.csv`. Of a network (`Sequential` of
 * PyTorch's layers) it has `load()`.
 *
 * @throws `ArgumentError` for what is no model, and for a layer that PyTorch does not have, naming it.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { toPytorch } from '@kindling/export';
 * import { Linear, ReLU, Sequential } from '@kindling/nn';
 * import { setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const script = await toPytorch(new Sequential(new Linear(4, 8), new ReLU(), new Linear(8, 1)));
 * console.log(/nn\.Linear\(in_features=4, out_features=8, bias=True\)/.test(script)); // => true
 * ```
 */
export async function toPytorch(model: Exportable): Promise<string> {
  if (model instanceof Classifier) return classifierScript(model);
  if (!(model instanceof Module)) noModel('toPytorch', model);
  return [
    ...head(['base64', 'json', 'struct'], layersInPython('toPytorch', model)),
    `WEIGHTS = """\n${inLines(await writeSafetensors(model.stateDict()))}\n"""`,
    READ_WEIGHTS,
    '\ndef load():\n    """The trained network."""\n    model = network()\n    model.load_state_dict(read_weights(WEIGHTS))\n    return model.eval()\n',
  ].join('\n');
}

async function classifierScript(model: Classifier): Promise<string> {
  const { columns, members, calibration, labels, threshold, target, width } = await pipelineOf('toPytorch', model);
  const network = model.networks[0]!;
  const state = Object.fromEntries(
    model.networks.flatMap((each, k) =>
      Object.entries(each.stateDict()).map(([name, tensor]) => [`members.${k}.${name}`, tensor] as const),
    ),
  );
  const plain = {
    ...{ target, labels, threshold, width, members: members.length, calibration },
    columns,
  };
  return [
    ...head(
      ['argparse', 'base64', 'csv', 'datetime', 'itertools', 'json', 'math', 're', 'struct', 'sys'],
      layersInPython('toPytorch', network),
    ),
    // JSON in JSON is a text that Python reads as it is.
    `MODEL = json.loads(${JSON.stringify(JSON.stringify(plain))})`,
    `MISSING = set(json.loads(${JSON.stringify(JSON.stringify(MISSING))}))`,
    `WEIGHTS = """\n${inLines(await writeSafetensors(state))}\n"""`,
    READ_WEIGHTS,
    CLASSIFIER,
  ].join('\n');
}

function head(modules: readonly string[], layers: string): string[] {
  return [
    '"""Written by Kindling: a trained model. It needs nothing but PyTorch."""',
    ...modules.map((name) => `import ${name}`),
    '\nimport torch\nfrom torch import nn\n',
    `\ndef network():\n    """An untrained network."""\n    return ${layers.replaceAll('\n', '\n    ')}\n\n`,
  ];
}

/** Base64 in lines that editors can show. */
function inLines(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replace(/(.{120})(?=.)/g, '$1\n');
}
