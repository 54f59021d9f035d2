const parts = [
  'Random streams',
  'Splits and data',
  'Operations',
  'Layers, losses, initialisers',
  'Optimizers',
  'Metrics',
  'Workflows',
];

/** A table in Markdown of what the tests counted, the rows of each part in the order of their names. */
export function table(rows) {
  const merged = merge(rows);
  const unknown = merged.find(({ part }) => !parts.includes(part));
  if (unknown) throw new Error(`the table has no part named ${unknown.part}`);
  const cells = [['', 'Cases', 'Values', 'Tolerance', 'Largest difference']];
  for (const part of parts) {
    const own = merged.filter((row) => row.part === part).sort((a, b) => (a.what < b.what ? -1 : 1));
    if (own.length === 0) throw new Error(`no test counted anything for "${part}"`);
    cells.push([`**${part}**`, '', '', '', '']);
    for (const row of own) {
      const { what, cases, values, tolerance } = row;
      cells.push([capital(what), whole(cases), whole(values), limit(row), tolerance === 0 ? 'none' : difference(row)]);
    }
  }
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const lines = cells.map((row) => {
    const padded = row.map((cell, i) => (i === 1 || i === 2 ? cell.padStart(widths[i]) : cell.padEnd(widths[i])));
    return `| ${padded.join(' | ')} |`;
  });
  const rule = widths.map((width, i) => (i === 1 || i === 2 ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  lines.splice(1, 0, `| ${rule.join(' | ')} |`);
  return `${lines.join('\n')}\n`;
}

/** Several files may count the same kind of comparison. */
function merge(rows) {
  const merged = new Map();
  for (const row of rows) {
    const key = JSON.stringify([row.part, row.what, row.unit, row.tolerance]);
    const same = merged.get(key);
    if (same === undefined) merged.set(key, { ...row });
    else {
      same.cases += row.cases;
      same.values += row.values;
      if (row.worst > same.worst) Object.assign(same, { worst: row.worst, at: row.at });
    }
  }
  return [...merged.values()];
}

/** Words begin with a capital; names of code stay as they are. */
const capital = (text) => (/^[a-z]+(?![A-Za-z_])/.test(text) ? text[0].toUpperCase() + text.slice(1) : text);
const whole = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ' ');

function limit({ unit, tolerance }) {
  if (tolerance === 0) return 'equal';
  if (unit === 'ulp') return `${tolerance} ulp`;
  return unit === 'absolute' ? `${Number(tolerance.toPrecision(2))} absolute` : exponent(tolerance, 0);
}

function difference({ unit, worst, at }) {
  if (worst === 0) return 'none';
  const size = unit === 'ulp' ? `${Number(worst.toPrecision(2))} ulp` : exponent(worst, 1);
  return at === undefined ? size : `${size} (${at})`;
}

/** As in 2e-6. */
const exponent = (value, digits) => value.toExponential(digits);
