import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { useNotices } from '@/store/page/notices'
import { decodeView, encodeView } from '@/store/view/link'
import { FIRST_VIEW, type View } from '@/store/view/view'
import { datasetOf, pendingTasks, fakeDatasetWorker as worker } from '../../fixtures/fake-dataset-worker'

vi.mock('@/workers/client', async () => (await import('../../fixtures/fake-dataset-worker')).fakeDatasetWorker.client)
const { useChentu } = await import('@/store/chentu')

const FIRST_STATE = useChentu.getState()
const state = () => useChentu.getState()
const open = (value: never) => state().show({ value, problems: [] })
const said = () => useNotices.getState().codes
const source = (code: string) => ({ kind: 'yard', code }) as const
const filters = (...counties: string[]) => ({ ...NO_FILTERS, counties })

/** The displayed state, in the worker's terms. */
function shown() {
  const { opened, selected } = state()
  const { dataset, evaluation, ring, shown, shownFilters, counts, filters } = opened!
  return {
    checksum: dataset.checksum,
    evaluation,
    radius: ring.radiusMetres,
    shown: shown as unknown as object,
    shownFilters,
    counted: (counts as unknown as { of: object }).of,
    filters,
    selected,
  }
}

/** What must be displayed for a view once no request is open. */
function expected(view: View, checksum: string, seen: unknown = null) {
  const asOf = view.asOf ?? '2022-10-31'
  const radius = view.ring?.radiusMetres ?? 5000
  const of = { asOf, seen, ring: radius, filters: view.filters }
  const { selected } = view
  return {
    checksum,
    evaluation: { asOf, seen },
    radius,
    shown: { total: 0, unplaced: 0, lines: [], ...of },
    shownFilters: view.filters,
    counted: of,
    filters: view.filters,
    selected: selected && worker.sources.includes(selected.code) ? { ...selected, asOf, seen } : null,
  }
}

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  worker.forget()
  useChentu.setState(FIRST_STATE, true)
  useNotices.setState({ codes: [] })
  await open(datasetOf('first'))
  worker.requests.length = 0
})

