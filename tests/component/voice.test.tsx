import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Done } from '@/features/field/check/DoneLine'
import { type CheckDraft, NOTHING_CHECKED, readCheckDraft } from '@/features/field/record/drafts'
import { type KeptDraft, useDraft } from '@/features/field/record/use-draft'
import { PlayButton } from '@/features/field/voice/PlayButton'
import { RecordingBar } from '@/features/field/voice/RecordingBar'
import { Recording } from '@/features/field/voice/recording'
import { useVoices, type Voices } from '@/features/field/voice/use-voices'
import { VoiceStrip } from '@/features/field/voice/VoiceStrip'
import { startI18n } from '@/i18n'
import { keepChunk, leftRecordings } from '@/ledger/voice-chunks'
import { usePreferences } from '@/store/device/preferences'
import { ledger } from '@/store/ledger'
import { inspection } from '../unit/ledger/records'
import { FakeRecorder, recorders, SOUND_TYPE } from './recorder'

// The page’s own recordings can’t be stored in this database.
vi.hoisted(async () => {
  globalThis.Blob = (await import('node:buffer')).Blob as unknown as typeof Blob
})

const KEY = 'stockpile/DC-1'

const track = { stop: vi.fn(), onended: null }
const getUserMedia = vi.fn(async () => ({ getTracks: () => [track] }))

/** The media devices of a page; none over plain HTTP. */
const withDevices = (devices: object | undefined) =>
  Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: devices })

/** The state that the form shares with its other parts. */
let inHand: { readonly keptDraft: KeptDraft<CheckDraft>; readonly voices: Voices }
/** The last action and its undo. */
let done: Done | null = null
const setDone = (what: Done | null) => {
  done = what
}

function Check() {
  const keptDraft = useDraft<CheckDraft>(KEY, readCheckDraft, NOTHING_CHECKED, () => undefined)
  const voices = useVoices(keptDraft, keptDraft.change, setDone)
  inHand = { keptDraft, voices }
  if (!keptDraft.draft) return null
  return (
    <>
      <VoiceStrip draft={keptDraft.draft} voices={voices} />
      <RecordingBar voices={voices} />
    </>
  )
}

const storedVoices = async () => readCheckDraft((await ledger().draft(KEY))?.draft).voices
const button = () => screen.findByRole('button', { name: 'Record' })
const press = async () => fireEvent.click(await button(), { detail: 0 })
const stop = () => fireEvent.click(screen.getAllByRole('button', { name: 'Stop recording' })[0]!, { detail: 0 })
const piecesKept = () => vi.waitFor(async () => expect(await leftRecordings(ledger(), KEY)).toHaveLength(1))
/** Moves the clock on by so many seconds. */
function later(seconds: number) {
  const then = performance.now() + seconds * 1000
  vi.spyOn(performance, 'now').mockReturnValue(then)
}
/** A request that a browser answers only when the test says so. */
function pending<T>() {
  let give: (value: T) => void = () => undefined
  const promise = new Promise<T>((done) => {
    give = done
  })
  return { promise, give }
}
/** A screen lock that the browser grants when the test says so. */
function slowScreen() {
  const release = vi.fn(async () => undefined)
  const given = pending<{ release: typeof release }>()
  const request = vi.fn(() => given.promise)
  Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } })
  return { request, release, give: () => given.give({ release }) }
}
const running = () => vi.waitFor(() => expect(recorders.at(-1)?.state).toBe('recording'))

beforeAll(() => startI18n('en'))
beforeEach(() => {
  recorders.length = 0
  vi.stubGlobal('MediaRecorder', FakeRecorder)
  vi.stubGlobal('isSecureContext', true)
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:sound')
  withDevices({ getUserMedia })
  track.stop.mockClear()
  act(() => usePreferences.setState({ language: 'en', rain: false }))
})
afterEach(async () => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  Reflect.deleteProperty(navigator, 'wakeLock')
  await Promise.all([ledger().database.drafts.clear(), ledger().database.recordings.clear()])
})

