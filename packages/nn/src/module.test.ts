import { inspect } from 'node:util';
import { cpu } from '@kindling/backend-cpu';
import { manualSeed, noGrad, ones, scope, setBackend, type Tensor, tensor, zeros } from '@kindling/tensor-core';
import { describe, expect, test } from 'vitest';
import {
  type AnyModule,
  Dropout,
  Linear,
  Module,
  Parameter,
  ReLU,
  Sequential,
  Sigmoid,
  StateDictError,
} from './index.js';

setBackend(await cpu());

class Net extends Module {
  hidden = new Linear(2, 3);
  scale = new Parameter(ones(1));
  out = new Sequential(new Linear(3, 1), new Sigmoid());
  readonly label = 'not a module';
  readonly ignored = [new Linear(1, 1)];

  forward(x: Tensor): Tensor {
    return this.out(this.hidden(x).mul(this.scale));
  }
}

describe('a module is a function with fields', () => {
  test('calling it runs forward', () => {
    class Add extends Module<[a: Tensor, b: Tensor]> {
      forward(a: Tensor, b: Tensor): Tensor {
        return a.add(b);
      }
    }
    expect(new Add()(ones(2), ones(2)).tolist()).toEqual([2, 2]);
    const net = new Net();
    expect(net(ones(4, 2)).shape).toEqual([4, 1]);
    expect(net(ones(4, 2)).tolist()).toEqual(net.forward(ones(4, 2)).tolist());
  });

  test('classes, fields and getters work as for any object', () => {
    const net = new Net();
    expect(net).toBeInstanceOf(Net);
    expect(net).toBeInstanceOf(Module);
    expect(new ReLU()).not.toBeInstanceOf(Linear);
    expect(net.constructor).toBe(Net);
    expect(typeof net).toBe('function');
    expect(Object.keys(net)).toEqual(['training', 'hidden', 'scale', 'out', 'label', 'ignored']);
    expect(new Sequential(net, net).length).toBe(2);
  });

  test('a subclass may have fields called name and length, private fields and accessors', () => {
    class Odd extends Module<[], string> {
      override readonly name = 'odd';
      override length = 7;
      readonly #secret = 'secret';
      get secret(): string {
        return this.#secret;
      }
      forward(): string {
        return `${this.name} ${this.length} ${this.secret}`;
      }
    }
    const odd = new Odd();
    odd.length = 8;
    expect(odd()).toBe('odd 8 secret');
  });

  test('fields that are assigned in the constructor count like declared ones', () => {
    class Assigned extends Module {
      declare layer: Linear;
      declare name: string;
      constructor() {
        super();
        this.layer = new Linear(1, 1);
        this.name = 'x';
      }
      forward(x: Tensor): Tensor {
        return this.layer(x);
      }
    }
    expect(new Assigned().namedParameters().map(([name]) => name)).toEqual(['layer.weight', 'layer.bias']);
  });

  test('equality is identity, as for functions', () => {
    const net = new Net();
    expect(net).toEqual(net);
    expect({ net }).toEqual({ net });
    expect(net).not.toEqual(new Net());
    expect(() => expect(net).toEqual(new Net())).toThrow();
  });

  test('the types of input and output are those of forward', () => {
    const net = new Net();
    const any: AnyModule[] = [net, new Odd2()];
    expect(any).toHaveLength(2);
    // @ts-expect-error: Net takes a tensor.
    expect(() => net(3)).toThrow();
  });
});

class Odd2 extends Module<[n: number], number> {
  forward(n: number): number {
    return n + 1;
  }
}

