import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { dayOfInstant } from '@/domain/calendar'
import { CaseActions } from '@/features/explore/cases/CaseActions'
import { startI18n } from '@/i18n'
import type { CaseOpened } from '@/ledger/case-bodies'
import { caseView } from '@/store/cases/case-view'
import { stepBody } from '@/store/cases/write-step'
import { useChentu } from '@/store/chentu'
import { ledger, useLedger } from '@/store/ledger'
import { inspection, target } from '../unit/ledger/records'
import { choose } from './choose'

const ofReadings: { current: unknown } = { current: null }
vi.mock('@/store/cases/use-case-effect', () => ({ useCaseEffect: () => ofReadings.current }))

const body: CaseOpened = {
  type: 'case',
  ...{ sort: 'fire', sortName: '火点', title: '火点一', reason: '卫星', from: '' },
  ...{ position: null, county: '', lead: [], observed: '2022-10-29T00:00:00.000Z', likely: [], terms: [], note: '' },
}
const record = (id: string) => useLedger.getState().cases.get(id)!
function Actions({ id }: { readonly id: string }) {
  const of = useLedger(({ cases }) => cases.get(id))!
  return <CaseActions of={caseView(of, Date.now())} picked={new Set()} />
}
const closing = (name = '办结') => screen.getByRole<HTMLButtonElement>('button', { name })

beforeEach(async () => {
  await startI18n('zh-CN')
  useChentu.setState({
    opened: {
      dataset: { kinds: [], rules: [], endedRules: [], earlierPlans: [] },
      evaluation: { asOf: dayOfInstant(new Date().toISOString()) },
    } as never,
  })
  await ledger().database.events.clear()
  await useLedger.getState().load()
  await useLedger.getState().setAuthor('王内勤')
})
afterEach(cleanup)

it('a case without an assessment is closed only with a stated result, and keeps the focus', async () => {
  const { id } = await act(() => useLedger.getState().append(body, [], null))
  render(<Actions id={id} />)
  fireEvent.click(closing())
  fireEvent.change(screen.getByRole('textbox', { name: '说明' }), { target: { value: '已清理' } })
  expect(closing().disabled).toBe(true)
  screen.getByText('还需填写：效果')
  fireEvent.click(screen.getByRole('radio', { name: '好转' }))
  closing().focus()
  fireEvent.click(closing())
  await waitFor(() => expect(record(id).standing.stage).toBe('closed'))
  expect(record(id).standing.closing!.event.body).toMatchObject({ effect: 'better', note: '已清理' })
  await waitFor(() => expect(screen.getByRole('group', { name: '操作' })).toBe(document.activeElement))
})

it('an arrival before the case was given out is refused in words that name both times', async () => {
  const { id } = await act(() => useLedger.getState().append(body, [], null))
  useChentu.setState(({ opened }) => ({ opened: { ...opened, evaluation: { asOf: '2022-10-31' } } as never }))
  const said = { step: 'given', when: '2022-10-31T08:19:00.000Z' }
  await act(() => useLedger.getState().append(stepBody({ id, title: '火点一' }, record(id), said), [], null))
  render(<Actions id={id} />)
  fireEvent.click(closing('记录到场'))
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: '时间' })
  // All that is known is of the past day on which the desk works, so now is not offered.
  expect(field.value).toBe('')
  fireEvent.change(field, { target: { value: '2022-10-31 15:30' } })
  screen.getByText(/^到场时间 2022-10-31 15:30 早于派发时间 2022-10-31 16:19，不能保存.*“办理经过”中作废那条记录/)
  expect(closing('保存').disabled).toBe(true)
  fireEvent.change(field, { target: { value: '2022-10-31 16:40' } })
  expect(closing('保存').disabled).toBe(false)
})

