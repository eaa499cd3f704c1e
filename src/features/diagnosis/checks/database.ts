import type { Check } from './check'

const NAME = 'chentu-diagnosis'

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, fail) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error)
  })

/** Checks that IndexedDB stores data: writes to a test database, reads it back, and deletes it. */
export const checkDatabase: Check = async () => {
  const written = Date.now()
  const opening = indexedDB.open(NAME, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('tried')
  const database = await answered(opening)
  try {
    await answered(database.transaction('tried', 'readwrite').objectStore('tried').put(written, 'at'))
    const read = await answered(database.transaction('tried').objectStore('tried').get('at'))
    return read === written
      ? { standing: 'fine', says: (t) => t('diagnosis.database.fine') }
      : { standing: 'wrong', says: (t) => t('diagnosis.database.wrong') }
  } finally {
    database.close()
    indexedDB.deleteDatabase(NAME)
  }
}
