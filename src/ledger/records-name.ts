/**
 * Whose records this page shows, as the settings of a package name them (`records`): records, rounds and lists of one city must
 * not be taken for another's, since sources of both may have the same codes. It is read once: whatever holds records is opened
 * under a name that has it, and a page of another city is loaded anew.
 */
const STORED = 'chentu-records'

function stored(): string {
  try {
    return globalThis.localStorage?.getItem(STORED) ?? ''
  } catch {
    return ''
  }
}

const records = stored()

/** A name of stored records or lists, for the city of this page; as it is for packages that name no records of their own. */
export const ofThisCity = (name: string): string => (records === '' ? name : `${name}-${records}`)

/** The database of the ledger; a worker has no stored lists, and is told it by its own name. */
export const LEDGER_NAME = ofThisCity('chentu-ledger')

/**
 * Whether the page has to be loaded anew for a package whose records are others'; it is then those of the package that are opened.
 * False too where the browser keeps nothing: there are no records then.
 */
export function turnsTo(wanted: string | undefined): boolean {
  const name = wanted ?? ''
  if (name === records) return false
  try {
    if (name === '') localStorage.removeItem(STORED)
    else localStorage.setItem(STORED, name)
  } catch {
    return false
  }
  return stored() === name
}
