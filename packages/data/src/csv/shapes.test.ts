import { describe, expect, it } from 'vitest';
import { parseCsv } from './parse-csv.js';
import { parseTable } from './parse-table.js';
import { streamCsv } from './stream-csv.js';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
const utf16 = (text: string): Uint8Array => {
  const units = Uint16Array.from(text, (c) => c.charCodeAt(0));
  return new Uint8Array(units.buffer);
};

/** What programs write around a table, which row it is then, and what is said of it. */
describe('reads what spreadsheets, pandas and people write', () => {
  const rows = [
    { a: 1, b: 'x' },
    { a: 2, b: 'y' },
  ];
  it.each<[string, string | Uint8Array, string?]>([
    ["Excel's line, of a tab", 'sep=\t\na\tb\n1\tx\n2\ty\n'],
    ["Excel's line, quoted", '"sep=;"\na;b\n1;x\n2;y\n'],
    ["Excel's line, in capitals", 'SEP=|\r\na|b\r\n1|x\r\n2|y\r\n'],
    ["Excel's line, saved again", 'sep=;;\na;b\n1;x\n2;y\n'],
    ["Excel's line after a mark", '\ufeffsep=;\na;b\n1;x\n2;y\n'],
    ["Excel's line in UTF-16", utf16('\ufeffsep=;\r\na;b\r\n1;x\r\n2;y\r\n')],
    ['UTF-16 with tabs', utf16('\ufeffa\tb\r\n1\tx\r\n2\ty\r\n')],
    ['row numbers from 0', ',a,b\n0,1,x\n1,2,y\n', 'the first column has no name and counts the rows; left out'],
    ['row numbers with gaps', ',a,b\n7,1,x\n9,2,y\n', 'counts the rows'],
    ['row numbers in another order', ',a,b\n9,1,x\n7,2,y\n', 'has a number of its own for each row; left out'],
    ['row numbers in quotes', '"","a","b"\n"1",1,"x"\n"2",2,"y"\n', 'counts the rows'],
    [
      'row numbers that were read before',
      'Unnamed: 0,a,b\n0,1,x\n1,2,y\n',
      'column "Unnamed: 0" counts the rows; left out',
    ],
    ['row numbers of row numbers', 'Unnamed: 0.1,Unnamed: 0,a,b\n0,4,1,x\n1,2,2,y\n', 'has a number of its own'],
    [
      'a delimiter at each end',
      'a;b;\n1;x;\n2;y;\n',
      'every line ends with a delimiter; the empty last column is left out',
    ],
    [
      'many of them',
      'a,b,,,\n1,x,,,\n2,y,,,\n',
      'every line ends with 3 delimiters; the empty last columns are left out',
    ],
    ['and of the rows alone', 'a,b\n1,x,\n2,y,\n', 'every line ends with a delimiter'],
    ['empty rows at the end', 'a,b\n1,x\n2,y\n,\n,\n', '2 rows without any value left out, the first on line 4'],
    [
      'a title',
      'Customers in May\na,b\n1,x\n2,y\n',
      'line 1, "Customers in May", has one field where the table has 2; left out as a title',
    ],
    ['titles and a blank line', 'Customers\nMay\n\na,b\n1,x\n2,y\n', 'line 2, "May", has one field'],
    ['a comment of another language', '// made by a program\na,b\n1,x\n2,y\n', 'has one field where the table has 2'],
    ['a comment below the header', 'a,b\n# unit: m\n1,x\n2,y\n'],
    ['a comment at the end', 'a,b\n1,x\n2,y\n# 2 rows\n'],
    ['the header in between', 'a,b\n1,x\na,b\n2,y\n', 'the header comes again on line 3; left out'],
    [
      'the header again and again',
      'a,b\na,b\n1,x\na,b\n2,y\na,b\n',
      'the header comes again on line 2, 4, 6; left out',
    ],
    ['spaces around fields', ' a , b \n 1 , x \n 2 , y \n'],
    ['carets', 'a^b\n1^x\n2^y\n'],
    ['tildes', 'a~b\n1~x\n2~y\n'],
    ["the mark of Hive's files", 'a\x01b\n1\x01x\n2\x01y\n'],
    ['blank lines', '\n\na,b\n\n1,x\n\n\n2,y\n\n'],
    ['every field quoted', '"a","b"\n"1","x"\n"2","y"\n'],
  ])('%s', async (_, text, said) => {
    const table = parseTable(text);
    expect(table.toRows()).toEqual(rows);
    // In parts it is the same table.
    const streamed: unknown[] = [];
    for await (const part of streamCsv(text, { batchSize: 1 })) streamed.push(...part.toRows());
    expect(streamed).toEqual(rows);
    const messages = table.warnings.map(({ message }) => message);
    if (said === undefined) expect(messages).toEqual([]);
    else expect(messages.join('\n')).toContain(said);
  });

  it("keeps the names of R's rows, and the one name above two columns", () => {
    expect(parseTable('"size"\n"1",5\n"2",7\n').toRows()).toEqual([{ size: 5 }, { size: 7 }]);
    expect(parseTable('"size"\n"Ulm",5\n"Bonn",7\n"Jena",8\n').columnNames).toEqual(['unnamed 1', 'size']);
  });

  it('keeps an index on request', () => {
    expect(parseTable(',a\n0,1\n1,2\n', { keepIndex: true }).columnNames).toEqual(['unnamed 1', 'a']);
    expect(parseTable('Unnamed: 0,a\n0,1\n1,2\n', { keepIndex: true }).columnNames).toEqual(['Unnamed: 0', 'a']);
  });
});