describe('what a module consists of', () => {
  test('parameters and modules come in the order of the fields', () => {
    const net = new Net();
    expect(net.namedParameters().map(([name]) => name)).toEqual([
      'scale',
      'hidden.weight',
      'hidden.bias',
      'out.0.weight',
      'out.0.bias',
    ]);
    expect(net.namedModules().map(([name]) => name)).toEqual(['', 'hidden', 'out', 'out.0', 'out.1']);
    expect(net.namedChildren().map(([name]) => name)).toEqual(['hidden', 'out']);
    expect(net.parameters()).toEqual(net.namedParameters().map(([, p]) => p));
  });

  test('what is shared appears once, but under each name in the state', () => {
    class Tied extends Module {
      a = new Linear(2, 2);
      b = new Linear(2, 2);
      c = this.a;
      constructor() {
        super();
        this.b.weight = this.a.weight;
      }
      forward(x: Tensor): Tensor {
        return this.c(this.b(this.a(x)));
      }
    }
    const tied = new Tied();
    expect(tied.namedParameters().map(([name]) => name)).toEqual(['a.weight', 'a.bias', 'b.bias']);
    expect(Object.keys(tied.stateDict())).toEqual(['a.weight', 'a.bias', 'b.weight', 'b.bias', 'c.weight', 'c.bias']);
    expect(tied.modules()).toHaveLength(3);
    tied.double();
    expect(tied.b.weight).toBe(tied.a.weight);
    expect(tied.a.weight.dtype).toBe('float64');
  });

  test('train, eval, requiresGrad_, zeroGrad and apply reach everything below', () => {
    const net = new Net();
    expect(
      net
        .eval()
        .modules()
        .some((module) => module.training),
    ).toBe(false);
    expect(
      net
        .train()
        .modules()
        .every((module) => module.training),
    ).toBe(true);
    net(ones(1, 2)).sum().backward();
    expect(net.parameters().every((p) => p.grad !== null)).toBe(true);
    net.zeroGrad({ setToNone: false });
    expect(net.scale.grad?.tolist()).toEqual([0]);
    net.zeroGrad();
    expect(net.parameters().every((p) => p.grad === null)).toBe(true);
    net.requiresGrad_(false);
    expect(net(ones(1, 2)).requiresGrad).toBe(false);
    const seen: AnyModule[] = [];
    net.apply((module) => seen.push(module));
    expect(seen).toEqual([net.hidden, net.out.at(0), net.out.at(1), net.out, net]);
  });

  test('a buffer is state but no parameter', () => {
    class Counter extends Module {
      declare count: Tensor;
      declare scratch: Tensor;
      constructor() {
        super();
        this.registerBuffer('count', zeros(1), { key: 'num_calls' });
        this.registerBuffer('scratch', zeros(1), { persistent: false });
      }
      forward(x: Tensor): Tensor {
        this.count.add_(1);
        return x;
      }
    }
    const model = new Sequential(new Counter());
    model(ones(1));
    expect(model.parameters()).toEqual([]);
    expect(model.namedBuffers().map(([name]) => name)).toEqual(['0.num_calls', '0.scratch']);
    expect(model.stateDict()['0.num_calls']?.tolist()).toEqual([1]);
    expect(Object.keys(model.stateDict())).toEqual(['0.num_calls']);
    expect(() => new Net().registerBuffer('hidden', ones(1))).toThrow("registerBuffer: Net already has 'hidden'");
  });

  test('parameters that are made in a scope outlive it', () => {
    const model = scope(() => {
      const layer = new Linear(2, 2);
      return { layer };
    }).layer;
    expect(model(ones(1, 2)).shape).toEqual([1, 2]);
  });
});

