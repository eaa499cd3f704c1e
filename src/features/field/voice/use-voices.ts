import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reasonOf } from '@/domain/problem'
import type { Done } from '@/features/field/check/DoneLine'
import { readVoices, type TakenVoice } from '@/features/field/record/drafts'
import type { TakenPhoto } from '@/features/field/record/photos'
import { type Change, type KeptDraft, withVoices } from '@/features/field/record/use-draft'
import { useRefused } from '@/features/field/record/use-refused'
import { writeFaultOf } from '@/io/versions/write-fault'
import { dropPieces, keepChunk, leftRecordings } from '@/ledger/voice-chunks'
import { usePreferences } from '@/store/device/preferences'
import { ledger } from '@/store/ledger'
import { holdDraft, keepScreenOn, whileNobodyRecords } from './draft-lock'
import { closeMicrophone, NoMicrophone, openMicrophone } from './microphone'
import { MAX_SECONDS, type Recorded, Recording, takenVoice } from './recording'

/** The current recording; `recording` is null while the microphone is being opened. */
export interface Live {
  readonly item: string | undefined
  readonly recording: Recording | null
}

export interface Voices {
  readonly live: Live | null
  /** Whether it records only while a finger is held down. */
  readonly isHeld: boolean
  /** Message on the outcome of the last recording; '' if there is none. */
  readonly said: string
  begin(item: string | undefined, held: boolean): void
  /** Called when the starting press is over: recording continues until stopped. */
  latch(): void
  end(): void
  /** Ends the recording and discards it. */
  discard(): void
  /**
   * Ends a running recording and resolves when it is in the draft. Does not wait if the browser is still asking for the
   * microphone.
   */
  finish(): Promise<void>
  remove(voice: TakenVoice): void
  /** The user removed notes from the draft: deletes their stored pieces too, which would otherwise restore them. */
  letGo(notes: readonly TakenVoice[]): void
  /** Removed notes are in the draft again. */
  takeBack(notes: readonly TakenVoice[]): void
  /**
   * Resolves when letGo and takeBack have finished: pieces stored after the record is written would be recovered as
   * notes.
   */
  settled(): Promise<void>
  hear(): void
  say(words: string): void
}

interface Session {
  isWanted: boolean
  recording: Recording | null
  done: Promise<void>
}

/** What a draft needs to hold spoken notes. */
interface Spoken {
  readonly photos: readonly TakenPhoto[]
  readonly voices: readonly TakenVoice[]
}

