import type { Problem } from '@/domain/problem'
import { type HeldFile, readHeldFile } from '@/io/held-file'
import type { FileFormat, HeldTable } from '@/io/table-file'
import { pulse } from './pulse'

/** One file to be read, and the name of a lock that is held for as long as the reader lives. */
export interface ReaderAsked {
  readonly held: HeldFile
  readonly lock: string
}

/** What the reader of one file says: whether its lock tells that it lives, each table without rows, then its rows in pieces, and at last the format or a problem. */
export type ReaderSays =
  | { readonly locked: boolean }
  | { readonly table: HeldTable }
  | { readonly rows: HeldTable['rows'] }
  | { readonly format: FileFormat }
  | { readonly problem: Problem }

/** Rows of one message: taking it in must not keep the other side from hearing a cancel. */
const ROWS_OF_A_MESSAGE = 1000

const say = (said: ReaderSays) => postMessage(said)

addEventListener('message', async ({ data }: MessageEvent<ReaderAsked>) => {
  say({ locked: await pulse.hold(data.lock) })
  const answer = await readHeldFile(data.held)
  if ('problem' in answer) {
    say(answer)
    return
  }
  for (const { rows, ...table } of answer.tables) {
    say({ table: { ...table, rows: [] } })
    for (let from = 0; from < rows.length; from += ROWS_OF_A_MESSAGE)
      say({ rows: rows.slice(from, from + ROWS_OF_A_MESSAGE) })
  }
  say({ format: answer.format })
})
