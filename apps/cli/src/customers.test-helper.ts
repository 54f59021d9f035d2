/** A table of numbers, categories and truth values with gaps, in which older people and those of Bern leave. */
export function customers(rows: number, from = 0): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const k = i + from;
    const age = 20 + ((k * 37) % 50);
    const town = ['Bern', 'Basel', 'Chur'][k % 3]!;
    const left = age + (town === 'Bern' ? 15 : 0) + ((k * 13) % 11) > 55 ? 'yes' : 'no';
    return `${k % 9 === 4 ? '' : age},${k % 7 === 3 ? 'NA' : town},${k % 2 === 0},${left},row ${k}`;
  });
  return `age,town,member,left,id\n${lines.join('\n')}\n`;
}
