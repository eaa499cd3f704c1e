import { type AsOf, asOfAfterNewData, asOfForNewest, type IsoDay, type Month } from '@/domain/calendar'
import { addCorrectionNotes } from '@/domain/dustfall/correction'
import { keysOf } from '@/domain/intake/merge'
import { type Target, targetsOf } from '@/domain/intake/recognise/target'
import type { Table } from '@/domain/table/column'
import type { ResourceDescriptor } from '@/io/package/descriptor'
import { setByHandOf } from '@/io/package/read-descriptor'
import { sourcesWith } from '@/io/package/sources'
import { withoutMadeUp } from '@/workspace/made-up'
import {
  descriptionOf,
  existingTable,
  existingTables,
  mergesWith,
  type PackageDraft,
  tablesOfNext,
  writeTable,
} from '@/workspace/package-draft'
import { isMonthly } from './blockers'
import { missingRows, NONE_MISSING } from './files-of-kind'
import { dataClassOfItem, type ReadItem } from './import-item'
import { itemLines } from './item-lines'
import { mergeFiles, otherFiles } from './merge-files'
import { isListed } from './merge-item'
import { newestMonthIn } from './months-in'
import { codesOfPoints, withRenamedTexts } from './point-codes'
import { addPoints } from './write-points'

/** Words written with an item, in the user's language. */
export interface ItemWords {
  /** Day of the import. */
  readonly today: IsoDay
  readonly title: string
  /** Title of the table of dustfall points. */
  readonly points: string
  /** Text of the correction for a published figure that the file changes. */
  correction(from: number | null, to: number): string
}

/**
 * Writes the results of items into the package; returns the newest month in them, that of their dustfall if there is
 * any, and the file names as a label.
 */
export async function writeItems(
  items: readonly ReadItem[],
  next: PackageDraft,
  wordsOf: (item: ReadItem) => ItemWords,
): Promise<{ readonly month: Month | null; readonly dustfall?: Month; readonly label: string }> {
  const roleOf = ({ recognised }: ReadItem) => recognised.plan.role
  const before = new Map<string, Table>()
  for (const [at, item] of items.entries()) {
    const following = items.slice(at + 1).filter((each) => roleOf(each) === roleOf(item))
    await writeItem(item, next, wordsOf(item), { following, before })
  }
  await noteCorrections(
    next,
    before,
    items.filter((item) => roleOf(item) === 'dustfall-published').map((item) => ({ item, words: wordsOf(item) })),
  )
  const newestOf = (some: readonly ReadItem[]) =>
    some
      .flatMap((item) => newestMonthIn(item.recognised.plan.target.fields, item.taken.table, wordsOf(item).today) ?? [])
      .sort()
      .at(-1)
  const dustfall = newestOf(items.filter((item) => isMonthly(roleOf(item))))
  const label = items.map(({ file }) => file.name).join('、')
  return { month: newestOf(items) ?? null, ...(dustfall && { dustfall }), label }
}

/** The import that an item is part of. */
interface AmongItems {
  /** The items of its kind that come after it, whose rows are not missing. */
  readonly following: readonly ReadItem[]
  /** Published tables as they were before the import, by path: filled by each item. */
  readonly before: Map<string, Table>
}

const NO_ROWS: Table = { length: 0, columns: {} }

