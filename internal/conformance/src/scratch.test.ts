import { cpu } from '@kindling/backend-cpu';
import { arange, grad, setBackend, tensor } from '@kindling/tensor-core';
import { test } from 'vitest';

test('x', async () => {
  setBackend(await cpu());
  const x = arange(12).float().reshape(4, 3).requiresGrad_();
  const y = x.T.reshape(-1);
  const w = arange(12).float();
  console.log(y.tolist(), grad(y.mul(w).sum(), x)[0]!.tolist());
  const z = x.T.reshape(-1).indexSelect(0, [0, 1, 2, 5]);
  console.log(z.tolist(), grad(z.mul(tensor([1, 2, 3, 4])).sum(), x)[0]!.tolist());
  const m = x.T.maskedSelect(
    tensor([
      [true, true, true, false],
      [false, true, false, false],
      [true, false, false, false],
    ]),
  );
  console.log(m.tolist(), grad(m.mul(arange(5)).sum(), x)[0]!.tolist());
});
