/** The CSV parser alone, as the command's streaming uses it. */
import { streamCsv } from '@kindling/data';

let rows = 0;
for await (const table of streamCsv(process.argv[2], { batchSize: 8192 })) rows += table.rows;
console.log(rows);
