import { unitsOfFigures } from '@/domain/intake/recognise/dustfall-units'
import type { IntakePlan } from '@/domain/intake/recognise/plan'
import { unusedColumns } from '@/domain/intake/recognise/unused-columns'
import { type Table, textAt } from '@/domain/table/column'
import type { PackageKnowledge } from '@/workspace/package-knowledge'
import { blockersOf, isMonthly } from './blockers'
import { differingFigures, differingMeans, unlockedChanges } from './differing-figures'
import { dataClassOfItem, type ImportItem, isRead, type ReadItem } from './import-item'
import type { DustfallView } from './item-view'
import { monthsIn } from './months-in'

/** What a dustfall table contains; `items` are all that wait beside it. Null for other tables, and before its rows are read. */
export function dustfallView(item: ImportItem, items: readonly ImportItem[]): DustfallView | null {
  if (!isRead(item) || !isMonthly(item.recognised.plan.role)) return null
  const { knowledge, taken } = item
  const months = monthsIn(taken.table)
  const [firstMonth, lastMonth] = [months[0], months.at(-1)]
  if (firstMonth === undefined || lastMonth === undefined) return null
  const { points, lostPoints } = taken
  const madeUp = dataClassOfItem(item) === 'illustrative'
  const made = points.filter(({ known }) => known === null)
  const before = knowledge.newestMonth
  const { plan } = item.recognised
  const ofField = (field: string) => [...plan.stated.values()].some((each) => each.field === field)
  return {
    made: made.length,
    known: points.length - made.length,
    knownMadeUp: madeUp ? 0 : points.filter(({ known }) => known?.real === false).length,
    unplaced: points
      .filter(({ at }) => at === null)
      .map(({ name, county, row }) => ({ name, county: knowledge.countyName(county), row })),
    lost: lostPoints,
    firstMonth,
    lastMonth,
    rankingMonth: before !== null && before > lastMonth ? before : lastMonth,
    counties: item.recognised.plan.role === 'dustfall-published' ? countiesOf(taken.table, knowledge) : null,
    differing:
      plan.role === 'dustfall-published'
        ? differingFigures(item, madeUp ? [] : importedWith(item, items))
        : madeUp
          ? []
          : differingMeans(item, importedWith(item, items)),
    unlockedChanges: plan.role === 'dustfall-published' && !madeUp ? unlockedChanges(taken.table, knowledge) : 0,
    statesLastYear: plan.dustfall.form === 'long' ? plan.columns.lastYear !== undefined : ofField('lastYear'),
    compared: comparedIn(plan),
    unused: unusedColumns(plan),
    units: unitsOfFigures(plan.units, figuresIn(plan), plan.header.names),
  }
}

/** The real measurements that are imported with an item: those without an open question. */
function importedWith({ id }: ImportItem, items: readonly ImportItem[]): ReadItem[] {
  const isWith = (each: ReadItem) =>
    each.id !== id &&
    isMonthly(each.recognised.plan.role) &&
    dataClassOfItem(each) !== 'illustrative' &&
    blockersOf(each).length === 0
  return items.filter(isRead).filter(isWith)
}

/** The columns of figures. */
function figuresIn({ role, dustfall, columns }: IntakePlan): number[] {
  if (dustfall.form === 'months') return [...dustfall.months.keys()]
  if (dustfall.form === 'points') return [...dustfall.points.keys()]
  const figures = columns[role === 'dustfall-samples' ? 'given' : 'value']
  return figures === undefined ? [] : [figures]
}

/** The columns of a wide table that are only compared, each with its month. */
function comparedIn({ stated, dustfall, header }: IntakePlan): DustfallView['compared'] {
  if (dustfall.form !== 'months') return []
  return [...stated].map(([column, { of }]) => ({ heading: header.names[column]!, month: dustfall.months.get(of)! }))
}

function countiesOf(table: Table, { opened }: PackageKnowledge): DustfallView['counties'] {
  const ranked = opened.pack.counties.filter((county) => county.ranked)
  const brought = new Set(Array.from({ length: table.length }, (_, row) => textAt(table, 'county', row)))
  return { ranked: ranked.length, lacking: ranked.filter(({ code }) => !brought.has(code)).map(({ name }) => name) }
}
