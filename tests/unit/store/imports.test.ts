import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { WorkerStopped } from '@/workers/live-worker'

type Say = (progress: object) => void
const worker = {
  changedElsewhere: vi.fn(async (): Promise<unknown> => null),
  openInForce: vi.fn(),
  unpackWorkspace: vi.fn(),
  restoreVersion: vi.fn(),
  addFile: vi.fn(),
  changeItem: vi.fn(),
  removeItem: vi.fn(async () => undefined),
  itemViews: vi.fn(async (_ids: number[]): Promise<unknown> => []),
  importItems: vi.fn(),
  undoVersion: vi.fn(),
  cancelImport: vi.fn(async () => undefined),
  evaluate: async () => ({}),
  ringState: async () => ({}),
  showSources: async () => ({}),
  countShown: async () => ({}),
  countHauls: async () => false,
  countReadings: async () => false,
  listVersions: vi.fn(async () => ({ versions: [], head: null })),
}
const stopped: (() => void)[] = []
vi.mock('@/workers/client', () => ({
  datasetWorker: () => worker,
  onDatasetWorkerStopped: (listener: () => void) => stopped.push(listener),
  datasetReopened: () => undefined,
  datasetGivenUp: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))
// Progress is reported directly, without a worker in between.
vi.mock('comlink', () => ({ proxy: (say: Say) => say }))
vi.stubGlobal('window', new EventTarget())
const persist = vi.fn(async () => true)
vi.stubGlobal('navigator', { storage: { persist, estimate: async () => ({ usage: 1, quota: 3 }) } })
const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
vi.stubGlobal('document', page)
let tellWindow = () => {}
vi.mock('@/workspace/windows', () => ({
  onWindowsChanged: (hear: () => void) => (tellWindow = hear),
  windowSignal: () => ({ tell: () => undefined, hear: () => undefined }),
}))
const { useNotices } = await import('@/store/page/notices')
const { followWindows, useWindows } = await import('@/store/steps/windows')
const { useImports } = await import('@/store/imports')
const { importedTables, rowsOf } = await import('@/store/imports/items-slice')
const { applyChange } = await import('@/store/steps/step')

const VIEW = {
  id: 1,
  file: '工地.csv',
  bytes: 3,
  problem: null,
  table: { role: 'stockpile', blockers: [], counts: { taken: 9, refused: 2 }, madeUpPointsGone: 0 },
}
const OPENED = {
  value: { kinds: [], settings: { asOf: '2026-05-06', ring: { basis: 'point', radiusMetres: 5000 } } },
  problems: [],
}
const named = (name: string) => new File(['x'], name)
const FILE = new File(['x'], '工地.csv')
const WORDS = {} as never
const state = () => useImports.getState()

followWindows()
const said = () => useNotices.getState().codes
/** Simulates the worker's death, as the client reports it. */
const die = () => {
  for (const tell of stopped) tell()
}
const FIRST_STATE = useImports.getState()

beforeEach(() => {
  vi.resetAllMocks()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  worker.removeItem.mockResolvedValue(undefined)
  worker.itemViews.mockResolvedValue([])
  worker.cancelImport.mockResolvedValue(undefined)
  worker.listVersions.mockResolvedValue({ versions: [], head: null })
  worker.changedElsewhere.mockResolvedValue(null)
  useNotices.setState({ codes: [] })
  useWindows.setState({ elsewhere: null })
  useImports.setState(FIRST_STATE, true)
})

describe('files being read', () => {
  it('are viewed again with those whose figures are compared with theirs', async () => {
    const view = (id: number, role: string) => ({ ...VIEW, id, table: { ...VIEW.table, role } })
    const roles = ['dustfall-published', 'stockpile', 'dustfall-samples']
    for (const [i, role] of roles.entries()) worker.addFile.mockResolvedValueOnce([view(i + 1, role)])
    for (const role of roles) await state().addFiles([named(`${role}.csv`)])
    expect(worker.itemViews.mock.calls).toEqual([[[1]]])
    state().remove(3)
    await vi.waitFor(() => expect(worker.itemViews.mock.calls).toEqual([[[1]], [[1]]]))
  })

  it('are finished: progress reported later is ignored', async () => {
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

  it('end when reading fails, and the next one is read nevertheless', async () => {
    worker.addFile.mockRejectedValueOnce(new Error('bad cell')).mockResolvedValueOnce([VIEW])
    await state().addFiles([FILE, FILE])
    expect(state()).toMatchObject({ reading: null, waiting: 0, items: [VIEW] })
    expect(state().outcome).toMatchObject({ problems: [{ code: 'step-failed', file: '工地.csv', seen: 'bad cell' }] })
    worker.changeItem.mockRejectedValueOnce(new Error('bad choice'))
    await state().change(1, {})
    expect(state()).toMatchObject({ reading: null, items: [VIEW] })
    expect(state().outcome).toMatchObject({ problems: [{ seen: 'bad choice' }] })
  })

  it('are seen again beside one that was added, changed or removed, if they are of its kind', async () => {
    const of = (id: number, role = 'stockpile') => ({ ...VIEW, id, table: { role, blockers: [] } })
    const again = (id: number) => ({ ...of(id, id === 2 ? 'restaurant' : 'stockpile'), file: '再看.csv' })
    useImports.setState({ items: [of(1), of(2, 'restaurant')] as never })
    worker.addFile.mockResolvedValueOnce([of(3)])
    worker.itemViews.mockImplementation(async (ids: number[]) => ids.map(again))
    await state().addFiles([FILE])
    expect(worker.itemViews.mock.calls).toEqual([[[1]]])
    expect(state().items).toEqual([again(1), of(2, 'restaurant'), of(3)])
    worker.changeItem.mockResolvedValueOnce(of(3, 'restaurant'))
    await state().change(3, { role: 'restaurant' })
    expect(worker.itemViews).toHaveBeenLastCalledWith([1, 2])
    state().remove(2)
    await vi.waitFor(() => expect(worker.itemViews).toHaveBeenLastCalledWith([3]))
    worker.changeItem.mockImplementation(async (id: number) => of(id))
    await state().changeTogether([1, 3], { gone: 'remove' })
    expect(worker.changeItem.mock.calls.slice(1).map(([id]) => id)).toEqual([1, 3])
    expect(worker.itemViews).toHaveBeenLastCalledWith([1])
    worker.addFile.mockResolvedValueOnce([of(5)])
    useImports.setState({ items: [of(1), of(4)] as never, sources: new Map([[4, FILE]]) })
    expect(await state().readAsData(4)).toEqual([])
    expect(worker.itemViews.mock.calls.at(-2)).toEqual([[1, 4]])
  })

  it('stay if the import fails', async () => {
    useImports.setState({ items: [VIEW as never] })
    worker.importItems.mockRejectedValueOnce(new RangeError('item 1 waits'))
    await state().takeOver(WORDS)
    expect(state()).toMatchObject({ working: false, items: [VIEW] })
    expect(state().outcome).toMatchObject({ kind: 'refused', problems: [{ code: 'step-failed' }] })
    worker.importItems.mockResolvedValueOnce({
      value: null,
      problems: [{ code: 'changed-elsewhere', file: '堆场.csv' }],
    })
    await state().takeOver(WORDS)
    expect(state()).toMatchObject({ working: false, items: [VIEW] })
    expect(state().outcome).toMatchObject({ problems: [{ code: 'changed-elsewhere' }] })
  })

  it('wait for each other, and a choice for one file does not cancel another', async () => {
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

  it('are all named if reading is cancelled', async () => {
    let read: (views: null) => void = () => undefined
    worker.addFile.mockImplementation(() => new Promise((done) => (read = done)))
    const adding = state().addFiles([named('一.csv'), named('二.csv'), named('三.csv')])
    await vi.waitFor(() => expect(worker.addFile).toHaveBeenCalledOnce())
    state().cancel()
    expect(worker.cancelImport).toHaveBeenCalledOnce()
    read(null)
    await adding
    expect(worker.addFile).toHaveBeenCalledOnce()
    expect(state()).toMatchObject({ items: [], reading: null, waiting: 0 })
    expect(state().outcome).toEqual({
      kind: 'refused',
      problems: ['一.csv', '二.csv', '三.csv'].map((file) => ({ code: 'reading-cancelled', file })),
    })
  })

  it('are all named if several can’t be read', async () => {
    worker.addFile.mockRejectedValueOnce(new Error('bad cell')).mockRejectedValueOnce(new Error('bad row'))
    await state().addFiles([named('一.csv'), named('二.csv')])
    expect(state().outcome).toMatchObject({ problems: [{ file: '一.csv' }, { file: '二.csv' }] })
  })

  it('are read again after a step that changed what they are compared with, and if one of them must be', async () => {
    useImports.setState({ items: [VIEW as never, { ...VIEW, id: 2 } as never] })
    worker.changeItem.mockImplementation(async (id: number) => ({ ...VIEW, id }))
    worker.undoVersion.mockResolvedValueOnce(OPENED)
    await state().undo(7)
    expect(state().outcome).toEqual({ kind: 'undone' })
    expect(worker.changeItem.mock.calls.map(([id]) => id)).toEqual([1, 2])
    worker.changeItem.mockClear()
    worker.importItems.mockResolvedValueOnce({ value: null, problems: [{ code: 'item-waits', file: '工地.csv' }] })
    await state().takeOver(WORDS)
    expect(worker.changeItem.mock.calls.map(([id]) => id)).toEqual([1, 2])
    expect(state().outcome).toMatchObject({ problems: [{ code: 'item-waits' }] })
    // A step without effect on them: publishing figures, or looking at another window's change.
    worker.changeItem.mockClear()
    await applyChange(Promise.resolve(OPENED as never))
    await vi.waitFor(() => expect(worker.changeItem.mock.calls.map(([id]) => id)).toEqual([1, 2]))
    await vi.waitFor(() => expect(state().reading).toBeNull())
  })

  it('are named if the worker dies with them', async () => {
    useImports.setState({ items: [VIEW as never] })
    worker.importItems.mockImplementationOnce(async () => {
      die()
      throw new WorkerStopped()
    })
    await state().takeOver(WORDS)
    expect(state()).toMatchObject({ items: [], current: null, reading: null, working: false })
    expect(state().outcome).toEqual({ kind: 'lost', files: ['工地.csv'] })
  })

  it('are named if the worker dies while they wait', async () => {
    worker.addFile.mockImplementationOnce(async () => {
      die()
      throw new WorkerStopped()
    })
    await state().addFiles([named('一.csv'), named('二.csv')])
    expect(worker.addFile).toHaveBeenCalledOnce()
    expect(state()).toMatchObject({ items: [], reading: null, waiting: 0 })
    expect(state().outcome).toEqual({ kind: 'lost', files: ['一.csv', '二.csv'] })
  })
})

const itemOf = (id: number, file = `${id}.csv`) => ({ ...VIEW, id, file }) as never
const waits = (id: number) => ({ ...VIEW, id, table: { blockers: ['datum'] } }) as never

describe('a file that was read', () => {
  it('is removed from the list and the worker, and the next one is shown', async () => {
    useImports.setState({ items: [itemOf(1), itemOf(2), itemOf(3)], current: 2 })
    state().remove(2)
    expect(worker.removeItem).toHaveBeenCalledWith(2)
    expect(state()).toMatchObject({ items: [{ id: 1 }, { id: 3 }], current: 1 })
    state().remove(3)
    expect(state()).toMatchObject({ items: [{ id: 1 }], current: 1 })
    worker.removeItem.mockRejectedValueOnce(new Error('no'))
    state().remove(1)
    expect(state()).toMatchObject({ items: [], current: null })
    await vi.waitFor(() => expect(said()).toEqual(['unexpected']))
  })

  it('is not read again for a choice made before it was removed', async () => {
    useImports.setState({ items: [itemOf(1), itemOf(2)] })
    let read: (view: object) => void = () => undefined
    worker.changeItem.mockImplementationOnce(() => new Promise((done) => (read = done)))
    const first = state().change(1, {})
    const second = state().change(2, {})
    await vi.waitFor(() => expect(worker.changeItem).toHaveBeenCalledTimes(1))
    state().remove(2)
    state().remove(1)
    read(itemOf(1))
    await Promise.all([first, second])
    expect(worker.changeItem).toHaveBeenCalledTimes(1)
    expect(state()).toMatchObject({ items: [], reading: null })
  })

  it('reports that the worker can’t be told to cancel', async () => {
    worker.cancelImport.mockRejectedValueOnce(new Error('no'))
    state().cancel()
    await vi.waitFor(() => expect(said()).toEqual(['unexpected']))
    worker.cancelImport.mockRejectedValueOnce(new WorkerStopped())
    worker.removeItem.mockRejectedValueOnce(new WorkerStopped())
    useNotices.setState({ codes: [] })
    state().cancel()
    state().remove(1)
    await Promise.resolve()
    expect(said()).toEqual([])
  })
})

describe('an import', () => {
  it('includes what nothing blocks, leaves the rest, and asks the browser for persistent storage', async () => {
    useImports.setState({ items: [itemOf(1), waits(2)], current: 1 })
    worker.changeItem.mockImplementation(async (id: number) => waits(id))
    worker.importItems.mockResolvedValueOnce({ ...OPENED, version: 5 })
    persist.mockRejectedValueOnce(new TypeError('no'))
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    await state().takeOver(WORDS)
    expect(worker.importItems).toHaveBeenCalledWith([1], WORDS)
    expect(state()).toMatchObject({ items: [{ id: 2 }], current: 2, working: false, room: { used: 1, quota: 3 } })
    expect(state().outcome).toEqual({
      kind: 'taken',
      files: 1,
      rows: { taken: 9, left: 2 },
      tables: [{ role: 'stockpile', added: 9, changed: 0, same: 0, kept: 0, removed: 0, replaced: 0, pointsGone: 0 }],
      version: 5,
      roles: ['stockpile'],
      moved: null,
    })
    expect(persist).toHaveBeenCalledOnce()
    expect(said()).toEqual([])
  })

  it('is in progress until everything that is reported with it is known', async () => {
    useImports.setState({ items: [itemOf(1)] })
    let list: (versions: object) => void = () => undefined
    worker.importItems.mockResolvedValueOnce({ ...OPENED, version: 5 })
    worker.listVersions.mockImplementationOnce(() => new Promise((done) => (list = done as never)))
    const taking = state().takeOver(WORDS)
    await vi.waitFor(() => expect(worker.listVersions).toHaveBeenCalledOnce())
    expect(state()).toMatchObject({ working: true, outcome: null })
    list({ versions: [], head: 5 })
    await taking
    expect(state()).toMatchObject({ working: false, outcome: { kind: 'taken' }, versions: { head: 5 } })
  })

  it('is refused if another window was first: its change is read, shown on request, and the files are compared with it', async () => {
    const problem = { code: 'changed-elsewhere', file: '堆场.csv' }
    useImports.setState({ items: [itemOf(1)] })
    worker.changeItem.mockImplementation(async (id: number) => itemOf(id))
    worker.importItems.mockResolvedValueOnce({ value: null, problems: [problem] })
    worker.changedElsewhere.mockResolvedValue(problem)
    await state().takeOver(WORDS)
    await vi.waitFor(() => expect(useWindows.getState().elsewhere).toEqual(problem))
    expect(said()).toEqual(['elsewhere'])
    expect(state()).toMatchObject({ items: [{ id: 1 }], outcome: { problems: [problem] } })
    worker.openInForce.mockResolvedValueOnce(OPENED)
    await useWindows.getState().look()
    await vi.waitFor(() => expect(worker.changeItem).toHaveBeenCalledWith(1, {}, expect.anything()))
    expect(useWindows.getState().elsewhere).toBeNull()
    expect(state().outcome).toBeNull()
    expect(said()).toEqual([])
  })

  it.each([
    ['openPackage', 'unpackWorkspace', 'opened'],
    ['restore', 'restoreVersion', 'restored'],
    ['undo', 'undoVersion', 'undone'],
  ] as const)('is similar to %s, which also ends when refused or done', async (step, question, kind) => {
    const source = new File(['x'], '包.zip')
    useImports.setState({ items: [itemOf(1)], sources: new Map([[1, source]]) })
    worker.changeItem.mockImplementation(async (id: number) => itemOf(id))
    worker[question].mockRejectedValueOnce(new Error('no')).mockResolvedValueOnce(OPENED)
    await state()[step](1, '版本')
    expect(state()).toMatchObject({ working: false, outcome: { kind: 'refused', problems: [{ code: 'step-failed' }] } })
    await state()[step](1, '版本')
    expect(state()).toMatchObject({ working: false, outcome: { kind } })
    expect(state().items).toHaveLength(step === 'openPackage' ? 0 : 1)
  })
})

describe('another window', () => {
  it('is noticed: its change and the versions are looked up', async () => {
    const problem = { code: 'changed-elsewhere', file: '堆场.csv' }
    worker.changedElsewhere.mockResolvedValue(problem)
    worker.listVersions.mockResolvedValue({ versions: [], head: 7 } as never)
    tellWindow()
    await vi.waitFor(() => expect(state().versions).toEqual({ versions: [], head: 7 }))
    expect(useWindows.getState().elsewhere).toEqual(problem)
    // A page that was suspended asks by itself.
    worker.changedElsewhere.mockResolvedValue(null)
    page.dispatchEvent(new Event('visibilitychange'))
    await vi.waitFor(() => expect(useWindows.getState().elsewhere).toBeNull())
  })

  it('can’t be asked about if the browser stores nothing, which is no error; other errors are reported', async () => {
    worker.changedElsewhere.mockRejectedValueOnce(Object.assign(new Error(), { name: 'DatabaseClosedError' }))
    await useWindows.getState().check()
    expect(said()).toEqual([])
    worker.changedElsewhere.mockRejectedValueOnce(new RangeError('no'))
    await useWindows.getState().check()
    expect(said()).toEqual(['unexpected'])
  })

  it('remains announced if its change can’t be shown', async () => {
    useWindows.setState({ elsewhere: { code: 'changed-elsewhere', file: '堆场.csv' } })
    worker.openInForce.mockRejectedValueOnce(new WorkerStopped())
    await useWindows.getState().look()
    expect(state().outcome).toMatchObject({ problems: [{ code: 'worker-stopped' }] })
    expect(useWindows.getState().elsewhere).not.toBeNull()
  })
})

describe('the list of versions', () => {
  it('stays as it was if it can’t be looked up, which is reported once', async () => {
    useImports.setState({ versions: { versions: [], head: 5 } })
    worker.listVersions.mockRejectedValue(new Error('no'))
    await state().refresh()
    expect(state()).toMatchObject({ versions: { head: 5 }, outcome: { problems: [{ code: 'step-failed' }] } })
    // After one report there is no second.
    await state().refresh()
    expect(said()).toEqual([])
    useImports.setState({ outcome: { kind: 'undone' } })
    await state().refresh()
    expect(said()).toEqual(['unexpected'])
    expect(state().outcome).toEqual({ kind: 'undone' })
  })

  it('is not reported as missing if the worker has died', async () => {
    worker.listVersions.mockRejectedValue(new WorkerStopped())
    await state().refresh()
    expect(state().outcome).toBeNull()
    expect(said()).toEqual([])
  })
})

type Step = { readonly do: 'add' | 'answer' | 'fail' | 'change' | 'remove' | 'cancel' | 'die' }
const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('add', 'add', 'answer', 'answer', 'answer', 'fail', 'change', 'remove', 'cancel', 'die'),
})

it('in any order of events, every file is read, named or removed, and nothing is in progress at the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      useImports.setState(FIRST_STATE, true)
      /** The open requests to the worker, which reads one file after the other. */
      let open: { answer(): void; cancel(): void; fail(error: Error): void }[] = []
      let last = 0
      const question = (view: () => object) =>
        new Promise((answer, fail) => open.push({ answer: () => answer(view()), cancel: () => answer(null), fail }))
      worker.addFile.mockImplementation((file: File) => question(() => [itemOf(++last, file.name)]))
      worker.changeItem.mockImplementation((id: number) =>
        question(() => itemOf(id, state().items.find((item) => item.id === id)?.file)),
      )
      worker.cancelImport.mockImplementation(async () => {
        for (const each of open.splice(0)) each.cancel()
      })
      const turn = () => new Promise<void>((done) => setImmediate(done))
      const named = new Set<string>()
      const stop = useImports.subscribe(({ outcome }) => {
        if (outcome?.kind === 'refused') for (const { file } of outcome.problems) named.add(file)
        if (outcome?.kind === 'lost') for (const file of outcome.files) named.add(file)
      })
      const under: Promise<unknown>[] = []
      let added = 0
      const removed = new Set<string>()
      const acts: Record<Step['do'], () => void> = {
        add: () => under.push(state().addFiles([numbered(++added), numbered(++added)])),
        answer: () => open.shift()?.answer(),
        fail: () => open.shift()?.fail(new Error('bad cell')),
        change: () => {
          const [item] = state().items
          if (item) under.push(state().change(item.id, {}))
        },
        remove: () => {
          const [item] = state().items
          if (!item) return
          removed.add(item.file)
          state().remove(item.id)
        },
        cancel: () => state().cancel(),
        die: () => {
          const lost = open
          open = []
          die()
          for (const each of lost) each.fail(new WorkerStopped())
        },
      }
      for (const each of steps) {
        acts[each.do]()
        await turn()
      }
      while (open.length > 0) {
        open.shift()!.answer()
        await turn()
      }
      await Promise.all(under)
      stop()
      expect(state()).toMatchObject({ reading: null, waiting: 0, working: false })
      const known = new Set([...state().items.map(({ file }) => file), ...named, ...removed])
      expect([...known].sort()).toEqual(Array.from({ length: added }, (_, i) => numbered(i + 1).name).sort())
      expect([...state().sources.keys()].sort()).toEqual(
        state()
          .items.map(({ id }) => id)
          .sort(),
      )
    }),
    { numRuns: 200 },
  )
})

