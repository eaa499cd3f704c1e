import { useCallback, useEffect, useRef, useState } from 'react'
import { DraftWriter } from '@/ledger/draft-writer'
import type { DraftRef } from '@/ledger/ledger'
import { dropTail, keepTail, tailOf } from '@/store/device/draft-tail'
import { ledger } from '@/store/ledger'
import type { TakenVoice } from './drafts'
import { type TakenPhoto, withPhotos } from './photos'

/** Fields to change, or a function that gives them from the current draft. */
export type Change<T> = Partial<T> | ((now: T) => Partial<T>)

interface WithPhotos {
  readonly photos: readonly TakenPhoto[]
  readonly voices?: readonly TakenVoice[]
}

/** The draft stored under a key, and its operations. */
export interface KeptDraft<T> {
  readonly key: string
  /** Null until it is read. */
  readonly draft: T | null
  /** The error if the stored draft could not be read; it is then not overwritten. Null otherwise. */
  readonly unread: unknown
  /** The draft as another window wrote it meanwhile; null if none did. This window's own input is kept beside it. */
  readonly theirs: T | null
  change(part: Change<T>): void
  /** Reads again after a failure. */
  retry(): void
  /** Continues with one of the two; the other's photos and spoken notes are added, since they can't be taken again. */
  choose(which: 'mine' | 'theirs'): void
  /** Resolves once all is stored, to the draft's key and revision that a record is made from. */
  ready(): Promise<DraftRef>
  /** Called when the draft has become a record. */
  forget(): void
}

/**
 * Adds spoken notes without duplicates, in the order of recording. The start time identifies a note; if a partly
 * recovered one and the whole both exist, the longer is kept.
 */
export function withVoices(voices: readonly TakenVoice[], added: readonly TakenVoice[]): readonly TakenVoice[] {
  const byStart = new Map<string, TakenVoice>()
  for (const voice of [...voices, ...added]) {
    const { at, bytes } = voice.ref
    if (bytes > (byStart.get(at)?.ref.bytes ?? -1)) byStart.set(at, voice)
  }
  return [...byStart.values()].sort((a, b) => (a.ref.at < b.ref.at ? -1 : 1))
}

/** `to` with the photos and spoken notes of `from` that it lacks; for a photo in both, the drawing of `to` is kept. */
export const withPhotosOf = <T extends WithPhotos>(to: T, from: T): T => ({
  ...to,
  photos: withPhotos(from.photos, to.photos),
  ...(to.voices ? { voices: withVoices(from.voices ?? [], to.voices) } : {}),
})

/** The last writer of each draft in this window; a reopened form waits until its writes are done. */
const writers = new Map<string, DraftWriter>()

/** Name of a draft's tail; several cities have ledgers of their own on one device. */
const tailName = (key: string) => `${ledger().database.name} ${key}`

/** Leaves behind what is not written yet when the page is hidden or left, which may be the last that it can do. */
function leaveTails(): void {
  for (const [key, writer] of writers) {
    const left = writer.unwritten
    if (!left) continue
    const { photos: _, voices: __, ...text } = left.draft as WithPhotos
    keepTail(tailName(key), { after: left.after, text })
    dropOnceWritten(key, writer)
  }
}

/** Removes the tail of a draft once all of it is on the disk, where it may be refused. */
function dropOnceWritten(key: string, writer: DraftWriter): void {
  const name = tailName(key)
  void writer.settled().then(() => writer.unwritten === null && dropTail(name))
}

let isFollowed = false
/** Listens once, for all drafts: a form may be closed while its draft is still being written. */
function followLeaving(): void {
  if (isFollowed) return
  isFollowed = true
  // A tablet may end a page that it has hidden without a further word.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leaveTails())
  window.addEventListener('pagehide', leaveTails)
}

/** Resolves once all drafts of this window are on the disk. */
export async function draftsSaved(): Promise<void> {
  await Promise.all([...writers.values()].map((writer) => writer.settled()))
}

/** Forms open in this window, by the key of their draft: each begins again when its draft is thrown away. */
const forms = new Map<string, Set<() => void>>()

/**
 * Throws a draft away, with its photos, spoken notes and recordings. An open form of it becomes empty.
 * @throws if the browser refuses; the draft is then still there.
 */
export async function dropDraft(key: string): Promise<void> {
  const writer = writers.get(key)
  await writer?.settled()
  await ledger().dropDraft(key)
  // What the disk refused is thrown away, too: it must not be left behind when the page is closed.
  writer?.forgotten()
  dropTail(tailName(key))
  for (const begin of forms.get(key) ?? []) begin()
}

/**
 * The draft under a key, stored on every change so that it survives a reload or a dead battery. It only overwrites what
 * this window has read. `onRefused` is called when a change could not be stored; input continues.
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
  // Preparing a photo takes a while: it must be added to the latest draft, not to an earlier one.
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
          const revision = kept?.revision ?? null
          const refusedBefore = writers.get(key)?.unwritten
          writer.current = new DraftWriter(ledger(), key, revision, (event) => {
            if (event.type === 'refused') refused.current(event.error)
            else setTheirs(event.theirs === null ? empty : read(event.theirs))
          })
          writers.set(key, writer.current)
          followLeaving()
          const tail = tailOf(tailName(key), revision)
          const stored = kept ? read(kept.draft) : empty
          // What the disk refused before the form was closed is whole; what an earlier page left behind is its text.
          const whole = refusedBefore?.after.includes(revision) ? (refusedBefore.draft as T) : null
          latest.current = whole ?? (tail ? read({ ...stored, ...tail }) : stored)
          if (whole || tail) writer.current.keep(latest.current)
          dropOnceWritten(key, writer.current)
          setDraft(latest.current)
        },
        (error: unknown) => !gone && setUnread(error ?? new Error()),
      )
    return () => {
      gone = true
    }
  }, [key, read, empty])
  useEffect(() => {
    let stop = load()
    const begin = () => {
      stop()
      // Nothing may be written after the draft that was deleted.
      writer.current = null
      setTheirs(null)
      stop = load()
    }
    forms.set(key, (forms.get(key) ?? new Set()).add(begin))
    return () => {
      forms.get(key)?.delete(begin)
      stop()
    }
  }, [key, load])

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
      // Nothing is written before the stored draft was read: it would be overwritten.
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
      dropTail(tailName(key))
      show(empty)
    },
  }
}
