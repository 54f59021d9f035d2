import { describe, expect, it } from 'vitest';
import type { Table } from '../table/table.js';
import { CsvError } from './errors.js';
import type { ReadCsvOptions } from './options.js';
import { parseTable } from './parse-table.js';

const said = (table: Table): string[] => table.warnings.map(({ message }) => message);
const types = (table: Table): string => table.columns.map(({ name, type }) => `${name}:${type}`).join(' ');
const bytes = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

function utf16(text: string, little: boolean): Uint8Array {
  const out = new Uint8Array(2 * text.length);
  const view = new DataView(out.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), little);
  return out;
}

const error = (text: string | Uint8Array, options: ReadCsvOptions = {}): string => {
  try {
    parseTable(text, options);
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(CsvError);
    return (thrown as CsvError).message;
  }
  return 'accepted';
};

describe('types', () => {
  it('are decided on all rows', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => `${i},${i < 999 ? i : 'x'},${i % 2 ? 'true' : 'FALSE'}`);
    const table = parseTable(`a,b,c\n${rows.join('\n')}\n`);
    expect(types(table)).toBe('a:numeric b:text c:boolean');
    expect(said(table)).toEqual([
      'column "b": all but 1 of 1000 values are numbers, as "x" is not; it is read as texts unless that is said to be missing',
    ]);
    expect(types(parseTable(`a,b,c\n${rows.join('\n')}\n`, { missing: ['x'] }))).toBe('a:numeric b:numeric c:boolean');
  });

  it('are as declared', () => {
    const table = parseTable('zip,at,ok,n\n01067,3/4/2024,y,1\n80331,12/5/2024,n,2\n', {
      types: { zip: 'categorical', at: 'date', ok: 'boolean', n: 'text' },
      dateOrder: 'mdy',
    });
    expect(table.row(0)).toEqual({ zip: '01067', at: new Date('2024-03-04'), ok: true, n: '1' });
    expect(() => parseTable('a,b\n1,2\nx,3\n', { types: { a: 'numeric' } })).toThrow(
      'line 3, column "a": "x" is not a number',
    );
    expect(() => parseTable('a,b\n1,2\n', { types: { A: 'numeric' } })).toThrow('no column "A"; did you mean "a"?');
  });

  it('of numbers in many spellings', () => {
    const table = parseTable('a,b,c\n+1,-.5,1e3\n-0,2.,1E-2\n0.1,12345678901234567890.5,.25\n');
    expect(table.toMatrix().data).toEqual(
      Float64Array.of(1, -0.5, 1000, -0, 2, 0.01, 0.1, Number('12345678901234567890.5'), 0.25),
    );
  });

  it('of percents, thousands, dates, ids', () => {
    const table = parseTable(
      'p,t,d,e,id,zip\n5%,"1,200",2024-01-31,31.12.2024,1000000000000000001,01067\n7 %,"1,234,567",2024-02-01T12:00,1.1.2025,1000000000000000002,80331\n,0.5,,,,\n',
    );
    expect(types(table)).toBe('p:numeric t:numeric d:date e:date id:text zip:categorical');
    expect(table.row(0)).toEqual({
      p: 0.05,
      t: 1200,
      d: new Date('2024-01-31'),
      e: new Date('2024-12-31'),
      id: '1000000000000000001',
      zip: '01067',
    });
    expect(said(parseTable('d,x\n1/2/2024,1\n3/4/2024,2\n'))[0]).toContain('day and month cannot be told apart');
    expect(types(parseTable('d,x\n1/2/2024,1\n13/4/2024,2\n'))).toBe('d:date x:numeric');
  });

  it('missing values are those of the list, and an empty field', () => {
    const table = parseTable('a,b\n1,x\nNA,?\n-,NaN\nnull,"y"\n,\n2,z\n');
    expect(table.missing()).toEqual({ a: 3, b: 2 });
    expect(said(table)).toEqual(['1 row without any value left out, the first on line 6']);
  });

  it('what float32 cannot hold is said', () => {
    expect(said(parseTable('a,b\n1,2\n1e39,3\n'))).toEqual([
      'line 3, column "a": 1e+39 is beyond what float32 can hold',
    ]);
    expect(said(parseTable('1612892067115,a\n1612892067089,b\n1612892066967,a\n'))[0]).toContain(
      'all values from 1612892066967 to 1612892067115 are one in float32',
    );
  });
});

