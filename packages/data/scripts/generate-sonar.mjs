/**
 * Writes src/datasets/sonar-rows.ts from the Sonar table in UCI's form: 208 lines of 60 numbers with four decimals and a label.
 *
 * Usage: `node scripts/generate-sonar.mjs [sonar.all-data]`. Without a file it asks R for the copy in mlbench (on Debian:
 * `apt-get install r-base-core r-cran-mlbench`), which has UCI's rows in UCI's order.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const R = `
  library(mlbench)
  data(Sonar)
  line <- function(row) paste(c(sprintf("%.4f", as.numeric(row[1:60])), row[61]), collapse = ",")
  cat(apply(Sonar, 1, line), sep = "\\n")
`;

const [file] = process.argv.slice(2);
const csv = file ? readFileSync(file, 'utf8') : execFileSync('Rscript', ['-e', R], { encoding: 'utf8' });

const rows = csv
  .trim()
  .split('\n')
  .map((line, at) => {
    const fields = line.trim().split(',');
    const label = fields.pop();
    if (fields.length !== 60 || (label !== 'R' && label !== 'M')) throw new Error(`line ${at + 1} is not a Sonar row`);
    const bytes = Buffer.alloc(120);
    fields.forEach((field, i) => {
      if (!/^[01]\.\d{4}$/.test(field)) throw new Error(`line ${at + 1}: ${field} does not have four decimals`);
      bytes.writeUInt16LE(Number(field.replace('.', '')), 2 * i);
    });
    return label + bytes.toString('base64');
  });
if (rows.length !== 208) throw new Error(`expected 208 rows, got ${rows.length}`);

const target = new URL('../src/datasets/sonar-rows.ts', import.meta.url);
writeFileSync(
  target,
  `// Written by scripts/generate-sonar.mjs. The Sonar table, UCI's 208 rows in UCI's order.
// Source: R. P. Gorman and T. J. Sejnowski (1988), "Connectionist Bench (Sonar, Mines vs. Rocks)", UCI Machine Learning
// Repository, https://doi.org/10.24432/C5T01Q, under CC BY 4.0, https://creativecommons.org/licenses/by/4.0/.
// Changed in form only: a row is its label and, in base64, 60 little-endian 16-bit integers, the values times 10,000.
export const SONAR_ROWS = \`\\
${rows.join('\n')}\`;
`,
);
console.log(`wrote ${rows.length} rows to ${target.pathname}`);