/** Writes the result of an item into the package. */
async function writeItem(
  item: ReadItem,
  next: PackageDraft,
  words: ItemWords,
  { following, before }: AmongItems,
): Promise<void> {
  const { role, target } = item.recognised.plan
  const dataClass = dataClassOfItem(item)
  const now = await existingTable(role, tablesOfNext(next))
  // A second file of a kind is merged with the result of the first, which has removed what none of them has.
  const joined = next.written.get(role)
  const there = now && { ...now, table: joined ?? now.table }
  const codes = await codesOfPoints(item, there, next)
  const known = there && {
    descriptor: withCodes(there.descriptor, codes.there),
    table: withRenamedTexts(there.table, 'code', codes.there),
  }
  const brought = withRenamedTexts(item.taken.table, 'point', codes.brought)
  const files = (await otherFiles(target, role, tablesOfNext(next))).map((each) => ({
    ...each,
    // Another file of this import may have changed it.
    table: next.known.get(each.descriptor.path) ?? each.table,
  }))
  const whole = { ...item, taken: { ...item.taken, table: brought } }
  const missing = joined ? NONE_MISSING : missingRows([item, ...following])
  const { first, isFirstGiven, others } = mergeFiles(whole, known, files, missing)
  const path = there?.descriptor.path ?? `${role}.${isLine(target) ? 'geojson' : 'csv'}`
  if (role === 'dustfall-published')
    for (const { there } of [first, ...others]) {
      const file = there?.descriptor.path ?? path
      if (!before.has(file)) before.set(file, there && mergesWith(there, dataClass) ? there.table : NO_ROWS)
    }
  const { byHand, table } = first
  next.written.set(role, table)
  const asOf = asOfAfter(item, next, words.today)
  next.descriptor = withoutMadeUp(next, role, path, dataClass)
  // With rows of the table that was there, its origins and licences stay too.
  const kept = there && (!isFirstGiven || mergesWith(there, dataClass)) ? there.descriptor : null
  const said = {
    role,
    path,
    title: words.title,
    dataClass,
    sources: isFirstGiven ? sourcesWith(kept, item.file.name) : (kept?.sources ?? []),
    ...(kept?.licenses ? { licenses: kept.licenses } : {}),
    table,
    ...(isListed(target) ? { byHand } : {}),
  }
  writeTable(next, said, isLine(target) ? itemLines(item, table, next) : null)
  for (const other of others)
    writeTable(next, {
      role,
      ...descriptionOf(other.there!.descriptor),
      sources: sourcesWith(other.there!.descriptor, item.file.name),
      table: other.table,
      ...(isListed(target) ? { byHand: other.byHand } : {}),
    })
  next.descriptor = { ...next.descriptor, chentu: { ...next.descriptor.chentu, asOf } }
  if (item.taken.points.length > 0) await addPoints(item, next, words.points, codes.brought)
}

/**
 * Adds the notes of corrections to the published tables of an import, by path as they were before it. A figure that one
 * of its files gave and another changed was never published, so all are noted at the end, each with the file that counts.
 */
async function noteCorrections(
  next: PackageDraft,
  before: ReadonlyMap<string, Table>,
  published: readonly { readonly item: ReadItem; readonly words: ItemWords }[],
): Promise<void> {
  if (published.length === 0) return
  const role = 'dustfall-published'
  const { key } = published[0]!.item.recognised.plan.target
  const files = published.map(({ item, words }) => ({ item, keys: new Set(keysOf(item.taken.table, key)), words }))
  for (const { descriptor, table } of await existingTables(role, tablesOfNext(next))) {
    const was = before.get(descriptor.path)
    if (!was) continue
    const keys = keysOf(table, key)
    // A table with two rows of a county's month, which no file gave, is not corrected.
    const noted = addCorrectionNotes(was, table, (from, to, row, isLocked) => {
      const file = files.findLast((each) => each.keys.has(keys[row]!))
      return !file || (file.item.choice.neverGivenOut && !isLocked) ? '' : file.words.correction(from, to)
    })
    writeTable(next, { role, ...descriptionOf(descriptor), table: noted })
  }
}

/** A resource with the values set by hand moved to the new codes of its points. */
function withCodes(resource: ResourceDescriptor, codes: ReadonlyMap<string, string>): ResourceDescriptor {
  if (codes.size === 0) return resource
  const byHand = [...setByHandOf(resource)].map(([code, set]) => [codes.get(code) ?? code, set])
  return { ...resource, chentu: { ...resource.chentu, byHand: Object.fromEntries(byHand) } }
}

const isLine = ({ lists }: Target) => lists?.place === 'line'

/** The package's as-of date after an item is imported: newer data moves it forward. */
function asOfAfter(item: ReadItem, next: PackageDraft, today: IsoDay): AsOf {
  const { asOf } = next.descriptor.chentu
  const { role, target } = item.recognised.plan
  const newest = dataClassOfItem(item) === 'illustrative' ? null : newestMonthIn(target.fields, item.taken.table, today)
  if (newest === null) return asOf
  // A made-up package had its own date: the first real dustfall sets a new one, even if it is earlier.
  const anew = isMonthly(role) && asOf !== 'today' && !hasRealDates(next)
  return anew ? asOfForNewest(newest, today) : asOfAfterNewData(asOf, newest, today)
}

/** Whether a package has any real dated data, on which its as-of date is based. */
function hasRealDates({ descriptor, opened }: PackageDraft): boolean {
  const dated = targetsOf(opened.pack.kinds).filter(hasDays)
  const roles = new Set(dated.map(({ role }) => role))
  return descriptor.resources.some(({ chentu }) => chentu.class !== 'illustrative' && roles.has(chentu.role))
}

/** Whether the rows of a table have a day or a month. */
const hasDays = ({ fields }: Target) =>
  fields.some(({ name, means }) => name === 'month' || means === 'inspectedOn' || means === 'surveyedOn')
