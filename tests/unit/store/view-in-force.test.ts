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
import { KINDS } from '../../fixtures/kinds'
import { datasetOf, modelWorker as worker } from '../../fixtures/model-worker'

vi.mock('@/workers/client', async () => (await import('../../fixtures/model-worker')).modelWorker.client)
const { useChentu } = await import('@/store/chentu')

/** 2022's clause 23 went on as 21 of 2023 and 20 of the plan that came behind it in the same year; 5 ended, then 8. */
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

describe('the clause of another plan', () => {
  it('is told by its year, and from the second of a year on by its place', () => {
    expect(currentPlanMark(PLANS)).toBe('2023.2')
    expect(clauseSince(PLANS, '2022')!(23)).toBe(20)
    expect(clauseSince(PLANS, '2022')!(8)).toBeNull()
    expect(clauseSince(PLANS, '2023')!(7)).toBe(5)
    expect(clauseSince(PLANS, '2023.2')!(7)).toBe(7)
    expect(clauseSince(PLANS, '2031')).toBeNull()
  })

  it('is filtered for as it goes on', () => {
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

  it('keeps its number in a link of before plans were named, which may be of any of them', () => {
    const { view, move } = read('/explore?clause=21,7&read=21&requirement=8-gone&data=0000002f')
    expect(view.filters).toMatchObject({ clauses: [21, 7], requirements: [] })
    expect(view).toMatchObject({ clause: 21, plan: '2023.2' })
    expect(move).toMatchObject({ of: null, reading: 'kept', ended: 1 })
    // Nothing in it hangs on which plan it is of.
    expect(read('/explore?requirement=23-six').move).toBeNull()
  })

  it('is of the plan in force in such a link that was made of the data of now, and of the only one where there is one', () => {
    for (const data of ['0000000f', '0000001f']) {
      const { view, move } = read(`/explore?clause=21&data=${data}`)
      expect(view).toMatchObject({ filters: { clauses: [21] }, plan: '2023.2' })
      expect(move).toBeNull()
    }
    const { view, move } = underCurrentPlan(decodeView('/explore?clause=21'), { ...PLANS, earlierPlans: [] })
    expect(view).toMatchObject({ filters: { clauses: [21] }, plan: '2023' })
    expect(move).toBeNull()
  })

  it('keeps its number where nobody wrote down what goes on, of its plan or of one behind it', () => {
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

  it('is no longer filtered for where it ended, and no other one in its place', () => {
    const { view, move } = read('/explore?clause=5&plan=2022&county=610402')
    expect(view.filters).toEqual({ ...FIRST_VIEW.filters, counties: ['610402'] })
    expect(view.plan).toBeNull()
    expect(move?.clauses).toEqual([[5, null]])
  })

  it('is dropped where its plan is not there', () => {
    const { view, move } = read('/explore?clause=20&plan=2024')
    expect(view.filters.clauses).toEqual([])
    expect(move).toMatchObject({ of: '2024', reading: 'dropped' })
  })

  it('stays as it is under the plan in force, or where nothing of a plan is named', () => {
    expect(read('/explore?clause=5&plan=2023.2')).toEqual({
      view: decodeView('/explore?clause=5&plan=2023.2'),
      move: null,
    })
    expect(read('/explore?county=610402')).toEqual({ view: decodeView('/explore?county=610402'), move: null })
  })

  it('is asked for of named tasks under the number that they have now', () => {
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

  it('takes its requirement with it where that ended, and leaves one that goes on or that nobody knows', () => {
    const { view, move } = read('/explore?requirement=23-six/wetWork,8-gone,9-old/a,own&plan=2022')
    expect(view.filters.requirements).toEqual(['23-six/wetWork', 'own'])
    expect(move?.ended).toBe(2)
  })

  it('stays filtered for by a requirement that goes on and that only a later version can read', () => {
    const { view, move } = read('/explore?requirement=23-later&plan=2022')
    expect(view.filters.requirements).toEqual(['23-later'])
    expect(move).toBeNull()
  })
})

it('marks what names clauses, and takes the mark from what names none', () => {
  const view = withPlanMark({ ...FIRST_VIEW, clause: 20 }, PLANS)
  expect(encodeView(view)).toBe('/explore?read=20&plan=2023.2')
  expect(encodeView(withPlanMark({ ...view, clause: null }, PLANS))).toBe('/explore')
})

it('says in words what became of it', async () => {
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

  it('is read under the plan in force once a package is open, and says so', async () => {
    state().setView(decodeView('/explore?clause=23&plan=2022'))
    await open(packageOf(plans))
    expect(state().view).toMatchObject({ filters: { clauses: [20] }, plan: '2023.2' })
    expect(useNotices.getState().codes).toContain('other-plan')
    expect(usePlanMove.getState().move?.clauses).toEqual([[23, 20]])
    expect(worker.asked.filter((each) => each.startsWith('show'))).toHaveLength(1)
  })

  it('is read so when a link is opened in the page, and of the plan in force when somebody chooses', async () => {
    await open(packageOf(plans))
    state().setView({ filters: { ...FIRST_VIEW.filters, clauses: [23] } })
    expect(state().view).toMatchObject({ filters: { clauses: [23] }, plan: '2023.2' })
    expect(useNotices.getState().codes).not.toContain('other-plan')
    state().setView(decodeView('/explore?read=23&plan=2022'))
    expect(state().view).toMatchObject({ clause: 20, plan: '2023.2' })
    expect(useNotices.getState().codes).toContain('other-plan')
    // A link of before plans were named tells its plan only by the data that it was made of.
    state().setView(decodeView('/explore?read=21&data=0000000f'))
    expect(useNotices.getState().codes).not.toContain('other-plan')
    state().setView(decodeView('/explore?read=21&data=0000002f'))
    expect(state().view).toMatchObject({ clause: 21, plan: '2023.2', data: '0000000f' })
    expect(useNotices.getState().codes).toContain('other-plan')
    // What is opened next is of the plan in force.
    state().setView(decodeView('/explore?read=20&plan=2023.2'))
    expect(useNotices.getState().codes).not.toContain('other-plan')
  })

  it('follows its clause when another plan is put in force', async () => {
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

  it('is of its own day, or of that which the meeting speaks of, under the plan in force then', () => {
    expect(on('/explore?kind=yard')).toEqual(['2023-07-31', null, [], null])
    expect(on('/explore?kind=yard', '2023-04-30')).toEqual(['2023-04-30', 0, [], null])
    expect(on('/explore?kind=yard&date=2022-10-31')).toEqual(['2022-10-31', 1, [], null])
  })

  it('has the clauses that it was made with where they are of the plan of then', () => {
    expect(on('/explore?clause=23&plan=2022&date=2022-10-31')).toEqual(['2022-10-31', 1, [23], null])
    expect(on('/explore?clause=23&plan=2022', '2023-04-30')).toEqual(['2023-04-30', 0, [21], 'followed'])
  })

  it('is under the plan of now where its clauses are of a later plan than that of then, or of one that is not told', () => {
    expect(on('/explore?clause=20&plan=2023.2&date=2022-10-31')).toEqual(['2022-10-31', null, [20], null])
    expect(on('/explore?clause=23&date=2022-10-31')).toEqual(['2022-10-31', null, [23], 'kept'])
  })
})