describe('the displayed state', () => {
  it('asks the worker only for what has changed', async () => {
    const asked = async (change: Partial<View>) => {
      worker.requests.length = 0
      state().setView(change)
      await pendingTasks()
      expect(shown()).toEqual(expected(state().view, 'first'))
      return [...worker.requests]
    }
    expect(await asked({ panel: 'plan', camera: { lon: 108, lat: 34, zoom: 9 } })).toEqual([])
    expect(await asked({ selected: source('S1') })).toEqual(['findSource'])
    expect(await asked({ filters: filters('610402') })).toEqual(['showSources', 'findSource', 'countShown'])
    expect(await asked({ ring: { basis: 'centre', radiusMetres: 8000 } })).toEqual([
      'ringState',
      'showSources',
      'findSource',
      'countShown',
    ])
    expect(await asked({ asOf: '2022-06-30' })).toEqual(['evaluate', 'showSources', 'findSource', 'countShown'])
  })

  it('is requested before the page renders a new view, which other requests to the worker can rely on', () => {
    const { asked } = state()
    state().setView({ filters: filters('610402'), asOf: '2022-06-30' })
    expect(worker.requests).toEqual(['evaluate', 'showSources'])
    expect(state().asked).toEqual({ dataset: state().loaded })
    expect(state().asked).not.toBe(asked)
  })

  it('changes in the panels only after the map has drawn its sources', async () => {
    let drawn = () => {}
    worker.mapDrawn = new Promise((done) => {
      drawn = done
    })
    const before = state().opened
    state().setView({ filters: filters('610402') })
    await pendingTasks()
    expect(state().opened).toBe(before)
    drawn()
    await pendingTasks()
    expect(shown()).toEqual(expected(state().view, 'first'))
  })

  it('is not requested for each day if the user steps faster than days are evaluated', async () => {
    worker.holds = (question) => question === 'evaluate'
    for (const asOf of ['2022-06-28', '2022-06-29', '2022-06-30'] as const) state().setView({ asOf })
    expect(worker.requests.filter((each) => each === 'showSources')).toHaveLength(1)
    worker.holds = () => false
    await worker.answerAll()
    await pendingTasks()
    expect(worker.requests.filter((each) => each === 'showSources')).toHaveLength(2)
    expect(shown()).toEqual(expected(state().view, 'first'))
  })

  it('is first the map, then the counts of further choices', async () => {
    worker.holds = (question) => question === 'countShown'
    const next = filters('610402')
    state().setView({ filters: next })
    await pendingTasks()
    expect(shown()).toMatchObject({ shown: { filters: next }, shownFilters: next })
    expect(shown()).toMatchObject({ counted: { filters: NO_FILTERS }, filters: NO_FILTERS })
    await worker.answerAll()
    expect(shown()).toEqual(expected(state().view, 'first'))
  })

  it('returns with the view, even if the worker was asked for another one meanwhile', async () => {
    worker.holds = () => true
    const { asOf } = state().view
    state().setView({ asOf: '2022-06-30' })
    state().setView({ asOf })
    await worker.answerAll()
    expect(shown()).toEqual(expected(state().view, 'first'))
    const before = state().view.filters
    state().setView({ filters: filters('610402') })
    await pendingTasks()
    state().setView({ filters: before })
    await worker.answerAll()
    expect(shown()).toEqual(expected(state().view, 'first'))
  })

  it('is counted in the end even if a source was selected before', async () => {
    worker.holds = (question) => question === 'countShown'
    const takes = state().takeSeen([])
    await pendingTasks()
    state().setView({ selected: source('S1') })
    await pendingTasks()
    await worker.answerAll()
    await takes
    expect(shown()).toEqual(expected(state().view, 'first', []))
  })

  it('is evaluated again on the next day if the as-of date is today, but not on the same day', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-05-06T02:00:00Z') })
    await open(datasetOf('second', { asOf: 'today' }))
    expect(state().opened?.evaluation.asOf).toBe('2026-05-06')
    worker.requests.length = 0
    await state().refresh()
    expect(worker.requests).toEqual([])
    vi.setSystemTime(new Date('2026-05-07T02:00:00Z'))
    await state().refresh()
    expect(state().opened?.evaluation.asOf).toBe('2026-05-07')
    vi.useRealTimers()
  })

  it('is that of the dataset being opened if the view changes meanwhile, and never a mix', async () => {
    worker.holds = (question) => question === 'evaluate'
    const opening = open(datasetOf('second'))
    state().setView({ asOf: '2022-06-30' })
    await pendingTasks()
    expect(shown().checksum).toBe('first')
    await worker.answerAll()
    expect(await opening).toEqual([])
    // The promise of opening resolves once it is displayed.
    expect(shown()).toEqual(expected(state().view, 'second'))
    expect(state().view.data).toBe('second')
  })

  it('has no missing source selected; the view keeps it for the package that has it', async () => {
    state().setView({ selected: source('S1') })
    await pendingTasks()
    expect(state().selected).toMatchObject({ code: 'S1' })
    worker.sources = ['S2']
    await open(datasetOf('second'))
    expect(state().selected).toBeNull()
    expect(state().view.selected).toEqual(source('S1'))
    worker.sources = ['S1', 'S2']
    await open(datasetOf('first'))
    expect(state().selected).toMatchObject({ code: 'S1' })
  })

  it('keeps names of undeclared kinds: a link loses nothing, and the package may change', async () => {
    const link = { filters: { ...NO_FILTERS, kinds: ['boiler', 'yard'] as never }, hidden: ['boiler'] }
    useChentu.setState(FIRST_STATE, true)
    state().setView(link)
    await open(datasetOf('first'))
    expect(state().view).toMatchObject(link)
    expect(shown()).toEqual(expected(state().view, 'first'))
    expect(decodeView(encodeView(state().view))).toMatchObject(link)
  })

  it.each(['evaluate', 'ringState', 'showSources', 'findSource', 'countShown'])(
    'stays if %s fails, which is reported; the same is requested again with the next change',
    async (question) => {
      worker.answers = {
        [question]: () => {
          throw new RangeError('a bad rule')
        },
      }
      const before = shown()
      const change: Partial<View> = {
        asOf: '2022-06-30',
        ring: { basis: 'centre', radiusMetres: 8000 },
        selected: source('S1'),
      }
      state().setView(change)
      await pendingTasks()
      expect(said()).toEqual(['unexpected'])
      if (question !== 'countShown') expect(shown()).toEqual(before)
      expect(state().phase).toBe('ready')
      worker.answers = {}
      state().setView({ filters: filters('610402') })
      await pendingTasks()
      expect(shown()).toEqual(expected(state().view, 'first'))
    },
  )

  it.each(['evaluate', 'ringState', 'showSources', 'findSource', 'countShown', 'setObservations'])(
    'reports nothing if the worker dies at %s, because the restart does',
    async (question) => {
      worker.holds = (each) => each === question
      state().setView({
        asOf: '2022-06-30',
        ring: { basis: 'centre', radiusMetres: 8000 },
        selected: source('S1'),
      })
      if (question === 'setObservations') void state().takeSeen([])
      await pendingTasks()
      expect(worker.held.map((each) => each.question)).toEqual([question])
      worker.die()
      await pendingTasks()
      expect(said()).toEqual([])
      expect(state().phase).toBe('ready')
    },
  )

  it('includes observations of teams, and reports if that fails', async () => {
    const seen = [{ kind: 'yard', code: 'S1' }] as never
    state().setView({ selected: source('S1') })
    await pendingTasks()
    await state().takeSeen(seen)
    expect(shown()).toEqual(expected(state().view, 'first', seen))
    expect(said()).toEqual([])
    worker.answers = { setObservations: () => Promise.reject(new Error('no')) }
    await state().takeSeen([])
    expect(said()).toEqual(['unexpected'])
  })
})

