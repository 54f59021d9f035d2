/** Says in errors which file they are about. */
export async function about<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw message.startsWith(name) ? error : new Error(`${name}: ${message}`);
  }
}
