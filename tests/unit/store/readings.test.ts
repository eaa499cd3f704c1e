import { beforeEach, expect, it, vi } from 'vitest'
import { WorkerStopped } from '@/workers/live-worker'

const worker = {
  read: vi.fn(async (_: File): Promise<string | null> => 'readings'),
  reviewReadings: vi.fn(async (..._: unknown[]): Promise<unknown> => null),
  forgetReadings: vi.fn(async () => undefined),
  keptReadings: async () => [],
  keepReadings: vi.fn(async (): Promise<unknown> => null),
  reviewTracks: vi.fn(async (): Promise<unknown> => null),
  forgetTracks: vi.fn(async () => undefined),
  rereadReadings: vi.fn(async (..._: unknown[]) => undefined),
  releaseReadingsFile: vi.fn(async (_: number): Promise<unknown> => ({ file: new File(['a'], 'b.csv'), left: 0 })),
  readAs: vi.fn(async (..._: unknown[]): Promise<readonly string[]> => []),
}
const stopped: (() => void)[] = []
const passOutcome = vi.fn()
const passedOn = vi.fn(async (_: readonly File[]) => undefined)
vi.mock('@/store/exports/exports-worker', () => ({
  READINGS_NAME: 'a',
  TRACKS_NAME: 'b',
  exportsWorker: () => worker,
  onExportsWorkerStopped: (listener: () => void) => stopped.push(listener),
}))
vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({ knownMonitors: async () => [], tracksBase: async () => ({}) }),
}))
vi.mock('@/store/chentu', () => ({
  useChentu: { getState: () => ({ takeTracks: async () => undefined, takeReadings: async () => undefined }) },
}))
vi.mock('@/store/imports', () => ({
  useImports: { getState: () => ({ addFiles: passedOn, refresh: async () => undefined, passOutcome }) },
}))
vi.mock('@/store/steps/unsaved', () => ({ holdUnsaved: () => () => undefined }))
vi.mock('comlink', () => ({ proxy: (say: unknown) => say }))
const { useExports } = await import('@/store/exports')
const { readingsHand, useReadings } = await import('@/store/readings')

const files = (...names: readonly string[]) => names.map((name) => new File(['a'], name))
const review = (rows: number) => ({
  rows,
  files: [{ file: '1.txt', rows, unread: 3 }],
  devices: [],
  asDevices: [],
  madeUp: [],
})
/** Reads files until one of them kills the worker. */
function stopAt(name: string, hadSpoken = true): void {
  worker.read.mockImplementation(async (file) => {
    if (file.name !== name) return 'readings'
    for (const each of stopped) each()
    throw new WorkerStopped(hadSpoken)
  })
}
beforeEach(() => {
  useReadings.getState().forget()
  vi.clearAllMocks()
  worker.read.mockImplementation(async () => 'readings')
  worker.reviewReadings.mockImplementation(async () => review(10))
})

it('names the file that stopped the worker, and passes it on to nobody', async () => {
  stopAt('3.csv')
  await useExports.getState().bring(files('1.csv', '2.csv', '3.csv', '4.csv', '5.csv'))
  expect(useExports.getState().lost).toEqual(['3.csv'])
  expect(passedOn).not.toHaveBeenCalled()
})

it('passes a file on if the worker could not even be loaded', async () => {
  stopAt('1.csv', false)
  await useExports.getState().bring(files('1.csv'))
  expect(useExports.getState().lost).toBeNull()
  expect(passedOn).toHaveBeenCalledTimes(1)
})

it('reports that the readings are lost if the worker dies before or after showing them', async () => {
  await useExports.getState().bring(files('1.csv'))
  for (const each of stopped) each()
  expect(useExports.getState().lost).toEqual([])
  expect(useReadings.getState().waiting).toBeNull()
  worker.reviewReadings.mockImplementation(async () => {
    for (const each of stopped) each()
    throw new WorkerStopped()
  })
  await useExports.getState().bring(files('1.csv'))
  expect(useExports.getState().lost).toEqual([])
  expect(useReadings.getState().waiting).toBeNull()
  // Nothing is lost with a worker that has nothing.
  await useExports.getState().bring([])
  for (const each of stopped) each()
  expect(useExports.getState().lost).toBeNull()
})