it("leaves out a spreadsheet's title above as many delimiters", () => {
  const table = parseTable('Customers in May,,\n,,\na,b,c\n1,2,x\n3,4,y\n');
  expect(table.toRows()).toEqual([
    { a: 1, b: 2, c: 'x' },
    { a: 3, b: 4, c: 'y' },
  ]);
  expect(table.warnings[0]!.message).toBe(
    'line 1, "Customers in May", has a value in its first field alone; left out as a title',
  );
  // The first name alone, above numbers without one.
  expect(parseTable('a,,\n1,2,3\n4,5,6\n').columnNames).toEqual(['a', 'unnamed 2', 'unnamed 3']);
});

it("ends at DOS's mark of the end", () => {
  expect(parseTable('a,b\n1,x\n2,y\n\x1a').rows).toBe(2);
});

it.each([
  ['a:b\n1:x\n2:y\n', `every line has ":" in it; where that parts fields, say delimiter: ':'`],
  ['a::b\n1::x\n2::y\n', 'every line has "::" in it; where that parts fields, write one character for it'],
  ['"a,b"\n"1,x"\n"2,y"\n', 'every line has "," in it; are whole lines in quotes?'],
])('tells what seems to part the one column of %j', (text, wanted) => {
  expect(parseTable(text).warnings.map(({ message }) => message)).toEqual([`the table has one column, and ${wanted}`]);
});

it.each([['time\n10:15\n11:30\n'], ['a:b\n1:x\n2\n']])('and nothing of %j', (text) => {
  expect(parseTable(text).warnings).toEqual([]);
});

it.each<[string, readonly string[], readonly number[]]>([
  ['apostrophes before a point', ["1'234.50", '2.25'], [1234.5, 2.25]],
  ['spaces before a point', ['1 234 567.5', '2.25'], [1234567.5, 2.25]],
  ['lakhs', ['"1,00,000"', '"12,34,567"'], [100000, 1234567]],
  ["the typesetters' minus", ['\u22121.5', '2'], [-1.5, 2]],
])('reads numbers with %s', (_, values, wanted) => {
  const table = parseTable(`x,y\n${values.map((value) => `${value},a\n`).join('')}`);
  expect(table.toRows().map(({ x }) => x)).toEqual(wanted);
  expect(table.warnings).toEqual([]);
});

