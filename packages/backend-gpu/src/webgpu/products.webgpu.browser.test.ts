import { products } from '../testing-products.js';

products('webgpu');
