import { wrong } from '@internal/arguments';
import { CheckpointError } from './error.js';
import type { CheckpointStore } from './store.js';

const DATABASE = 'kindling';
const TABLE = 'checkpoints';

/**
 * Keeps a file in the browser (IndexedDB), where it outlives the page and closing the browser.
 *
 * @param name - tells several apart; pages of one origin share them.
 * @throws {@link CheckpointError} where there is no IndexedDB, as in Node; what the browser says, as when its room is full.
 * @example
 * ```ts no-run needs a browser
 * import { checkpointInBrowser, loadCheckpoint, saveCheckpoint } from '@kindling/train';
 * const kept = checkpointInBrowser('my model');
 * await kept.write(await saveCheckpoint({ model }));
 * ```
 */
export function checkpointInBrowser(name: string): CheckpointStore {
  if (typeof name !== 'string') wrong(CheckpointError, 'checkpointInBrowser', 'the name', 'a string', name);
  if (typeof indexedDB === 'undefined') {
    throw new CheckpointError('checkpointInBrowser: there is no IndexedDB here; in Node, use checkpointFile');
  }
  return {
    read: () =>
      inTable('readonly', (table) => table.get(name)).then((bytes) => (bytes as Uint8Array | undefined) ?? null),
    write: (bytes) => inTable('readwrite', (table) => table.put(bytes, name)).then(() => undefined),
  };
}

/** Does one thing in a transaction of its own, and waits until that is over. */
async function inTable(mode: IDBTransactionMode, work: (table: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(TABLE);
  const database = (await settled(opening, 'onsuccess')).result;
  try {
    const transaction = database.transaction(TABLE, mode);
    const request = work(transaction.objectStore(TABLE));
    await settled(transaction, 'oncomplete');
    return request.result;
  } finally {
    database.close();
  }
}

function settled<T extends IDBOpenDBRequest | IDBTransaction>(work: T, event: 'onsuccess' | 'oncomplete'): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(work.error ?? new CheckpointError('checkpointInBrowser: the browser refused'));
    Object.assign(work, { [event]: () => resolve(work), onerror: fail, onabort: fail, onblocked: fail });
  });
}