it('no longer shows the step before as the last one, once readings are stored or removed', async () => {
  await useExports.getState().bring(files('1.csv'))
  expect(passOutcome).not.toHaveBeenCalled()
  worker.keepReadings.mockImplementationOnce(async () => ({ rows: 10, months: ['2022-10'], ids: [1] }))
  await useReadings.getState().keep({ units: {}, devices: {}, wrongTimes: null })
  expect(useReadings.getState().done).toMatchObject({ rows: 10 })
  expect(passOutcome).toHaveBeenCalledTimes(1)
  await useReadings.getState().removeBy(async () => ({ kind: 'undone' }))
  expect(passOutcome).toHaveBeenCalledTimes(2)
})

it('offers no review if there are no rows, and reports that', async () => {
  worker.reviewReadings.mockImplementation(async () => review(0))
  await useExports.getState().bring(files('1.txt'))
  expect(useReadings.getState()).toMatchObject({ waiting: null, empty: { files: ['1.txt'], unread: 3 } })
  expect(worker.forgetReadings).toHaveBeenCalledTimes(1)
})

it('refuses a file with too many positions, by the error of another thread, and tries nothing else', async () => {
  worker.read.mockImplementation(async () => {
    throw Object.assign(new Error(''), { name: 'TooManyPositions' })
  })
  await useExports.getState().bring(files('1.csv'))
  expect(useExports.getState().refused).toEqual([{ code: 'tracks-too-many', file: '1.csv' }])
  expect(passedOn).not.toHaveBeenCalled()
})

it('names the files whose tracks are dropped when the user cancels the review', async () => {
  worker.read.mockImplementation(async () => 'tracks')
  worker.reviewTracks.mockImplementationOnce(async () => {
    throw new DOMException('ended', 'AbortError')
  })
  await useExports.getState().bring(files('1.csv', '2.csv'))
  expect(useExports.getState().cancelled).toEqual(['1.csv', '2.csv'])
  expect(worker.forgetTracks).toHaveBeenCalledTimes(1)
  await useExports.getState().bring([])
  expect(useExports.getState().cancelled).toEqual([])
})

it('names the files whose readings are dropped like that, with those that waited before', async () => {
  await useExports.getState().bring(files('1.csv'))
  const looked: unknown[] = []
  worker.reviewReadings.mockImplementationOnce(async (...[, say]: unknown[]) => {
    ;(say as (done: number, of: number) => void)(0, 96)
    looked.push(useReadings.getState().looking)
    throw new DOMException('ended', 'AbortError')
  })
  await useExports.getState().bring(files('2.csv'))
  expect(looked).toEqual([{ done: 0, of: 96 }])
  // The waiting files were in the same review, whose data names the file like that.
  expect(useExports.getState().cancelled).toEqual(['1.txt', '2.csv'])
  expect(useReadings.getState()).toMatchObject({ waiting: null, looking: null })
  expect(worker.forgetReadings).toHaveBeenCalledTimes(1)
})

it('reads a file again as the user says, and passes one without readings on to the imports', async () => {
  await useExports.getState().bring(files('1.csv', 'b.csv'))
  worker.reviewReadings.mockImplementation(async () => review(7))
  await useExports.getState().rereadReadings(1, 'b.csv', { parameter: 'pm10' })
  expect(worker.rereadReadings.mock.calls[0]!.slice(0, 2)).toEqual([1, { parameter: 'pm10' }])
  expect(useReadings.getState().waiting?.review.rows).toBe(7)
  // The button is disabled until the others have been reviewed again.
  let shown: (review: unknown) => void = () => undefined
  worker.reviewReadings.mockImplementation(() => new Promise((resolve) => (shown = resolve)))
  worker.releaseReadingsFile.mockImplementationOnce(async () => ({ file: new File(['a'], 'b.csv'), left: 1 }))
  const taking = useExports.getState().notReadings(1, 'b.csv')
  worker.reviewReadings.mockClear()
  await vi.waitFor(() => expect(worker.reviewReadings).toHaveBeenCalled())
  expect(useExports.getState().reading).not.toBeNull()
  shown(review(3))
  await taking
  expect(useExports.getState().reading).toBeNull()
  expect(useReadings.getState().waiting?.review.rows).toBe(3)
  await useExports.getState().notReadings(2, '1.csv')
  expect(useReadings.getState().waiting).toBeNull()
  expect(passedOn.mock.calls.at(-1)![0].map(({ name }) => name)).toEqual(['b.csv'])
  // Nothing is left that could be lost with a worker.
  for (const each of stopped) each()
  expect(useExports.getState().lost).toBeNull()
})

