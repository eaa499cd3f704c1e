/** The result of a request. @throws its error */
const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, fail) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error)
  })

/**
 * Number of rows in a table of a database; 0 if the database or table does not exist. Creates neither, and closes the
 * database at once, so that schema changes are not blocked.
 * @throws if the browser blocks its databases, or cannot list them
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
