import type { Difference } from '@/domain/intake/merge'
import type { Contested } from '@/domain/intake/set-by-hand'
import { madeUpPointsGone, madeUpToRemove } from '@/workspace/made-up'
import { type ExistingPackage, existingTable, existingTables } from '@/workspace/package-draft'
import type { PackageKnowledge } from '@/workspace/package-knowledge'
import { blockersAmong, clashAmong, doubtIn, isMonthly, kindOfCodes, needsMonth } from './blockers'
import { type ImportedBefore, NOTHING_IMPORTED } from './clashes'
import { dustfallView } from './dustfall-view'
import { endedRows } from './ended-rows'
import { filesOfKind, filesWith, mayLackRows, missingRows, NONE_MISSING } from './files-of-kind'
import { dataClassOfItem, type ImportItem, isRead, type ReadItem, sheetOfItem } from './import-item'
import type { CountedRows, ItemTable, ItemView } from './item-view'
import { mergeFiles, otherFiles, withRows } from './merge-files'
import { missingColumns } from './missing-columns'
import { namedChanges, namedDifference } from './named-difference'
import { repeatedRows, sameContent } from './repeated-rows'
import { emptiedCounties, unlistedCounties } from './unlisted-counties'

/** Rows in the preview. */
const PREVIEW_ROWS = 40
const SAMPLE_POSITIONS = 400
/** Problems per group sent to the page. */
const SHOWN_PER_GROUP = 100
const SHOWN_CONTESTED = 200

const NOTHING_READ = { read: 0, taken: 0, repaired: 0, refused: 0, skipped: 0, unplaced: 0 }

/** What is stored of the files that were imported beside an item. */
export async function importedBefore(
  { recognised }: ImportItem,
  there: ExistingPackage,
  items: readonly ReadItem[],
): Promise<ImportedBefore> {
  if (items.length === 0) return NOTHING_IMPORTED
  return { items, tables: (await existingTables(recognised.plan.role, there)).map(({ table }) => table) }
}

/**
 * An item for the screen, compared with the current package; `items` are all that wait beside it, `beside` finds what was
 * imported beside any of them.
 */
export async function viewItem(
  item: ImportItem,
  there: ExistingPackage,
  items: readonly ImportItem[],
  beside: (item: ImportItem) => Promise<ImportedBefore>,
): Promise<ItemView> {
  const { recognised, choice } = item
  const now = await existingTable(recognised.plan.role, there)
  const { name, bytes } = item.file
  const others = await otherFiles(recognised.plan.target, recognised.plan.role, there)
  const files = isRead(item) ? await filesOfKind(item, items, beside) : null
  const missing = files ? missingRows(files) : NONE_MISSING
  const merged = isRead(item) ? mergeFiles(item, now, others, missing) : null
  const before = await beside(item)
  const clash = clashAmong(item, items, before)
  const results = merged ? [merged.first, ...merged.others] : []
  const contested = results.flatMap((each) => each.contested)
  return {
    id: item.id,
    file: name,
    bytes,
    problem: null,
    table: {
      ...howRead(item),
      ...whatCame(item, items),
      difference: merged?.difference ? namedDifference(merged.difference, item) : null,
      frozen: [...new Set(results.flatMap((each) => each.frozen))],
      sameContent: sameContent(item, items),
      countedBefore:
        files &&
        countedBefore(
          files,
          merged?.difference ?? null,
          (rows) => mergeFiles(rows, now, others, NONE_MISSING).difference,
        ),
      clash: clash && { ...clash, rows: namedChanges(clash.rows, item) },
      overrules: choice.overrules ?? false,
      neverGivenOut: choice.neverGivenOut ?? false,
      gone: missing.gone,
      goneWithin: missing.within && [...missing.within].map(item.knowledge.countyName),
      together: files?.map(({ id }) => id) ?? [item.id],
      mayLackRows: mayLackRows(recognised.plan.target),
      blanks: choice.blanks ?? 'keep',
      contested: {
        count: contested.length,
        first: contested.slice(0, SHOWN_CONTESTED).map((each) => withNames(each, item.knowledge)),
      },
      there: now && { rows: now.table.length, dataClass: now.descriptor.chentu.class },
      madeUp: await madeUpToRemove(item, there),
      madeUpPointsGone: isRead(item) ? await pointsGone(item, there, items, beside) : 0,
      missing: missingColumns(recognised.plan, item.knowledge.opened.pack.rules),
      ended: isRead(item) ? endedRows(item) : null,
      blockers: blockersAmong(item, items, before),
      doubt: doubtIn(item),
      kindOfCodes: kindOfCodes(item),
    },
  }
}

