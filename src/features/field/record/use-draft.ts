import { useCallback, useEffect, useRef, useState } from 'react'
import { DraftWriter } from '@/ledger/draft-writer'
import type { DraftOf } from '@/ledger/ledger'
import { ledger } from '@/store/ledger'
import type { TakenVoice } from './drafts'
import { type TakenPhoto, withPhotos } from './photos'

/** Parts of a draft, or what to make of it as it is by then. */
export type Change<T> = Partial<T> | ((now: T) => Partial<T>)

interface WithPhotos {
  readonly photos: readonly TakenPhoto[]
  readonly voices?: readonly TakenVoice[]
}

/** What is being written under a key, and what to do about it. */
export interface KeptDraft<T> {
  readonly key: string
  /** Null until it is read. */
  readonly draft: T | null
  /** What is kept could not be read: nothing is written over it. */
  readonly unread: unknown
  /** What another window wrote meanwhile; null where none did. This window's own words stay beside it. */
  readonly theirs: T | null
  change(part: Change<T>): void
  /** Reads again after it could not be read. */
  retry(): void
  /** Goes on with one of the two; photos and spoken notes of the other come along, since they can't be taken again. */
  choose(which: 'mine' | 'theirs'): void
  /** As of which writing a record is made of it, once all is kept. */
  ready(): Promise<DraftOf>
  /** It has become a record. */
  forget(): void
}

/**
 * Spoken notes with others added: each once, in the order in which they were said. When it was begun tells one from all others: of
 * one that was found again in part there may be the whole too, and that stays.
 */
export function withVoices(voices: readonly TakenVoice[], added: readonly TakenVoice[]): readonly TakenVoice[] {
  const byStart = new Map<string, TakenVoice>()
  for (const voice of [...voices, ...added]) {
    const { at, bytes } = voice.ref
    if (bytes > (byStart.get(at)?.ref.bytes ?? -1)) byStart.set(at, voice)
  }
  return [...byStart.values()].sort((a, b) => (a.ref.at < b.ref.at ? -1 : 1))
}

/** `to` with the photos and spoken notes of `from` that it lacks; what was drawn on a photo in both is as `to` has it. */
export const withPhotosOf = <T extends WithPhotos>(to: T, from: T): T => ({
  ...to,
  photos: withPhotos(from.photos, to.photos),
  ...(to.voices ? { voices: withVoices(from.voices ?? [], to.voices) } : {}),
})

/** The last writer of each draft in this window; a form that is opened again waits until its writes are done. */
const writers = new Map<string, DraftWriter>()

/** Until what this window has written of all drafts is on the disk. */
export async function draftsKept(): Promise<void> {
  await Promise.all([...writers.values()].map((writer) => writer.settled()))
}

/**
 * What is being written under a key, kept on every change, through a reload and a dead battery. It is only ever written over
 * what this window has read. `onRefused` hears why a change could not be kept; writing goes on.
 */
export function useDraft<T extends WithPhotos>(
  key: string,
  read: (kept: unknown) => T,
  empty: T,
  onRefused: (error: unknown) => void,
): KeptDraft<T> {
  const [draft, setDraft] = useState<T | null>(null)
  const [unread, setUnread] = useState<unknown>(null)
  const [theirs, setTheirs] = useState<T | null>(null)
  // Preparing a photo takes a while: it is added to the draft as it is by then, not as it was.
  const latest = useRef(empty)
  const writer = useRef<DraftWriter | null>(null)
  const refused = useRef(onRefused)
  refused.current = onRefused

  const load = useCallback(() => {
    let gone = false
    setUnread(null)
    const before = writers.get(key)?.settled() ?? Promise.resolve()
    before
      .then(() => ledger().draft(key))
      .then(
        (kept) => {
          if (gone) return
          writer.current = new DraftWriter(ledger(), key, kept?.revision ?? null, (event) => {
            if (event.type === 'refused') refused.current(event.error)
            else setTheirs(event.theirs === null ? empty : read(event.theirs))
          })
          writers.set(key, writer.current)
          latest.current = kept ? read(kept.draft) : empty
          setDraft(latest.current)
        },
        (error: unknown) => !gone && setUnread(error ?? new Error()),
      )
    return () => {
      gone = true
    }
  }, [key, read, empty])
  useEffect(() => load(), [load])

  const show = (next: T) => {
    latest.current = next
    setDraft(next)
  }
  return {
    key,
    draft,
    unread,
    theirs,
    change(part) {
      // Before it was read nothing is written: it would take the place of what is kept.
      if (!writer.current) return
      const now = latest.current
      show({ ...now, ...(typeof part === 'function' ? part(now) : part) })
      writer.current.keep(latest.current)
    },
    retry: () => void load(),
    choose(which) {
      if (!theirs) return
      show(which === 'mine' ? withPhotosOf(latest.current, theirs) : withPhotosOf(theirs, latest.current))
      setTheirs(null)
      writer.current?.resume(latest.current)
    },
    async ready() {
      await writer.current?.settled()
      return { key, revision: writer.current?.revision ?? null }
    },
    forget() {
      writer.current?.forgotten()
      show(empty)
    },
  }
}
