import { isWorse } from '@/domain/intake/recognise/figure-time'
import { fingerprintOf } from '@/domain/intake/recognise/make-plan'
import { fieldsInFile } from '@/domain/intake/recognise/target'
import { plainText } from '@/domain/sources/reading/cell'
import type { ChentuDatabase } from '@/io/versions/database'
import type { ImportItem } from './import-item'
import type { ItemChoice } from './item-choice'
import { planItem } from './read-item'
import { areColumnsChosen, rememberedChoice } from './remembered-choice'

type Memory = ChentuDatabase['mappings']

/** What identifies files with the headings of an item. */
export const fingerprint = ({ recognised }: ImportItem) => fingerprintOf(recognised.plan.header.names)

/** What is stored for a file's headings, also as earlier versions named them. */
async function known(item: ImportItem, memory: Memory) {
  const { formerNames } = item.recognised.plan.header
  return (
    (await memory.get(fingerprint(item))) ?? (formerNames ? await memory.get(fingerprintOf(formerNames)) : undefined)
  )
}

const thisYear = () => new Date().getFullYear()

/**
 * Applies the choices made for an earlier file with the same headings, if any; choices for this item take precedence.
 */
export async function recallItem(item: ImportItem, memory: Memory): Promise<ImportItem> {
  const stored = await known(item, memory).catch(() => undefined)
  if (!stored) return item
  const roles = item.knowledge.vocabulary.targets.map(({ role }) => role)
  const choice = { ...rememberedChoice(stored.choice, roles, thisYear()), ...item.choice }
  const kept = withoutOutdated(choice, item)
  const columns = stillChosen(kept, item, areColumnsChosen(stored.choice))
  return planItem({ ...item, choice: columns ? { ...kept, columns } : kept, remembered: true })
}

/**
 * The remembered columns that still hold. A column of the figure of a month is dropped if its heading is now known to be
 * another figure, or says less well than the recognised one that it is this month's: earlier versions took a mean of
 * several months for it, and the month in a heading changes from file to file. Of what earlier versions stored
 * (`isChosen` false), columns that are recognised anyway are nobody's choice, nor are those that the app worked out.
 */
function stillChosen(choice: ItemChoice, item: ImportItem, isChosen: boolean): ItemChoice['columns'] {
  const { role } = choice
  if (!choice.columns || role === undefined) return choice.columns
  const plain = role === item.recognised.plan.role ? item : planItem({ ...item, choice: { ...item.choice, role } })
  const { plan, figureTimes } = plain.recognised
  const isOfMonth = new Set(fieldsInFile(plan.target).flatMap((field) => (field.isOfMonth ? field.name : [])))
  const isOutdated = (field: string, column: number) => {
    const heading = plan.header.names[column] ?? ''
    // The words that a person chose are the same; only a month or a year may be another.
    if (isChosen && fingerprintOf([heading]) === plainText(heading)) return false
    const [time, found] = [figureTimes[column] ?? null, plan.columns[field]]
    return time === null || (found !== undefined && isWorse(time, figureTimes[found]!))
  }
  const columns = Object.entries(choice.columns).filter(
    ([field, column]) =>
      (isChosen || (column !== plan.columns[field] && !(column !== null && plan.workedOut.has(column)))) &&
      !(column !== null && isOfMonth.has(field) && isOutdated(field, column)),
  )
  return Object.fromEntries(columns)
}

/**
 * The choices without what a table shows to be no answer for it: a coordinate system where the table itself names or
 * shows one, or where rows agree with several; that a column of coordinate systems is used which known places
 * contradict; and a field for such a column, which earlier versions did not recognise. `item` was read without the
 * memory.
 */
function withoutOutdated(choice: ItemChoice, { recognised, choice: own }: ImportItem): ItemChoice {
  const { datum, datumColumn } = recognised
  const { datum: remembered, datumColumn: used, ...others } = choice
  const isTold = own.datum === undefined && datum !== null && datum.by !== 'nothing'
  const isDoubtful = own.datumColumn === undefined && used !== null && (datumColumn?.contradictedBy ?? null) !== null
  const kept = {
    ...others,
    ...(isTold || remembered === undefined ? {} : { datum: remembered }),
    ...(isDoubtful || used === undefined ? {} : { datumColumn: used }),
  }
  if (!datumColumn || used === null || !kept.columns) return kept
  const columns = Object.entries(kept.columns).filter(([, column]) => column !== datumColumn.column)
  return { ...kept, columns: Object.fromEntries(columns) }
}

/**
 * Stores the choices for a file's headings for next month's file; rows and months are not stored, nor columns that were
 * only recognised, nor that missing rows are removed: another file with these headings may be a part of the list. The
 * year of days without one is stored with the calendar year in which it was chosen, since a later file may be about
 * another.
 */
export async function rememberItem(item: ImportItem, memory: Memory): Promise<void> {
  const { role, position } = item.recognised.plan
  const { columns, blanks, dataClass, datumColumn, flagWords = {} } = item.choice
  const years = Object.fromEntries(item.choice.years ?? [])
  const choice = {
    role,
    ...(columns ? { columns } : {}),
    columnsAre: 'chosen',
    position: position.columns,
    ...(position.datum && item.recognised.datum && item.recognised.datum.by !== 'mixed'
      ? { datum: position.datum }
      : {}),
    ...(datumColumn === undefined ? {} : { datumColumn }),
    ...(blanks ? { blanks } : {}),
    ...(dataClass ? { dataClass } : {}),
    ...(Object.keys(flagWords).length > 0 ? { flagWords } : {}),
    ...(Object.keys(years).length > 0 ? { years, yearsChosenIn: thisYear() } : {}),
  }
  await memory.put({ fingerprint: fingerprint(item), choice })
}
