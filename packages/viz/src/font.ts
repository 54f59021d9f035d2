import { fileURLToPath } from 'node:url';

/**
 * The path of DejaVu Sans, which is shipped because a machine without fonts would draw pictures without text. This file
 * is bundled into one right below `dist`, as it is right below `src`, so the path holds for both.
 */
export const font: string = fileURLToPath(new URL('../assets/DejaVuSans.ttf', import.meta.url));
