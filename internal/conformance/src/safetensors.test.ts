import { cpu } from '@kindling/backend-cpu';
import { BatchNorm1d, Conv2d, Flatten, Linear, MaxPool2d, ReLU, Sequential } from '@kindling/nn';
import { setBackend, tensor } from '@kindling/tensor-core';
import { predict } from '@kindling/train';
import { readSafetensors, writeSafetensors } from '@kindling/train/safetensors';
import { expect, it } from 'vitest';
import values from '../values/train/safetensors.json';

setBackend(await cpu());

const bytes = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

function network(): Sequential {
  return new Sequential(
    new Conv2d(1, 3, 3),
    new ReLU(),
    new MaxPool2d(2),
    new Flatten(),
    new BatchNorm1d(27),
    new Linear(27, 2),
  );
}

it("a network with PyTorch's weights says what it says there, and gives them back bit for bit", async () => {
  const { tensors, metadata } = readSafetensors(bytes(values.file));
  expect(metadata).toEqual({ format: 'pt' });
  const model = network();
  model.loadStateDict(tensors);
  const x = tensor(values.x).reshape([2, 1, 8, 8]);
  const y = predict(model, x).dataSync();
  values.y.forEach((value, i) => {
    expect(y[i]).toBeCloseTo(value, 5);
  });

  const back = readSafetensors(await writeSafetensors(model.stateDict(), { metadata })).tensors;
  expect(Object.keys(back).sort()).toEqual(Object.keys(tensors).sort());
  for (const [name, value] of Object.entries(back)) expect(value.tolist()).toEqual(tensors[name]!.tolist());
});

it('numbers of 16 bits are those of PyTorch', () => {
  const { tensors } = readSafetensors(bytes(values.narrow));
  expect(tensors.half!.tolist()).toEqual(values.narrowValues.half);
  expect(tensors.brain!.tolist()).toEqual(values.narrowValues.brain);
});