it('an assessment takes the whole of what the readings show into its note, after what was written there', async () => {
  const mean = (value: number) => ({ mean: value, known: 12, hours: 12, wrong: 1, open: 2 })
  const name = '沣西新城世纪大道与白马河路十字东南角安置小区三标段'
  ofReadings.current = {
    ...{ device: 'a', name, metres: 870, parameter: 'tsp', noticed: 27_783_000, hasFirstHour: true, within: 3000 },
    ...{ own: { before: mean(1315.5), after: mean(108) }, near: { before: mean(310.5), after: mean(280.3) } },
    ...{ neighbours: 3, isIllustrative: false },
  }
  try {
    const { id } = await act(() => useLedger.getState().append(body, [], null))
    render(<Actions id={id} />)
    fireEvent.click(closing('评估'))
    fireEvent.click(screen.getByRole('radio', { name: '好转' }))
    const note = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '说明' })
    fireEvent.change(note, { target: { value: '已复测。' } })
    for (const _ of '两次') fireEvent.click(closing('将监测数据填入说明'))
    expect(note.value).toMatch(/^已复测。\n最近的设备/)
    expect(note.value.length).toBeGreaterThan(200)
    expect(note.value).toMatch(/实际 108 µg\/m³，相差 −\d+%$/)
    const text = note.value
    fireEvent.change(note, { target: { value: '长'.repeat(1001) } })
    screen.getByText(/^说明有 .* 字，最多 .* 字，不能保存。请删减。$/)
    expect(closing('保存').disabled).toBe(true)
    fireEvent.change(note, { target: { value: text } })
    fireEvent.click(closing('保存'))
    await waitFor(() => expect(record(id).standing.stage).toBe('assessed'))
    expect(record(id).standing.steps.at(-1)!.event.body.note).toBe(text)
  } finally {
    ofReadings.current = null
  }
})

it('an assessment says that readings can’t be read, and offers no figures of them', async () => {
  ofReadings.current = { unread: [{ code: 'kept-readings-lost', file: '2022-10' }] }
  try {
    const { id } = await act(() => useLedger.getState().append(body, [], null))
    render(<Actions id={id} />)
    fireEvent.click(closing('评估'))
    const alert = screen.getByRole('alert')
    expect(alert.textContent).toMatch(/^这段时间的监测数据无法读取，不计算处置前后的变化：2022-10.*无法读取/)
    expect(screen.queryByRole('button', { name: '将监测数据填入说明' })).toBeNull()
  } finally {
    ofReadings.current = null
  }
})

it('an assessed case is closed with a note alone', async () => {
  const { id } = await act(() => useLedger.getState().append(body, [], null))
  const said = { step: 'assessed', when: '2022-10-30T00:00:00.000Z', effect: 'same' }
  await act(() => useLedger.getState().append(stepBody({ id, title: '火点一' }, record(id), said), [], null))
  render(<Actions id={id} />)
  fireEvent.click(closing())
  fireEvent.change(screen.getByRole('textbox', { name: '说明' }), { target: { value: '已清理' } })
  expect(screen.queryByRole('radio', { name: '好转' })).toBeNull()
  expect(closing().disabled).toBe(false)
})

it('an assessment is withdrawn with a reason, on any device, and the case can be assessed again', async () => {
  const { id } = await act(() => useLedger.getState().append(body, [], null))
  const write = (said: Parameters<typeof stepBody>[2]) =>
    act(() => useLedger.getState().append(stepBody({ id, title: '火点一' }, record(id), said), [], null))
  await write({ step: 'reported', when: '2022-10-29T08:00:00.000Z', finding: 'cause' })
  await write({ step: 'assessed', when: '2022-10-30T00:00:00.000Z', effect: 'better' })
  render(<Actions id={id} />)
  fireEvent.click(closing('撤销评估'))
  expect(closing('撤销评估').disabled).toBe(true)
  fireEvent.change(screen.getByRole('textbox', { name: '说明' }), { target: { value: '设备当时故障' } })
  fireEvent.click(closing('撤销评估'))
  await waitFor(() => expect(record(id).standing.stage).toBe('reported'))
  expect(record(id).standing.steps.map(({ step }) => step)).toEqual(['reported', 'assessed', 'unassessed'])
  expect(record(id).standing.steps.at(-1)!.event.body.note).toBe('设备当时故障')
  // Nothing is left to withdraw, and a closing must say the effect again.
  await waitFor(() => expect(screen.queryByRole('button', { name: '撤销评估' })).toBeNull())
  fireEvent.click(closing())
  screen.getByRole('radio', { name: '好转' })
})