it('a file dropped again is shown instead of an earlier one of its name that still has a question', () => {
  const of = (id: number, file: string, blockers: string[] = []) =>
    ({ ...VIEW, id, file, table: { blockers } }) as never
  const put = (id: number, file: string, blockers?: string[]) => {
    state().put([of(id, file, blockers)], named(file))
    return state().current
  }
  expect([put(1, '甲.csv', ['large']), put(2, '乙.csv'), put(3, '甲.csv')]).toEqual([1, 1, 3])
  // Without a question, it is another file of the name, as those of several folders are.
  expect(put(4, '甲.csv')).toBe(3)
  // The same file, read again after a choice.
  state().put([of(5, '丙.csv', ['large'])], FILE)
  state().choose(5)
  state().put([of(5, '丙.csv', ['large'])], FILE)
  expect(state().current).toBe(5)
})

it('of several files of the same name in one drop, the first with a question stays shown', async () => {
  const [one, two, three] = [named('台账.csv'), named('台账.csv'), named('台账.csv')]
  const of = (id: number) => ({ ...VIEW, id, file: '台账.csv', table: { ...VIEW.table, blockers: ['large'] } })
  for (const id of [1, 2, 3, 4]) worker.addFile.mockResolvedValueOnce([of(id)])
  await state().addFiles([one, two, three])
  expect([state().items.length, state().current]).toEqual([3, 1])
  // Dropped later, it is the corrected one.
  await state().addFiles([named('台账.csv')])
  expect(state().current).toBe(4)
})

