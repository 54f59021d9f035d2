import { coalesce, distance, inverseBody, invert } from '../layout.js';
import { type Call, getter, indexFunction, type KernelSpec, readKey, type Source } from './call.js';

/** All elements of the target's texture, those of the target replaced by a source of its shape or by one number. */
export function assigned(target: Source, source: Source | number): Call {
  const number = typeof source === 'number';
  const walk = coalesce(target.shape, number ? [target.strides] : [target.strides, source.strides]);
  const inverse = invert(walk.shape, walk.strides[0]!);
  const size = target.bufferSize;
  const shared = [
    getter('old', target.texture),
    indexFunction('at', ['i', 'first'], inverseBody(inverse, 'i - first')),
    // Turned to 0 or 1.
    indexFunction('inside', ['place'], 'place >= 0 ? 1 : 0'),
  ];
  const key = `assign|${walk.shape}${readKey(size, walk.strides[0]!)}`;
  const first = target.offset + inverse.first;
  if (number) {
    const make = (thread: string): KernelSpec => ({
      source: `function (old, first, value) {
        return choose(inside(at(${thread}, first)), value, get_old(old, ${thread}));
      }`,
      parameters: { old: 'texture', first: 'int', value: 'float' },
      own: shared,
      uses: ['choose'],
    });
    return { key: `${key}|number`, size, args: [target.texture, first, source], make };
  }
  const read = indexFunction(
    'from',
    ['i', 'offset'],
    `offset + ${distance('max(i, 0)', walk.shape, walk.strides[1]!)}`,
  );
  const make = (thread: string): KernelSpec => ({
    source: `function (old, first, source, offset) {
      const before = get_old(old, ${thread});
      return choose(inside(at(${thread}, first)), get_source(source, from(at(${thread}, first), offset)), before);
    }`,
    parameters: { old: 'texture', first: 'int', source: 'texture', offset: 'int' },
    own: [...shared, getter('source', source.texture), read],
    uses: ['choose'],
  });
  return {
    key: `${key}${readKey(source.bufferSize, walk.strides[1]!)}`,
    size,
    args: [target.texture, first, source.texture, source.offset],
    make,
  };
}
