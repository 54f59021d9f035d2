/** A page that trains a usual network, and draws on what such networks are made of. */
import { cpu } from '@kindling/backend-cpu';
import {
  BatchNorm1d,
  BCELoss,
  BCEWithLogitsLoss,
  Conv2d,
  CrossEntropyLoss,
  Dropout,
  Linear,
  ReLU,
  Sequential,
  Sigmoid,
} from '@kindling/nn';
import { Adam, AdamW, SGD } from '@kindling/optim';
import { StepLR } from '@kindling/optim/lr-scheduler';
import { manualSeed, noGrad, setBackend, tensor } from '@kindling/tensor-core';

setBackend(await cpu());
manualSeed(1);
const layers = { BatchNorm1d, Conv2d, Dropout, Linear, ReLU, Sequential, Sigmoid };
const losses = { BCELoss, BCEWithLogitsLoss, CrossEntropyLoss };
console.log(layers, losses, { Adam, AdamW, SGD, StepLR }, noGrad, tensor);
