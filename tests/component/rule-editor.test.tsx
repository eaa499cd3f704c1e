import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { draftOfCheck } from '@/domain/rules/check-parts'
import type { Rule } from '@/domain/rules/rule'
import { draftOfRule } from '@/domain/rules/rule-draft'
import { PlanPanel } from '@/features/explore/plan/PlanPanel'
import { startI18n } from '@/i18n'
import { datasetOf } from '@/questions/dataset'
import { evaluateRules } from '@/questions/evaluated-package'
import { tryRule } from '@/questions/plan/rule-trial'
import { columnTexts } from '@/questions/table/column-texts'
import { useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { useRuleDesk } from '@/store/rules'
import { FIRST_VIEW } from '@/store/view/view'
import '@/ui/popups/ListPopup'
import { openFromDisk } from '../unit/package-from-disk'
import { choose } from './choose'

const opened = (await openFromDisk('')).value!
const evaluated = evaluateRules(opened, '2022-10-31')
const dataset = datasetOf(opened)
const workerCalls = vi.hoisted(() => ({ changeRules: vi.fn(), tried: vi.fn() }))
vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({
    targetValues: async () => [],
    clauseBases: async () => [],
    columnTexts: async (kind: string, column: string) => columnTexts(evaluated, kind, column),
    tryRule: async (rule: Rule, ended: Rule | null) => {
      workerCalls.tried(rule)
      return tryRule(evaluated, rule, [], ended)
    },
    changeRules: workerCalls.changeRules,
  }),
  onDatasetWorkerStopped: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))
vi.mock('@/store/imports', () => ({ useImports: { getState: () => ({ refresh: async () => undefined }) } }))
vi.mock('@/store/steps/step', () => ({
  applyChange: async (step: Promise<{ problems: readonly object[] }>) => (await step).problems,
}))
vi.mock('@/store/device/today', async (original) => ({
  ...(await original<typeof import('@/store/device/today')>()),
  useToday: () => '2022-11-03',
}))
Element.prototype.scrollIntoView = () => undefined

const water = dataset.rules.find(({ id }) => id === '27-water')!
const opening = () => screen.findByLabelText('依据')
const trial = () => screen.getByRole('region', { name: '按此要求测算' })
const figure = (name: string) => within(trial()).getByText(name).parentElement!.querySelector('b')!.textContent
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const counted = (rule: Rule) => tryRule(evaluated, rule, []).tally
const settled = () => waitFor(() => expect(trial().getAttribute('aria-busy')).toBe('false'))

beforeEach(async () => {
  await startI18n('zh-CN')
  workerCalls.changeRules.mockReset().mockResolvedValue({ value: dataset, problems: [], version: 7 })
  workerCalls.tried.mockClear()
  useLedger.setState({ author: '张三', events: [] as never })
  useRuleDesk.setState({ draft: null, brought: null, problems: [], done: null, saving: false })
  useChentu.setState({
    view: { ...FIRST_VIEW, clause: 27 },
    opened: { dataset, evaluation: evaluated.evaluation, shown: {} } as never,
  })
})
afterEach(cleanup)

