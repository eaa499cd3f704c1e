import type { IsoDay } from '@/domain/calendar'
import { Intake, type Taken } from '@/domain/intake/intake'
import { makePlan, type Planned } from '@/domain/intake/recognise/make-plan'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { SheetFile, TableFile } from '@/io/formats/table-file'
import { intakeBase } from './intake-base'
import type { ItemChoice } from './item-choice'
import type { PackageKnowledge } from './package-knowledge'

/** One table on its way in: what was found, what was chosen, and what came of it. */
export interface ImportItem {
  readonly id: number
  /** As it was dropped. */
  readonly source: File
  /** The tables that are in it. */
  readonly file: TableFile
  readonly choice: ItemChoice
  readonly knowledge: PackageKnowledge
  /** Read as a file with the same headings was read before. */
  readonly remembered: boolean
  /** Place of its sheet in the file. */
  readonly sheetNumber: number
  readonly planned: Planned
  /** Null until its rows are read. */
  readonly taken: Taken | null
}

/** An item whose rows are read. */
export type ReadItem = ImportItem & { readonly taken: Taken }

export const isRead = (item: ImportItem): item is ReadItem => item.taken !== null

/** How far a reading has come. */
export interface Progress {
  readonly rows: number
  /** Bytes of the file that are read, and all of them. */
  readonly consumed: number
  readonly bytes: number
}

/** Plans how a table is read, from what is in it, what was chosen and what is known; its rows are still to be read. */
export function planItem(facts: Omit<ImportItem, 'sheetNumber' | 'planned' | 'taken'>): ImportItem {
  const { file, choice, knowledge, id, source, remembered } = facts
  const sheetNumber = choice.sheet ?? firstShown(file)
  const { head, crs } = file.sheets[sheetNumber]!
  const planned = makePlan(head, file.name, crs, choice, knowledge)
  return { id, source, file, choice, knowledge, remembered, sheetNumber, planned, taken: null }
}

/** The first sheet that is not hidden. */
const firstShown = ({ sheets }: TableFile) =>
  Math.max(
    0,
    sheets.findIndex(({ hidden }) => !hidden),
  )

/** The sheet that an item is. */
export const sheetOf = ({ file, sheetNumber }: ImportItem): SheetFile => file.sheets[sheetNumber]!

/** How real the rows of an item are; real, where nobody says otherwise. */
export const classOf = ({ choice }: ImportItem): DataClass => choice.dataClass ?? 'real'

/** Reads the whole table by its plan, as of `today`. @throws the signal's reason when it is cancelled. */
export async function readItem(
  item: ImportItem,
  today: IsoDay,
  progress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<ReadItem> {
  const { plan } = item.planned
  const { name, bytes } = item.file
  const sheet = sheetOf(item)
  const intake = new Intake(plan, intakeBase(item.knowledge, name, sheet.head.name, plan.role, item.id), today)
  const remarks = await sheet.read((rows, first, consumed) => {
    intake.read(rows, first)
    progress({ rows: first + rows.length, consumed, bytes })
  }, signal)
  for (const group of remarks) intake.remark(group)
  return { ...item, taken: intake.finish() }
}