it('of two likely sources with one code, the chosen one is recorded as the cause', async () => {
  const one = { ...target, metres: 9, azimuth: 3, standing: 'fine', overdueDays: 0 }
  const likely = [
    { ...one, name: '同号甲' },
    { ...one, name: '同号乙', nth: 2 },
  ]
  const { id } = await act(() => useLedger.getState().append({ ...body, likely }, [], null))
  render(<Actions id={id} />)
  fireEvent.click(closing('记录反馈'))
  screen.getByRole('heading', { name: '记录反馈' })
  screen.getByText('现场情况')
  fireEvent.click(screen.getByRole('radio', { name: '查到来源' }))
  await choose('查到的来源', '同号乙')
  fireEvent.click(closing('保存'))
  await waitFor(() => expect(record(id).standing.stage).toBe('reported'))
  expect(record(id).standing.steps[0]!.event.body.cause).toMatchObject({ name: '同号乙' })
})

it('a case without a found cause is closed with a warning while likely sources are unchecked', async () => {
  const likely = [{ ...target, metres: 9, azimuth: 3, standing: 'fine', overdueDays: 0 }]
  const { id } = await act(() => useLedger.getState().append({ ...body, likely }, [], null))
  const write = (said: Parameters<typeof stepBody>[2]) =>
    act(() => useLedger.getState().append(stepBody({ id, title: '火点一' }, record(id), said), [], null))
  await write({ step: 'reported', when: '2022-10-30T00:00:00.000Z', finding: 'no-cause' })
  await write({ step: 'assessed', when: '2022-10-30T00:00:00.000Z', effect: 'same' })
  render(<Actions id={id} />)
  fireEvent.click(closing())
  screen.getByText(`反馈为“未查到来源”，但可能来源还有 1 处未查：${target.name}。`)
  fireEvent.change(screen.getByRole('textbox', { name: '说明' }), { target: { value: '已清理' } })
  expect(closing().disabled).toBe(false)
  await act(() => useLedger.getState().append(inspection({ answers: { covered: 'yes' } }), [], null))
  expect(screen.queryByText(/未查：/)).toBeNull()
})

it('feedback earlier than the arrival that a tablet recorded says that only the tablet can withdraw it', async () => {
  const { id } = await act(() => useLedger.getState().append(body, [], null))
  const said = { step: 'arrived', when: '2022-10-31T08:30:00.000Z' }
  await act(() => useLedger.getState().append(stepBody({ id, title: '火点一' }, record(id), said), [], null))
  // As if another device had recorded it.
  const own = useLedger.getState().device
  render(<Actions id={id} />)
  fireEvent.click(closing('记录反馈'))
  fireEvent.change(screen.getByRole('textbox', { name: '时间' }), { target: { value: '2022-10-31 15:30' } })
  screen.getByText(/到场时间记错了，请先更正：在“办理经过”中作废那条记录/)
  act(() => useLedger.setState({ device: 'k0' }))
  try {
    expect(screen.queryByText(/“办理经过”中作废/)).toBeNull()
    screen.getByText(/到场由王内勤在另一台设备（平板或电脑）上记录，只能在那台设备上作废.*请在“说明”中写明实际时间。$/)
  } finally {
    act(() => useLedger.setState({ device: own }))
  }
})

it('a reason for reopening of which a tablet shows only the beginning is announced as such', async () => {
  const { id } = await act(() => useLedger.getState().append(body, [], null))
  const said = { step: 'closed', when: '2022-10-30T00:00:00.000Z', effect: 'same' }
  await act(() => useLedger.getState().append(stepBody({ id, title: '火点一' }, record(id), said), [], null))
  render(<Actions id={id} />)
  fireEvent.click(closing('重新打开'))
  const note = screen.getByRole('textbox', { name: '说明' })
  fireEvent.change(note, { target: { value: '长'.repeat(400) } })
  expect(screen.queryByRole('note')).toBeNull()
  fireEvent.change(note, { target: { value: '长'.repeat(401) } })
  expect(screen.getByRole('note').textContent).toBe('说明有 401 字，平板只显示前 400 字，请把要点写在前面。')
  expect(closing('重新打开').disabled).toBe(false)
})