describe('a requirement on the screen', () => {
  it('is a sentence in its clause, and opens as rows', async () => {
    render(<PlanPanel />)
    expect(document.querySelector('[data-rule="27-water"]')!.textContent).toMatch(
      /对物流园、停车场、消纳场中“场地类型”为物流园、停车场、“.+”为正常的，应使“.+”不少于 6/,
    )
    press('修改要求“每日洒水不少于6次”')
    await opening()
    await settled()
    expect((screen.getByLabelText('数值') as HTMLInputElement).value).toBe('6')
    expect(document.activeElement?.textContent).toContain('第27条 修改要求')
    expect(screen.getByText('尚无改动', { exact: false })).toBeTruthy()
  })

  it('shows its effect while typing, beside the current one, and ignores text that is not a number', async () => {
    useRuleDesk.getState().open(draftOfRule(water))
    render(<PlanPanel />)
    await opening()
    await settled()
    expect(figure('不符合')).toBe(String(counted(water).failing))
    type('数值', '9')
    await settled()
    const stricter: Rule = { ...water, check: { type: 'at-least', field: 'wateringsPerDay', value: 9 } }
    const follower: Rule = { ...stricter, id: '', from: '2022-10-31', follows: '27-water' }
    const wanted = tryRule(evaluated, follower, [], { ...water, until: '2022-10-30' }).tally.failing
    expect(wanted).toBeGreaterThan(counted(water).failing)
    expect(figure('不符合')).toBe(String(wanted))
    expect(trial().textContent).toContain(`现为 ${counted(water).failing}`)
    const before = workerCalls.tried.mock.calls.length
    type('数值', '九')
    expect(screen.queryByRole('region', { name: '按此要求测算' })).toBeNull()
    expect(screen.getByText('尚未填写完整：检查内容')).toBeTruthy()
    expect(workerCalls.tried).toHaveBeenCalledTimes(before)
    expect((screen.getByRole('button', { name: '保存为新版本' }) as HTMLButtonElement).disabled).toBe(true)
  })

  it('is saved with name and reason, after showing the differences', async () => {
    useRuleDesk.getState().open(draftOfRule(water))
    render(<PlanPanel />)
    await opening()
    type('数值', '8')
    type('依据', '市令〔2022〕1号')
    expect(screen.getByText(/^应（检查内容）：.*不少于 6.* → .*不少于 8/)).toBeTruthy()
    type('修改理由', '会议议定')
    press('保存为新版本')
    await waitFor(() => expect(useRuleDesk.getState().done).toBe(7))
    expect(workerCalls.changeRules).toHaveBeenCalledWith(
      [
        { what: 'put', rule: { ...water, until: '2022-10-30' } },
        {
          what: 'put',
          rule: {
            ...water,
            id: '',
            check: { type: 'at-least', field: 'wateringsPerDay', value: 8 },
            from: '2022-10-31',
            follows: '27-water',
            // Teams had the earlier rule on their lists until the day this one came into force.
            askedFrom: '2022-11-04',
            basis: '市令〔2022〕1号',
          },
        },
      ],
      { by: '张三', why: '会议议定' },
      '改要求（自 2022-10-31 起）：每日洒水不少于6次（张三：会议议定）',
    )
    expect(screen.getByText('已存为新版本')).toBeTruthy()
  })

  it('is corrected retroactively only if the user chooses so; changing its first day chooses nothing', async () => {
    useRuleDesk.getState().open(draftOfRule(water))
    render(<PlanPanel />)
    await opening()
    expect(screen.queryByText('更正（视为一直如此）')).toBeNull()
    type('数值', '8')
    await settled()
    expect(trial().textContent).toContain('2022-10-31 起按新要求，此前仍按原要求')
    fireEvent.click(screen.getByText('更正（视为一直如此）'))
    await settled()
    expect(trial().textContent).toContain(`视为自 ${water.from} 起一直按改后的要求`)
    type('修改理由', '录入有误')
    press('保存为新版本')
    await waitFor(() => expect(workerCalls.changeRules).toHaveBeenCalled())
    const check = { type: 'at-least', field: 'wateringsPerDay', value: 8 }
    expect(workerCalls.changeRules.mock.calls[0]![0]).toEqual([{ what: 'put', rule: { ...water, check } }])
  })

  it('offers the new number for a title and for the target of its clause that contain the old one', async () => {
    useRuleDesk.getState().open(draftOfRule(water))
    render(<PlanPanel />)
    await opening()
    expect(screen.queryByText(/仍是原来的数字/)).toBeNull()
    type('数值', '8')
    expect(screen.getByText('名称“每日洒水不少于6次”仍是原来的数字或周期')).toBeTruthy()
    press('改用名称“每日洒水不少于8次”')
    expect(screen.queryByText(/仍是原来的数字/)).toBeNull()
    fireEvent.click(screen.getByLabelText('同时把本条指标“每日洒水次数”由 6 改为 8 次'))
    type('修改理由', '会议议定')
    press('保存为新版本')
    await waitFor(() => expect(workerCalls.changeRules).toHaveBeenCalled())
    const changes = workerCalls.changeRules.mock.calls[0]![0]
    expect(changes[1].rule.title).toMatchObject({ zh: '每日洒水不少于8次' })
    expect(changes[2]).toEqual({ what: 'target', clause: 27, of: '每日洒水次数', before: 6, now: 8 })
  })

  it('is not saved if its deadline is before its first day, or its column can’t contain a text of its scope', async () => {
    const isDisabled = () => (screen.getByRole('button', { name: '保存为新版本' }) as HTMLButtonElement).disabled
    useRuleDesk.getState().open({ ...draftOfRule(water), deadline: '2022-05-01' })
    render(<PlanPanel />)
    await opening()
    type('修改理由', '试')
    expect(screen.getByText(/^期限早于起始日期，不能保存/)).toBeTruthy()
    expect(isDisabled()).toBe(true)
    cleanup()
    const scope = draftOfRule(water).scope.map((each) => (each.field === 'use' ? { ...each, values: ['月球'] } : each))
    useRuleDesk.getState().open({ ...draftOfRule(water), scope })
    render(<PlanPanel />)
    await opening()
    type('修改理由', '试')
    expect(screen.getByText('“场地类型”没有“月球”这一取值，不能保存')).toBeTruthy()
    expect(isDisabled()).toBe(true)
  })

  it('shows what happens to sources that are overdue now', async () => {
    const calibrated = dataset.rules.find(({ id }) => id === '23-calibrated')!
    const late = counted(calibrated).overdue
    expect(late).toBeGreaterThan(0)
    useRuleDesk.getState().open({ ...draftOfRule(calibrated), from: '2022-10-31', manner: 'from' })
    render(<PlanPanel />)
    await opening()
    await settled()
    expect(trial().textContent).toContain(`现在已逾期的 ${late} 处仍为已逾期`)
    const other = { type: 'this-month', field: 'monitorRenewedOn' } as const
    act(() => useRuleDesk.getState().change({ check: draftOfCheck(other) }))
    await settled()
    expect(trial().textContent).toMatch(new RegExp(`现在已逾期的 ${late} 处：.*（改查其他内容，原来的逾期不再计）`))
  })

  it('is ended only after showing what ends with it', async () => {
    const measured = dataset.clauses.flatMap(({ targets }) => targets).find(({ measure }) => measure?.of === 'passing')!
      .measure as { rule: string }
    const rule = dataset.rules.find(({ id }) => id === measured.rule)!
    useRuleDesk.getState().open(draftOfRule(rule))
    render(<PlanPanel />)
    await opening()
    press('停用这项要求')
    expect(screen.getByText(/^停用后不再计算指标：/)).toBeTruthy()
    type('修改理由', '已完成')
    fireEvent.submit(screen.getByRole('form', { name: '停用这项要求' }))
    await waitFor(() => expect(workerCalls.changeRules).toHaveBeenCalledTimes(1))
    expect(workerCalls.changeRules.mock.calls[0]![0]).toEqual([{ what: 'end', id: rule.id }])
  })

  it('is created from the fields of its kind, and lists what it still lacks', async () => {
    render(<PlanPanel />)
    const clause = document.querySelector('[data-clause="23"]') as HTMLElement
    fireEvent.click(within(clause).getByRole('button', { name: '新增要求' }))
    await opening()
    expect(screen.getByText('尚未填写完整：名称、检查内容、依据')).toBeTruthy()
    type('依据', '市令〔2022〕1号')
    fireEvent.change(screen.getByLabelText('名称'), { target: { value: '视频监控' } })
    await choose('添加项目', '视频监控')
    await settled()
    expect(trial().textContent).toMatch(/处中适用 \d+ 处/)
    press('增加范围条件')
    expect(screen.getByText('尚未填写完整：范围')).toBeTruthy()
    await choose('项目', '扬尘在线监测')
    await settled()
    type('修改理由', '新增')
    press('保存为新版本')
    await waitFor(() => expect(workerCalls.changeRules).toHaveBeenCalled())
    expect(workerCalls.changeRules.mock.calls[0]![0]).toMatchObject([
      {
        what: 'put',
        rule: {
          id: '',
          clause: 23,
          kind: 'construction-site',
          scope: [{ field: 'monitor', is: true }],
          check: { type: 'all-yes', fields: ['video'] },
        },
      },
    ])
  })

  it('reports an unknown department, and removes one by keyboard', async () => {
    useRuleDesk.getState().open({ ...draftOfRule(water), lead: ['市不存在局'] })
    render(<PlanPanel />)
    await opening()
    await settled()
    expect(trial().textContent).toContain('方案中没有这个部门：市不存在局')
    const list = screen.getByRole('list', { name: '牵头' })
    const cross = within(list).getByRole('button')
    cross.focus()
    fireEvent.keyDown(cross, { key: 'Delete' })
    await settled()
    expect(trial().textContent).not.toContain('市不存在局')
    expect(useRuleDesk.getState().draft!.lead).toEqual([])
  })
})
