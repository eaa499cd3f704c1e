import i18next from 'i18next'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { clauseSince, currentPlanMark } from '@/domain/plan/clause-since'
import { startI18n } from '@/i18n'
import { useNotices } from '@/store/page/notices'
import { usePlanMove } from '@/store/page/plan-move'
import { decodeView, encodeView } from '@/store/view/link'
import { FIRST_VIEW } from '@/store/view/view'
import { onEvaluationDay, underCurrentPlan, withPlanMark } from '@/store/view/view-in-force'
import { planMoveText } from '@/store/words/plan-move-text'
import { datasetOf, fakeDatasetWorker as worker } from '../../fixtures/fake-dataset-worker'
import { KINDS } from '../../fixtures/kinds'

vi.mock('@/workers/client', async () => (await import('../../fixtures/fake-dataset-worker')).fakeDatasetWorker.client)
const { useChentu } = await import('@/store/chentu')

/** Clause 23 of 2022 became 21 of 2023 and then 20 of the second plan of that year; 5 ended first, then 8. */
const PLANS = {
  kinds: KINDS,
  settings: { year: 2023 },
  checksum: '0000000f',
  formerChecksums: ['0000001f'],
  rules: [{ id: '23-six' }],
  unreadRules: [{ id: '23-later' }],
  endedRules: [{ id: '9-old' }],
  earlierPlans: [
    {
      year: 2023,
      goesOn: [
        [21, 20],
        [7, 5],
      ] as const,
      rules: [{ id: '8-gone' }],
    },
    {
      year: 2022,
      goesOn: [
        [23, 21],
        [8, 8],
      ] as const,
      rules: [{ id: '23-six' }, { id: '23-later' }],
    },
  ],
}
const read = (link: string) => underCurrentPlan(decodeView(link), PLANS)

describe('a clause of another plan in a link', () => {
  it('is identified by the year, and from the second plan of a year on by its number too', () => {
    expect(currentPlanMark(PLANS)).toBe('2023.2')
    expect(clauseSince(PLANS, '2022')!(23)).toBe(20)
    expect(clauseSince(PLANS, '2022')!(8)).toBeNull()
    expect(clauseSince(PLANS, '2023')!(7)).toBe(5)
    expect(clauseSince(PLANS, '2023.2')!(7)).toBe(7)
    expect(clauseSince(PLANS, '2031')).toBeNull()
  })

  it('is replaced by its successor in the filters', () => {
    const { view, move } = read('/explore?clause=23,8&read=23&plan=2022')
    expect(view).toEqual({
      ...FIRST_VIEW,
      filters: { ...FIRST_VIEW.filters, clauses: [20] },
      clause: 20,
      plan: '2023.2',
    })
    expect(move).toMatchObject({ of: '2022', to: '2023.2', reading: 'followed' })
    expect(move?.clauses).toEqual([
      [23, 20],
      [8, null],
    ])
  })

  it('keeps its number in a link without a plan, which may be of any of them', () => {
    const { view, move } = read('/explore?clause=21,7&read=21&requirement=8-gone&data=0000002f')
    expect(view.filters).toMatchObject({ clauses: [21, 7], requirements: [] })
    expect(view).toMatchObject({ clause: 21, plan: '2023.2' })
    expect(move).toMatchObject({ of: null, reading: 'kept', ended: 1 })
    // Nothing in it depends on the plan.
    expect(read('/explore?requirement=23-six').move).toBeNull()
  })

  it('belongs to the plan in force if such a link was made from the current data, or if there is only one plan', () => {
    for (const data of ['0000000f', '0000001f']) {
      const { view, move } = read(`/explore?clause=21&data=${data}`)
      expect(view).toMatchObject({ filters: { clauses: [21] }, plan: '2023.2' })
      expect(move).toBeNull()
    }
    const { view, move } = underCurrentPlan(decodeView('/explore?clause=21'), { ...PLANS, earlierPlans: [] })
    expect(view).toMatchObject({ filters: { clauses: [21] }, plan: '2023' })
    expect(move).toBeNull()
  })

  it('keeps its number if nobody recorded the successors, for its plan or a later one', () => {
    const [second, first] = PLANS.earlierPlans
    const { goesOn: _, ...unsaid } = second!
    const plans = { ...PLANS, earlierPlans: [unsaid, first!] }
    for (const plan of ['2022', '2023']) {
      expect(clauseSince(plans, plan)).toBeNull()
      const { view, move } = underCurrentPlan(decodeView(`/explore?clause=23,8&read=23&plan=${plan}`), plans)
      expect(view).toMatchObject({ filters: { clauses: [23, 8] }, clause: 23, plan: '2023.2' })
      expect(move).toMatchObject({ of: plan, reading: 'kept' })
    }
  })

  it('is removed from the filters if it ended, without a replacement', () => {
    const { view, move } = read('/explore?clause=5&plan=2022&county=610402')
    expect(view.filters).toEqual({ ...FIRST_VIEW.filters, counties: ['610402'] })
    expect(view.plan).toBeNull()
    expect(move?.clauses).toEqual([[5, null]])
  })

  it('is removed if its plan is not in the package', () => {
    const { view, move } = read('/explore?clause=20&plan=2024')
    expect(view.filters.clauses).toEqual([])
    expect(move).toMatchObject({ of: '2024', reading: 'dropped' })
  })

  it('stays as it is under the plan in force, or without a plan', () => {
    expect(read('/explore?clause=5&plan=2023.2')).toEqual({
      view: decodeView('/explore?clause=5&plan=2023.2'),
      move: null,
    })
    expect(read('/explore?county=610402')).toEqual({ view: decodeView('/explore?county=610402'), move: null })
  })

  it('is replaced by its current number in filters on named tasks', () => {
    const tests = (numbers: readonly number[]) => numbers.map((each) => ({ column: 'clause', from: each, to: each }))
    const other = { column: 'siltLoad', from: 8, to: 8 }
    const view = {
      ...FIRST_VIEW,
      filters: { ...FIRST_VIEW.filters, columns: [...tests([23, 8]), other] },
      plan: '2022',
    }
    expect(underCurrentPlan(view, PLANS).view.filters.columns).toEqual([...tests([20]), other])
    const current = { ...view, plan: '2023.2' }
    expect(underCurrentPlan(current, PLANS).view).toEqual(current)
  })

  it('is removed with its requirement if that ended; requirements that continue or are unknown stay', () => {
    const { view, move } = read('/explore?requirement=23-six/wetWork,8-gone,9-old/a,own&plan=2022')
    expect(view.filters.requirements).toEqual(['23-six/wetWork', 'own'])
    expect(move?.ended).toBe(2)
  })

  it('keeps a requirement in the filters that continues in a form that only a newer version can read', () => {
    const { view, move } = read('/explore?requirement=23-later&plan=2022')
    expect(view.filters.requirements).toEqual(['23-later'])
    expect(move).toBeNull()
  })
})

