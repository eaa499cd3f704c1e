import { beforeEach, describe, expect, it, vi } from 'vitest'
import { WorkerStopped } from '@/workers/live-worker'

type Say = (progress: object) => void
const worker = {
  addFile: vi.fn(),
  changeItem: vi.fn(),
  removeItem: vi.fn(async () => undefined),
  takeOver: vi.fn(),
  versions: vi.fn(async () => ({ versions: [], head: null })),
}
const stopped: (() => void)[] = []
vi.mock('@/workers/client', () => ({
  datasetWorker: () => worker,
  onDatasetWorkerStopped: (listener: () => void) => stopped.push(listener),
  datasetReopened: () => undefined,
  datasetGivenUp: () => undefined,
  whenAnswered: async () => undefined,
}))
// Progress is heard as it is said, without a worker in between.
vi.mock('comlink', () => ({ proxy: (say: Say) => say }))
vi.stubGlobal('window', new EventTarget())
vi.stubGlobal('navigator', {})
const { useImports } = await import('@/store/imports')

const VIEW = { id: 1, file: '工地.csv', bytes: 3, problem: null, table: { blockers: [] } }
const FILE = new File(['x'], '工地.csv')
const WORDS = {} as never
const state = () => useImports.getState()

beforeEach(() => {
  vi.clearAllMocks()
  useImports.setState({ items: [], current: null, reading: null, outcome: null, working: false })
})

describe('files on their way in', () => {
  it('are read to an end: a word on the progress that comes late says nothing any more', async () => {
    let say: Say = () => undefined
    worker.addFile.mockImplementation(async (_file, _bytes, progress: Say) => {
      say = progress
      progress({ rows: 1 })
      expect(state().reading).toEqual({ file: '工地.csv', progress: { rows: 1 } })
      return [VIEW]
    })
    await state().addFiles([FILE])
    expect(state()).toMatchObject({ reading: null, waiting: 0, items: [VIEW] })
    say({ rows: 2 })
    expect(state().reading).toBeNull()
  })

  it('are not read for ever where reading fails, and the next is read all the same', async () => {
    worker.addFile.mockRejectedValueOnce(new Error('bad cell')).mockResolvedValueOnce([VIEW])
    await state().addFiles([FILE, FILE])
    expect(state()).toMatchObject({ reading: null, waiting: 0, items: [VIEW] })
    expect(state().outcome).toMatchObject({ problems: [{ code: 'step-failed', file: '工地.csv', seen: 'bad cell' }] })
    worker.changeItem.mockRejectedValueOnce(new Error('bad choice'))
    await state().change(1, {})
    expect(state()).toMatchObject({ reading: null, items: [VIEW] })
    expect(state().outcome).toMatchObject({ problems: [{ seen: 'bad choice' }] })
  })

  it('stay where taking them over fails', async () => {
    useImports.setState({ items: [VIEW as never] })
    worker.takeOver.mockRejectedValueOnce(new RangeError('item 1 waits'))
    await state().takeOver(WORDS)
    expect(state()).toMatchObject({ working: false, items: [VIEW] })
    expect(state().outcome).toMatchObject({ kind: 'refused', problems: [{ code: 'step-failed' }] })
    worker.takeOver.mockResolvedValueOnce({ value: null, problems: [{ code: 'changed-elsewhere', file: '堆场.csv' }] })
    await state().takeOver(WORDS)
    expect(state()).toMatchObject({ working: false, items: [VIEW] })
    expect(state().outcome).toMatchObject({ problems: [{ code: 'changed-elsewhere' }] })
  })

  it('are named where the worker dies with them', async () => {
    useImports.setState({ items: [VIEW as never] })
    worker.takeOver.mockImplementationOnce(async () => {
      for (const tell of stopped) tell()
      throw new WorkerStopped()
    })
    await state().takeOver(WORDS)
    expect(state()).toMatchObject({ items: [], current: null, reading: null, working: false })
    expect(state().outcome).toEqual({ kind: 'lost', files: ['工地.csv'] })
  })
})
