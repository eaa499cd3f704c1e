import { openFile } from '@/io/formats/open-file'
import type { ReadItem } from '@/workspace/import/import-item'
import type { ItemChoice } from '@/workspace/import/item-choice'
import { planItem, readItem } from '@/workspace/import/read-item'
import { knowledgeOf } from '@/workspace/package-knowledge'
import { openFromDisk } from '../package-from-disk'

const { value: opened } = await openFromDisk('')
/** The knowledge of the default package, with which files are compared. */
export const knowledge = knowledgeOf(opened!)

/** Reads a file as if it was dropped while the default package is open. */
export async function readFile(name: string, content: BlobPart, choice: ItemChoice = {}): Promise<ReadItem> {
  const source = new File([content], name)
  const opened = await openFile(source, choice)
  if ('problem' in opened) throw new Error(`${opened.problem.code} ${opened.problem.seen}`)
  const item = planItem({ id: 1, source, file: opened.file, choice, knowledge, remembered: false, corrected: null })
  return readItem(item, '2026-12-31', () => undefined, new AbortController().signal)
}

/** A summary of a read item: role, how it was read, and each type of problem as `action code column × count`. */
export function summary(item: ReadItem) {
  const { plan } = item.recognised
  const { read, taken, repaired, refused, skipped, unplaced } = item.taken.counts
  return {
    role: plan.role,
    encoding: item.file.encoding?.encoding ?? null,
    position: plan.position.form
      ? plan.position.form.unit === 'degrees'
        ? `degrees ${plan.position.datum ?? '?'} by ${item.recognised.datum?.by}`
        : `zone ${plan.position.form.zone.number}${plan.position.form.zone.prefixed ? ' prefixed' : ''}`
      : null,
    counts: `${read} read, ${taken} taken, ${repaired} repaired, ${refused} refused, ${skipped} skipped, ${unplaced} unplaced`,
    problems: item.taken.groups.map(({ action, code, column, count }) =>
      `${action} ${code} ${column} × ${count}`.replace(/ {2,}/g, ' '),
    ),
  }
}
