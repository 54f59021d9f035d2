export * from './module-dict.js';
export * from './module-list.js';
export * from './parameter-list.js';
export * from './sequential.js';