it('adds the plan to a view with clauses, and removes it from one without', () => {
  const view = withPlanMark({ ...FIRST_VIEW, clause: 20 }, PLANS)
  expect(encodeView(view)).toBe('/explore?read=20&plan=2023.2')
  expect(encodeView(withPlanMark({ ...view, clause: null }, PLANS))).toBe('/explore')
})

it('explains what happened to it', async () => {
  await startI18n('zh-CN')
  const t = i18next.getFixedT('zh-CN', 'texts')
  expect(planMoveText(t, read('/explore?clause=23,8&plan=2022').move!)).toBe(
    '此视图按2022年方案保存，现按2023年第2份方案显示：原第23条现为第20条；第8条未延续，已取消这一筛选。',
  )
  expect(planMoveText(t, read('/explore?requirement=9-old&plan=2023').move!)).toContain('有1项要求已停用')
  expect(planMoveText(t, read('/explore?clause=9&plan=2024.2').move!)).toContain('2024年第2份方案的第9条')
  expect(planMoveText(t, read('/explore?clause=23,8&requirement=9-old').move!)).toBe(
    '此视图没有注明按哪一份方案保存，现按2023年第2份方案显示：第23条、第8条现为哪一条没有记录，仍按原条号显示，请核对；有1项要求已停用，已取消这一筛选。',
  )
  const unsaid = { ...PLANS, earlierPlans: [{ year: 2022, rules: [] }] }
  expect(planMoveText(t, underCurrentPlan(decodeView('/explore?read=8&plan=2022'), unsaid).move!)).toBe(
    '此视图按2022年方案保存，现按2023年方案显示：第8条现为哪一条没有记录，仍按原条号显示，请核对。',
  )
})

