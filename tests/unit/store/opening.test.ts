import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useNotices } from '@/store/page/notices'
import { datasetOf, pendingTasks, fakeDatasetWorker as worker } from '../../fixtures/fake-dataset-worker'

vi.mock('@/workers/client', async () => (await import('../../fixtures/fake-dataset-worker')).fakeDatasetWorker.client)
const { useChentu } = await import('@/store/chentu')

const FIRST_STATE = useChentu.getState()
const state = () => useChentu.getState()
const said = () => useNotices.getState().codes
const opens = (problems: readonly object[] = []) => ({ openPackage: () => ({ value: datasetOf('first'), problems }) })
const SELECTED = { selected: { kind: 'yard', code: 'S1' } } as const
const QUESTIONS = [
  'openPackage',
  'setObservations',
  'evaluate',
  'ringState',
  'showSources',
  'findSource',
  'countShown',
] as const

let now = 0

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  // Enough time that the restarts of one test don't count in the next.
  now += 3600_000
  vi.useFakeTimers({ toFake: ['Date'], now })
  worker.forget()
  worker.answers = opens()
  useChentu.setState(FIRST_STATE, true)
  useNotices.setState({ codes: [] })
})
afterEach(() => {
  now = Date.now()
  vi.useRealTimers()
})

describe('opening a package', () => {
  it('shows it once everything is there, with its messages', async () => {
    worker.answers = opens([{ code: 'kept-copy', file: 'x' }])
    worker.holds = (question) => question === 'countShown'
    state().setView({ ...SELECTED, data: '00000000' })
    const opening = state().open('x')
    await pendingTasks()
    expect(state()).toMatchObject({ phase: 'loading', opened: null, selected: null })
    await worker.answerAll()
    await opening
    expect(state()).toMatchObject({
      phase: 'ready',
      problems: [{ code: 'kept-copy' }],
      opened: { dataset: { checksum: 'first' } },
      selected: { code: 'S1' },
      view: { data: 'first' },
    })
    // The link was made from other data.
    expect(said()).toEqual(['other-data', 'kept-copy'])
    expect(worker.clientReports).toEqual(['reopened'])
  })

  it('knows whether the browser was offline then, whatever it is later', async () => {
    for (const onLine of [false, true]) {
      vi.stubGlobal('navigator', { onLine })
      worker.answers = opens([{ code: 'kept-copy', file: 'x' }])
      await state().open('x')
      expect(state().wasOffline).toBe(!onLine)
    }
    vi.unstubAllGlobals()
  })

  it('of another city does not show it beside this one’s records: the page reloads on the same screen', async () => {
    const stored = new Map<string, string>()
    const storage = { getItem: (name: string) => stored.get(name) ?? null, setItem: stored.set.bind(stored) }
    const [reload, replaceState] = [vi.fn(), vi.fn()]
    vi.stubGlobal('localStorage', storage)
    vi.stubGlobal('location', { ...globalThis.location, reload })
    vi.stubGlobal('history', { replaceState })
    worker.answers = { openPackage: () => ({ value: datasetOf('other', { records: '140400' }), problems: [] }) }
    await state().open('x')
    expect(reload).toHaveBeenCalledOnce()
    expect(replaceState).toHaveBeenCalledWith(null, '', '#/explore')
    expect(stored.get('chentu-records')).toBe('140400')
    expect(state()).toMatchObject({ phase: 'loading', loaded: null, opened: null })
    vi.unstubAllGlobals()
  })

  it('of another city through a link applies what the link requests', async () => {
    const stored = new Map<string, string>()
    const storage = { getItem: (name: string) => stored.get(name) ?? null, setItem: stored.set.bind(stored) }
    const [reload, replaceState] = [vi.fn(), vi.fn()]
    vi.stubGlobal('localStorage', storage)
    vi.stubGlobal('location', { ...globalThis.location, reload })
    // The page itself has not written anything into its address yet.
    vi.stubGlobal('history', { replaceState, state: null })
    worker.answers = { openPackage: () => ({ value: datasetOf('other', { records: '140400' }), problems: [] }) }
    await state().open('x')
    expect(reload).toHaveBeenCalledOnce()
    expect(replaceState).not.toHaveBeenCalled()
    vi.unstubAllGlobals()
  })

  it('reports it as broken, with its problems, if it can’t be opened', async () => {
    worker.answers = { openPackage: () => ({ value: null, problems: [{ code: 'file-unreachable', file: 'x' }] }) }
    await state().open('x')
    expect(state()).toMatchObject({ phase: 'broken', problems: [{ code: 'file-unreachable' }], opened: null })
    expect(worker.clientReports).toEqual(['given up'])
  })

  it('gives a new worker the observations of teams that were read meanwhile', async () => {
    await state().open('x')
    const [before, meanwhile] = [[{ code: 'S1' }], [{ code: 'S2' }]] as never[]
    await state().takeSeen(before!)
    worker.holds = (question) => question === 'openPackage'
    worker.die()
    await pendingTasks()
    await state().takeSeen(meanwhile!)
    worker.holds = () => false
    await worker.answerAll()
    await pendingTasks()
    expect(state().opened).toMatchObject({ evaluation: { seen: meanwhile } })
  })

  it('keeps the current state if another one can’t be shown', async () => {
    await state().open('x')
    const { opened } = state()
    const problems = [{ code: 'version-gone', file: 'x' } as const]
    expect(await state().show({ value: null, problems })).toBe(problems)
    expect(state()).toMatchObject({ phase: 'ready', opened })
  })

  it.each(QUESTIONS)('reports it as broken if %s fails, so that nobody waits forever', async (question) => {
    state().setView(SELECTED)
    await state().takeSeen([])
    worker.answers = {
      ...opens(),
      [question]: () => {
        throw new RangeError('a bad rule')
      },
    }
    await state().open('x')
    expect(state()).toMatchObject({
      phase: 'broken',
      problems: [{ code: 'open-failed', file: 'x', seen: 'a bad rule' }],
    })
    expect(worker.clientReports).toEqual(['given up'])
  })

  it.each(QUESTIONS)('is repeated by the next worker if the first dies at %s', async (question) => {
    const seen = [{ kind: 'yard', code: 'S1' }] as never
    state().setView(SELECTED)
    await state().takeSeen(seen)
    worker.holds = (each) => each === question
    const opening = state().open('x')
    await pendingTasks()
    expect(worker.held).toHaveLength(1)
    worker.holds = () => false
    worker.die()
    await opening
    await pendingTasks()
    expect(state()).toMatchObject({ phase: 'ready', opened: { evaluation: { seen } }, selected: { code: 'S1', seen } })
    // Once, and by the surviving worker.
    expect(worker.clientReports).toEqual(['reopened'])
    expect(said()).toEqual(['worker-restarted'])
  })
})