/** Records spoken notes into a draft, one at a time; what was said is not lost if the page is closed. */
export function useVoices(
  keptDraft: Pick<KeptDraft<Spoken>, 'key' | 'draft' | 'ready'>,
  change: (part: Change<Pick<Spoken, 'voices'>>) => void,
  setDone: (done: Done | null) => void,
): Voices {
  const { t } = useTranslation()
  const refusedFor = useRefused()
  const rain = usePreferences((all) => all.rain)
  const [live, setLive] = useState<Live | null>(null)
  const [isHeld, setHeld] = useState(false)
  const [said, setSaid] = useState('')
  const session = useRef<Session | null>(null)
  const isGone = useRef(false)
  const latest = useRef({ keptDraft, change })
  latest.current = { keptDraft, change }
  const { key } = keptDraft
  /** Start times of notes that the user removed. */
  const removed = useRef(new Set<string>())
  /** Last operation on the stored pieces; run in sequence, so that a note restored immediately is not lost. */
  const beside = useRef<Promise<void>>(Promise.resolve())

  const faultText = (error: unknown) => {
    const fault = error instanceof NoMicrophone ? error.fault : 'other'
    return t(`voice.fault.${fault}`, { reason: error instanceof Error ? error.message : String(error) })
  }

  /**
   * Adds notes to the draft and deletes their pieces once the draft with them is on the disk. Resolves to whether all
   * are.
   */
  async function put(notes: readonly TakenVoice[]): Promise<boolean> {
    const added = notes.filter(({ ref }) => !removed.current.has(ref.at))
    latest.current.change((now) => ({ voices: withVoices(now.voices, added) }))
    await latest.current.keptDraft.ready()
    const kept = new Set(readVoices((await ledger().draft(key))?.draft).map(({ ref }) => ref.at))
    const stand = notes.filter(({ ref }) => kept.has(ref.at))
    await dropPieces(
      ledger(),
      key,
      stand.map(({ ref }) => ref.at),
    )
    return stand.length === notes.length
  }

  function letGo(notes: readonly TakenVoice[]) {
    const begun = notes.map(({ ref }) => ref.at)
    for (const at of begun) removed.current.add(at)
    // Pieces that could not be deleted are recovered later and can be removed then.
    const drop = () => dropPieces(ledger(), key, begun).catch(() => undefined)
    beside.current = beside.current.then(drop)
  }

  function takeBack(notes: readonly TakenVoice[]) {
    for (const { ref } of notes) removed.current.delete(ref.at)
    /** Stores each note as one piece until the draft is on the disk with it: it may not have been before. */
    async function keepBeside() {
      for (const { ref, sound } of notes) {
        const { at, seconds, type, item } = ref
        const chunk = { draft: key, recording: crypto.randomUUID(), at, seconds, type, sound }
        await keepChunk(ledger(), item === undefined ? chunk : { ...chunk, item })
      }
    }
    beside.current = beside.current
      .then(keepBeside)
      .then(async () => {
        // Skipped after unmount; notes removed again meanwhile are skipped by `put`.
        if (!isGone.current) await put(notes)
      })
      // The draft reports storage failures.
      .catch(() => undefined)
  }

  async function keep({ at, voice, by, refused }: Recorded, isWanted: boolean): Promise<void> {
    if (!voice || !isWanted) {
      setSaid(t(rain ? 'voice.shortRain' : 'voice.short'))
      return dropPieces(ledger(), key, [at])
    }
    const isKept = await put([voice])
    if (!isKept && refused) setSaid(t('voice.unkept', { reason: refusedFor(refused) }) + t('voice.unkeptLeft'))
    else if (by === 'limit') setSaid(t('voice.limit', { minutes: MAX_SECONDS / 60 }))
    else if (by === 'lost') setSaid(t('voice.lost'))
    else if (by === 'unkept')
      setSaid(
        writeFaultOf(refused) === 'full' ? t('voice.partFull') : t('voice.partUnkept', { reason: reasonOf(refused) }),
      )
  }

  async function run(own: Session, item: string | undefined): Promise<void> {
    const release = await holdDraft(key)
    if (!release) throw new NoMicrophone('busy')
    try {
      const stream = await openMicrophone()
      if (!own.isWanted || isGone.current) {
        closeMicrophone(stream)
        // The permission prompt made the user let go of the button.
        return setSaid(t('voice.ready'))
      }
      // No `await` since the check above: otherwise a recording ended or closed in between would go on.
      let isFirst = true
      const recording = new Recording(ledger(), key, item, stream, () => {
        // The first stored piece marks the check as begun.
        if (isFirst && !isGone.current) latest.current.change({})
        isFirst = false
      })
      own.recording = recording
      const screen = keepScreenOn()
      try {
        setLive({ item, recording })
        const recorded = await recording.ended
        // If the form was closed, the pieces are recovered when it is opened again.
        if (!isGone.current) await keep(recorded, own.isWanted)
      } finally {
        screen()
      }
    } finally {
      release()
    }
  }

  function stop(isWanted: boolean) {
    const own = session.current
    if (!own) return
    if (!isWanted || !own.recording) own.isWanted = false
    own.recording?.end()
  }

  // Recovers recordings that were interrupted by a killed page or a closed form.
  const isRead = keptDraft.draft !== null
  const found = useRef<() => Promise<void>>(async () => undefined)
  found.current = async () => {
    const left = await leftRecordings(ledger(), key)
    if (left.length === 0 || isGone.current) return
    const notes = await Promise.all(left.map((each) => takenVoice(each.sound, each)))
    const there = new Set([
      ...removed.current,
      ...(latest.current.keptDraft.draft?.voices.map(({ ref }) => ref.at) ?? []),
    ])
    const count = notes.filter(({ ref }) => !there.has(ref.at)).length
    await put(notes)
    if (count > 0) setSaid(t('voice.recovered', { count }))
  }
  useEffect(() => {
    // What can't be read now is tried again next time.
    if (isRead) void whileNobodyRecords(key, () => found.current()).catch(() => undefined)
  }, [key, isRead])
  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
      session.current?.recording?.end()
    }
  }, [])

  return {
    live,
    isHeld,
    said,
    begin(item, held) {
      if (session.current) return
      const own: Session = { isWanted: true, recording: null, done: Promise.resolve() }
      session.current = own
      setSaid('')
      setHeld(held)
      setLive({ item, recording: null })
      own.done = run(own, item)
        .catch((error: unknown) => setSaid(faultText(error)))
        .finally(() => {
          session.current = null
          setLive(null)
        })
    },
    latch: () => setHeld(false),
    end: () => stop(true),
    discard: () => stop(false),
    async finish() {
      stop(true)
      if (session.current?.recording) await session.current.done
    },
    remove(voice) {
      change((now) => ({ voices: now.voices.filter(({ ref }) => ref.at !== voice.ref.at) }))
      letGo([voice])
      setDone({
        words: t('voice.removed'),
        undo: () => {
          setDone(null)
          change((now) => ({ voices: withVoices(now.voices, [voice]) }))
          takeBack([voice])
        },
      })
    },
    letGo,
    takeBack,
    settled: () => beside.current,
    hear: () => setSaid(''),
    say: setSaid,
  }
}