it.each<[string, string | Uint8Array, string]>([
  ['UTF-16 without a mark', utf16('größe,b\n1,2\n'), "is this UTF-16 without a mark? Say encoding: 'utf-16le'"],
  ['one row that is too short', 'a,b\n1,2\n3\n', "line 3: 1 field, expected 2; onRagged: 'skip' leaves it out"],
  ['UTF-32', bytes('\xff\xfe\0\0a\0\0\0'), 'this is UTF-32 text'],
  ['UTF-16 cut within a letter', utf16('\ufeffa,b\n1,2\n').subarray(0, -1), 'line 2: the bytes are not valid UTF-16LE'],
  ['half a letter in UTF-16', utf16('\ufeffa,b\n1,x\n2,\ud83d\n'), 'line 3: the bytes are not valid UTF-16LE'],
  ['bytes of another encoding, late', bytes(`a,b\n${'1,x\n'.repeat(4000)}2,caf\xe9\n`), 'line 4002: the byte 0xe9'],
  ['half a letter at the end', bytes('a,b\n1,x\xc3'), 'line 2: the byte 0xc3'],
  ['bzip2', bytes('BZh91AY&SY'), 'this is a bzip2 file'],
  ['xz', bytes('\xfd7zXZ\0'), 'this is an xz file'],
  ['zstd', bytes('\x28\xb5\x2f\xfd'), 'this is a zstd file'],
  ['an old workbook', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'this is an old Excel workbook'],
  ['another zip', bytes('PK\x03\x04\x14\0\0\0a.csv'), 'this is a zip archive'],
  ['a photo', bytes('\xff\xd8\xff\xe0\0\x10JFIF'), 'this is a JPEG image'],
  ['a piece of a page', '<table><tr><td>1</td></tr></table>', 'this is an HTML page'],
  ['a page after blank lines', '\n\n  <!doctype html><title>404</title>', 'this is an HTML page'],
  ['ARFF below comments', '% a\n% b\n@RELATION iris\n@data\n1\n', 'this is an ARFF file'],
  ['LIBSVM', '1 1:0.5 3:2\n-1 2:0.25\n', 'this is a LIBSVM file'],
  ['a Markdown table', '| a | b |\n|---|:--|\n| 1 | x |\n', 'this is a Markdown table'],
  ['SQL', 'INSERT INTO t VALUES (1, 2);\n', 'this is an SQL script'],
  ['SPSS', '$FL2@(#) SPSS DATA FILE', 'this is an SPSS file'],
  ['a NumPy array', bytes('\x93NUMPY\x01\0'), 'this is a NumPy array'],
  ['a pickle', bytes('\x80\x04\x95\x01\0'), 'this is a Python pickle'],
  ['a header alone', 'age,town\n', 'line 1: one line of words alone: no rows after the header'],
  ['decimal commas between commas', 'price,kind\n7,5,x\n2,25,y\n', 'is 7,5 one number with a decimal comma'],
])('says what it is: %s', (_, text, wanted) => {
  expect(() => parseTable(text)).toThrow(wanted);
});

it('says where letters were lost', () => {
  const text = 'x,y\n1,n\ufffd\n2,oui\n3,n\ufffd\n';
  expect(parseTable(text).warnings).toEqual([{ message: expect.stringContaining('U+FFFD'), column: null, line: 2 }]);
  expect(() => parseCsv(text, { header: true })).toThrow('line 2: the letter U+FFFD');
  expect(() => parseCsv('1,y\n2,n\0o\n')).toThrow('line 2: a NUL character');
  expect(parseTable('x,y\n1,ｆｕｌｌ\n').warnings).toEqual([]);
});

it('does not cut numbers at their decimal commas', () => {
  const text = '1,527\n0,981\n1,013\n';
  expect(() => parseCsv(text)).toThrow('line 1: is 1,527 one number with a decimal comma');
  expect(parseCsv(text, { delimiter: ',' }).labels).toEqual(['527', '981', '013']);
  expect(parseCsv('1,527\n0,981\n1,113\n').labels).toEqual(['527', '981', '113']);
});

