import { beforeEach, describe, expect, it, vi } from 'vitest'
import { WorkerStopped } from '@/workers/live-worker'

type Say = (progress: object) => void
const worker = {
  addFile: vi.fn(),
  changeItem: vi.fn(),
  removeItem: vi.fn(async () => undefined),
  takeOver: vi.fn(),
  undo: vi.fn(),
  cancel: vi.fn(async () => undefined),
  judge: async () => ({}),
  ring: async () => ({}),
  show: async () => ({}),
  counts: async () => ({}),
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
const { takeStep } = await import('@/store/step')

const VIEW = { id: 1, file: '工地.csv', bytes: 3, problem: null, table: { blockers: [] } }
const OPENED = {
  value: { kinds: [], settings: { asOf: '2026-05-06', ring: { basis: 'point', radiusMetres: 5000 } } },
  problems: [],
}
const named = (name: string) => new File(['x'], name)
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

  it('wait for each other, and a choice for one file ends the reading of no other', async () => {
    useImports.setState({ items: [VIEW as never] })
    const asked: string[] = []
    let read: (views: object[]) => void = () => undefined
    worker.addFile.mockImplementation((file: File) => {
      asked.push(file.name)
      return new Promise((done) => (read = done))
    })
    worker.changeItem.mockImplementation(async () => {
      asked.push('change')
      return VIEW
    })
    const adding = state().addFiles([named('一.csv')])
    const more = state().addFiles([named('二.csv')])
    const changing = state().change(1, {})
    await vi.waitFor(() => expect(asked).toEqual(['一.csv']))
    expect(state()).toMatchObject({ waiting: 1, reading: { file: '一.csv' } })
    read([{ ...VIEW, id: 2, file: '一.csv' }])
    await changing
    await vi.waitFor(() => expect(asked).toEqual(['一.csv', 'change', '二.csv']))
    read([{ ...VIEW, id: 3, file: '二.csv' }])
    await Promise.all([adding, more])
    expect(state().items.map(({ file }) => file)).toEqual(['工地.csv', '一.csv', '二.csv'])
    expect(state()).toMatchObject({ reading: null, waiting: 0, outcome: null })
  })

  it('are named, each of them, where reading is cancelled', async () => {
    let read: (views: null) => void = () => undefined
    worker.addFile.mockImplementation(() => new Promise((done) => (read = done)))
    const adding = state().addFiles([named('一.csv'), named('二.csv'), named('三.csv')])
    await vi.waitFor(() => expect(worker.addFile).toHaveBeenCalledOnce())
    state().cancel()
    expect(worker.cancel).toHaveBeenCalledOnce()
    read(null)
    await adding
    expect(worker.addFile).toHaveBeenCalledOnce()
    expect(state()).toMatchObject({ items: [], reading: null, waiting: 0 })
    expect(state().outcome).toEqual({
      kind: 'refused',
      problems: ['一.csv', '二.csv', '三.csv'].map((file) => ({ code: 'reading-cancelled', file })),
    })
  })

  it('are all named where more than one can not be read', async () => {
    worker.addFile.mockRejectedValueOnce(new Error('bad cell')).mockRejectedValueOnce(new Error('bad row'))
    await state().addFiles([named('一.csv'), named('二.csv')])
    expect(state().outcome).toMatchObject({ problems: [{ file: '一.csv' }, { file: '二.csv' }] })
  })

  it('are read anew after a step that changed what they are held against, and where one of them must be', async () => {
    useImports.setState({ items: [VIEW as never, { ...VIEW, id: 2 } as never] })
    worker.changeItem.mockImplementation(async (id: number) => ({ ...VIEW, id }))
    worker.undo.mockResolvedValueOnce(OPENED)
    await state().undo(7)
    expect(state().outcome).toEqual({ kind: 'undone' })
    expect(worker.changeItem.mock.calls.map(([id]) => id)).toEqual([1, 2])
    worker.changeItem.mockClear()
    worker.takeOver.mockResolvedValueOnce({ value: null, problems: [{ code: 'item-waits', file: '工地.csv' }] })
    await state().takeOver(WORDS)
    expect(worker.changeItem.mock.calls.map(([id]) => id)).toEqual([1, 2])
    expect(state().outcome).toMatchObject({ problems: [{ code: 'item-waits' }] })
    // A step that is taken elsewhere: figures that are published, a look at what another window did.
    worker.changeItem.mockClear()
    await takeStep(Promise.resolve(OPENED as never))
    await vi.waitFor(() => expect(worker.changeItem.mock.calls.map(([id]) => id)).toEqual([1, 2]))
    await vi.waitFor(() => expect(state().reading).toBeNull())
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

  it('are named where the worker dies while they wait', async () => {
    worker.addFile.mockImplementationOnce(async () => {
      for (const tell of stopped) tell()
      throw new WorkerStopped()
    })
    await state().addFiles([named('一.csv'), named('二.csv')])
    expect(worker.addFile).toHaveBeenCalledOnce()
    expect(state()).toMatchObject({ items: [], reading: null, waiting: 0 })
    expect(state().outcome).toEqual({ kind: 'lost', files: ['一.csv', '二.csv'] })
  })
})
