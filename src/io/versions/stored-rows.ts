/** Answers with what a request gives. @throws what it was refused with */
const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, fail) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error)
  })

/**
 * How many rows a table of a database has; 0 where there is no such database or table. It makes neither, and lets go of the database at
 * once, so that nobody who changes its schema waits.
 * @throws where the browser shuts its databases, or does not tell which there are
 */
export async function storedRows(database: string, table: string): Promise<number> {
  const all = await indexedDB.databases()
  if (!all.some(({ name }) => name === database)) return 0
  const opened = await answered(indexedDB.open(database))
  try {
    if (!opened.objectStoreNames.contains(table)) return 0
    return await answered(opened.transaction(table).objectStore(table).count())
  } finally {
    opened.close()
  }
}
