import type { GivenPoints } from './points.js';
import type { ExperimentOptions, ExperimentSpec } from './spec.js';

/** What the network is shown of points that are more than their places, and of the plane that their picture shows. */
export interface PointInputs {
  /** Row by row, as many numbers a point as `origin` has. */
  readonly values: Float32Array;
  /** What it is shown in the middle of the picture. */
  readonly origin: Float32Array;
  /** What one to the right adds to that, and what one upwards does. */
  readonly across: Float32Array;
  readonly up: Float32Array;
}

/** The points of an experiment. */
export interface Points {
  /** Coordinates, two a point. */
  readonly xy: Float32Array;
  /** A class, 0 or 1, for each point. */
  readonly labels: Uint8Array;
  /** 1 for points that are held out. */
  readonly heldOut: Uint8Array;
  /** For an experiment with `inputs`. */
  readonly inputs?: PointInputs;
}

/** What a session is told. */
export type SessionMessage =
  /** Begins an experiment from its first weights; with points for data that is not drawn. */
  | { readonly type: 'configure'; readonly spec: ExperimentOptions; readonly points?: GivenPoints }
  /** Trains until it is told otherwise. */
  | { readonly type: 'play' }
  /** Stops after the step under way. */
  | { readonly type: 'pause' }
  /** Takes so many steps, or epochs, and stops. */
  | { readonly type: 'step'; readonly count?: number; readonly unit?: 'step' | 'epoch' }
  /** Goes back, or on, to the end of an epoch, and stops; 0 is before training. */
  | { readonly type: 'seek'; readonly epoch: number }
  /** Asks what the network makes of a point. */
  | { readonly type: 'probe'; readonly x: number; readonly y: number }
  /** Takes one step and tells it in numbers, with what the network made of one of the points before. */
  | { readonly type: 'dissect'; readonly point?: number }
  /** Goes on with other points and the weights as they are. */
  | { readonly type: 'setPoints'; readonly points: GivenPoints }
  /** Asks for the weights as a safetensors file. */
  | { readonly type: 'save' }
  /** The page has taken the frame, and the next one may come. */
  | { readonly type: 'taken' };

/** An experiment has begun. */
export interface ReadyEvent {
  readonly type: 'ready';
  /** Counts the experiments of a session; frames carry it too. */
  readonly run: number;
  readonly spec: ExperimentSpec;
  readonly points: Points;
  /** Fields cover from `-extent` to `extent` in both directions. */
  readonly extent: number;
  /** Points of a field along one side; that of a neuron's. */
  readonly size: number;
  readonly neuronSize: number;
  /** How many numbers the network learns. */
  readonly parameters: number;
}

/** How well the network does on some points. */
export interface Score {
  readonly loss: number;
  readonly accuracy: number;
}

/** A picture of training; its arrays are transferred, not copied. */
export interface Frame {
  readonly type: 'frame';
  readonly run: number;
  readonly epoch: number;
  readonly step: number;
  readonly playing: boolean;
  readonly lr: number;
  /** Steps a second, over about the last second; `null` before there are any. */
  readonly stepsPerSecond: number | null;
  /** The norm of all gradients of the last step together. */
  readonly gradientNorm: number | null;
  /** Epoch, mean loss of its steps, loss on held-out points (NaN without any), three by three, since the frame before. */
  readonly losses: Float32Array;
  /** Logits on a grid of `size` times `size`, from the lower left, rows upwards. */
  readonly field: Float32Array;
  /** Five times a second: the points' logits, and scores. */
  readonly metrics: {
    readonly logits: Float32Array;
    readonly train: Score;
    readonly heldOut: Score | null;
  } | null;
  /** Ten times a second: each unit's response on its grid, and the weights of each linear layer. */
  readonly neurons: {
    readonly fields: Float32Array;
    readonly weights: readonly Float32Array[];
  } | null;
  /** The first epoch that can be gone back to. */
  readonly first: number;
}

/** Training was stopped by what happened in it. */
export interface StoppedEvent {
  readonly type: 'stopped';
  readonly run: number;
  readonly epoch: number;
  /** What happened, and what to do. */
  readonly message: string;
}

/** What the network makes of a point. */
export interface ProbeEvent {
  readonly type: 'probed';
  readonly run: number;
  readonly x: number;
  readonly y: number;
  readonly logit: number;
  readonly probability: number;
  /** The numbers that come out of each hidden layer's activation. */
  readonly activations: readonly (readonly number[])[];
}

/** One step of training in numbers. */
export interface DissectedEvent {
  readonly type: 'dissected';
  readonly run: number;
  /** Steps that were taken, with this one. */
  readonly step: number;
  /** The learning rate of this step. */
  readonly lr: number;
  /** The loss on all points that are trained on, before the step and after it. */
  readonly lossBefore: number;
  readonly lossAfter: number;
  /** One of the points, what the network was shown of it and what it made of it before the step. */
  readonly point: {
    readonly index: number;
    readonly x: number;
    readonly y: number;
    readonly label: number;
    readonly features: readonly number[];
    readonly activations: readonly (readonly number[])[];
    readonly logit: number;
    readonly probability: number;
  };
  /** Each parameter before the step, its gradient (`null` where it got none), and the parameter after it. */
  readonly parameters: readonly {
    readonly name: string;
    readonly shape: readonly number[];
    readonly before: Float32Array;
    readonly gradient: Float32Array | null;
    readonly after: Float32Array;
  }[];
}

/** The weights as a file. */
export interface SavedEvent {
  readonly type: 'saved';
  readonly run: number;
  readonly bytes: Uint8Array;
}

/** A message that could not be followed. */
export interface FailedEvent {
  readonly type: 'failed';
  /** The type of the message. */
  readonly to: string;
  readonly message: string;
}

/** What a session tells. */
export type SessionEvent = ReadyEvent | Frame | StoppedEvent | ProbeEvent | DissectedEvent | SavedEvent | FailedEvent;
