import { defaultDevice, init, jit, lax, nn, numpy as np, valueAndGrad } from '@jax-js/jax';
import { makeProduct, type Steps, type Task, type Values } from './task.ts';

type Arrays = np.Array[];

const on = ({ shape, values }: Values): np.Array => np.array(values).reshape([...shape]);

function lossOf(task: Task, params: Arrays, x: np.Array, y: np.Array): np.Array {
  const hidden = task.hidden === 'relu' ? nn.relu : nn.sigmoid;
  let z = x;
  let first = 0;
  if (task.images) {
    const [n] = task.batches[0]!.x.shape as [number];
    const [out] = task.params[0]!.shape as [number];
    const columns = lax.convGeneralDilated(x, params[0]!, [1, 1], 'SAME').add(params[1]!.reshape([out, 1, 1]));
    z = np.max(hidden(columns).reshape([n, out, 8, 2, 8, 2]), [3, 5]).reshape([n, out * 64]);
    first = 2;
  }
  for (let i = first; i < params.length; i += 2) {
    z = np.matmul(z, params[i]!).add(params[i + 1]!);
    if (i + 2 < params.length) z = hidden(z);
  }
  if (task.images) return np.mean(np.sum(y.mul(nn.logSoftmax(z, -1)), 1)).neg();
  const p = nn.sigmoid(z);
  const rest = np.array(1).sub(y.ref);
  return np.mean(y.mul(np.log(p.ref)).add(rest.mul(np.log(np.array(1).sub(p))))).neg();
}

const refs = (arrays: Arrays): Arrays => arrays.map((array) => array.ref);

/** What an optimizer makes of parameters and gradients: the parameters first, then what it remembers. */
function stepOf({ optimizer, lr }: Task): (params: Arrays, grads: Arrays, state: Arrays) => [Arrays, Arrays] {
  if (optimizer === 'sgd') return (params, grads) => [params.map((p, i) => p.sub(grads[i]!.mul(lr))), []];
  if (optimizer === 'momentum') {
    return (params, grads, state) => {
      const next = state.map((m, i) => m.mul(0.9).add(grads[i]!));
      return [params.map((p, i) => p.sub(next[i]!.ref.mul(lr))), next];
    };
  }
  return (params, grads, state) => {
    const count = params.length;
    const [power1, power2] = [state[2 * count]!.mul(0.9), state[2 * count + 1]!.mul(0.999)];
    const size = np.array(lr).div(np.array(1).sub(power1.ref));
    const scale = np.array(1).div(np.sqrt(np.array(1).sub(power2.ref)));
    const means = state.slice(0, count).map((m, i) => m.mul(0.9).add(grads[i]!.ref.mul(0.1)));
    const squares = state.slice(count, 2 * count).map((v, i) => v.mul(0.999).add(np.square(grads[i]!).mul(0.001)));
    const next = params.map((p, i) => {
      const root = np.sqrt(squares[i]!.ref).mul(scale.ref).add(1e-8);
      return p.sub(means[i]!.ref.mul(size.ref).div(root));
    });
    size.dispose();
    scale.dispose();
    return [next, [...means, ...squares, power1, power2]];
  };
}

/** jax-js on one of its devices: a step is one jitted function. */
export async function jax(device: 'webgl' | 'webgpu', task: Task): Promise<Steps> {
  await init(device);
  defaultDevice(device);
  let params = task.params.map((param) => (param.shape.length === 2 ? on(param).transpose() : on(param)));
  const zeros = (): Arrays => params.map((p) => np.zeros(p.shape));
  let state: Arrays =
    task.optimizer === 'sgd'
      ? []
      : task.optimizer === 'momentum'
        ? zeros()
        : [...zeros(), ...zeros(), np.array(1), np.array(1)];
  const batches = task.batches.map(({ x, y }) => ({
    x: on(x),
    y: task.images ? nn.oneHot(np.array([...y.values], { dtype: np.int32 }), 10) : on(y),
  }));
  const change = stepOf(task);
  const step = jit((p: Arrays, s: Arrays, x: np.Array, y: np.Array) => {
    const [loss, grads] = valueAndGrad((q: Arrays) => lossOf(task, q, x, y))(refs(p));
    return [loss, ...change(p, grads as Arrays, s)] as [np.Array, Arrays, Arrays];
  });
  let next = 0;
  return async (count) => {
    defaultDevice(device);
    let last: np.Array | null = null;
    for (let i = 0; i < count; i++) {
      last?.dispose();
      const { x, y } = batches[next++ % batches.length]!;
      [last, params, state] = step(params, state, x.ref, y.ref);
    }
    return (await last!.data())[0]!;
  };
}

/** Products one after the other; gives an element of the last. */
export async function jaxProduct(device: 'webgl' | 'webgpu'): Promise<Steps> {
  await init(device);
  defaultDevice(device);
  const [a, b] = makeProduct().map(on) as [np.Array, np.Array];
  const multiply = jit((x: np.Array, y: np.Array) => np.matmul(x, y));
  return async (count) => {
    defaultDevice(device);
    let last = multiply(a.ref, b.ref) as np.Array;
    for (let i = 1; i < count; i++) {
      last.dispose();
      last = multiply(a.ref, b.ref) as np.Array;
    }
    return (await last.data())[0]!;
  };
}
