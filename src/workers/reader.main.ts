import type { Problem } from '@/domain/problem'
import { type HeldFile, readHeldFile } from '@/io/held-file'
import { readPlanWording } from '@/io/plan-wording'
import type { FileFormat, HeldTable } from '@/io/table-file'
import { pulse } from './pulse'

/** What a reader is asked for: the tables of a file, or the wording of a plan's clauses. */
export type ReaderTask = { readonly held: HeldFile } | { readonly plan: Blob }

/**
 * What a reader says: whether its lock tells that it lives; then each table without rows, its rows in pieces, and at last the
 * format or a problem; or the wording.
 */
export type ReaderSays =
  | { readonly locked: boolean }
  | { readonly table: HeldTable }
  | { readonly rows: HeldTable['rows'] }
  | { readonly format: FileFormat }
  | { readonly problem: Problem }
  | { readonly wording: ReadonlyMap<number, string> }

/** Rows of one message: taking it in must not keep the other side from hearing a cancel. */
const ROWS_OF_A_MESSAGE = 1000

const say = (said: ReaderSays) => postMessage(said)

/** `lock` names a lock that is held for as long as the reader lives. */
addEventListener('message', async ({ data }: MessageEvent<ReaderTask & { readonly lock: string }>) => {
  say({ locked: await pulse.hold(data.lock) })
  if ('plan' in data) say({ wording: await readPlanWording(data.plan) })
  else await sayTables(data.held)
})

async function sayTables(held: HeldFile): Promise<void> {
  const answer = await readHeldFile(held)
  if ('problem' in answer) return say(answer)
  for (const { rows, ...table } of answer.tables) {
    say({ table: { ...table, rows: [] } })
    for (let from = 0; from < rows.length; from += ROWS_OF_A_MESSAGE)
      say({ rows: rows.slice(from, from + ROWS_OF_A_MESSAGE) })
  }
  say({ format: answer.format })
}
