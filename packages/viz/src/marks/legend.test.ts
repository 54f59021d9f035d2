import { expect, it } from 'vitest';
import { lightTheme } from '../theme.js';
import { legendMarks, legendRows } from './legend.js';

it('names of any length are whole where the legend has the width it asked for', () => {
  const names = Array.from({ length: 40 }, (_, i) => 'held out, trained on, A, B, ROC and so on'.slice(i % 7, i + 1));
  for (const label of names.filter((name) => name !== '')) {
    const items = [{ label, color: '#000000' }];
    const { width, height } = legendRows(items, 1000);
    for (const x of [0, 78, 0.1 + 0.2]) {
      const marks = legendMarks(items, { x, y: 0, width, height }, lightTheme, 'rows');
      expect(marks.flatMap((mark) => (mark.type === 'text' ? [mark.text] : []))).toEqual([label]);
    }
  }
});
