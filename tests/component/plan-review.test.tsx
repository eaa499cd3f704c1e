import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CarriedRule } from '@/domain/plan/carry-over'
import type { Rule } from '@/domain/rules/rule'
import { CarriedOver } from '@/features/import/plan/CarriedOver'
import { PlanIntake } from '@/features/import/plan/PlanIntake'
import { PlanReview } from '@/features/import/plan/PlanReview'
import { startI18n } from '@/i18n'
import { usePreferences } from '@/store/device/preferences'
import { usePlanDesk } from '@/store/plan'
import { carryOvers, choiceOf, continuedUnreadRules, continuingRules, nextClauses } from '@/store/plan/carrying'
import { useKeptReviews, useKeptTexts } from '@/store/plan/kept-review'
import { carryOverId } from '@/store/plan/open-decisions'
import { type PlanProposal, proposePlan } from '@/workspace/plan/propose-plan'
import { choose } from './choose'

const worker = vi.hoisted(() => ({ readPlan: vi.fn(), readPlanOfYear: vi.fn(), adoptPlan: vi.fn() }))
vi.mock('@/workers/client', () => ({
  datasetWorker: () => worker,
  onDatasetWorkerStopped: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))
vi.mock('@/store/imports', () => ({ useImports: { getState: () => ({ refresh: async () => undefined }) } }))
vi.mock('@/store/steps/step', () => ({
  applyChange: async (step: Promise<{ problems: readonly object[] }>) => (await step).problems,
}))
vi.mock('@/store/ledger', () => {
  const state = { author: '张三', events: [], setAuthor: async () => undefined, load: async () => undefined }
  return { useLedger: Object.assign(() => state, { getState: () => state }) }
})
const both = (zh: string) => ({ zh, en: zh })
const earlier = {
  number: 4,
  title: both('降尘监测考核'),
  gist: both('建成区降尘量逐月排名'),
  lead: ['市生态环境局'],
  support: [],
  carriedOutBy: [],
  deadlines: [{ day: '2022-06-30', what: both('完成点位建设') }],
  targets: [
    { what: both('降尘量'), comparison: '≤', value: 7, unit: '吨/(平方公里·月)', measure: { of: 'worst-dustfall' } },
  ],
} as const
const rule = (id: string, check: object) => ({
  ...{
    id,
    clause: 4,
    kind: 'stockpile',
    title: both(id),
    scope: [],
    check,
    from: '2022-05-30',
    lead: ['市生态环境局'],
  },
})
const TASKS = {
  id: 'plan-task',
  fields: ['clause', 'task', 'deadline', 'done', 'doneOn'].map((means) => ({ name: means, means })),
}
const dataset = {
  name: 'x',
  kinds: [TASKS],
  settings: {
    year: 2022,
    asOf: '2022-10-31',
    plan: { ...both('甲市2022年工作方案'), number: '', day: '2022-05-30' },
    dustfall: { limit: 7, limitSource: both('原方案') },
  },
  earlierPlans: [],
  unreadRules: [],
  clauses: [
    earlier,
    {
      ...earlier,
      number: 5,
      title: both('烟花爆竹禁燃'),
      gist: both('禁止燃放'),
      lead: ['市公安局'],
      targets: [],
      deadlines: [],
    },
  ],
  rules: [
    rule('覆盖', { type: 'all-yes', fields: ['a'] }),
    rule('建点', { type: 'done', flag: 'a', day: 'b', deadline: { day: '2022-06-30' } }),
  ],
}
const evaluation = { asOf: '2022-10-31' }
const setView = vi.fn()
vi.mock('@/store/chentu', () => ({
  useOpened: () => ({ dataset, evaluation }),
  useDataset: () => dataset,
  useChentu: (choose: (state: object) => unknown) => choose({ opened: { dataset, evaluation }, setView }),
}))

const TEXT = `甲市2023年工作方案
2023年4月1日
1.严格降尘监测考核。平均降尘量不高于6.5吨/月·平方公里，逐月排名。年内启动新点位。〔市生态环境局牵头，市住建局参与〕
2.新增任务。8月底前，完成摸排。〔市水利局牵头〕`

const proposal = (text = TEXT) =>
  proposePlan(text, '方案.docx', dataset as unknown as Parameters<typeof proposePlan>[2]).value as PlanProposal
const known = dataset as unknown as Parameters<ReturnType<typeof usePlanDesk.getState>['goOn']>[0]
const read = () => usePlanDesk.getState().read(new File([TEXT], '方案.docx'), known)
const heads = () => [...document.querySelectorAll<HTMLElement>('[data-field-head]')]
/** Accepts the rest of the clause; what needs a choice stays open, and is confirmed as it is. */
function acceptAll() {
  const rest = screen.queryByRole('button', { name: /^采用本条其余/ })
  if (rest) fireEvent.click(rest)
  fireEvent.click(screen.getByRole('button', { name: /延续上年第.*按以上选择沿用/ }))
}
const clauseLine = (name: RegExp) => screen.getByRole('button', { name })

beforeAll(async () => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  await startI18n('zh-CN')
})
beforeEach(() => {
  worker.readPlan.mockReset().mockImplementation(async () => ({ value: proposal(), problems: [] }))
  worker.adoptPlan.mockReset().mockResolvedValue({ value: {}, problems: [], version: 1 })
})
afterEach(() => {
  cleanup()
  usePlanDesk.getState().drop()
})

