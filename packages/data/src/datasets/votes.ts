/**
 * The votes of the United States House of Representatives in 1984 alone, for programs that need them.
 *
 * @module
 */
import { codedColumn } from '../table/column.js';
import { Table } from '../table/table.js';
import { VOTES_ROWS } from './votes-rows.js';

const VOTES = [
  ...['handicapped infants', 'water project cost sharing', 'adoption of the budget resolution', 'physician fee freeze'],
  ...['El Salvador aid', 'religious groups in schools', 'anti-satellite test ban', 'aid to Nicaraguan contras'],
  ...['MX missile', 'immigration', 'synfuels corporation cutback', 'education spending', 'superfund right to sue'],
  ...['crime', 'duty-free exports', 'export administration act South Africa'],
];

/**
 * Congressional Voting Records: how 435 members of the United States House of Representatives voted on sixteen questions in 1984, `y`, `n` or
 * missing (392 values), and their party: `democrat` (267 rows) or `republican` (168).
 *
 * Synchronous, without reading a file; every call makes a fresh table.
 * Source: Congressional Quarterly Almanac (1985), donated by J. Schlimmer (1987), UCI Machine Learning Repository, doi 10.24432/C5C01P, CC
 * BY 4.0.
 *
 * @returns 435 rows of 16 categorical columns and `party`.
 * @example
 * ```ts
 * import { loadVotes } from '@kindling/data/votes';
 *
 * const table = loadVotes();
 * console.log(table.shape, table.get(0, 'party'), table.missing().crime); // => [ 435, 17 ] republican 17
 * ```
 */
export function loadVotes(): Table {
  const members = VOTES_ROWS.split(/\s/);
  const columns = VOTES.map((name, j) =>
    codedColumn(
      name,
      'categorical',
      members.map((member) => (member[j + 1] === '?' ? null : member[j + 1]!)),
      'votes',
    ),
  );
  const parties = members.map((member) => (member.startsWith('d') ? 'democrat' : 'republican'));
  return new Table([...columns, codedColumn('party', 'categorical', parties, 'two classes')]);
}
