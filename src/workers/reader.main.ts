import type { Problem, Result } from '@/domain/problem'
import { type HeldFile, readHeldFile } from '@/io/formats/held-file'
import { type OutlinesRead, type RiversRead, readOutlines, readRivers } from '@/io/formats/outlines-file'
import type { FileFormat } from '@/io/formats/table-file'
import { readPlanText } from '@/io/package/plan-document'
import { pulse } from './pulse'
import { piecesOf, type TablePiece } from './table-pieces'

/** The task of a reader: read the tables of a file, the text of a plan, outlines of counties, or rivers. */
export type ReaderTask =
  | { readonly held: HeldFile }
  | { readonly plan: File }
  | { readonly outlines: readonly File[] }
  | { readonly rivers: readonly File[] }

/**
 * Messages of a reader: first whether it holds its lock; then each table in pieces, followed by the format or a
 * problem; or the text of the plan, the outlines, or the rivers.
 */
export type ReaderMessage =
  | { readonly locked: boolean }
  | TablePiece
  | { readonly format: FileFormat }
  | { readonly problem: Problem }
  | { readonly planText: Result<string> }
  | { readonly outlinesRead: Result<OutlinesRead> }
  | { readonly riversRead: Result<RiversRead> }

/** `lock`: name of a lock held as long as the reader lives. */
type Asked = ReaderTask & { readonly lock: string; readonly answers: MessagePort }

addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  const say = (said: ReaderMessage) => data.answers.postMessage(said)
  say({ locked: await pulse.hold(data.lock) })
  if ('plan' in data) say({ planText: await readPlanText(data.plan) })
  else if ('outlines' in data) say({ outlinesRead: await readOutlines(data.outlines) })
  else if ('rivers' in data) say({ riversRead: await readRivers(data.rivers) })
  else await sayTables(data.held, say)
})

async function sayTables(held: HeldFile, say: (said: ReaderMessage) => void): Promise<void> {
  const answer = await readHeldFile(held)
  if ('problem' in answer) return say(answer)
  for (const table of answer.tables) for (const piece of piecesOf(table)) say(piece)
  say({ format: answer.format })
}
