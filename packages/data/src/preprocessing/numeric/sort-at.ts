/** Past so many partitions the values are against it, and what is left is sorted. */
const MOST_PARTITIONS = 60;

/**
 * Moves values so that at these ranks, ascending, stands what would stand there if all were sorted: a few quantiles need no
 * more. Hoare, "Algorithm 65: find" (1961). NaN must not be among them.
 */
export function sortAt(
  values: Float64Array,
  ranks: readonly number[],
  low = 0,
  high: number = values.length - 1,
): void {
  if (ranks.length === 0 || low >= high) return;
  const middle = ranks.length >> 1;
  const rank = ranks[middle]!;
  select(values, rank, low, high);
  sortAt(values, ranks.slice(0, middle), low, rank - 1);
  sortAt(values, ranks.slice(middle + 1), rank + 1, high);
}

/** Brings the value of a rank to its place, smaller ones before it and larger ones behind. */
function select(values: Float64Array, rank: number, from: number, to: number): void {
  let low = from;
  let high = to;
  for (let round = 0; low < high; round++) {
    if (round === MOST_PARTITIONS) {
      values.subarray(low, high + 1).sort();
      return;
    }
    const pivot = middleOf(values[low]!, values[(low + high) >> 1]!, values[high]!);
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const value = values[i]!;
      values[i++] = values[j]!;
      values[j--] = value;
    }
    if (rank <= j) high = j;
    else if (rank >= i) low = i;
    else return;
  }
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
