import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { Pictures } from '@/features/meeting/PinnedPictures'
import { usePinnedPictures } from '@/features/meeting/use-pinned-pictures'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { openMeeting } from './small-meeting'

const pinned = vi.fn()
vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({ pinnedView: pinned }),
  onDatasetWorkerStopped: () => undefined,
}))
/** Draws a view that is filtered to one kind, until it is cancelled. */
const drawKind = vi.hoisted(() => vi.fn<(kind: string, signal: AbortSignal) => Promise<Blob>>())
// Drawing has its own tests: here a view counts as drawn once its sources are known, for slides and for phones.
vi.mock('@/map/picture/use-picture', () => ({
  useMapAlone: ({ view }: { view: { filters: { kinds: readonly string[] } } }) => {
    let last: Promise<Blob> | null = null
    return async (_box: unknown, _size: unknown, signal: AbortSignal) => {
      last ??= drawKind(String(view.filters.kinds), signal)
      const blob = await last
      return { canvas: { convertToBlob: async () => blob }, entries: [], about: '', source: '' }
    }
  },
}))

const addressOf = (kind: string) => `/explore?kind=${kind}`
const textsOf = (pictures: Pictures) =>
  Object.fromEntries([...pictures].map(([view, { wide }]) => [view, new TextDecoder().decode(wide.bytes)]))

/** Opens a meeting whose agenda has pinned views of these kinds, all of the same name. */
function pin(...kinds: readonly string[]): MonthReport {
  openMeeting({
    meeting: { agenda: kinds.map((kind) => ({ scene: 'pinned', title: '视图', notes: '', view: addressOf(kind) })) },
  })
  const { opened } = useChentu.getState()
  const dataset = { ...opened!.dataset, outlines: { features: [{}] } }
  useChentu.setState({ opened: { ...opened, dataset } } as never)
  return dataset.reports.at(-1)!
}

type Asked = ReturnType<typeof usePinnedPictures>

/** The part of the papers dialog about pictures, as it is now. */
let now: Asked
function Papers({ report }: { readonly report: MonthReport }) {
  now = usePinnedPictures(report)
  return (
    <>
      <p role="status">{now.progress && `${now.progress.at}/${now.progress.count}`}</p>
      {now.drawing}
    </>
  )
}

/** Requests the pictures as a press of the button does. */
function ask(): Promise<Record<string, string>> {
  let asked!: Promise<Pictures>
  act(() => {
    asked = now.draw()
  })
  return asked.then(textsOf)
}
/** A picture that is drawn, or fails, when the test says so. */
function later() {
  let [resolve, reject] = [(_: Blob) => {}, (_: Error) => {}]
  const promise = new Promise<Blob>((drawn, failed) => {
    ;[resolve, reject] = [drawn, failed]
  })
  return { promise, resolve, reject }
}
const statusText = () => screen.getByRole('status').textContent

beforeAll(() => startI18n('zh-CN'))
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  pinned.mockReset().mockResolvedValue({
    shown: { total: 3 },
    lookLegend: null,
    standings: { overdue: 1, failing: 0, fine: 2, due: 0, unknown: 0 },
    kinds: new Map(),
  })
  drawKind.mockReset().mockImplementation(async (kind) => new Blob([kind]))
})
afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

it('continues without a view that the worker can’t draw, and retries only that one for the next paper', async () => {
  render(<Papers report={pin('yard', 'stockpile')} />)
  pinned.mockRejectedValueOnce(new Error('refused'))
  expect(await ask()).toEqual({ [addressOf('stockpile')]: 'stockpile' })
  // The dialog is open, and from now on shows which pictures a paper lacks.
  await waitFor(() => expect([...now.pictures.keys()]).toEqual([addressOf('stockpile')]))
  expect(Object.keys(await ask()).sort()).toEqual([addressOf('stockpile'), addressOf('yard')])
  expect(drawKind.mock.calls.map(([kind]) => kind)).toEqual(['stockpile', 'yard'])
})

it('draws views of the same name separately, and a view listed twice only once', async () => {
  render(<Papers report={pin('yard', 'stockpile', 'yard')} />)
  expect(await ask()).toEqual({ [addressOf('yard')]: 'yard', [addressOf('stockpile')]: 'stockpile' })
  expect(drawKind).toHaveBeenCalledTimes(2)
})

it('draws each view once for two papers requested at once, and answers both', async () => {
  render(<Papers report={pin('yard')} />)
  const both = [ask(), ask()]
  expect(await Promise.all(both)).toEqual([{ [addressOf('yard')]: 'yard' }, { [addressOf('yard')]: 'yard' }])
  expect(drawKind).toHaveBeenCalledTimes(1)
})

it('shows which view is being drawn, and nothing once all are done, also if one fails', async () => {
  const steps: ReturnType<typeof later>[] = []
  drawKind.mockImplementation(() => {
    const step = later()
    steps.push(step)
    return step.promise
  })
  render(<Papers report={pin('yard', 'stockpile')} />)
  const asked = ask()
  await waitFor(() => expect([statusText(), steps.length]).toEqual(['1/2', 1]))
  steps[0]!.reject(new Error('no context'))
  await waitFor(() => expect([statusText(), steps.length]).toEqual(['2/2', 2]))
  steps[1]!.resolve(new Blob(['second']))
  expect(await asked).toEqual({ [addressOf('stockpile')]: 'second' })
  await waitFor(() => expect(statusText()).toBe(''))
})

it('leaves out a view that takes too long, cancels it, and ignores its late picture', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  const late = later()
  drawKind.mockImplementationOnce(() => late.promise)
  render(<Papers report={pin('yard', 'stockpile', 'road')} />)
  const asked = ask()
  await waitFor(() => expect(drawKind).toHaveBeenCalled())
  const second = later()
  drawKind.mockImplementationOnce(() => second.promise)
  await act(() => vi.advanceTimersByTimeAsync(61_000))
  await waitFor(() => expect(drawKind).toHaveBeenCalledTimes(2))
  expect(drawKind.mock.calls[0]![1].aborted).toBe(true)
  late.resolve(new Blob(['late']))
  second.resolve(new Blob(['stockpile']))
  expect(await asked).toEqual({ [addressOf('stockpile')]: 'stockpile', [addressOf('road')]: 'road' })
  expect(drawKind.mock.calls.map(([kind]) => kind)).toEqual(['yard', 'stockpile', 'road'])
})

it('is cancelled with its dialog, and the paper is not written', async () => {
  drawKind.mockImplementation(() => new Promise(() => undefined))
  const { unmount } = render(<Papers report={pin('yard')} />)
  const asked = ask()
  await waitFor(() => expect(drawKind).toHaveBeenCalled())
  unmount()
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' })
  expect(drawKind.mock.calls[0]![1].aborted).toBe(true)
})

it('draws the views pinned at the time of each request', async () => {
  const first = later()
  drawKind.mockImplementationOnce(() => first.promise)
  render(<Papers report={pin('yard', 'stockpile')} />)
  const asked = ask()
  await waitFor(() => expect(drawKind).toHaveBeenCalled())
  // Another window saves another agenda meanwhile.
  act(() => void pin('road', 'yard'))
  const next = ask()
  first.resolve(new Blob(['yard']))
  expect(await asked).toEqual({ [addressOf('yard')]: 'yard', [addressOf('stockpile')]: 'stockpile' })
  expect(await next).toEqual({ [addressOf('road')]: 'road', [addressOf('yard')]: 'yard' })
  await waitFor(() => expect([...now.pictures.keys()]).toEqual([addressOf('road'), addressOf('yard')]))
})
