import type { IntakePlan } from '@/domain/intake/recognise/plan'
import { OF_FILE, ORIGINAL } from '@/domain/intake/recognise/vocabulary'
import { STATED_FIELDS } from '@/domain/sources/kinds/published'

/**
 * Columns of the file's own used by no field and no position, by heading; a heading equal to that of a field in another column, or of
 * the texts that the import keeps, gets a suffix.
 */
export function unclaimedColumns({
  target,
  header,
  columns,
  position,
  units,
  workedOut,
  ownOriginals,
}: IntakePlan): [heading: string, column: number][] {
  // Derived figures in a table are checked and kept as they are.
  const stated = new Set(STATED_FIELDS.map(({ name }) => name))
  const fields = Object.entries(columns).flatMap(([field, column]) => (stated.has(field) ? [] : [column]))
  // Values are converted, so the unit in the file is no longer theirs.
  const claimed = new Set([...fields, ...Object.values(position.columns ?? {}), units.column])
  // The stored positions are WGS-84, so the system of the file is no longer theirs.
  const heading = (name: string, column: number) => {
    if (column === position.datumColumn) return name + ORIGINAL
    return own.has(name) || ownOriginals.has(column) ? name + OF_FILE : name
  }
  const own = new Set(target.fields.map(({ headings }) => headings[0]!))
  return header.names.flatMap((name, column): [string, number][] =>
    name === '' || claimed.has(column) || workedOut.has(column) ? [] : [[heading(name, column), column]],
  )
}
