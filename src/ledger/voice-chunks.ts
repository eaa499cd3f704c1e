import { grouped } from '@/domain/grouped'
import type { Ledger } from './ledger'
import type { VoiceChunk } from './ledger-database'

/** What was recorded for a draft and does not stand in it yet. */
export interface LeftRecording {
  readonly at: string
  readonly item?: string
  readonly seconds: number
  readonly sound: Blob
}

/** Keeps a piece of what is being recorded; what it returns from is on the disk. @throws where the browser refuses. */
export async function keepChunk({ database }: Ledger, chunk: VoiceChunk): Promise<void> {
  await database.recordings.add(chunk)
}

/** All that was recorded for a draft and was broken off before it stood there, oldest first: each to the last piece that was kept. */
export async function leftRecordings({ database }: Ledger, draft: string): Promise<readonly LeftRecording[]> {
  const chunks = await database.recordings.where('draft').equals(draft).sortBy('number')
  const byRecording = grouped(chunks, ({ recording }) => recording)
  return [...byRecording.values()].map((own) => {
    const { at, item, type } = own[0]!
    return {
      at,
      ...(item === undefined ? {} : { item }),
      seconds: own.at(-1)!.seconds,
      sound: new Blob(
        own.map(({ sound }) => sound),
        { type },
      ),
    }
  })
}

/** Lets the pieces of notes go, by when each was begun: they stand in the draft, or nobody wants them. */
export async function dropPieces({ database }: Ledger, draft: string, begun: Iterable<string>): Promise<void> {
  await database.piecesOf(draft, new Set(begun)).delete()
}