describe('the drop area for a plan', () => {
  it('names the plan in force, and passes a dropped file to the reader', async () => {
    render(<PlanIntake />)
    expect(screen.getByText('现行：甲市2022年工作方案（2022年，2 条）')).toBeTruthy()
    const file = new File([TEXT], '方案.docx')
    fireEvent.drop(screen.getByTestId('plan-drop'), { dataTransfer: { files: [file] } })
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('正在核对：方案.docx'))
    expect(worker.readPlan).toHaveBeenCalledWith(file)
  })

  it('shows a plan as in force only while it is', () => {
    usePlanDesk.setState({ done: '甲市2022年工作方案' })
    render(<PlanIntake />)
    expect(screen.getByRole('status').textContent).toContain('“甲市2022年工作方案”已生效')
    cleanup()
    // The earlier version was restored.
    usePlanDesk.setState({ done: '甲市2023年工作方案' })
    render(<PlanIntake />)
    expect(screen.getByRole('status').textContent).toBe('')
    usePlanDesk.setState({ done: null })
  })

  it('describes an unreadable file in words, and that nothing is lost', async () => {
    worker.readPlan.mockResolvedValue({ value: null, problems: [{ code: 'plan-pdf', file: '方案.pdf' }] })
    render(<PlanIntake />)
    fireEvent.drop(screen.getByTestId('plan-drop'), { dataTransfer: { files: [new File(['%PDF'], '方案.pdf')] } })
    expect((await screen.findByRole('alert')).textContent).toMatch(/不能读入 PDF.*已有数据不受影响/)
  })
})

