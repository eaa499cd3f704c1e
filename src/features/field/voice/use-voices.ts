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
import { MOST_SECONDS, type Recorded, Recording, takenVoice } from './recording'

/** What is being recorded: the microphone opens, or it runs; by a press, or as long as a finger holds. */
export interface Live {
  readonly item: string | undefined
  readonly recording: Recording | null
}

export interface Voices {
  readonly live: Live | null
  /** Whether a finger holds it. */
  readonly isHeld: boolean
  /** What became of the last recording, where there is something to say. */
  readonly said: string
  begin(item: string | undefined, held: boolean): void
  /** A press that began it is over, and it runs on. */
  latch(): void
  end(): void
  /** Ends it as if it had not begun. */
  discard(): void
  /** Ends what runs; when it stands in the draft. Nobody waits for a browser that still asks for the microphone. */
  finish(): Promise<void>
  remove(voice: TakenVoice): void
  /** Notes were taken out of the draft by a person: what is kept of them beside it goes too, or they would come back from there. */
  letGo(notes: readonly TakenVoice[]): void
  /** Such notes stand in the draft again. */
  takeBack(notes: readonly TakenVoice[]): void
  /** When both are done: what is kept of a note later than its record is written would come back from there. */
  settled(): Promise<void>
  hear(): void
  say(words: string): void
}

interface Session {
  isWanted: boolean
  recording: Recording | null
  done: Promise<void>
}

/** What a draft must have so that spoken notes go into it. */
interface Spoken {
  readonly photos: readonly TakenPhoto[]
  readonly voices: readonly TakenVoice[]
}

/** Records spoken notes into a draft: one at a time, and nothing of what was said is lost with the page. */
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
  /** By when they were begun: notes that a person took out. */
  const removed = useRef(new Set<string>())
  /** The last work on what is kept beside the draft: one after the other, or a note that is taken back at once would be lost. */
  const beside = useRef<Promise<void>>(Promise.resolve())

  const faultText = (error: unknown) => {
    const fault = error instanceof NoMicrophone ? error.fault : 'other'
    return t(`voice.fault.${fault}`, { reason: error instanceof Error ? error.message : String(error) })
  }

  /** Puts notes into the draft, and lets their pieces go once the draft is on the disk with them; whether it is. */
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
    // What could not be deleted is found again, and can be taken out then.
    const drop = () => dropPieces(ledger(), key, begun).catch(() => undefined)
    beside.current = beside.current.then(drop)
  }

  function takeBack(notes: readonly TakenVoice[]) {
    for (const { ref } of notes) removed.current.delete(ref.at)
    /** As one piece each, until the draft is on the disk with them: it may not have been before. */
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
        // What was taken out again meanwhile is let go by that.
        if (!isGone.current) await put(notes)
      })
      // Whoever can't keep it is told so by the draft.
      .catch(() => undefined)
  }

  async function keep({ at, voice, by, refused }: Recorded, isWanted: boolean): Promise<void> {
    if (!voice || !isWanted) {
      setSaid(t(rain ? 'voice.shortRain' : 'voice.short'))
      return dropPieces(ledger(), key, [at])
    }
    const isKept = await put([voice])
    if (!isKept && refused) setSaid(t('voice.unkept', { reason: refusedFor(refused) }) + t('voice.unkeptLeft'))
    else if (by === 'limit') setSaid(t('voice.limit', { minutes: MOST_SECONDS / 60 }))
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
        // Whoever was asked for the microphone has let go of the button meanwhile.
        return setSaid(t('voice.ready'))
      }
      // In the same turn as that look: what was ended or closed in between would be recorded on.
      let isFirst = true
      const recording = new Recording(ledger(), key, item, stream, () => {
        // From now on the check is one that was begun.
        if (isFirst && !isGone.current) latest.current.change({})
        isFirst = false
      })
      own.recording = recording
      const screen = keepScreenOn()
      try {
        setLive({ item, recording })
        const recorded = await recording.ended
        // What is left of a form that was closed is found when it is opened again.
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

  // What was broken off, by a killed page or a form that was closed, comes back.
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
    // What can't be read now is there the next time.
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
