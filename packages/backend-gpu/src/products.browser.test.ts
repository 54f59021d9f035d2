import { products } from './testing-products.js';

products('webgl2');