it('an earlier file of the same name that is read again does not take the place of the one shown', () => {
  const of = (id: number, blockers: string[]) => ({ ...VIEW, id, file: '甲.csv', table: { blockers } }) as never
  const [old, next] = [named('甲.csv'), named('甲.csv')]
  state().put([of(1, ['large'])], old)
  state().put([of(2, ['large'])], next)
  expect(state().current).toBe(2)
  // As after each step on the package: all of them, one after the other.
  state().put([of(1, [])], old)
  state().put([of(2, ['large'])], next)
  expect(state().current).toBe(2)
})

const numbered = (number: number) => new File(['x'], `${number}.csv`)

it('what several files of a kind do to the existing rows is summed; the rows that none has are counted once', () => {
  const difference = { added: 2, changed: 1, same: 3, gone: 4 }
  const table = {
    role: 'stockpile',
    counts: { taken: 6 },
    mayLackRows: true,
    gone: 'keep',
    difference,
    madeUpPointsGone: 0,
  }
  const first = { id: 1, table } as never
  const second = { id: 2, table: { ...table, difference: { ...difference, added: 5 } } } as never
  const replacing = { role: 'yard', counts: { taken: 7 }, difference: null, there: { rows: 39 }, madeUpPointsGone: 0 }
  expect(importedTables([first, second, { id: 3, table: replacing } as never])).toEqual([
    { role: 'stockpile', added: 7, changed: 2, same: 6, kept: 4, removed: 0, replaced: 0, pointsGone: 0 },
    { role: 'yard', added: 7, changed: 0, same: 0, kept: 0, removed: 0, replaced: 39, pointsGone: 0 },
  ])
  // Rows that another file has too are counted with that one.
  const countedBefore = { taken: 4, added: 2, changed: 1, same: 1 }
  const again = { id: 2, table: { ...table, countedBefore } } as never
  const replaced = (id: number, before?: object) => ({ id, table: { ...replacing, countedBefore: before } }) as never
  expect(importedTables([first, again, replaced(3), replaced(4, { taken: 7, added: 7 })])).toMatchObject([
    { added: 2, changed: 1, same: 5 },
    { added: 7 },
  ])
  expect(rowsOf([first, again])).toMatchObject({ taken: 8 })
  const removing = { id: 1, table: { ...table, gone: 'remove' } } as never
  expect(importedTables([removing])).toMatchObject([{ kept: 0, removed: 4 }])
})
