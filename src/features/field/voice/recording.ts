import type { TakenVoice } from '@/features/field/record/drafts'
import { blobHash } from '@/io/versions/blob-hash'
import type { Ledger } from '@/ledger/ledger'
import type { VoiceChunk } from '@/ledger/ledger-database'
import { keepChunk } from '@/ledger/voice-chunks'
import { closeMicrophone, recordedType } from './microphone'

/** Maximum length of a note. */
export const MAX_SECONDS = 120
/** Shorter recordings count as accidental presses. */
const MIN_SECONDS = 0.5
/** Interval between stored pieces: at most this much is lost if the browser is killed. */
const CHUNK_MS = 1000
/** Enough for clear speech; two minutes are 720 kB. */
const BITS_PER_SECOND = 48_000

/**
 * Why a recording ended: the user, the maximum length, the system took the microphone, or a piece could not be stored.
 */
export type EndedBy = 'person' | 'limit' | 'lost' | 'unkept'

export interface Recorded {
  /** Start time, ISO; identifies its pieces. */
  readonly at: string
  /** Null if it was too short. */
  readonly voice: TakenVoice | null
  readonly by: EndedBy
  /** The error that kept pieces from being stored; null if all were stored. */
  readonly refused: unknown
}

/** Wraps a sound as a note of a draft. */
export async function takenVoice(
  sound: Blob,
  { at, seconds, item }: { readonly at: string; readonly seconds: number; readonly item?: string },
): Promise<TakenVoice> {
  const { size: bytes, type } = sound
  const hash = await blobHash(sound)
  // Tenths of a second are precise enough.
  const ref = { hash, bytes, at, seconds: Math.round(seconds * 10) / 10, type, ...(item === undefined ? {} : { item }) }
  return { ref, sound }
}

/** A running recording. Each second is written to disk before the next. */
export class Recording {
  readonly at = new Date().toISOString()
  readonly id = crypto.randomUUID()
  private readonly began = performance.now()
  private readonly recorder: MediaRecorder
  private readonly parts: Blob[] = []
  /** In seconds; null while it runs. */
  private length: number | null = null
  /** Default, since the system takes the microphone away without notice. */
  private by: EndedBy = 'lost'
  private refused: unknown = null
  private writing: Promise<void> = Promise.resolve()
  /** Resolves when it has ended and all pieces that could be stored are stored. */
  readonly ended: Promise<Recorded>

  constructor(
    private readonly ledger: Ledger,
    private readonly draft: string,
    readonly item: string | undefined,
    readonly stream: MediaStream,
    /** Called after each piece is on the disk. */
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
      // Nothing else holds the stream yet: it would stay open until the page is closed.
      closeMicrophone(stream)
      throw error
    }
  }

  /** Current length in seconds. */
  elapsed(): number {
    return this.length ?? Math.min((performance.now() - this.began) / 1000, MAX_SECONDS)
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
    // Use the recorder's type: a browser may name the codec only with the first piece.
    const type = this.recorder.mimeType || sound.type
    const chunk = { draft, recording, at, ...(item === undefined ? {} : { item }), seconds, type, sound }
    this.writing = this.writing.then(() => this.write(chunk))
    if (seconds >= MAX_SECONDS) this.end('limit')
  }

  /** Stores a piece. After the first failure nothing more is stored: a sound can't be played beyond a gap. */
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
    const isMeant = seconds >= MIN_SECONDS && sound.size > 0
    const voice = isMeant ? await takenVoice(sound, { at, seconds, ...(item === undefined ? {} : { item }) }) : null
    return { at, voice, by, refused }
  }
}
