/** What we use of seedrandom: the file of its ARC4 alone. The published types know neither the file nor numbers as seeds. */
declare module 'seedrandom/seedrandom.js' {
  export interface Stream<State> {
    (): number;
    state(): State;
  }
  export default function seedrandom<State>(seed: number | string, options?: { state: State | true }): Stream<State>;
}