describe('labels', () => {
  const labels = (...values: string[]): unknown =>
    parseTable(`x,y\n${values.map((v) => `1,${v}\n`).join('')}`).labels('y');
  it.each<[string, string[], unknown[]]>([
    ['whole numbers and the same with a point', ['1', '1.0', '+1', '0', '-0', '0.0'], [1, 1, 1, 0, 0, 0]],
    ['signs', ['+1', '-1', '1'], [1, -1, 1]],
    ['exponents', ['1e0', '10e-1', '2'], [1, 1, 2]],
    ['nine and ten', ['10', '9', '10'], [10, 9, 10]],
    ['numbers in quotes', ['"1"', '1', '"1.0"'], [1, 1, 1]],
    ['spaces around words', ['yes', ' yes', 'yes '], ['yes', 'yes', 'yes']],
    ['codes with a zero in front', ['01', '02', '10'], ['01', '02', '10']],
    ['yes and no', ['true', 'false', 'true'], [true, false, true]],
  ])('%s', (_, values, wanted) => {
    const found = labels(...values);
    expect((found as unknown[]).map((one) => (one === 0 ? 0 : one))).toEqual(wanted);
  });

  it.each(['NaN', '?', '', 'NA', 'null', '-', 'n/a'])('missing as "%s" are an error with the line', (missing) => {
    expect(() => labels('a', 'b', missing, 'a')).toThrow(/line 4/);
  });
});

describe('numbers that no column can hold', () => {
  const column = (...values: string[]) => parseTable(`x,y\n${values.map((v) => `${v},a\n`).join('')}`);
  it.each<[string, string[]]>([
    ['2^53 + 1', ['9007199254740993', '9007199254740995']],
    ['negative', ['-9007199254740993', '5']],
    ['ids of 20 digits', ['12345678901234567890', '12345678901234567891']],
  ])('keep their text: %s', (_, values) => {
    expect(column(...values).column('x').type).toBe('text');
    expect(
      column(...values)
        .toRows()
        .map(({ x }) => x),
    ).toEqual(values);
  });

  it.each<[string, string[], string]>([
    ['milliseconds', ['1700000000000', '1700000000500', '1700000001000'], 'are one in float32'],
    ['seconds', ['1700000000', '1700000010', '1700000020'], 'are one in float32'],
    ['near one', ['1.00000001', '1.00000002', '1.00000003'], 'are one in float32'],
    ['too large', ['1e39', '1'], 'line 2, column "x": 1e+39 is beyond what float32 can hold'],
    ['too small', ['1', '-1e300'], 'line 3, column "x": -1e+300 is beyond what float32 can hold'],
    ['infinite', ['1', 'inf'], 'infinity'],
  ])('are said: %s', (_, values, wanted) => {
    expect(
      column(...values)
        .warnings.map(({ message }) => message)
        .join('\n'),
    ).toContain(wanted);
  });

  it.each<[string, string[], string]>([
    ['spaces between thousands', ['1 234', '2 345'], 'with marks between thousands, as "1 234"; say decimal: \',\''],
    ['apostrophes', ["1'234", "12'345"], 'with marks between thousands'],
    ['commas', ['"1,5"', '"2,25"'], "with a decimal comma, as \"1,5\"; say decimal: ',', or '.'"],
    ['dollars', ['"$1,234.50"', '$7', '-$3.10'], 'every value is an amount of money, as "$1,234.50"'],
    ['euros', ['"1.234,50 €"', '7 €'], 'every value is an amount of money'],
  ])('are hinted at: %s', (_, values, wanted) => {
    expect(
      column(...values)
        .warnings.map(({ message }) => message)
        .join('\n'),
    ).toContain(wanted);
    expect(column(...values).column('x').type).not.toBe('numeric');
  });
});
