// Not seen by bundlers, which would copy a file of Node's threads into every page.
const here = import.meta.url;

/** The module that threads load: `thread-tasks.js`, which lies beside this file in `dist`. */
export function threadTasks(): URL {
  return new URL('./thread-tasks.js', here);
}
