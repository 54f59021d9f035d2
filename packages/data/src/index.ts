/**
 * Datasets, loaders, CSV, label encoding and scikit-learn's splits.
 *
 * @module
 */
export { type Collated, collate } from './collate.js';
export type { StreamSource } from './csv/chunks.js';
export type { DateOrder } from './csv/date-text.js';
export type { CsvEncoding } from './csv/decode.js';
export { CsvError } from './csv/errors.js';
export type { ReadCsvOptions } from './csv/options.js';
export { type CsvOptions, type CsvTable, parseCsv } from './csv/parse-csv.js';
export { parseTable } from './csv/parse-table.js';
export { type Chunks, type CsvSource, readCsv } from './csv/read-csv.js';
export { type ReadJsonLinesOptions, readJsonLines } from './csv/read-json-lines.js';
export { type StreamCsvOptions, streamCsv } from './csv/stream-csv.js';
export { type StreamJsonLinesOptions, streamJsonLines } from './csv/stream-json-lines.js';
export { DataLoader, type DataLoaderOptions } from './data-loader.js';
export { ConcatDataset, type Dataset, type Draw, Subset, TensorDataset } from './dataset.js';
export { type GaussianBlobsOptions, gaussianBlobs } from './datasets/gaussian-blobs.js';
export * from './datasets/index.js';
export { loadSonar } from './datasets/sonar.js';
export { IterableDataset } from './iterable-dataset.js';
export * from './preprocessing/index.js';
export { randomSplit } from './random-split.js';
export {
  RandomSampler,
  type RandomSamplerOptions,
  type Sampler,
  SequentialSampler,
  WeightedRandomSampler,
} from './samplers.js';
export * from './splits/index.js';
export * from './table/index.js';
export { type DataTable, type TableTensors, toTensors } from './to-tensors.js';
export * from './transforms/index.js';
