import { beforeEach, expect, it, vi } from 'vitest'
import { WorkerStopped } from '@/workers/live-worker'

const worker = {
  read: vi.fn(async (_: File): Promise<boolean> => true),
  review: vi.fn(async (): Promise<unknown> => null),
  forget: vi.fn(async () => undefined),
  kept: async () => [],
}
const stopped: (() => void)[] = []
const passedOn = vi.fn(async (_: readonly File[]) => undefined)
vi.mock('@/store/readings/readings-worker', () => ({
  readingsWorker: () => worker,
  onReadingsWorkerStopped: (listener: () => void) => stopped.push(listener),
}))
vi.mock('@/workers/client', () => ({ datasetWorker: () => ({ knownMonitors: async () => [] }) }))
vi.mock('@/store/imports', () => ({ useImports: { getState: () => ({ addFiles: passedOn }) } }))
vi.mock('@/store/steps/unsaved', () => ({ holdUnsaved: () => () => undefined }))
vi.mock('comlink', () => ({ proxy: (say: unknown) => say }))
const { useReadings } = await import('@/store/readings')

const files = (...names: readonly string[]) => names.map((name) => new File(['a'], name))
const review = (rows: number) => ({ rows, files: [{ file: '1.txt', rows, unread: 3 }], devices: [] })
/** Reads files until one of them takes the worker with it. */
function stopAt(name: string, hadSpoken = true): void {
  worker.read.mockImplementation(async (file) => {
    if (file.name !== name) return true
    for (const each of stopped) each()
    throw new WorkerStopped(hadSpoken)
  })
}
beforeEach(() => {
  useReadings.getState().forget()
  vi.clearAllMocks()
  worker.read.mockImplementation(async () => true)
  worker.review.mockImplementation(async () => review(10))
})

it('names the file that stopped the worker, and passes it on to nobody', async () => {
  stopAt('3.csv')
  await useReadings.getState().bring(files('1.csv', '2.csv', '3.csv', '4.csv', '5.csv'))
  expect(useReadings.getState().lost).toEqual(['3.csv'])
  expect(passedOn).not.toHaveBeenCalled()
})

it('passes a file on where the worker could not even be loaded', async () => {
  stopAt('1.csv', false)
  await useReadings.getState().bring(files('1.csv'))
  expect(useReadings.getState().lost).toBeNull()
  expect(passedOn).toHaveBeenCalledTimes(1)
})

it('says that what was read is lost where the worker dies before or after it is shown', async () => {
  await useReadings.getState().bring(files('1.csv'))
  for (const each of stopped) each()
  expect(useReadings.getState()).toMatchObject({ lost: [], waiting: null })
  worker.review.mockImplementation(async () => {
    for (const each of stopped) each()
    throw new WorkerStopped()
  })
  await useReadings.getState().bring(files('1.csv'))
  expect(useReadings.getState()).toMatchObject({ lost: [], waiting: null })
  // Nothing is lost with a worker that has nothing.
  await useReadings.getState().bring([])
  for (const each of stopped) each()
  expect(useReadings.getState().lost).toBeNull()
})

it('offers nothing to look through where no row came, and says so', async () => {
  worker.review.mockImplementation(async () => review(0))
  await useReadings.getState().bring(files('1.txt'))
  expect(useReadings.getState()).toMatchObject({ waiting: null, empty: { files: ['1.txt'], unread: 3 } })
  expect(worker.forget).toHaveBeenCalledTimes(1)
})
