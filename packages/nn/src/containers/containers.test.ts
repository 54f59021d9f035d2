import { cpu } from '@kindling/backend-cpu';
import { manualSeed, noGrad, ones, rand, setBackend, type Tensor } from '@kindling/tensor-core';
import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  Conv2d,
  Dropout,
  Linear,
  Module,
  ModuleDict,
  ModuleList,
  Parameter,
  ParameterList,
  ReLU,
  Sequential,
  Sigmoid,
  Tanh,
} from '../index.js';

setBackend(await cpu());

describe('Sequential', () => {
  test('applies its modules in order, by position or by name', () => {
    manualSeed(1);
    const [a, b] = [new Linear(2, 3), new Linear(3, 1)];
    const x = ones(4, 2);
    const expected = b(a(x)).tolist();
    expect(new Sequential(a, b)(x).tolist()).toEqual(expected);
    const named = new Sequential({ hidden: a, out: b });
    expect(named(x).tolist()).toEqual(expected);
    expect(Object.keys(named.stateDict())).toEqual(['hidden.weight', 'hidden.bias', 'out.weight', 'out.bias']);
    expect([...named]).toEqual([a, b]);
    expect(named.length).toBe(2);
    expect(named.at(-1)).toBe(b);
    expect(() => named.at(2)).toThrow('Sequential: there is no entry 2, only 2');
    expect(new Sequential(a).append(b).stateDict()).toHaveProperty(['1.bias']);
    expect(new Sequential()(x)).toBe(x);
  });

  test('its layers keep their types', () => {
    const listed = new Sequential(new Linear(2, 3), new ReLU(), new Linear(3, 1));
    expectTypeOf(listed.at(0)).toEqualTypeOf<Linear>();
    expectTypeOf(listed.at(1)).toEqualTypeOf<ReLU>();
    expectTypeOf(listed.at(-1)).toEqualTypeOf<Linear>();
    expectTypeOf(listed.at(-2)).toEqualTypeOf<ReLU>();
    expectTypeOf(listed.at(listed.length - 1)).toEqualTypeOf<Module>();
    expect([listed.at(0).outFeatures, listed.at(-1).outFeatures]).toEqual([3, 1]);
    const named = new Sequential({ hidden: new Linear(2, 3), out: new Linear(3, 1) });
    expectTypeOf(named.get('hidden')).toEqualTypeOf<Linear>();
    expect(named.get('out')).toBe(named.at(1));
    // @ts-expect-error: there is no such layer
    expect(() => named.get('hiden')).toThrow("Sequential: there is no module 'hiden', only hidden, out");
    // What takes any Sequential takes these, and a list whose length is not known has modules.
    const any: Sequential[] = [listed, named, new Sequential(), new Sequential(...([new ReLU()] as Module[]))];
    expect(any.map((model) => model.length)).toEqual([3, 2, 0, 1]);
    expect(any[0]!.get('1')).toBe(listed.at(1));
    expectTypeOf(any[0]!.at(0)).toEqualTypeOf<Module>();
    expect(() => listed.at('0' as never)).toThrow("Sequential: the position must be a whole number, not a string '0'");
  });

  test.each([ReLU, Sigmoid, Tanh])(
    'a linear layer and its activation in one pass give the same numbers',
    (Activation) => {
      manualSeed(2);
      const [layer, activation] = [new Linear(3, 4), new Activation()];
      const x = rand(5, 3).requiresGrad_();
      const both = new Sequential(layer, activation);
      const run = (y: Tensor): unknown[] => {
        x.grad = null;
        both.zeroGrad();
        y.mul(y).sum().backward();
        return [y, x.grad!, layer.weight.grad!, layer.bias!.grad!].map((t) => t.tolist());
      };
      expect(run(both(x))).toEqual(run(activation(layer(x))));
      expect(both(x).node!.inputs).toHaveLength(3);
      expect(layer(x).node!.op.name).toBe('addmm');
    },
  );

  test('a convolution and its activation in one pass give the same numbers, and so do two in a row', () => {
    manualSeed(3);
    const layers = [new Conv2d(2, 4, 3, { padding: 1 }), new ReLU(), new Conv2d(4, 3, 2, { stride: 2 }), new Tanh()];
    const both = new Sequential(...layers);
    const x = rand(3, 2, 6, 6).requiresGrad_();
    const run = (y: Tensor): unknown[] => {
      x.grad = null;
      both.zeroGrad();
      y.mul(y).sum().backward();
      return [y, x.grad!, ...both.parameters().map((p) => p.grad!)].map((t) => t.tolist());
    };
    expect(run(both(x))).toEqual(run(layers.reduce((y, layer) => layer(y), x as Tensor)));
    expect(both(x).node!.op.name).toBe('tanh');
    expect(noGrad(() => both(x)).tolist()).toEqual(both(x).tolist());
    expect(both(x.detach().select(0, 0)).tolist()).toEqual(both(x).select(0, 0).tolist());
  });

  test('a layer with a forward of its own is left as it is', () => {
    class Twice extends Linear {
      override forward(x: Tensor): Tensor {
        return super.forward(x).mul(2);
      }
    }
    class Shifted extends ReLU {
      override forward(x: Tensor): Tensor {
        return super.forward(x).add(1);
      }
    }
    const twice = new Twice(2, 2);
    const x = ones(1, 2);
    expect(new Sequential(twice, new ReLU())(x).tolist()).toEqual(twice(x).relu().tolist());
    const plain = new Linear(2, 2);
    expect(new Sequential(plain, new Shifted())(x).tolist()).toEqual(plain(x).relu().add(1).tolist());
  });

  test('says what is no module', () => {
    expect(() => new Sequential(new ReLU(), 3 as never)).toThrow("Sequential: '1' must be a module, not 3");
    expect(() => new Sequential({ 'a.b': new ReLU() })).toThrow('must not be empty or contain a point');
    expect(() => new Sequential(new ReLU(), [] as never)).toThrow("Sequential: '1' must be a module, not an array");
  });
});

