import type { TakenVoice } from '@/features/field/record/drafts'
import { blobHash } from '@/io/versions/blob-hash'
import type { Ledger } from '@/ledger/ledger'
import type { VoiceChunk } from '@/ledger/ledger-database'
import { keepChunk } from '@/ledger/voice-chunks'
import { closeMicrophone, recordedType } from './microphone'

/** One note lasts so long at most. */
export const MOST_SECONDS = 120
/** Less than this is a press by mistake. */
const LEAST_SECONDS = 0.5
/** A browser that is killed loses no more than this. */
const CHUNK_MS = 1000
/** Speech is understood well at this, and two minutes are 720 kB. */
const BITS_PER_SECOND = 48_000

/** Why a recording ended: somebody ended it, it was as long as it may be, the system took the microphone, or a piece could not be kept. */
export type EndedBy = 'person' | 'limit' | 'lost' | 'unkept'

export interface Recorded {
  /** When it was begun, ISO: its pieces are known by it. */
  readonly at: string
  /** Null where it is too short to be meant. */
  readonly voice: TakenVoice | null
  readonly by: EndedBy
  /** Why pieces of it could not be kept; null where all are. */
  readonly refused: unknown
}

/** A sound as a part of a draft. */
export async function takenVoice(
  sound: Blob,
  { at, seconds, item }: { readonly at: string; readonly seconds: number; readonly item?: string },
): Promise<TakenVoice> {
  const { size: bytes, type } = sound
  const hash = await blobHash(sound)
  // A tenth of a second says more than anybody hears.
  const ref = { hash, bytes, at, seconds: Math.round(seconds * 10) / 10, type, ...(item === undefined ? {} : { item }) }
  return { ref, sound }
}

/** A recording that runs: each second of it is on the disk before the next. */
export class Recording {
  readonly at = new Date().toISOString()
  readonly id = crypto.randomUUID()
  private readonly began = performance.now()
  private readonly recorder: MediaRecorder
  private readonly parts: Blob[] = []
  /** In seconds; null while it runs. */
  private length: number | null = null
  /** A system that takes the microphone away says nothing before. */
  private by: EndedBy = 'lost'
  private refused: unknown = null
  private writing: Promise<void> = Promise.resolve()
  /** When it has ended, and all of it that could be kept is kept. */
  readonly ended: Promise<Recorded>

  constructor(
    private readonly ledger: Ledger,
    private readonly draft: string,
    readonly item: string | undefined,
    readonly stream: MediaStream,
    /** Each piece, once it is on the disk. */
    private readonly onKept: () => void,
  ) {
    const type = recordedType()
    try {
      this.recorder = new MediaRecorder(stream, {
        audioBitsPerSecond: BITS_PER_SECOND,
        ...(type === '' ? {} : { mimeType: type }),
      })
      this.recorder.ondataavailable = ({ data }) => this.take(data)
      this.ended = new Promise((done) => {
        this.recorder.onstop = () => done(this.finish())
      })
      for (const track of stream.getTracks()) track.onended = () => this.end('lost')
      this.recorder.start(CHUNK_MS)
    } catch (error) {
      // Nobody else has the stream by now: it would stay open until the page is closed.
      closeMicrophone(stream)
      throw error
    }
  }

  /** How long it lasts by now, in seconds. */
  elapsed(): number {
    return this.length ?? Math.min((performance.now() - this.began) / 1000, MOST_SECONDS)
  }

  end(by: EndedBy = 'person'): void {
    if (this.recorder.state === 'inactive') return
    this.by = by
    this.length = this.elapsed()
    this.recorder.stop()
  }

  private take(sound: Blob): void {
    if (sound.size === 0) return
    this.parts.push(sound)
    const seconds = this.elapsed()
    const { id: recording, at, item, draft } = this
    // Of the whole: a browser may name the codec only with the first piece.
    const type = this.recorder.mimeType || sound.type
    const chunk = { draft, recording, at, ...(item === undefined ? {} : { item }), seconds, type, sound }
    this.writing = this.writing.then(() => this.write(chunk))
    if (seconds >= MOST_SECONDS) this.end('limit')
  }

  /** After the first piece that is refused none is kept: a sound with a gap in it can't be played from there on. */
  private async write(chunk: VoiceChunk): Promise<void> {
    if (this.refused !== null) return
    try {
      await keepChunk(this.ledger, chunk)
    } catch (error) {
      this.refused = error
      return this.end('unkept')
    }
    this.onKept()
  }

  private async finish(): Promise<Recorded> {
    closeMicrophone(this.stream)
    this.length ??= this.elapsed()
    await this.writing
    const { at, item, length: seconds, by, refused, parts } = this
    const sound = new Blob(parts, { type: this.recorder.mimeType || (parts[0]?.type ?? '') })
    const isMeant = seconds >= LEAST_SECONDS && sound.size > 0
    const voice = isMeant ? await takenVoice(sound, { at, seconds, ...(item === undefined ? {} : { item }) }) : null
    return { at, voice, by, refused }
  }
}