/** How many made-up points are gone once an item and all measurements that wait beside it are imported. */
async function pointsGone(
  item: ReadItem,
  there: ExistingPackage,
  items: readonly ImportItem[],
  beside: (item: ImportItem) => Promise<ImportedBefore>,
): Promise<number> {
  if (!isMonthly(item.recognised.plan.role)) return 0
  const [, ...others] = await filesWith(item, items, beside, isMonthly)
  return madeUpPointsGone(item, others, there)
}

/** What of an item's counts the files before it count already, which are imported together with it; null if nothing. */
function countedBefore(
  [item, ...others]: readonly [ReadItem, ...ReadItem[]],
  all: Difference | null,
  differenceOf: (item: ReadItem) => Difference | null,
): CountedRows | null {
  const before = others.filter(({ id }) => id < item.id)
  if (before.length === 0) return null
  const { repeated, own } = repeatedRows(item, before)
  const taken = repeated.length
  if (taken === 0) return null
  const rest = all && differenceOf(withRows(item, own))
  if (!all || !rest) return { taken, added: taken, changed: 0, same: 0 }
  return { taken, added: all.added - rest.added, changed: all.changed - rest.changed, same: all.same - rest.same }
}

/** A contested county with names instead of codes. */
function withNames(each: Contested, { countyName }: PackageKnowledge): Contested {
  if (each.field !== 'county') return each
  return { ...each, standing: countyName(each.standing), brought: countyName(each.brought) }
}

/** How a table is read: what was recognised and what the user chose. */
function howRead(item: ImportItem) {
  const { file, sheetNumber, recognised, remembered } = item
  const { plan, guesses, matches, datum, datumColumn, asksDatum, sample } = recognised
  const { format, encoding, delimiter, sheets } = file
  const { head } = sheetOfItem(item)
  return {
    format,
    encoding,
    delimiter,
    sheets: sheets.map((sheet) => ({ name: sheet.head.name, hidden: sheet.hidden })),
    sheet: sheetNumber,
    head: head.rows.slice(0, PREVIEW_ROWS).map((cells, row) => plan.edits.get(row + 1) ?? cells),
    hiddenColumns: head.hiddenColumns,
    header: plan.header,
    guesses: guesses.slice(0, 4),
    role: plan.role,
    matches,
    columns: plan.columns,
    position: plan.position.columns,
    form: plan.position.form,
    datum,
    chosenDatum: plan.position.datum,
    datumColumn: datumColumn && { ...datumColumn, isUsed: plan.position.datumColumn === datumColumn.column },
    asksDatum,
    sample: sample.slice(0, SAMPLE_POSITIONS).map(({ position }) => position),
    dustfall: plan.dustfall,
    workedOut: plan.workedOut,
    stated: plan.stated,
    month: plan.month,
    yearAbout: typeof plan.year === 'string' ? plan.year : (plan.year?.until.slice(0, 4) ?? null),
    years: plan.years,
    asksMonth: needsMonth(plan),
    dataClass: dataClassOfItem(item),
    corrected: item.corrected,
    remembered,
  } satisfies Partial<ItemTable>
}

/** Results of its rows, as far as they are read. */
const whatCame = (item: ImportItem, items: readonly ImportItem[]) =>
  ({
    read: isRead(item),
    rows: item.taken?.rows ?? null,
    brings: dustfallView(item, items),
    counts: item.taken?.counts ?? NOTHING_READ,
    flagWords: item.taken?.flagWords ?? [],
    unlisted: unlistedCounties(item.recognised.plan, item.taken?.groups ?? []),
    emptied: emptiedCounties(item.taken?.groups ?? []),
    groups: (item.taken?.groups ?? []).map((group) => ({ ...group, first: group.first.slice(0, SHOWN_PER_GROUP) })),
  }) satisfies Partial<ItemTable>