describe('a spoken note of a draft', () => {
  it('is stored piece by piece while recording, and is in the draft once ended', async () => {
    render(<Check />)
    await press()
    await running()
    recorders[0]!.give('one')
    await piecesKept()
    later(3.4)
    stop()
    await screen.findByRole('button', { name: /^Play spoken note 0:03/ })
    await vi.waitFor(async () => expect(await leftRecordings(ledger(), KEY)).toEqual([]))
    const [voice] = await storedVoices()
    expect(await voice!.sound.text()).toBe('oneend')
    expect(voice!.ref).toMatchObject({ bytes: 6, type: SOUND_TYPE })
    expect(track.stop).toHaveBeenCalled()
  })

  it('is restored once if it was interrupted', async () => {
    const chunk = { draft: KEY, recording: 'r', at: '2022-10-31T08:00:00Z', seconds: 7, type: SOUND_TYPE }
    await keepChunk(ledger(), { ...chunk, sound: new Blob(['half']) })
    render(<Check />)
    await screen.findByText(/1 unfinished spoken note.* recovered/)
    await screen.findByRole('button', { name: /^Play spoken note 0:07/ })
    await vi.waitFor(async () => expect(await leftRecordings(ledger(), KEY)).toEqual([]))
    expect(await storedVoices()).toHaveLength(1)
  })

  it.each([
    ['NotAllowedError', /microphone is not allowed/],
    ['NotFoundError', /no microphone found/],
    ['NotReadableError', /in use by another app or window/],
  ])('is refused by the browser (%s) with a message and what to do', async (name, words) => {
    getUserMedia.mockRejectedValueOnce(new DOMException('', name))
    render(<Check />)
    await press()
    await screen.findByText(words)
    expect(recorders).toEqual([])
  })

  it('needs https and a recorder, and names the missing one', async () => {
    withDevices(undefined)
    vi.stubGlobal('isSecureContext', false)
    render(<Check />)
    await press()
    await screen.findByText(/this address is not https/)
    vi.stubGlobal('MediaRecorder', undefined)
    await press()
    await screen.findByText(/this browser has no recording function/)
  })

  it('does not start by a drop of rain', async () => {
    act(() => usePreferences.setState({ rain: true }))
    render(<Check />)
    const record = await button()
    fireEvent.pointerDown(record, { isPrimary: true, button: 0 })
    fireEvent.pointerUp(record)
    await screen.findByText(/hold while you speak/)
    expect(recorders).toEqual([])
  })

  it('records, ends and is stored while the browser is still deciding about the screen lock', async () => {
    const wake = slowScreen()
    render(<Check />)
    await press()
    await vi.waitFor(() => expect(wake.request).toHaveBeenCalled())
    await running()
    recorders[0]!.give('one')
    await piecesKept()
    later(3.4)
    stop()
    await screen.findByRole('button', { name: /^Play spoken note 0:03/ })
    await vi.waitFor(async () => expect(await storedVoices()).toHaveLength(1))
    expect(screen.queryByRole('alert')).toBeNull()
    expect(track.stop).toHaveBeenCalled()
    wake.give()
    await vi.waitFor(() => expect(wake.release).toHaveBeenCalled())
  })

  it('releases the microphone if its check is closed meanwhile', async () => {
    const wake = slowScreen()
    const check = render(<Check />)
    await press()
    await vi.waitFor(() => expect(wake.request).toHaveBeenCalled())
    check.unmount()
    wake.give()
    await vi.waitFor(() => expect(track.stop).toHaveBeenCalled())
    await vi.waitFor(() => expect(wake.release).toHaveBeenCalled())
    expect(recorders.every(({ state }) => state === 'inactive')).toBe(true)
  })

  it('releases the microphone and reports an error if its recorder does not start', async () => {
    vi.stubGlobal(
      'MediaRecorder',
      class extends FakeRecorder {
        override start() {
          throw new DOMException('no such form', 'NotSupportedError')
        }
      },
    )
    render(<Check />)
    await press()
    await screen.findByText(/Can’t record: no such form/)
    expect(track.stop).toHaveBeenCalled()
  })

  it('is recorded without a meter if the browser can’t measure loudness', async () => {
    const close = vi.fn(async () => undefined)
    vi.stubGlobal(
      'AudioContext',
      class {
        createAnalyser = () => ({})
        createMediaStreamSource = () => {
          throw new DOMException('another sample rate', 'NotSupportedError')
        }
        close = close
      },
    )
    render(<Check />)
    await press()
    await screen.findByRole('timer')
    await vi.waitFor(() => expect(screen.queryByRole('meter')).toBeNull())
    expect(close).toHaveBeenCalled()
    expect(recorders[0]!.state).toBe('recording')
  })

  it('is cancelled if the browser is still asking for the microphone, and does not start afterwards', async () => {
    const asked = pending<Awaited<ReturnType<typeof getUserMedia>>>()
    getUserMedia.mockReturnValueOnce(asked.promise)
    render(<Check />)
    await press()
    await screen.findByText(/Opening the microphone/)
    await act(() => inHand.voices.finish())
    asked.give({ getTracks: () => [track] })
    await screen.findByText(/microphone is ready/)
    expect(track.stop).toHaveBeenCalled()
    expect(recorders).toEqual([])
  })

  describe('whose draft could not be stored with it', () => {
    const full = () => new DOMException('', 'QuotaExceededError')
    const remove = () => fireEvent.click(screen.getByRole('button', { name: /^Delete spoken note 0:03/ }))

    /** Records a note whose pieces are all stored, and whose draft is not. */
    async function recordUnkept() {
      const check = render(<Check />)
      await press()
      await running()
      recorders[0]!.give('one')
      await piecesKept()
      await vi.waitFor(async () => expect(await ledger().draft(KEY)).not.toBeNull())
      later(3.4)
      vi.spyOn(ledger(), 'keepDraft').mockRejectedValueOnce(full())
      stop()
      await screen.findByRole('button', { name: /^Play spoken note 0:03/ })
      await button()
      await vi.waitFor(async () =>
        expect([await storedVoices(), await leftRecordings(ledger(), KEY)]).toMatchObject([
          [],
          [{ sound: { size: 6 } }],
        ]),
      )
      return check
    }
    /** The number of notes in the check once it is opened again. */
    async function reopened(check: ReturnType<typeof render>) {
      check.unmount()
      render(<Check />)
      await button()
      await vi.waitFor(async () => expect(await leftRecordings(ledger(), KEY)).toEqual([]))
      await act(() => inHand.keptDraft.ready())
      return screen.queryAllByRole('button', { name: /^Play spoken note/ }).length
    }

    it('is not restored once a record was saved with it', async () => {
      const check = await recordUnkept()
      const voices = inHand.keptDraft.draft!.voices
      const body = inspection({ voices: voices.map(({ ref }) => ref) })
      const sounds = voices.map(({ ref, sound }) => ({ hash: ref.hash, sound }))
      await ledger().append(body, [], await inHand.keptDraft.ready(), '2022-10-31T08:00:00Z', sounds)
      act(() => inHand.keptDraft.forget())
      check.unmount()
      expect(await leftRecordings(ledger(), KEY)).toEqual([])
      expect(await ledger().draft(KEY)).toBeNull()
    })

    it('is not restored from its pieces once removed by hand', async () => {
      const check = await recordUnkept()
      remove()
      expect(await reopened(check)).toBe(0)
      expect(await storedVoices()).toEqual([])
    })

    it('is not restored if the draft can’t be stored without it either', async () => {
      const check = await recordUnkept()
      vi.spyOn(ledger(), 'keepDraft').mockRejectedValue(full())
      remove()
      expect(await reopened(check)).toBe(0)
    })

    it('is not lost if its removal is undone and the draft still can’t be stored', async () => {
      const check = await recordUnkept()
      const refused = vi.spyOn(ledger(), 'keepDraft').mockRejectedValue(full())
      remove()
      act(() => done!.undo!())
      // Its pieces were removed, and it is stored as one.
      const { recordings } = ledger().database
      await vi.waitFor(async () => expect(await recordings.toArray()).toMatchObject([{ sound: { size: 6 } }]))
      await act(() => inHand.keptDraft.ready())
      refused.mockRestore()
      expect(await reopened(check)).toBe(1)
      expect(await (await storedVoices())[0]!.sound.text()).toBe('oneend')
    })

    it('is not restored if its removal is undone just before a record is saved with it', async () => {
      const check = await recordUnkept()
      vi.spyOn(ledger(), 'keepDraft').mockRejectedValue(full())
      remove()
      act(() => done!.undo!())
      const [voice] = inHand.keptDraft.draft!.voices
      await act(() => inHand.voices.settled())
      const { ref, sound } = voice!
      const draft = await inHand.keptDraft.ready()
      await ledger().append(inspection({ voices: [ref] }), [], draft, '2022-10-31T08:00:00Z', [
        { hash: ref.hash, sound },
      ])
      check.unmount()
      expect(await leftRecordings(ledger(), KEY)).toEqual([])
    })

    it('leaves no piece if its removal is undone and the draft is stored', async () => {
      const check = await recordUnkept()
      remove()
      act(() => done!.undo!())
      await vi.waitFor(async () => expect(await storedVoices()).toHaveLength(1))
      expect(await reopened(check)).toBe(1)
    })

    it('appears once, whole, if only a part of it is in pieces', async () => {
      const check = render(<Check />)
      await press()
      await running()
      recorders[0]!.give('one')
      await piecesKept()
      await vi.waitFor(async () => expect(await ledger().draft(KEY)).not.toBeNull())
      vi.spyOn(ledger().database.recordings, 'add').mockRejectedValue(full())
      vi.spyOn(ledger(), 'keepDraft').mockRejectedValueOnce(full())
      later(3.4)
      recorders[0]!.give('two')
      await screen.findByText(/spoken note was not saved to the draft/)
      // The next change of the draft is stored, with the whole note.
      act(() => inHand.keptDraft.change({ note: 'more' }))
      await vi.waitFor(async () => expect(await storedVoices()).toHaveLength(1))
      expect(await reopened(check)).toBe(1)
      expect(await (await storedVoices())[0]!.sound.text()).toBe('onetwoend')
    })
  })

  it.each([
    ['QuotaExceededError', /ended early: not enough space on this device. What was recorded was saved to the draft/],
    ['UnknownError', /ended early: the browser did not store the rest \(a fault\)/],
  ])('ends at once with a message if its pieces can’t be stored (%s)', async (name, words) => {
    render(<Check />)
    await press()
    await running()
    later(1)
    vi.spyOn(ledger().database.recordings, 'add').mockRejectedValue(new DOMException('a fault', name))
    recorders[0]!.give('one')
    await vi.waitFor(() => expect(recorders[0]!.state).toBe('inactive'))
    await screen.findByText(words)
    expect(await storedVoices()).toHaveLength(1)
  })

  it('stores no piece after one that could not be stored: a restored note has no gap', async () => {
    const stream = await getUserMedia()
    const recording = new Recording(ledger(), KEY, undefined, stream as never, () => undefined)
    recorders[0]!.give('one')
    await piecesKept()
    vi.spyOn(ledger().database.recordings, 'add').mockRejectedValueOnce(new DOMException('', 'UnknownError'))
    later(2)
    recorders[0]!.give('two')
    recorders[0]!.give('three')
    const { voice, by } = await recording.ended
    expect(by).toBe('unkept')
    expect(await voice!.sound.text()).toBe('onetwothreeend')
    const [left] = await leftRecordings(ledger(), KEY)
    expect(await left!.sound.text()).toBe('one')
  })
})

describe('playing a spoken note', () => {
  const show = () =>
    render(<PlayButton at="2022-10-31T08:00:00Z" seconds={3} sound={new Blob([], { type: SOUND_TYPE })} />)

  it.each([
    ['NotSupportedError', 1],
    ['AbortError', 0],
  ])('shows a fault after %s only if it was not paused', async (name, count) => {
    const play = vi.spyOn(HTMLMediaElement.prototype, 'play').mockRejectedValueOnce(new DOMException('', name))
    show()
    await act(async () => fireEvent.click(screen.getByRole('button')))
    expect(play).toHaveBeenCalled()
    expect(screen.queryAllByRole('alert')).toHaveLength(count)
  })
})
