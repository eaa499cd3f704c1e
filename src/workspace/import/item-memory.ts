import { fingerprintOf } from '@/domain/intake/recognise/make-plan'
import type { ChentuDatabase } from '@/io/versions/database'
import type { ImportItem } from './import-item'
import type { ItemChoice } from './item-choice'
import { planItem } from './read-item'
import { rememberedChoice } from './remembered-choice'

type Memory = ChentuDatabase['mappings']

const fingerprint = ({ recognised }: ImportItem) => fingerprintOf(recognised.plan.header.names)

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
  return planItem({ ...item, choice: withoutOutdated(choice, item), remembered: true })
}

/**
 * The choices without what a table shows to be no answer for it: a coordinate system where the table itself names or
 * shows one, or where rows agree with several; and a field for the column of coordinate systems, which earlier versions did not recognise. `item` was read without
 * the memory.
 */
function withoutOutdated(choice: ItemChoice, { recognised, choice: own }: ImportItem): ItemChoice {
  const { datum: _, ...undecided } = choice
  const isTold = recognised.datum !== null && recognised.datum.by !== 'nothing'
  const kept = isTold && own.datum === undefined ? undecided : choice
  const { datumColumn } = recognised
  if (!datumColumn || choice.datumColumn === null || !kept.columns) return kept
  const columns = Object.entries(kept.columns).filter(([, column]) => column !== datumColumn.column)
  return { ...kept, columns: Object.fromEntries(columns) }
}

/**
 * Stores the choices for a file's headings for next month's file; rows and months are not stored, nor that missing rows
 * are removed: another file with these headings may be a part of the list. The year of days without
 * one is stored with the calendar year in which it was chosen, since a later file may be about another.
 */
export async function rememberItem(item: ImportItem, memory: Memory): Promise<void> {
  const { role, columns, position } = item.recognised.plan
  const { blanks, dataClass, datumColumn, flagWords = {} } = item.choice
  const years = Object.fromEntries(item.choice.years ?? [])
  const choice = {
    role,
    columns,
    position: position.columns,
    ...(position.datum && item.recognised.datum && item.recognised.datum.by !== 'mixed'
      ? { datum: position.datum }
      : {}),
    ...(datumColumn === undefined ? {} : { datumColumn }),
    // A removal chosen for several files together must not be proposed for one of them alone.
    ...(blanks ? { blanks } : {}),
    ...(dataClass ? { dataClass } : {}),
    ...(Object.keys(flagWords).length > 0 ? { flagWords } : {}),
    ...(Object.keys(years).length > 0 ? { years, yearsChosenIn: thisYear() } : {}),
  }
  await memory.put({ fingerprint: fingerprint(item), choice })
}