describe('labels', () => {
  it('that are all numbers are numbers', () => {
    expect(parseTable('a,y\n1,10\n2,9\n').labels('y')).toEqual([10, 9]);
    expect(parseTable('a,y\n1,1\n2,1.0\n3,+1\n4,0').labels('y')).toEqual([1, 1, 1, 0]);
  });

  it('that are missing are an error with the line', () => {
    const table = parseTable('a,y\n1,yes\n2,?\n3,no\n', { name: 'a.csv' });
    expect(() => table.labels('y')).toThrow('a.csv line 3, column "y": the label is missing');
    expect(table.dropMissing('y').labels('y')).toEqual(['yes', 'no']);
  });

  it('that differ in case or spaces only are warned of', () => {
    expect(said(parseTable('a,y\n1,yes\n2,Yes\n3, yes\u00a0\n'))).toEqual([
      'column "y": "yes" and "Yes" differ in case or spaces only',
    ]);
  });
});

describe('layouts', () => {
  it.each<[string, string, string, string]>([
    ['comma', 'a,b\n1,x\n2,y\n', ',', 'a:numeric b:categorical'],
    ['semicolon', 'a;b\n1;x\n2;y\n', ';', 'a:numeric b:categorical'],
    ['tab', 'a\tb\n1\tx\n\ty\n', '\t', 'a:numeric b:categorical'],
    ['bar', 'a|b\n1|x\n2|y\n', '|', 'a:numeric b:categorical'],
    ['spaces', '  1.5   2.5  yes\n  0.5  12.5  no\n', ' ', '1:numeric 2:numeric 3:categorical'],
    ['delimiters inside quotes', '"a;b";c\n"1,5;2";3\n"x;y";4\n', ';', 'a;b:categorical c:numeric'],
    ['decimal commas', '0,5;yes\n1,5;no\n', ';', '1:numeric 2:categorical'],
    [
      'decimal commas below a header',
      'gewicht,kg;klasse\n0,5;yes\n1,25;no\n',
      ';',
      'gewicht,kg:numeric klasse:categorical',
    ],
    ["Excel's own line", 'sep=;\r\na;b\r\n1;x\r\n', ';', 'a:numeric b:categorical'],
    ['comments first', '# made 2024\n#\n1,x\n2,y\n', ',', '1:numeric 2:categorical'],
    ['names in a comment', '#a,b\n1,x\n2,y\n', ',', 'a:numeric b:categorical'],
    ['a comment in the middle', 'a,b\n1,x\n# half\n2,y\n', ',', 'a:numeric b:categorical'],
    ['delimiters at the ends', 'a,b\n1,x,\n2,y,\n', ',', 'a:numeric b:categorical'],
    ['and of the header', 'a,b,\n1,x,\n2,y,\n', ',', 'a:numeric b:categorical'],
    ["pandas' index", ',a,b\n0,1.5,x\n1,2.5,y\n', ',', 'a:numeric b:categorical'],
    ["R's row names", '"a","b"\n"1",1.5,"x"\n"2",2.5,"y"\n', ',', 'a:numeric b:categorical'],
    ['a second header', 'a,b\n1,x\na,b\n2,y\n', ',', 'a:numeric b:categorical'],
    ['words below words', 'name,town\nAda,Ulm\nBob,Bonn\n', ',', 'name:categorical town:categorical'],
    ['a line end inside a name', '"size\n(mm)",b\n1,x\n', ',', 'size\n(mm):numeric b:categorical'],
    ['names that objects have', '__proto__,constructor\n1,x\n', ',', '__proto__:numeric constructor:categorical'],
    ['equal names', 'v,v,v.1\n1,2,3\n', ',', 'v:numeric v.2:numeric v.1:numeric'],
    ['CR alone', 'a,b\r1,x\r2,y', ',', 'a:numeric b:categorical'],
    ['one column', 'a\n1\n2\n', ',', 'a:numeric'],
  ])('%s', (_, text, delimiter, wanted) => {
    const table = parseTable(text);
    expect(types(table)).toBe(wanted);
    expect(table.source.delimiter).toBe(delimiter);
  });

  it('knows the line of each row', () => {
    const table = parseTable('# made\n\na,b\n\n1,"x\ny"\n\n# half\n2,z\n');
    expect(table.source.lines).toEqual(Int32Array.of(5, 9));
  });

  it('decimal commas where the mark is said', () => {
    const table = parseTable('a;b\n1.234,5;x\n12;y\n', { decimal: ',' });
    expect(table.column('a')).toMatchObject({ values: Float64Array.of(1234.5, 12) });
    expect(said(parseTable('a;b\n1,234;x\n2,500;y\n'))[0]).toContain('looks like a number with a decimal comma');
    expect(said(parseTable('1,527\n0,039\n'))[0]).toContain('every line is two whole numbers, as 1,527');
  });

  it('rows of other lengths are left out on request', () => {
    const table = parseTable('a,b\n1,x\n2\n3,y,4\n5,z\n', { onRagged: 'skip' });
    expect(table.toRows()).toEqual([
      { a: 1, b: 'x' },
      { a: 5, b: 'z' },
    ]);
    expect(said(table)).toEqual(['line 3: 1 field, expected 2; left out', 'line 4: 3 fields, expected 2; left out']);
  });
});