describe('a plan under review', () => {
  it('is shown as text with a mark for each proposal, certain or not', async () => {
    await read()
    render(<PlanReview />)
    const marks = [...document.querySelectorAll('mark')].map((mark) => `${mark.dataset.decision} ${mark.textContent}`)
    expect(marks).toContain('accepted 6.5吨/月·平方公里')
    expect(marks).toContain('open 年内')
    expect(marks).toContain('accepted 市生态环境局')
    expect(screen.getByRole('region', { name: '方案原文' }).textContent).toContain('2.新增任务')
    // One field, and what continues from last year’s clause.
    expect(screen.getByText(/待确认 2 项。/)).toBeTruthy()
  })

  it('is reviewed by keys: N finds open proposals, Delete leaves out, Enter accepts, arrows move', async () => {
    await read()
    render(<PlanReview />)
    const list = screen.getByRole('list', { name: '条款' })
    fireEvent.keyDown(list, { key: 'n' })
    const open = heads().find((head) => head.textContent?.includes('年内') || head.textContent?.includes('启动新点位'))!
    expect(document.activeElement).toBe(open)
    expect(document.querySelector('mark[aria-current]')?.textContent).toBe('年内')
    fireEvent.keyDown(open, { key: 'Delete' })
    expect(open.textContent).toContain('不采用')
    fireEvent.keyDown(open, { key: 'n' })
    expect(document.activeElement!.textContent).toContain('延续上年第4条')
    fireEvent.click(document.activeElement!)
    expect(screen.getByText(/已全部确认/)).toBeTruthy()
    open.focus()
    fireEvent.keyDown(open, { key: 'ArrowUp' })
    expect(document.activeElement).toBe(heads()[heads().indexOf(open) - 1])
    fireEvent.click(document.activeElement!)
    expect(document.activeElement!.textContent).toContain('待确认')
    fireEvent.click(document.activeElement!)
    expect(document.activeElement!.textContent).toContain('采用')
  })

  it('marks a clause without requirements as unchecked, and counts such clauses before adoption', async () => {
    const text = `${TEXT.replace('年内启动新点位。', '')}\n3.加强宣传。广泛宣传。〔市教育局牵头〕`
    worker.readPlan.mockImplementation(async () => ({ value: proposal(text), problems: [] }))
    await read()
    render(<PlanReview />)
    const said = () => screen.queryByText(/^尚无可核对的要求：/)
    fireEvent.click(clauseLine(/^第3条/))
    expect(said()).toBeTruthy()
    // Its day becomes a named task.
    fireEvent.click(clauseLine(/^第2条/))
    expect(said()).toBeNull()
    fireEvent.click(clauseLine(/^第1条/))
    acceptAll()
    const summary = await screen.findByRole('region', { name: '生效后的变化' })
    expect(summary.textContent).toContain('尚无可核对的要求的条款 1第3条 加强宣传')
  })

  it('does not mark a clause as unchecked if its target is measured as the previous one was', async () => {
    const text = TEXT.replace('年内启动新点位。', '')
    worker.readPlan.mockImplementation(async () => ({ value: proposal(text), problems: [] }))
    await read()
    render(<PlanReview />)
    const said = () => screen.queryByText(/^尚无可核对的要求：/)
    fireEvent.click(screen.getByRole('checkbox', { name: '沿用：覆盖' }))
    expect(screen.getByRole('checkbox', { name: '沿用：覆盖' })).toHaveProperty('checked', false)
    expect(said()).toBeNull()
    fireEvent.click(screen.getByRole('checkbox', { name: /按上年“降尘量”的方式统计/ }))
    expect(said()).toBeTruthy()
  })

  it('does not count requirements as ending that had ended before', async () => {
    const [covered, built] = dataset.rules
    const over = { ...rule('旧', { type: 'all-yes', fields: ['a'] }), clause: 5, until: '2022-08-31' }
    dataset.rules = [covered!, built!, over]
    await read()
    render(<PlanReview />)
    const form = screen.getByRole('form', { name: '确认生效' })
    expect(form.textContent).toContain('上年有 1 条没有延续；生效后不再核查的要求共 1 项')
    acceptAll()
    const summary = await screen.findByRole('region', { name: '生效后的变化' })
    // 建点 has no day under the new plan.
    expect(summary.textContent).toContain('要求沿用 1 项、不再核查 1 项')
    dataset.rules = [covered!, built!]
  })

  it('links to the unchecked clauses once it is in force', () => {
    usePlanDesk.setState({ done: '甲市2022年工作方案' })
    render(<PlanIntake />)
    fireEvent.click(screen.getByRole('button', { name: '1 条尚无可核对的要求，逐条新建' }))
    expect(setView).toHaveBeenCalledWith({ mode: 'explore', panel: 'plan', clause: 5 })
    usePlanDesk.setState({ done: null })
  })

  it('can be changed field by field, and missing clauses can be added', async () => {
    await read()
    render(<PlanReview />)
    fireEvent.click(screen.getByRole('button', { name: '修改：参与 市住建局' }))
    fireEvent.change(screen.getByRole('textbox', { name: '部门名称' }), { target: { value: '市住房和城乡建设局' } })
    fireEvent.click(screen.getByRole('button', { name: '保存修改' }))
    expect(heads().map((head) => head.textContent)).toContain('部门参与 市住房和城乡建设局采用')
    fireEvent.click(screen.getByRole('button', { name: '部门' }))
    const save = screen.getByRole('button', { name: '保存修改' })
    expect(save).toHaveProperty('disabled', true)
    fireEvent.change(screen.getByRole('textbox', { name: '部门名称' }), { target: { value: '市公安局' } })
    fireEvent.click(save)
    expect(usePlanDesk.getState().drafts[0]!.fields.at(-1)).toMatchObject({
      value: { name: '市公安局' },
      decision: 'accepted',
    })
  })

  it('shows last year’s clause beside it, with the requirements that continue once they have a day', async () => {
    await read()
    render(<PlanReview />)
    expect(screen.getByText('建成区降尘量逐月排名')).toBeTruthy()
    expect(screen.getByRole('checkbox', { name: '沿用：覆盖' })).toHaveProperty('checked', true)
    expect(screen.getByRole('checkbox', { name: '沿用：建点' })).toHaveProperty('disabled', true)
    expect(screen.getByText(/新条款没有对应期限（原为 2022-06-30）/)).toBeTruthy()
  })

  it('leaves proposals that need a choice to the user, names them, and accepts only the rest', async () => {
    await read()
    render(<PlanReview />)
    const form = screen.getByRole('form', { name: '确认生效' })
    expect(screen.getByText(/以下 1 项要求还没有选择.*建点/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '采用本条其余 1 项' }))
    expect(screen.queryByRole('button', { name: /^采用本条其余/ })).toBeNull()
    expect(form.textContent).toContain('确认 1 项待定内容')
    // Once chosen, it is decided and accepted with the rest.
    const rule = usePlanDesk.getState()
    const [over] = carryOvers(rule, known)
    act(() =>
      rule.chooseRule(over!.rules.find(({ earlier }) => earlier.title.zh === '建点')!, {
        day: '2023-06-30',
        keep: true,
      }),
    )
    expect(screen.queryByText(/还没有选择/)).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '采用本条其余 1 项' }))
    expect(form.textContent).not.toContain('待定内容')
    expect(form.textContent).toContain('要求沿用 2 项、不再核查 0 项')
  })

  it('is adopted with name and reason once everything is decided', async () => {
    await read()
    render(<PlanReview />)
    const form = screen.getByRole('form', { name: '确认生效' })
    const adopt = within(form).getByRole('button', { name: '确认生效' })
    expect(form.textContent).toContain('还需：确认 2 项待定内容、降尘量限值、理由')
    expect(form.textContent).toContain('新方案要求降尘量不高于 6.5 吨/（平方公里·月），现行限值为 7')
    acceptAll()
    fireEvent.change(within(form).getByRole('textbox', { name: '理由' }), { target: { value: '年度方案印发' } })
    expect(adopt).toHaveProperty('disabled', true)
    fireEvent.click(within(form).getByRole('radio', { name: '2023年4月起 6.5（印发当月）' }))
    expect(adopt).toHaveProperty('disabled', false)
    fireEvent.submit(form)
    await waitFor(() => expect(worker.adoptPlan).toHaveBeenCalled())
    const [adoption, label] = worker.adoptPlan.mock.calls[0]!
    expect(label).toBe('读入工作方案：甲市2023年工作方案（张三：年度方案印发）')
    expect(adoption).toMatchObject({
      plan: { zh: '甲市2023年工作方案', day: '2023-04-01' },
      year: 2023,
      dustfallLimit: {
        value: 6.5,
        from: '2023-04',
        source: { zh: '《甲市2023年工作方案》第1条', en: '甲市2023年工作方案, clause 1' },
      },
      links: [[4, 1]],
      rules: [{ id: '覆盖', clause: 1, day: null }],
      by: '张三',
      file: '方案.docx',
    })
    expect(adoption.clauses[0]).toMatchObject({
      lead: ['市生态环境局'],
      deadlines: [{ day: '2023-12-31' }],
      targets: [{ value: 6.5, measure: { of: 'worst-dustfall' } }],
    })
    await waitFor(() => expect(usePlanDesk.getState().done).toBe('甲市2023年工作方案'))
    // Its own wording is shown below its clauses, and not that of another plan.
    const { wording } = usePreferences.getState()
    expect(wording['x 2023 ']?.[2]).toMatch(/^新增任务。8月底前，完成摸排。/)
    expect(wording.x).toBeUndefined()
    expect(adoption.tasks).toEqual([])
  })

  it('asks whether it replaces the plan in force if both are the same plan', async () => {
    await read()
    render(<PlanReview />)
    const form = screen.getByRole('form', { name: '确认生效' })
    expect(form.textContent).not.toContain('已生效方案的处理')
    act(() => usePlanDesk.getState().setName({ year: 2022 }))
    expect(form.textContent).toContain('2022年方案已生效（《甲市2022年工作方案》）')
    acceptAll()
    fireEvent.change(within(form).getByRole('textbox', { name: '理由' }), { target: { value: '重新读入' } })
    fireEvent.click(within(form).getByRole('radio', { name: /起 6.5（全年）/ }))
    expect(form.textContent).toMatch(/还需：.*已生效方案的处理/)
    fireEvent.click(within(form).getByRole('radio', { name: /^替换/ }))
    fireEvent.submit(form)
    await waitFor(() => expect(worker.adoptPlan).toHaveBeenCalled())
    expect(worker.adoptPlan.mock.calls[0]![0]).toMatchObject({ year: 2022, replaces: true })
  })

  it('asks to which clause each row of its annex belongs, and counts them before adoption', async () => {
    const annexed = `${TEXT}\n附件\n任务｜完成时限｜牵头单位\n启动新点位｜2023年12月31日｜市生态环境局\n砖窑拆除｜2023年8月31日｜市自然资源局`
    worker.readPlan.mockResolvedValue({ value: proposal(annexed), problems: [] })
    await read()
    render(<PlanReview />)
    expect(screen.getByText(/待确认 3 项。/)).toBeTruthy()
    const rows = screen.getByRole('region', { name: '附表' })
    expect(rows.textContent).toContain('附表第2行未对上条款')
    expect(rows.textContent).toContain('按内容归入，请核对')
    act(() => usePlanDesk.getState().look(1, carryOverId(1)))
    fireEvent.click(screen.getByRole('button', { name: '下一处待确认（N）' }))
    expect(usePlanDesk.getState().field).toBe('row.1.2')
    await choose('附表第2行归入', '第2条 新增任务')
    expect(screen.getByText(/待确认 2 项。/)).toBeTruthy()
    act(() => usePlanDesk.getState().look(1))
    acceptAll()
    const summary = screen.getByRole('region', { name: '生效后的变化' })
    expect(summary.textContent).toContain('附表 2 行：归入条款 2 行，不采用 0 行')
    expect(summary.textContent).toContain('新列任务 3 项')
    const form = screen.getByRole('form', { name: '确认生效' })
    fireEvent.change(within(form).getByRole('textbox', { name: '理由' }), { target: { value: '年度方案印发' } })
    fireEvent.click(within(form).getByRole('radio', { name: '仍为 7' }))
    fireEvent.submit(form)
    await waitFor(() => expect(worker.adoptPlan).toHaveBeenCalled())
    const [{ named, clauses }] = worker.adoptPlan.mock.calls[0]!
    expect(named).toMatchObject([
      { clause: 1, day: '2023-12-31', name: '启动新点位', lead: ['市生态环境局'] },
      { clause: 2, day: '2023-08-31', name: '完成摸排', lead: ['市水利局'] },
      { clause: 2, day: '2023-08-31', name: '砖窑拆除', lead: ['市自然资源局'] },
    ])
    expect(clauses[1].deadlines).toHaveLength(2)
  })

  it('marks clauses that were never opened, and shows the changes before adoption', async () => {
    await read()
    render(<PlanReview />)
    usePlanDesk.getState().changeField('2.2', { decision: 'accepted' })
    expect(clauseLine(/第2条/).textContent).toContain('未打开')
    // While anything is undecided, there is no summary.
    expect(screen.queryByRole('region', { name: '生效后的变化' })).toBeNull()
    acceptAll()
    const summary = screen.getByRole('region', { name: '生效后的变化' })
    expect(summary.textContent).toContain('条款新增 1 条、延续 1 条（其中分工、期限或指标有变 1 条）、不再延续 1 条')
    expect(summary.textContent).toContain('要求沿用 1 项、不再核查 1 项')
    expect(summary.textContent).toContain('截至日期 2022-10-31 早于方案印发日，生效后默认改为 2023-04-01')
    expect(summary.textContent).toContain('1 条还没有打开看过')
    fireEvent.click(clauseLine(/第2条/))
    expect(clauseLine(/第2条/).textContent).toContain('已确认')
    expect(summary.textContent).not.toContain('打开看过')
  })

  it('continues requirements once the user has reviewed them, and asks again when they change', async () => {
    await read()
    render(<PlanReview />)
    fireEvent.click(screen.getByRole('button', { name: /延续上年第4条/ }))
    expect(screen.getByText(/待确认 1 项。/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '不采用：牵头 市生态环境局' }))
    expect(screen.getByText(/待确认 2 项。/)).toBeTruthy()
    // Its lead is no longer in the clause: it continues only if the user confirms that.
    expect(screen.getByRole('checkbox', { name: '沿用：覆盖' })).toHaveProperty('checked', false)
  })

  it('discards a day that was chosen under another link', async () => {
    await read()
    render(<PlanReview />)
    const rule = () => {
      const over = carryOvers(usePlanDesk.getState(), dataset as unknown as Parameters<typeof carryOvers>[1])[0]!
      return over.rules.find(({ earlier }) => earlier.id === '建点')!
    }
    const choice = () => choiceOf(usePlanDesk.getState().rules, rule())
    usePlanDesk.getState().chooseRule(rule(), { day: '2023-06-30', keep: true })
    expect(choice()).toMatchObject({ keep: true, day: '2023-06-30', figure: null })
    usePlanDesk.getState().link(2, 4)
    expect(choice()).toMatchObject({ keep: false, day: '', figure: null })
  })

  it('offers the figures of the same unit for a requirement, and continues it once one is chosen', async () => {
    const sampled = rule('抽测', { type: 'share-at-least', part: 'a', whole: 'b', percent: 20 }) as unknown as Rule
    const tested = { what: both('部分机械进行排放测试比例'), comparison: '≥', value: 25, unit: '%' } as const
    const open: CarriedRule = {
      ...{ earlier: sampled, clause: 1, lead: sampled.lead, day: null },
      ...{
        figure: 20,
        others: [tested],
        intervals: [],
        support: null,
        doubts: ['figure-open'],
        part: null,
        parts: [],
        gone: [],
        joins: [],
      },
    }
    const choice = () => choiceOf(usePlanDesk.getState().rules, open)
    render(
      <CarriedOver
        over={{ clause: 1, earlier, rules: [open], measures: [], unread: [], hasTasks: false, sign: '' }}
        near="2023-04-01"
      />,
    )
    expect(screen.getByText(/原数值为 20，新条款另有同单位数值：25 %（部分机械进行排放测试比例）/)).toBeTruthy()
    expect(screen.getByRole('checkbox', { name: '沿用：抽测' })).toHaveProperty('disabled', true)
    expect(choice()).toMatchObject({ keep: false, day: '', figure: null })
    await choose('要求数值（抽测）', '25 %（部分机械进行排放测试比例）')
    expect(choice()).toMatchObject({ keep: true, day: '', figure: 25 })
    expect(screen.getByRole('checkbox', { name: '沿用：抽测' })).toHaveProperty('checked', true)
  })

  it('continues a requirement without a day if the new clause has none and the check allows it', () => {
    const stands = { ...rule('清单', { type: 'all-yes', fields: ['a'] }), deadline: '2022-09-30' } as unknown as Rule
    const byDay = rule('建点', {
      type: 'done',
      flag: 'a',
      day: 'b',
      deadline: { day: '2022-06-30' },
    }) as unknown as Rule
    const missing = (earlier: Rule): CarriedRule => ({
      ...{ earlier, clause: 1, lead: earlier.lead, day: null, figure: null, others: [], support: null },
      ...{ intervals: [], doubts: ['day-missing'], part: null, parts: [], gone: [], joins: [] },
    })
    const rules = [stands, byDay].map(missing)
    const choice = () => choiceOf(usePlanDesk.getState().rules, rules[0]!)
    const goingOn = () => continuingRules(rules, usePlanDesk.getState().rules).map(({ day }) => day)
    render(
      <CarriedOver
        over={{ clause: 1, earlier, rules, measures: [], unread: [], hasTasks: false, sign: '' }}
        near="2023-04-01"
      />,
    )
    expect(screen.queryByRole('checkbox', { name: '沿用，无期限（建点）' })).toBeNull()
    const timeless = screen.getByRole('checkbox', { name: '沿用，无期限（清单）' })
    expect(choice()).toMatchObject({ keep: false })
    fireEvent.click(timeless)
    expect(choice()).toMatchObject({ keep: true })
    expect(goingOn()).toEqual([''])
    expect(screen.getByText(/建点/, { selector: '[role=status]' }).textContent).not.toContain('清单')
    fireEvent.click(timeless)
    expect([choice().keep, goingOn()]).toEqual([false, []])
  })

  it('continues a requirement with a changed interval once the user chooses how often', async () => {
    const quarterly = rule('校准', { type: 'this-quarter', field: 'a' }) as unknown as Rule
    const open: CarriedRule = {
      ...{ earlier: quarterly, clause: 1, lead: quarterly.lead, day: null, figure: null, others: [], support: null },
      ...{ intervals: ['month'], doubts: ['interval-changed'], part: null, parts: [], gone: [], joins: [] },
    }
    const choice = () => choiceOf(usePlanDesk.getState().rules, open)
    render(
      <CarriedOver
        over={{ clause: 1, earlier, rules: [open], measures: [], unread: [], hasTasks: false, sign: '' }}
        near="2023-04-01"
      />,
    )
    expect(screen.getByText('新条款的频次与原来不同（每月）。选定频次后才能沿用')).toBeTruthy()
    expect(screen.getByRole('checkbox', { name: '沿用：校准' })).toMatchObject({ checked: false, disabled: true })
    await choose('频次（校准）', '每月')
    expect(choice()).toMatchObject({ keep: true, every: 'month' })
    await choose('频次（校准）', '仍按原频次')
    expect(choice()).toMatchObject({ keep: true, every: 'as-asked' })
  })

  it('asks about an unreadable requirement by name, and explains what follows the new clause', async () => {
    const later = { id: '新式', clause: 4, title: both('新式核查'), lead: ['市生态环境局'], day: null }
    const based = {
      ...(rule('抽测', { type: 'all-yes', fields: ['a'] }) as unknown as Rule),
      ...{ basis: '甲市2022年工作方案第4条', support: ['市乙局'] },
    }
    const own: CarriedRule = {
      ...{
        earlier: based,
        clause: 1,
        lead: based.lead,
        day: null,
        figure: null,
        others: [],
        intervals: [],
        doubts: [],
      },
      ...{ support: [], part: null, parts: [], gone: [], joins: [] },
    }
    usePlanDesk.setState({
      links: new Map([[4, 1]]),
      name: { title: '甲市2023年工作方案', number: '', day: '', year: 2023 },
    })
    render(
      <CarriedOver
        over={{ clause: 1, earlier, rules: [own], measures: [], unread: [later], hasTasks: false, sign: '' }}
        near="2023-04-01"
      />,
    )
    expect(screen.getByText('依据由“甲市2022年工作方案第4条”改为“甲市2023年工作方案第1条”')).toBeTruthy()
    expect(screen.getByText('参与由 市乙局 改为 （无）')).toBeTruthy()
    const box = screen.getByRole('checkbox', { name: '沿用：新式核查' })
    expect(box).toHaveProperty('checked', false)
    fireEvent.click(box)
    expect(continuedUnreadRules(usePlanDesk.getState(), [later])).toEqual([later])
    // Its clause no longer continues.
    act(() => usePlanDesk.setState({ links: new Map() }))
    expect(continuedUnreadRules(usePlanDesk.getState(), [later])).toEqual([])
  })

  it('leaves out a declined measure', async () => {
    await read()
    render(<PlanReview />)
    fireEvent.click(screen.getByRole('checkbox', { name: /按上年“降尘量”的方式统计/ }))
    const [clause] = nextClauses(usePlanDesk.getState(), dataset as unknown as Parameters<typeof nextClauses>[1])
    expect(clause!.targets[0]).not.toHaveProperty('measure')
  })

  it('is read again as of another year, and keeps the decisions', async () => {
    worker.readPlanOfYear.mockImplementation(async (text: string, file: string, year: number) =>
      proposePlan(text, file, dataset as unknown as Parameters<typeof proposePlan>[2], year),
    )
    await read()
    render(<PlanReview />)
    fireEvent.click(screen.getByRole('button', { name: '不采用：牵头 市生态环境局' }))
    fireEvent.change(screen.getByRole('textbox', { name: '年度' }), { target: { value: '2024' } })
    const days = () =>
      usePlanDesk
        .getState()
        .drafts.flatMap(({ fields }) => fields.flatMap(({ value }) => (value.kind === 'deadline' ? [value.day] : [])))
    await waitFor(() => expect(days()).toEqual(['2024-12-31', '2024-08-31']))
    expect(usePlanDesk.getState().drafts[0]!.fields[0]!.decision).toBe('dropped')
  })

  it('is discarded only after confirmation, and meanwhile a second document does not replace it', async () => {
    await read()
    render(<PlanIntake />)
    fireEvent.drop(screen.getByTestId('plan-drop'), { dataTransfer: { files: [new File([TEXT], '乙.docx')] } })
    expect(worker.readPlan).toHaveBeenCalledTimes(1)
    cleanup()
    render(<PlanReview />)
    fireEvent.click(screen.getByRole('button', { name: '放弃读入' }))
    expect(usePlanDesk.getState().proposal).not.toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '放弃' }))
    expect(usePlanDesk.getState().proposal).toBeNull()
  })

  it('continues after the page was closed, and is forgotten once discarded', async () => {
    worker.readPlanOfYear.mockImplementation(async () => ({ value: proposal(), problems: [] }))
    await read()
    const desk = usePlanDesk.getState()
    desk.changeField(desk.drafts[0]!.fields[0]!.id, { decision: 'dropped' })
    desk.changeClause(2, { title: '另一名称' })
    desk.chooseLimit({ value: 6.5, isTaken: true })
    desk.link(1, null)
    desk.setReason({ why: '年度方案印发', by: '李四' })
    desk.chooseRepeat('beside')
    const { drafts, seen, links, name } = usePlanDesk.getState()
    const { reviews } = useKeptReviews.getState()
    const { texts } = useKeptTexts.getState()
    expect(JSON.stringify(reviews)).not.toContain('逐月排名。年内启动')
    // The state of a page opened again: nothing yet, and what is stored.
    usePlanDesk.getState().drop()
    expect([useKeptReviews.getState().reviews, useKeptTexts.getState().texts]).toEqual([{}, {}])
    useKeptReviews.setState({ reviews: JSON.parse(JSON.stringify(reviews)) })
    useKeptTexts.setState({ texts })
    render(<PlanIntake />)
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('正在核对：方案.docx'))
    const again = usePlanDesk.getState()
    expect(again).toMatchObject({ name, limitChoice: { value: 6.5, isTaken: true }, repeat: 'beside' })
    cleanup()
    render(<PlanReview />)
    expect(screen.getByRole('textbox', { name: '理由' })).toHaveProperty('value', '年度方案印发')
    expect(screen.getByRole('textbox', { name: '经办人' })).toHaveProperty('value', '李四')
    expect([again.drafts, again.seen, again.links]).toEqual([drafts, seen, links])
  })

  it('does not continue if another plan is in force, which is explained; it can be discarded', async () => {
    await read()
    const { reviews } = useKeptReviews.getState()
    const { texts } = useKeptTexts.getState()
    usePlanDesk.getState().drop()
    useKeptReviews.setState({ reviews: { x: { ...reviews.x!, against: 'x 2023 ' } } })
    useKeptTexts.setState({ texts })
    render(<PlanIntake />)
    expect((await screen.findByRole('alert')).textContent).toContain('现行方案已换成另一份')
    expect(usePlanDesk.getState().proposal).toBeNull()
    expect(useKeptReviews.getState().reviews).toHaveProperty('x')
    fireEvent.click(screen.getByRole('button', { name: '放弃上次的核对' }))
    expect(screen.queryByRole('alert')).toBeNull()
    expect([useKeptReviews.getState().reviews, useKeptTexts.getState().texts]).toEqual([{}, {}])
  })

  it('is replaced by another document only after confirmation', async () => {
    await read()
    const { reviews } = useKeptReviews.getState()
    const { texts } = useKeptTexts.getState()
    usePlanDesk.getState().drop()
    const kept = { x: { ...reviews.x!, against: 'x 2023 ' } }
    useKeptReviews.setState({ reviews: kept })
    useKeptTexts.setState({ texts })
    worker.readPlan.mockClear()
    render(<PlanIntake />)
    await screen.findByRole('alert')
    const other = new File([TEXT], '乙.docx')
    const drop = () => fireEvent.drop(screen.getByTestId('plan-drop'), { dataTransfer: { files: [other] } })
    drop()
    expect(screen.getByRole('dialog').textContent).toContain('“方案.docx”还没有核对完')
    fireEvent.click(screen.getByRole('button', { name: '保留原来的核对' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(worker.readPlan).not.toHaveBeenCalled()
    expect(useKeptReviews.getState().reviews).toEqual(kept)
    drop()
    fireEvent.click(screen.getByRole('button', { name: '替换并读入' }))
    await waitFor(() => expect(usePlanDesk.getState().proposal).not.toBeNull())
    expect(worker.readPlan).toHaveBeenCalledWith(other)
  })

  it('shows why a stored review can’t be read any more', async () => {
    worker.readPlanOfYear.mockResolvedValueOnce({
      value: null,
      problems: [{ code: 'plan-without-clauses', file: '方案.docx' }],
    })
    await read()
    const [{ reviews }, { texts }] = [useKeptReviews.getState(), useKeptTexts.getState()]
    usePlanDesk.getState().drop()
    useKeptReviews.setState({ reviews })
    useKeptTexts.setState({ texts })
    expect(await usePlanDesk.getState().goOn(known)).toMatchObject([{ code: 'plan-without-clauses' }])
    usePlanDesk.getState().forget(known)
  })

  it('of one city is not shown in another, and is there again when its own city is open', async () => {
    worker.readPlanOfYear.mockImplementation(async () => ({ value: proposal(), problems: [] }))
    await read()
    usePlanDesk.getState().changeClause(2, { title: '另一名称' })
    const other = { ...known, name: 'y' }
    await usePlanDesk.getState().goOn(other)
    expect(usePlanDesk.getState().proposal).toBeNull()
    await usePlanDesk.getState().read(new File([TEXT], '乙市.docx'), other)
    await usePlanDesk.getState().goOn(known)
    expect(usePlanDesk.getState()).toMatchObject({ city: 'x', drafts: [{}, { title: '另一名称' }] })
    usePlanDesk.getState().drop()
    expect(Object.keys(useKeptReviews.getState().reviews)).toEqual(['y'])
    usePlanDesk.getState().forget(other)
  })

  it('continues if an earlier version stored it', async () => {
    worker.readPlanOfYear.mockImplementation(async () => ({ value: proposal(), problems: [] }))
    await read()
    const review = { ...useKeptReviews.getState().reviews.x!, text: TEXT }
    usePlanDesk.getState().drop()
    useKeptReviews.setState({ review })
    expect(await usePlanDesk.getState().goOn({ ...known, name: 'y' })).toEqual([])
    expect(usePlanDesk.getState().proposal).toBeNull()
    await usePlanDesk.getState().goOn(known)
    expect(usePlanDesk.getState().proposal).not.toBeNull()
    expect(useKeptReviews.getState()).toMatchObject({ review: null, reviews: { x: {} } })
  })

  it('stored by an earlier version is not used for a package whose name only begins alike', async () => {
    worker.readPlanOfYear.mockImplementation(async () => ({ value: proposal(), problems: [] }))
    await read()
    const review = { ...useKeptReviews.getState().reviews.x!, against: 'x 区 2022 ', text: TEXT }
    usePlanDesk.getState().drop()
    useKeptReviews.setState({ review })
    expect(await usePlanDesk.getState().goOn(known)).toEqual([])
    expect(usePlanDesk.getState().proposal).toBeNull()
    // Its own review starts and ends without changing the other one.
    await read()
    usePlanDesk.getState().drop()
    expect(useKeptReviews.getState().review).toEqual(review)
    // Compared with a plan that was in force before, it is of that package, and does not continue, with a note.
    const later = { ...known, name: 'x 区', earlierPlans: [{ year: 2022, plan: null }] } as never as typeof known
    const settings = { ...known.settings, year: 2023 }
    expect(await usePlanDesk.getState().goOn({ ...later, settings })).toMatchObject([{ code: 'plan-changed' }])
    usePlanDesk.getState().forget(later)
    expect(useKeptReviews.getState()).toMatchObject({ review: null, reviews: {} })
  })

  it('is not adopted if it is older than the plan in force, or another came into force meanwhile', async () => {
    await read()
    render(<PlanReview />)
    const form = screen.getByRole('form', { name: '确认生效' })
    act(() => usePlanDesk.getState().setName({ year: 2021 }))
    within(form).getByRole('alert')
    expect(form.textContent).toContain('方案年度（2021年）早于现行方案（2022年）')
    expect(form.textContent).toMatch(/还需：.*年度/)
    act(() => usePlanDesk.setState({ against: 'x 2021 ' }))
    const reason = { by: '张三', why: '印发', dustfallLimit: null, words: { table: '', onTime: { zh: '', en: '' } } }
    expect(await usePlanDesk.getState().putInForce(known as never, reason, '读入')).toEqual([
      { code: 'plan-changed', file: '方案.docx' },
    ])
    expect(worker.adoptPlan).not.toHaveBeenCalled()
    expect(usePlanDesk.getState().proposal).not.toBeNull()
  })

  it('shows for an unreadable requirement only under which clause it continues', async () => {
    // A later version may store its lead in a way that this one reads only in part.
    const later = { id: '新式', clause: 4, title: both('新式核查'), lead: ['市生态环境局'], day: '2022-12-31' }
    await read()
    usePlanDesk.getState().link(1, 4)
    usePlanDesk.getState().chooseUnread(later, true)
    const reason = { by: '张三', why: '印发', dustfallLimit: null, words: { table: '', onTime: { zh: '', en: '' } } }
    await usePlanDesk.getState().putInForce({ ...known, unreadRules: [later] } as never, reason, '读入')
    const [{ rules }] = worker.adoptPlan.mock.calls[0]!
    expect(rules.filter(({ id }: { id: string }) => id === later.id)).toEqual([{ id: later.id, clause: 1 }])
  })

  it('stores nothing of a clause that is left out', async () => {
    await read()
    render(<PlanReview />)
    fireEvent.click(screen.getByRole('checkbox', { name: '纳入新方案' }))
    expect(clauseLine(/第1条/).textContent).toContain('不纳入')
    expect(screen.getByText(/已全部确认/)).toBeTruthy()
    expect(screen.getByText(/上年有 2 条没有延续；生效后不再核查的要求共 2 项/)).toBeTruthy()
  })
})
