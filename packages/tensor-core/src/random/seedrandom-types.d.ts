/** What we use of seedrandom: the file of its ARC4 alone. The published types know neither the file nor numbers as seeds. */
declare module 'seedrandom/seedrandom.js' {
  export default function seedrandom(
    seed: number | string,
    options?: { state: true | { i: number; j: number; S: number[] } },
  ): {
    (): number;
    int32(): number;
    state(): { i: number; j: number; S: number[] };
  };
}