describe('encodings', () => {
  it('UTF-16 by its mark, either way round, and as said', () => {
    for (const little of [true, false]) {
      const table = parseTable(utf16('\ufeffgröße,b\n1,x\n2,€\n', little));
      expect(types(table)).toBe('größe:numeric b:categorical');
      expect(table.source.encoding).toBe(little ? 'utf-16le' : 'utf-16be');
      const bare = utf16('a,b\n1,x\n', little);
      const name = little ? 'utf-16le' : 'utf-16be';
      expect(error(bare)).toBe(
        `line 1: a NUL character, which no text has; is this UTF-16 without a mark? Say encoding: '${name}'`,
      );
      expect(types(parseTable(bare, { encoding: name }))).toBe('a:numeric b:categorical');
    }
    expect(error(Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x0a, 0x00))).toContain('not valid UTF-16LE');
  });

  it('UTF-8 that is not valid is an error, other encodings are said', () => {
    const file = bytes('a,b\n1,b\xf6se\n2,\x80\n');
    expect(error(file)).toBe(
      "line 2: the byte 0xf6 is not valid UTF-8; where the file came from Windows, say encoding: 'windows-1252' (or 'latin1')",
    );
    expect(parseTable(file, { encoding: 'windows-1252' }).labels('b')).toEqual(['böse', '€']);
    expect(parseTable(file, { encoding: 'latin1' }).labels('b')).toEqual(['böse', '\x80']);
  });
});

describe('says what is wrong', () => {
  it.each<[string, string, string]>([
    ['a ragged row', 'a,b\n1,x\n2\n', 'line 3: 1 field, expected 2'],
    [
      'several',
      'a,b\n1,x\n2\n3,y,4\n',
      "line 3: 1 field, expected 2; so have 1 more (line 4: 3); onRagged: 'skip' leaves them out",
    ],
    ['an open quote', 'a,b\n1,"x\n2,y\n', 'line 2: a quoted field is never closed'],
    ['text after a quote', 'a,b\n1,"x"y\n', 'line 2: a quoted field has text after its closing quote'],
    ['two delimiters', 'a,b;c\nd,e;f\n', 'fields may be parted by "," or ";", each gives 2; say which with delimiter'],
    ['nothing', '', 'the file is empty'],
    ['blank lines', '\n\n', 'no rows'],
    ['a header alone', 'a,b\n', 'no rows after the header'],
    ['gzip', '\x1f\x8b\x08\0', 'this is a gzip file'],
    ['a workbook', 'PK\x03\x04\x14\0xl/workbook.xml', 'this is an Excel workbook'],
    ['a page', '<!DOCTYPE html>\n<html>', 'this is an HTML page'],
    ['ARFF', '% a\n@relation demo\n@data\n1,x\n', 'this is an ARFF file'],
    ['Parquet', 'PAR1\x15\0', 'this is a Parquet file'],
    ['a picture', '\x89PNG\r\n\x1a\n', 'this is a PNG image'],
    ['JSON', '[{"a": 1}]', 'this is JSON; make a table of its rows with Table.from'],
    ['JSON Lines', '{"a": 1}\n{"a": 2}\n', 'this is JSON Lines'],
    ['XML', '<?xml version="1.0"?>', 'this is an XML document'],
  ])('%s', (_, text, wanted) => {
    const message = error(bytes(text), text === 'a,b\n' ? { header: true } : {});
    expect(message.slice(0, wanted.length)).toBe(wanted);
  });

  it('options', () => {
    expect(() => parseTable('a\n1\n', { delimeter: ';' } as never)).toThrow("did you mean 'delimiter'?");
    expect(() => parseTable('a\n1\n', { types: { a: 'number' } as never })).toThrow('must be numeric, categorical');
    expect(() => parseTable(3 as never)).toThrow('parseTable: expects text or bytes, got 3');
  });

  it('in time in proportion to the text', () => {
    const long = '1'.repeat(2_000_000);
    expect(types(parseTable(`a,b\n${long}x,y\n`))).toBe('a:categorical b:categorical');
    const names = Array.from({ length: 80_000 }, (_, i) => `c${i % 79_000}`).join(',');
    expect(parseTable(`${names}\n${'1,'.repeat(79_999)}1\n`).columns).toHaveLength(80_000);
  });
});

it('says in the singular why a column of one text has its type', () => {
  const reasons = parseTable('a,b\nx,p\n\nx,q\n').columns.map(({ reason }) => reason);
  expect(reasons).toEqual(['one text in 2 rows', '2 different texts in 2 rows']);
  expect(parseTable('a,b\nx,1\n').columns[0]!.reason).toBe('one text in one row');
});
