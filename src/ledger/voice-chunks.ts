import { grouped } from '@/domain/grouped'
import type { Ledger } from './ledger'
import type { VoiceChunk } from './ledger-database'

/** A recording for a draft that is not in the draft yet. */
export interface LeftRecording {
  readonly at: string
  readonly item?: string
  readonly seconds: number
  readonly sound: Blob
}

/** Stores a piece of a recording; when it resolves, the piece is on disk. @throws if the browser refuses. */
export async function keepChunk({ database }: Ledger, chunk: VoiceChunk): Promise<void> {
  await database.recordings.add(chunk)
}

/**
 * Recordings for a draft that were interrupted before they were added to it, oldest first, each up to the last stored
 * piece.
 */
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

/** Deletes the pieces of notes, given by their start times: the notes are in the draft, or not wanted. */
export async function dropPieces({ database }: Ledger, draft: string, begun: Iterable<string>): Promise<void> {
  await database.piecesOf(draft, new Set(begun)).delete()
}
