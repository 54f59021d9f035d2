/** Public functions and classes that have no example, by `module: name`, and why. */
export const withoutExample: Readonly<Record<string, string>> = {
  '@kindling/data/images: ImageTransform':
    'an abstract class; the examples of Resize, RandomRotation and the others show what it does',
  '@kindling/optim: Optimizer': 'an abstract class; the examples of SGD, Adam and the others show what it does',
  '@kindling/optim/lr-scheduler: LRScheduler':
    'an abstract class; the examples of StepLR and the others show what it does',
};