describe('the view of the page', () => {
  const FIRST_STATE = useChentu.getState()
  const state = () => useChentu.getState()
  const packageOf = (plans: object, checksum = '0000000f') =>
    ({ ...(datasetOf(checksum, { year: 2023 }) as object), ...plans, reports: [] }) as never
  const open = (value: never) => state().show({ value, problems: [] })
  const { settings: _, checksum: __, ...plans } = PLANS

  beforeEach(() => {
    worker.forget()
    useChentu.setState(FIRST_STATE, true)
    useNotices.setState({ codes: [] })
  })

  it('is converted to the plan in force once a package is open, with a message', async () => {
    state().setView(decodeView('/explore?clause=23&plan=2022'))
    await open(packageOf(plans))
    expect(state().view).toMatchObject({ filters: { clauses: [20] }, plan: '2023.2' })
    expect(useNotices.getState().codes).toContain('other-plan')
    expect(usePlanMove.getState().move?.clauses).toEqual([[23, 20]])
    expect(worker.requests.filter((each) => each.startsWith('showSources'))).toHaveLength(1)
  })

  it('is converted when a link is opened in the page, and uses the plan in force when the user chooses', async () => {
    await open(packageOf(plans))
    state().setView({ filters: { ...FIRST_VIEW.filters, clauses: [23] } })
    expect(state().view).toMatchObject({ filters: { clauses: [23] }, plan: '2023.2' })
    expect(useNotices.getState().codes).not.toContain('other-plan')
    state().setView(decodeView('/explore?read=23&plan=2022'))
    expect(state().view).toMatchObject({ clause: 20, plan: '2023.2' })
    expect(useNotices.getState().codes).toContain('other-plan')
    // A link without a plan identifies it only by the data that it was made from.
    state().setView(decodeView('/explore?read=21&data=0000000f'))
    expect(useNotices.getState().codes).not.toContain('other-plan')
    state().setView(decodeView('/explore?read=21&data=0000002f'))
    expect(state().view).toMatchObject({ clause: 21, plan: '2023.2', data: '0000000f' })
    expect(useNotices.getState().codes).toContain('other-plan')
    // The next opened link uses the plan in force.
    state().setView(decodeView('/explore?read=20&plan=2023.2'))
    expect(useNotices.getState().codes).not.toContain('other-plan')
  })

  it('follows its clause when another plan takes effect', async () => {
    await open(packageOf({ rules: [], unreadRules: [], endedRules: [], earlierPlans: plans.earlierPlans.slice(1) }))
    state().setView({ clause: 21 })
    expect(state().view.plan).toBe('2023')
    await open(packageOf(plans, 'second'))
    expect(state().view).toMatchObject({ clause: 20, plan: '2023.2' })
  })
})

describe('a pinned view', () => {
  const asked = { clauses: [], asked: [] }
  const plan = (day: string) => ({ zh: '', en: '', number: '', day })
  const plans = {
    ...PLANS,
    clauses: [],
    rules: [],
    settings: { year: 2023, plan: plan('2023-06-01') },
    earlierPlans: [
      { ...PLANS.earlierPlans[0]!, ...asked, plan: plan('2023-03-01') },
      { ...PLANS.earlierPlans[1]!, ...asked, plan: plan('2022-05-30') },
    ],
  } as unknown as Parameters<typeof onEvaluationDay>[1]
  const on = (link: string, judged = '2023-07-31') => {
    const { view, move, asOf, place } = onEvaluationDay(decodeView(link), plans, judged)
    return [asOf, place, view.filters.clauses, move?.reading ?? null]
  }

  it('uses its own day, or that of the meeting, under the plan in force then', () => {
    expect(on('/explore?kind=yard')).toEqual(['2023-07-31', null, [], null])
    expect(on('/explore?kind=yard', '2023-04-30')).toEqual(['2023-04-30', 0, [], null])
    expect(on('/explore?kind=yard&date=2022-10-31')).toEqual(['2022-10-31', 1, [], null])
  })

  it('keeps the clauses that it was made with if they are of the plan of that day', () => {
    expect(on('/explore?clause=23&plan=2022&date=2022-10-31')).toEqual(['2022-10-31', 1, [23], null])
    expect(on('/explore?clause=23&plan=2022', '2023-04-30')).toEqual(['2023-04-30', 0, [21], 'followed'])
  })

  it('uses the current plan if its clauses are of a later or unknown plan', () => {
    expect(on('/explore?clause=20&plan=2023.2&date=2022-10-31')).toEqual(['2022-10-31', null, [20], null])
    expect(on('/explore?clause=23&date=2022-10-31')).toEqual(['2022-10-31', null, [23], 'kept'])
  })
})
