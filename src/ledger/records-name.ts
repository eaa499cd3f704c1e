/**
 * The name under which this page stores records, from the package's setting `records`: records, rounds and lists of
 * different cities must be kept apart, since their sources may share codes. It is read once: every store of records is
 * opened under this name, and switching to another city reloads the page.
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

/** Name of a record store or list for this page's city; unchanged for packages without the setting. */
export const nameForCity = (name: string): string => (records === '' ? name : `${name}-${records}`)

/** Database of the ledger; a worker cannot read localStorage, so it receives this as its own name. */
export const LEDGER_NAME = nameForCity('chentu-ledger')

/**
 * Switches to a package's records; returns true if the page must be reloaded to open them. False also where the browser
 * stores nothing: then there are no records.
 */
export function switchRecordsTo(wanted: string | undefined): boolean {
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