describe('state', () => {
  test('goes from one module to another by PyTorch’s names', () => {
    manualSeed(1);
    const from = new Net();
    const to = new Net();
    const state = from.stateDict();
    expect(to(ones(1, 2)).tolist()).not.toEqual(from(ones(1, 2)).tolist());
    expect(to.loadStateDict(state)).toEqual({ missingKeys: [], unexpectedKeys: [] });
    expect(to(ones(1, 2)).tolist()).toEqual(from(ones(1, 2)).tolist());
    noGrad(() => from.hidden.weight.zero_());
    expect(state['hidden.weight']?.sum().item()).toBe(0);
    expect(to.hidden.weight.detach().abs().sum().item()).toBeGreaterThan(0);
  });

  test('goes through JSON, as in a message to a worker', () => {
    const [from, to] = [new Net(), new Net()];
    const posted = structuredClone(JSON.parse(JSON.stringify(from.stateDict())));
    to.loadStateDict(posted);
    expect(JSON.stringify(to.stateDict())).toBe(JSON.stringify(from.stateDict()));
    posted['hidden.weight'].values = [[1, null]];
    expect(() => to.loadStateDict(posted)).toThrow('not null');
    expect(JSON.stringify(to.stateDict())).toBe(JSON.stringify(from.stateDict()));
  });

  test('an error lists everything that does not fit, and changes nothing', () => {
    const net = new Net();
    const { 'hidden.bias': _, ...state } = net.stateDict();
    const before = net.scale.tolist();
    const bad = { ...state, scale: zeros(1), 'hidden.weight': zeros(2, 2), other: zeros(1) };
    expect(() => net.loadStateDict(bad)).toThrow(StateDictError);
    expect(() => net.loadStateDict(bad)).toThrow(
      'The state dict does not fit Net:\n' +
        '\tMissing key(s): "hidden.bias"\n' +
        '\tUnexpected key(s): "other"\n' +
        '\tSize mismatch for hidden.weight: [2, 2] in the state dict, [3, 2] in the module',
    );
    expect(() => net.loadStateDict(bad, { strict: false })).toThrow('Size mismatch');
    expect(net.scale.tolist()).toEqual(before);
    expect(net.loadStateDict({ scale: tensor([5]), x: zeros(1) }, { strict: false }).unexpectedKeys).toEqual(['x']);
    expect(net.scale.tolist()).toEqual([5]);
  });

  test.each([
    [[1, 2], 'Net.loadStateDict: the state dict must be an object of tensors by name, not an array of 2'],
    [null, 'not null'],
    [undefined, 'not undefined'],
    [{ scale: [5] }, 'scale must be a tensor, not an array of 1'],
    [{ scale: { data: [5] } }, 'scale must be a tensor, not an object { data }'],
    [
      { scale: ones([1], { dtype: 'int32' }) },
      'Dtype mismatch for scale: int32 in the state dict, float32 in the module',
    ],
    [JSON.parse('{ "__proto__": [1] }'), 'Unexpected key(s): "__proto__"'],
  ])('%o is refused, and changes nothing', (changed, message) => {
    const net = new Net();
    const values = (): unknown => Object.values(net.stateDict()).map((value) => value.tolist());
    const before = values();
    const whole = typeof changed === 'object' && changed !== null && !Array.isArray(changed);
    // Entries, as assigning `__proto__` would do something else.
    const entries = (state: object): [string, unknown][] => Object.entries(state);
    const other = { ...net.stateDict(), 'hidden.bias': ones(3) };
    const state = whole ? Object.fromEntries([...entries(other), ...entries(changed)]) : changed;
    expect(() => net.loadStateDict(state)).toThrow(message);
    expect(values()).toEqual(before);
  });

  test('tensors of the module itself under other names are read before they change', () => {
    const net = new Sequential(new Linear(1, 1), new Linear(1, 1));
    const { '0.weight': first, '1.weight': second } = net.stateDict();
    const [left, right] = [first!.item(), second!.item()];
    net.loadStateDict({ '0.weight': second!, '1.weight': first! }, { strict: false });
    expect([first!.item(), second!.item()]).toEqual([right, left]);
  });

  test('moves to another backend with its gradients', async () => {
    const other = await cpu();
    const net = new Net();
    net(ones(1, 2)).sum().backward();
    const gradient = net.hidden.weight.grad!.tolist();
    const before = net.stateDict();
    const parameters = net.parameters();
    expect(await net.to(other)).toBe(net);
    // The same objects, which an optimizer may have.
    expect(net.parameters().every((p, i) => p === parameters[i])).toBe(true);
    expect(net.parameters().every((p) => p instanceof Parameter && p.backend === other && p.requiresGrad)).toBe(true);
    expect(net.hidden.weight.grad?.backend).toBe(other);
    expect(net.hidden.weight.grad?.tolist()).toEqual(gradient);
    expect(net.hidden.weight.tolist()).toEqual(before['hidden.weight']?.tolist());
    net.loadStateDict(before);
    expect(net(ones([1, 2], { backend: other })).shape).toEqual([1, 1]);
    await net.to('float64');
    expect(net.float().hidden.weight.dtype).toBe('float32');
  });
});

test('a graph from before a move is not differentiated at what came after', () => {
  const net = new Linear(1, 1);
  const loss = net(ones(1, 1)).mul(net.weight).sum();
  net.double();
  expect(() => loss.backward()).toThrow('changed in place');
});

test('a move that fails changes nothing', async () => {
  const single = await cpu();
  Object.defineProperty(single, 'supports', { value: (dtype: string) => dtype !== 'float64' });
  const net = new Net();
  net.out.double();
  const before = net.parameters();
  await expect(net.to(single)).rejects.toThrow('has no float64 tensors');
  expect(net.parameters().every((p, i) => p === before[i])).toBe(true);
  expect(await net.float().to(single)).toBe(net);
});

describe('printing', () => {
  test('console.log, String and templates print what PyTorch prints', () => {
    const net = new Net();
    const text = [
      'Net(',
      '  (hidden): Linear(in_features=2, out_features=3, bias=True)',
      '  (out): Sequential(',
      '    (0): Linear(in_features=3, out_features=1, bias=True)',
      '    (1): Sigmoid()',
      '  )',
      ')',
    ].join('\n');
    expect(String(net)).toBe(text);
    expect(`${net}`).toBe(text);
    expect(inspect(net)).toBe(text);
    expect(inspect(new Dropout())).toBe('Dropout(p=0.5, inplace=False)');
    expect(inspect(new Parameter(ones(2)))).toBe('Parameter containing:\ntensor([1., 1.], requires_grad=True)');
  });

  test('the name does not depend on that of the class', () => {
    const Short = class a extends Linear {
      override moduleName(): string {
        return 'Long';
      }
    };
    expect(String(new Short(1, 1))).toBe('Long(in_features=1, out_features=1, bias=True)');
  });
});
