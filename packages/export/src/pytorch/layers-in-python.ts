import * as nn from '@kindling/nn';
import { ArgumentError } from '@kindling/tensor-core';

/** An expression that builds the layers in PyTorch. They print themselves as PyTorch does, which is nearly Python. */
export function layersInPython(where: string, module: nn.AnyModule, path = ''): string {
  if ((module.constructor as unknown) === nn.Sequential) {
    const children = module
      .ownModules()
      .map(([name, child]) => [name, layersInPython(where, child, path === '' ? name : `${path}.${name}`)] as const);
    const numbered = children.every(([name], i) => name === String(i));
    const lines = children.map(([name, text]) =>
      `    ${numbered ? text : `(${JSON.stringify(name)}, ${text})`}`.replaceAll('\n', '\n    '),
    );
    const list = `\n${lines.map((line) => `${line},\n`).join('')}`;
    return numbered ? `nn.Sequential(${list})` : `nn.Sequential(__import__("collections").OrderedDict([${list}]))`;
  }
  const name = module.moduleName();
  if ((nn as Record<string, unknown>)[name] !== module.constructor || module.ownModules().length > 0) {
    const place = path === '' ? '' : ` (${path})`;
    throw new ArgumentError(
      `${where}: ${name}${place} cannot be exported; it takes Sequential of PyTorch's layers. For others write the class in Python and load the weights from writeSafetensors`,
    );
  }
  return `nn.${name}(${argumentsOf(module)})`;
}

/** What a layer prints between its parentheses, as arguments. */
function argumentsOf(module: nn.AnyModule): string {
  // It prints bounds that its constructor does not take.
  if (module instanceof nn.ReLU6) return '';
  if (module instanceof nn.AvgPool2d || module instanceof nn.AvgPool1d) return poolArguments(module);
  return module
    .extraRepr()
    .replace(
      /=([a-z]\w*)(?=,|$)/g,
      (_, word: string) => `=${/^(?:inf|nan)$/.test(word) ? `float("${word}")` : `"${word}"`}`,
    )
    .replace(/=-inf(?=,|$)/g, '=float("-inf")');
}

/** These print less than they are told. */
function poolArguments(module: nn.AvgPool2d | nn.AvgPool1d): string {
  const { ceilMode, countIncludePad } = module.options;
  const word = (value: boolean): string => (value ? 'True' : 'False');
  const divisor = 'divisorOverride' in module.options ? module.options.divisorOverride : null;
  return `${module.extraRepr()}, ceil_mode=${word(ceilMode)}, count_include_pad=${word(countIncludePad)}${divisor === null ? '' : `, divisor_override=${divisor}`}`;
}