type Step = { readonly change: Partial<View> } | { readonly seen: boolean } | { readonly answer: number }

const [F1, F2] = [filters('610402'), filters('610403')]
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(null, '2022-06-30', '2021-01-31').map((asOf) => ({ change: { asOf } })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(null, { basis: 'centre' as const, radiusMetres: 8000 })
      .map((ring) => ({ change: { ring } })),
  },
  { weight: 1, arbitrary: fc.constantFrom(NO_FILTERS, F1, F2).map((filters) => ({ change: { filters } })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(null, source('S1'), source('S2'), source('gone'))
      .map((selected) => ({ change: { selected } })),
  },
  { weight: 1, arbitrary: fc.boolean().map((seen) => ({ seen })) },
  { weight: 6, arbitrary: fc.nat({ max: 20 }).map((answer) => ({ answer })) },
)

it('is consistent at any time, in any order of answers, and in the end that of the last view', async () => {
  const seenOf = [[], [{ kind: 'yard', code: 'S1' }]] as const
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      worker.forget()
      useChentu.setState(FIRST_STATE, true)
      await open(datasetOf('first'))
      worker.holds = () => true
      let seen: unknown = null
      for (const each of steps) {
        if ('change' in each) state().setView(each.change)
        else if ('seen' in each) {
          seen = seenOf[each.seen ? 1 : 0]
          void state().takeSeen(seen as never)
        } else if (worker.held.length > 0) worker.held.splice(each.answer % worker.held.length, 1)[0]!.answer()
        await pendingTasks()
        // Never a mix: it matches the day, the records and the ring displayed beside it.
        const { evaluation, radius, shown: is, shownFilters, selected } = shown()
        expect(is).toMatchObject({ ...evaluation, ring: radius, filters: shownFilters })
        if (selected) expect(selected).toMatchObject({ asOf: evaluation.asOf })
      }
      await worker.answerAll()
      expect(shown()).toEqual(expected({ ...FIRST_VIEW, ...state().view }, 'first', seen))
      expect(said()).toEqual([])
    }),
    { numRuns: 300 },
  )
})
