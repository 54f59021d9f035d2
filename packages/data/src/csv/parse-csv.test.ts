import { describe, expect, it } from 'vitest';
import { loadSonar } from '../datasets/sonar.js';
import { CsvError } from './errors.js';
import { type CsvOptions, parseCsv } from './parse-csv.js';

const plain = '1,2,a\n3,4,b\n';
const expected = { data: Float64Array.of(1, 2, 3, 4), rows: 2, columns: 2, labels: ['a', 'b'] };

describe('accepts', () => {
  it('a table without a header', () => {
    expect(parseCsv(plain)).toEqual({ ...expected, featureNames: ['1', '2'], targetName: '3' });
  });

  it.each([
    ['a byte order mark', '\ufeff1,2,a\n3,4,b\n'],
    ['CRLF', '1,2,a\r\n3,4,b\r\n'],
    ['CR', '1,2,a\r3,4,b'],
    ['mixed line ends', '1,2,a\r\n3,4,b\n'],
    ['no line end at the end', '1,2,a\n3,4,b'],
    ['blank lines', '\n\n1,2,a\n  \n3,4,b\n\n\n'],
    ['quoted fields', '"1",2,"a"\n3,"4",b\n'],
    ['white space', ' 1 ,\t2, a\n3,4,b \n'],
    ['other spellings of numbers', '+1,2.,a\n3e0,.4E+1,b\n'],
  ])('%s', (_, text) => {
    expect(parseCsv(text)).toMatchObject(expected);
  });

  it('a header, and a target in any column', () => {
    const table = parseCsv('x,kind,y\n1,a,2\n3,b,4\n', { header: true, target: 'kind' });
    expect(table).toEqual({ ...expected, featureNames: ['x', 'y'], targetName: 'kind' });
    expect(parseCsv('a,1,2\nb,3,4', { target: '1' })).toEqual({
      ...expected,
      featureNames: ['2', '3'],
      targetName: '1',
    });
  });

  it('no labels, other delimiters, and delimiters and lines inside quotes', () => {
    expect(parseCsv('1,2\n3,4', { target: null })).toMatchObject({ ...expected, labels: [], targetName: null });
    expect(parseCsv('1;2;a\n3;4;b', { delimiter: ';' })).toMatchObject(expected);
    expect(parseCsv('1\t2\ta\n3\t4\tb', { delimiter: '\t' })).toMatchObject(expected);
    for (const mark of [';', '\t', '|', ' ', '   ']) {
      expect(parseCsv(plain.replaceAll(',', mark))).toMatchObject(expected);
    }
    expect(parseCsv('1,"a, ""b"""\n2,"c\nd"').labels).toEqual(['a, "b"', 'c\nd']);
    expect(parseCsv('1,"c\r\nd"\r\n2,é\r\n').labels).toEqual(['c\nd', 'é']);
  });

  it('labels with other delimiters in them', () => {
    expect(parseCsv('1,2,a|b c\n3,4,c;d\n').labels).toEqual(['a|b c', 'c;d']);
    expect(parseCsv('1,5;ja\n2,5;nein\n', { delimiter: ',' }).labels).toEqual(['5;ja', '5;nein']);
  });

  it('the Sonar data as UCI writes it', () => {
    const { data, labels } = loadSonar();
    const lines = labels.map((label, i) =>
      [...Array.from(data.subarray(i * 60, i * 60 + 60), (value) => value.toFixed(4)), label].join(','),
    );
    expect(parseCsv(`${lines.join('\n')}\n`)).toMatchObject({ data, rows: 208, columns: 60, labels });
  });
});

