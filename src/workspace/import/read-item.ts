import type { IsoDay } from '@/domain/calendar'
import { Intake } from '@/domain/intake/intake'
import { makePlan } from '@/domain/intake/recognise/make-plan'
import type { TableFile } from '@/io/formats/table-file'
import { type ImportItem, type ReadItem, sheetOfItem } from './import-item'
import { intakeBase } from './intake-base'

/** Progress of a read. */
export interface Progress {
  readonly rows: number
  /** Bytes read so far, and in total. */
  readonly consumed: number
  readonly bytes: number
}

/** Interval between progress messages; the page redraws at each. */
const SAY_EVERY_MS = 100

/**
 * Plans how a table is read from its content, the user's choices and the package's knowledge, without reading its
 * rows.
 */
export function planItem(facts: Omit<ImportItem, 'sheetNumber' | 'recognised' | 'taken'>): ImportItem {
  const { file, choice, knowledge, id, source, remembered, corrected } = facts
  const sheetNumber = choice.sheet ?? firstShown(file)
  const { head, crs } = file.sheets[sheetNumber]!
  const recognised = makePlan(head, file.name, crs, choice, knowledge)
  return { id, source, file, choice, knowledge, remembered, corrected, sheetNumber, recognised, taken: null }
}

/** Index of the first visible sheet. */
const firstShown = ({ sheets }: TableFile) =>
  Math.max(
    0,
    sheets.findIndex(({ hidden }) => !hidden),
  )

/** Reads the whole table by its plan, as of `today`. @throws the signal's reason if cancelled. */
export async function readItem(
  item: ImportItem,
  today: IsoDay,
  progress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<ReadItem> {
  const { plan } = item.recognised
  const { name, bytes } = item.file
  const sheet = sheetOfItem(item)
  const intake = new Intake(plan, intakeBase(item.knowledge, name, sheet.head.name, plan.role, item.id), today)
  let said = Number.NEGATIVE_INFINITY
  const remarks = await sheet.read((rows, first, consumed) => {
    intake.read(rows, first)
    if (performance.now() - said < SAY_EVERY_MS) return
    progress({ rows: first + rows.length, consumed, bytes })
    said = performance.now()
  }, signal)
  for (const group of remarks) intake.remark(group)
  return { ...item, taken: intake.finish() }
}