describe('ModuleList', () => {
  test('is a list whose modules count', () => {
    const layers = [new Linear(1, 1), new Linear(1, 1)];
    const list = new ModuleList(layers);
    const extra = new Linear(1, 1);
    list.insert(1, extra);
    expect([...list]).toEqual([layers[0], extra, layers[1]]);
    expect(list.namedChildren().map(([name]) => name)).toEqual(['0', '1', '2']);
    expect(list.set(-1, extra).at(2)).toBe(extra);
    expect(list.parameters()).toHaveLength(4);
    expect(Object.keys(list.stateDict())).toHaveLength(6);
    expect(list.length).toBe(3);
    expect(() => list.set(3, extra)).toThrow('there is no entry 3, only 3');
    expect(() => list()).toThrow('a list cannot be called');
  });

  test('may hold modules of other types', () => {
    class Add extends Module<[a: Tensor, b: Tensor]> {
      forward(a: Tensor, b: Tensor): Tensor {
        return a.add(b);
      }
    }
    const list = new ModuleList([new Add()]);
    expect(list.at(0)(ones(1), ones(1)).item()).toBe(2);
  });
});

describe('ParameterList', () => {
  class Net extends Module<[], Tensor> {
    p = new ParameterList([ones(2, 3), new Parameter(ones(4))]);
    l = new Linear(2, 1);
    forward(): Tensor {
      return this.p.at(0).sum().add(this.p.at(-1).sum());
    }
  }

  test('is a list of parameters that are learned, named, converted and printed', () => {
    const net = new Net();
    expect(net.namedParameters().map(([name]) => name)).toEqual(['p.0', 'p.1', 'l.weight', 'l.bias']);
    net().backward();
    expect([...net.p].map(({ grad }) => grad?.shape)).toEqual([[2, 3], [4]]);
    const [first] = net.p;
    net.double();
    expect(net.p.at(0)).toBe(first);
    expect(net.p.at(0).dtype).toBe('float64');
    net.loadStateDict({ ...net.stateDict(), 'p.1': ones(4).mul(3) });
    expect(net.p.at(1).tolist()).toEqual([3, 3, 3, 3]);
    // As torch 1.13 prints it.
    expect(String(net.float())).toBe(`Net(
  (p): ParameterList(
      (0): Parameter containing: [torch.float32 of size 2x3]
      (1): Parameter containing: [torch.float32 of size 4]
  )
  (l): Linear(in_features=2, out_features=1, bias=True)
)`);
    expect(String(new ParameterList())).toBe('ParameterList()');
  });

  test('grows and changes as a list, and says what is no parameter', () => {
    const list = new ParameterList();
    const own = new Parameter(ones(1));
    expect(list.append(ones(1)).extend([own]).length).toBe(2);
    expect(list.at(-1)).toBe(own);
    expect(list.set(0, own).parameters()).toEqual([own]);
    expect(() => list.at(2)).toThrow('ParameterList: there is no entry 2, only 2');
    expect(() => list.append(3 as never)).toThrow("ParameterList: '2' must be a tensor, not 3");
    expect(() => new ParameterList(3 as never)).toThrow('the parameters must be an array of tensors, not 3');
    expect(() => list.append(ones(1).int())).toThrow('int32');
    expect(() => list()).toThrow('a list cannot be called');
  });
});

test('ModuleDict holds modules by name', () => {
  const dict = new ModuleDict<Module>({ a: new Linear(1, 1) });
  dict.set('b', new Dropout());
  expect(dict.keys()).toEqual(['a', 'b']);
  expect(dict.values()).toEqual([dict.get('a'), dict.get('b')]);
  expect([...dict].map(([name]) => name)).toEqual(['a', 'b']);
  expect(dict.has('c')).toBe(false);
  expect(() => dict.get('c')).toThrow("ModuleDict: there is no module 'c', only a, b");
  expect(dict.eval().get('b').training).toBe(false);
  expect(dict.delete('a')).toBe(true);
  expect(dict.delete('a')).toBe(false);
  expect(dict.size).toBe(1);
  expect(() => dict()).toThrow('a dictionary cannot be called');
  expect(new ModuleDict(new Map([['x', new ReLU()]])).keys()).toEqual(['x']);
});
