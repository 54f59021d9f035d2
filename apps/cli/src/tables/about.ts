/** Says in errors which file they are about. */
export async function about<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw message.startsWith(name) ? error : new Error(`${name}: ${message}`);
  }
}

/** The same for what comes piece by piece; errors of whoever takes the pieces are not about the file. */
export async function* aboutEach<T>(name: string, pieces: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* pieces;
  } catch (error) {
    await about(name, () => Promise.reject(error));
  }
}