describe('names the place of what is wrong', () => {
  const message = (text: string, options: CsvOptions = {}): string => {
    try {
      parseCsv(text, options);
    } catch (error) {
      expect(error).toBeInstanceOf(CsvError);
      return (error as CsvError).message;
    }
    return 'accepted';
  };

  it.each<[string, string, CsvOptions, string]>([
    ['a ragged row', '1,2,a\n\n3,b\n', { name: 'sonar.csv' }, 'sonar.csv line 3: 2 fields, expected 3'],
    ['a row too long', '1,a\n3,4,b\n', {}, 'line 2: 3 fields, expected 2'],
    ['lines inside quotes', '1,"a\nb"\n3\n', {}, 'line 3: 1 field, expected 2'],
    ['a word', 'age,label\n1,a\nabc,b', { header: true }, 'line 3, column "age": "abc" is not a number'],
    ['no header', '1,2,a\n3,x,b', { name: 'a.csv' }, 'a.csv line 2, column 2: "x" is not a number'],
    [
      'a header that was not announced',
      'age,label\n1,a',
      {},
      'line 1, column 1: "age" is not a number; does this line name the columns? Then ask for a header',
    ],
    ['an empty feature', '1,2,a\n3,,b', {}, 'line 2, column 2: the field is empty'],
    ['an empty label', '1,2,a\n3,4,', {}, 'line 2, column 3: the label is empty'],
    ['NaN', '1,2,a\n3,NaN,b', {}, 'line 2, column 2: "NaN" is not a finite number'],
    ['infinity', '1,2,a\n3,-inf,b', {}, 'line 2, column 2: "-inf" is not a finite number'],
    ['a number too large', '1,2,a\n3,1e999,b', {}, 'line 2, column 2: "1e999" is not a finite number'],
    ['hexadecimal', '1,2,a\n3,0x10,b', {}, 'line 2, column 2: "0x10" is not a number'],
    [
      'a decimal comma',
      '1;2;a\n3;4,5;b',
      { delimiter: ';' },
      'line 2, column 2: "4,5" is not a number; parseTable reads decimal commas',
    ],
    ['a quote not closed', '1,2,a\n3,4,"b\n5,6,a\n', {}, 'line 2: a quoted field is never closed'],
    ['text after a quote', '1,2,a\n3,"4"x,b\n', {}, 'line 2: a quoted field has text after its closing quote'],
    ['no such column', 'a,b,c\n1,2,3', { header: true, target: 'label' }, 'no column "label"; there are: a, b, c'],
    ['no rows', ' \n\n', { name: 'x.csv' }, 'x.csv: no rows'],
    ['no rows after the header', 'a,b\n', { header: true }, 'no rows after the header'],
    ['labels alone', 'a\nb', {}, 'line 1: one column only, the labels; is the delimiter "," right?'],
    [
      'the wrong delimiter',
      'a;1\nb;2',
      { delimiter: ',' },
      'line 1: one column only, the labels; is the delimiter "," right?',
    ],
    ['a column without a name', 'a,,c\n1,2,3', { header: true }, 'line 1: column 2 has no name'],
    ['two columns of one name', 'a,b,a\n1,2,3', { header: true }, 'line 1: columns 1 and 3 are both called "a"'],
    [
      'one class',
      'x,kind\n1,R\n2,R',
      { header: true, name: 'r.csv' },
      'r.csv, column "kind": one class only, "R"; at least 2 are needed',
    ],
    ['too many classes', '1,a\n2,b\n3,c', { maxClasses: 2 }, 'column 2: 3 classes, at most 2 are possible: a, b, c'],
  ])('%s', (_, text, options, wanted) => {
    expect(message(text, options)).toBe(wanted);
  });

  it.each([
    ['1,5;ja', '"1,5" is not a number; parseTable reads decimal commas'],
    ['1,5;ja\n2;nein', '"1,5" is not a number'],
    ['1,5\tja\n2,5\tnein', '"1,5" is not a number'],
    ['1,5;2,5;ja\n2,5;3,5;nein', '"1,5" is not a number'],
    ['1,5;"ja\n2,5;"nein', 'fields may be parted by "," or ";", as in "1,5;\\"ja"; say which with delimiter'],
    ['1,5 ja\n2,5 nein', 'line 1: fields may be parted by "," or " ", as in "1,5 ja"; say which with delimiter'],
    ['1,5e3 ja', 'or " "'],
    ['1,5%;ja\n2,5%;nein;x', 'or ";"'],
    ['x,y\nja 1,5\nnein 2,5', 'line 2: fields may be parted by "," or " "'],
    ['1,a;b\n2,c;d', 'fields may be parted by "," or ";", each gives 2; say which with delimiter'],
  ])('never trains on a delimiter that may be another: %j', (text, wanted) => {
    for (const target of [undefined, '1', 'x']) {
      const options = target === undefined ? {} : { target };
      expect(message(text, { ...options, minClasses: 1, header: text.startsWith('x') })).not.toBe('accepted');
    }
    expect(message(text, { minClasses: 1, header: text.startsWith('x') })).toContain(wanted);
  });

  it('cuts what is long', () => {
    const wide = Array.from({ length: 61 }, (_, i) => `c${i}`).join(',');
    expect(message(`${wide}\n${wide}`, { header: true, target: 'x' })).toMatch(
      /there are: c0, .*c18, … \(61 in all\)$/,
    );
    expect(message(`1,a\n${'x'.repeat(1000)},b`)).toBe(`line 2, column 1: "${'x'.repeat(39)}…" is not a number`);
  });

  it('says the line as a number too', () => {
    expect(() => parseCsv('1,a\n2')).toThrow(expect.objectContaining({ line: 2 }));
    expect(() => parseCsv('', {})).toThrow(expect.objectContaining({ line: null }));
  });

  it('allows one class where that is asked for', () => {
    expect(parseCsv('1,R\n2,R', { minClasses: 1 }).labels).toEqual(['R', 'R']);
  });

  it('refuses a delimiter that cannot work', () => {
    for (const delimiter of ['', '"', '\n', '::', '§', 5 as never]) {
      expect(() => parseCsv(plain, { delimiter })).toThrow('the delimiter must be one character and no quote');
    }
    expect(() => parseCsv(plain, { delimeter: ';' } as never)).toThrow('delimiter');
  });
});