describe('a worker that dies', () => {
  it('is replaced by another that shows the same, even if the view changed meanwhile', async () => {
    await state().open('x')
    worker.holds = (question) => question === 'openPackage'
    worker.die()
    state().setView({ asOf: '2022-06-30' })
    // A worker without an open package is asked nothing else.
    expect(worker.requests.at(-1)).toBe('openPackage')
    await worker.answerAll()
    expect(state()).toMatchObject({ phase: 'ready', opened: { evaluation: { asOf: '2022-06-30' } } })
    expect(worker.clientReports).toEqual(['reopened', 'reopened'])
  })

  it('is given up after three others within five minutes, but not after as many in an hour', async () => {
    await state().open('x')
    for (let death = 0; death < 12; death++) {
      vi.setSystemTime(Date.now() + 5 * 60_000)
      worker.die()
      await pendingTasks()
    }
    expect(state().phase).toBe('ready')
    for (let death = 0; death < 2; death++) worker.die()
    await pendingTasks()
    expect(state().phase).toBe('ready')
    worker.die()
    expect(state()).toMatchObject({ phase: 'broken', problems: [{ code: 'worker-stopped', file: 'x' }] })
    expect(worker.clientReports.at(-1)).toBe('given up')
  })

  it('is not reported if no package was opened yet', () => {
    worker.die()
    expect(worker.requests).toEqual([])
    expect(said()).toEqual([])
  })
})
