import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reasonOf } from '@/domain/problem'
import type { Done } from '@/features/field/check/DoneLine'
import { readVoices, type TakenVoice } from '@/features/field/record/drafts'
import type { TakenPhoto } from '@/features/field/record/photos'
import { type Change, type KeptDraft, withVoices } from '@/features/field/record/use-draft'
import { useRefused } from '@/features/field/record/use-refused'
import { writeFaultOf } from '@/io/versions/write-fault'
import { dropRecording, leftRecordings } from '@/ledger/voice-chunks'
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

  const faultText = (error: unknown) => {
    const fault = error instanceof NoMicrophone ? error.fault : 'other'
    return t(`voice.fault.${fault}`, { reason: error instanceof Error ? error.message : String(error) })
  }

  /** Puts notes into the draft, and lets their pieces go once the draft is on the disk with them; whether it is. */
  async function put(notes: readonly { readonly recording: string; readonly voice: TakenVoice }[]): Promise<boolean> {
    const added = notes.map(({ voice }) => voice)
    latest.current.change((now) => ({ voices: withVoices(now.voices, added) }))
    await latest.current.keptDraft.ready()
    const voices = readVoices((await ledger().draft(key))?.draft)
    const kept = new Set(voices.map(({ ref }) => ref.hash))
    const stand = notes.filter(({ voice }) => kept.has(voice.ref.hash))
    for (const { recording } of stand) await dropRecording(ledger(), key, recording)
    return stand.length === notes.length
  }

  async function keep({ recording, voice, by, refused }: Recorded, isWanted: boolean): Promise<void> {
    if (!voice || !isWanted) {
      setSaid(t(rain ? 'voice.shortRain' : 'voice.short'))
      return dropRecording(ledger(), key, recording)
    }
    const isKept = await put([{ recording, voice }])
    if (!isKept && refused) setSaid(t('voice.unkept', { reason: refusedFor(refused) }) + t('voice.unkeptLeft'))
    else if (by === 'limit') setSaid(t('voice.limit', { minutes: MOST_SECONDS / 60 }))
    else if (by === 'lost') setSaid(t('voice.lost'))
    else if (by === 'unkept')
      setSaid(
        writeFaultOf(refused) === 'full' ? t('voice.partFull') : t('voice.partUnkept', { reason: reasonOf(refused) }),
      )
  }

  async function run(mine: Session, item: string | undefined): Promise<void> {
    const release = await holdDraft(key)
    if (!release) throw new NoMicrophone('busy')
    try {
      const stream = await openMicrophone()
      if (!mine.isWanted || isGone.current) {
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
      mine.recording = recording
      const screen = keepScreenOn()
      try {
        setLive({ item, recording })
        const recorded = await recording.ended
        // What is left of a form that was closed is found when it is opened again.
        if (!isGone.current) await keep(recorded, mine.isWanted)
      } finally {
        screen()
      }
    } finally {
      release()
    }
  }

  function stop(isWanted: boolean) {
    const mine = session.current
    if (!mine) return
    if (!isWanted || !mine.recording) mine.isWanted = false
    mine.recording?.end()
  }

  // What was broken off, by a killed page or a form that was closed, comes back.
  const isRead = keptDraft.draft !== null
  const found = useRef<() => Promise<void>>(async () => undefined)
  found.current = async () => {
    const left = await leftRecordings(ledger(), key)
    if (left.length === 0 || isGone.current) return
    const notes = await Promise.all(
      left.map(async (each) => ({ recording: each.recording, voice: await takenVoice(each.sound, each) })),
    )
    const there = new Set(latest.current.keptDraft.draft?.voices.map(({ ref }) => ref.hash))
    const count = notes.filter(({ voice }) => !there.has(voice.ref.hash)).length
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
      const mine: Session = { isWanted: true, recording: null, done: Promise.resolve() }
      session.current = mine
      setSaid('')
      setHeld(held)
      setLive({ item, recording: null })
      mine.done = run(mine, item)
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
      change((now) => ({ voices: now.voices.filter(({ ref }) => ref.hash !== voice.ref.hash) }))
      setDone({
        words: t('voice.removed'),
        undo: () => {
          setDone(null)
          change((now) => ({ voices: withVoices(now.voices, [voice]) }))
        },
      })
    },
    hear: () => setSaid(''),
    say: setSaid,
  }
}