it('reports why a file was not read as the user said, and leaves it where it is', async () => {
  const [file] = files('c.csv')
  const readAs = () => useExports.getState().readAs(file!, 'tracks', undefined)
  worker.readAs.mockImplementationOnce(async () => {
    throw Object.assign(new Error(''), { name: 'TooManyPositions' })
  })
  expect(await readAs()).toBeNull()
  expect(useExports.getState().refused).toEqual([{ code: 'tracks-too-many', file: 'c.csv' }])
  worker.readAs.mockImplementationOnce(async () => {
    throw new DOMException('ended', 'AbortError')
  })
  expect(await readAs()).toBeNull()
  expect(useExports.getState()).toMatchObject({ refused: [], cancelled: ['c.csv'] })
  worker.readAs.mockImplementationOnce(async () => {
    throw new WorkerStopped(true)
  })
  expect(await readAs()).toBeNull()
  expect(useExports.getState()).toMatchObject({ lost: ['c.csv'], cancelled: [] })
  worker.readAs.mockImplementationOnce(async () => {
    throw new Error('disk')
  })
  await expect(readAs()).rejects.toThrow('disk')
})

it('reads a file as the user says, or reports what is missing and shows nothing', async () => {
  worker.readAs.mockImplementationOnce(async () => ['time'])
  const [file] = files('c.csv')
  expect(await useExports.getState().readAs(file!, 'readings', undefined)).toEqual(['time'])
  expect(useReadings.getState().waiting).toBeNull()
  expect(await useExports.getState().readAs(file!, 'readings', { row: 2, count: 1 })).toEqual([])
  expect(worker.readAs.mock.calls.at(-1)!.slice(0, 3)).toEqual([file, 'readings', { row: 2, count: 1 }])
  expect(useReadings.getState().waiting?.review.rows).toBe(10)
})

it('reads files that arrive during saving afterwards, and loses neither', async () => {
  await useExports.getState().bring(files('1.csv'))
  let end: (done: unknown) => void = () => undefined
  worker.keepReadings.mockReturnValueOnce(new Promise((resolve) => (end = resolve)))
  const keeping = useReadings.getState().keep({} as never)
  worker.read.mockClear()
  const bringing = useExports.getState().bring(files('2.csv'))
  await vi.waitFor(() => expect(worker.keepReadings).toHaveBeenCalled())
  expect(worker.read).not.toHaveBeenCalled()
  end({ rows: 10, months: ['2022-10'] })
  await Promise.all([keeping, bringing])
  expect(worker.read).toHaveBeenCalledOnce()
  expect(useReadings.getState()).toMatchObject({ keeping: null, waiting: { review: { rows: 10 } } })
})

it('keeps a file that was read during saving, and shows it afterwards', async () => {
  const reviewed = (...names: string[]) => ({
    ...review(10),
    files: names.map((file) => ({ file, rows: 10, unread: 0 })),
  })
  worker.reviewReadings.mockImplementationOnce(async () => reviewed('1.csv'))
  await useExports.getState().bring(files('1.csv'))
  let isKept = (_: unknown) => {}
  worker.keepReadings.mockImplementationOnce(() => new Promise((done) => (isKept = done)))
  let isRead = (_: string) => {}
  worker.read.mockImplementationOnce(() => new Promise((done) => (isRead = done)))
  const bringing = useExports.getState().bring(files('2.csv'))
  await vi.waitFor(() => expect(useExports.getState().reading).not.toBeNull())
  const keeping = useReadings.getState().keep({ units: {}, devices: {}, wrongTimes: null })
  worker.reviewReadings.mockImplementationOnce(async () => reviewed('1.csv', '2.csv'))
  isRead('readings')
  await bringing
  worker.reviewReadings.mockImplementationOnce(async () => reviewed('2.csv'))
  isKept({ rows: 10, months: [] })
  expect(await keeping).toEqual([])
  expect(useReadings.getState().waiting?.review.files.map(({ file }) => file)).toEqual(['2.csv'])
})

it('names a file that was read during saving when the user cancels its review', async () => {
  await useExports.getState().bring(files('1.csv'))
  let isKept = (_: unknown) => {}
  worker.keepReadings.mockImplementationOnce(() => new Promise((done) => (isKept = done)))
  const keeping = useReadings.getState().keep({ units: {}, devices: {}, wrongTimes: null })
  readingsHand.hold('2.csv')
  worker.reviewReadings.mockImplementationOnce(async () => {
    throw new DOMException('ended', 'AbortError')
  })
  isKept({ rows: 10, months: [] })
  expect(await keeping).toEqual([])
  expect(useExports.getState().cancelled).toEqual(['2.csv'])
  expect(useReadings.getState()).toMatchObject({ waiting: null, looking: null, keeping: null })
})
