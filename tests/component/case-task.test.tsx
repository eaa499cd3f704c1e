import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import i18next from 'i18next'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { AssignedCase } from '@/domain/field/round-order'
import type { Origin } from '@/features/field/around/use-origin'
import { TAKEN_BACK_MS } from '@/features/field/cases/Arrival'
import { CaseStopRow } from '@/features/field/cases/CaseStopRow'
import { CaseTasks } from '@/features/field/cases/CaseTasks'
import { caseDraftKey, NOTHING_REPORTED } from '@/features/field/cases/case-draft'
import { caseTaskMarks, searchedAround } from '@/features/field/cases/case-places'
import { EndedCases } from '@/features/field/cases/EndedCases'
import { isPlacedTask, useCaseTasks } from '@/features/field/cases/use-case-tasks'
import { useUnfinished } from '@/features/field/record/use-unfinished'
import { startI18n } from '@/i18n'
import type { Discovery } from '@/ledger/event'
import { assignedCase } from '@/store/cases/assigned-case'
import { caseView } from '@/store/cases/case-view'
import { stepBody } from '@/store/cases/write-step'
import { useChentu } from '@/store/chentu'
import { useFix } from '@/store/device/fix'
import { usePreferences } from '@/store/device/preferences'
import { useReceivedRounds } from '@/store/device/received-rounds'
import { ledger, useLedger } from '@/store/ledger'
import { stepWords } from '@/store/words/case-words'
import { DOT } from '@/ui/dot'

const ID = 'a1b2c3d4e5f60718-1'
const given: AssignedCase = {
  ...{ id: ID, title: '西门扬尘', sort: '监测值超标', reason: 'TSP 超标', position: [108.7, 34.3] },
  ...{ wind: { fromDegrees: 315, metresPerSecond: 2 }, reachMetres: 5000 },
  ...{ observed: '2022-10-31T00:00:00.000Z', due: [], likely: [], knows: [], past: [] },
}
const origin: Origin = { kind: 'default', position: [108.7, 34.29], accuracyMetres: null, headingDegrees: null }
const tasks: ReturnType<typeof useCaseTasks>[] = []
function Tasks() {
  tasks.push(useCaseTasks())
  return (
    <>
      <CaseTasks origin={origin} />
      <ol>
        {useCaseTasks()
          .filter(isPlacedTask)
          .map((task) => (
            <CaseStopRow key={task.of.id} task={task} far={null} />
          ))}
      </ol>
    </>
  )
}
const task = () => screen.getByRole('article', { name: '西门扬尘' })
const steps = () =>
  useLedger
    .getState()
    .cases.get(ID)
    ?.standing.steps.map(({ step }) => step) ?? []
const take = (of: AssignedCase) =>
  act(() =>
    useReceivedRounds.setState({
      team: '',
      orders: [{ name: '线', team: '', day: '2022-10-31', stops: [], cases: [of], from: 'desk' }],
    }),
  )
const arrive = async () => {
  fireEvent.click(within(task()).getByRole('button', { name: '我已到场' }))
  await waitFor(() => expect(steps()).toEqual(['arrived']))
}
const TAKE_BACK = '点错了，撤回到场（1 分钟内）'

const standAt = (position: [number, number], toldAt = Date.now()) =>
  useFix.setState({ fix: { position, accuracyMetres: 10, headingDegrees: null, at: toldAt }, toldAt })

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  await startI18n('zh-CN')
  localStorage.clear()
  useChentu.setState({ opened: { dataset: { settings: { city: { zh: '示例市', en: 'Town' } } } } as never })
  tasks.length = 0
  standAt([108.7, 34.3])
  await ledger().database.events.clear()
  await useLedger.getState().load()
  await useLedger.getState().setAuthor('张三')
  await take(given)
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

it('likely sources stand below the actions, however many they are', async () => {
  await take({ ...given, likely: [{ kind: 'stockpile', code: 'A', name: '煤堆' }] as never })
  render(<Tasks />)
  const action = within(task()).getByRole('button', { name: '我已到场' })
  const likely = await within(task()).findByRole('button', { name: /煤堆/ })
  expect(action.compareDocumentPosition(likely)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
})

it('an arrival can be withdrawn within a minute, and stays readable as withdrawn', async () => {
  render(<Tasks />)
  within(task()).getByText(/当时风向 西北风 315°，2 米\/秒$/)
  await arrive()
  within(screen.getByRole('list')).getByText('已到场')
  const back = within(task()).getByRole<HTMLButtonElement>('button', { name: TAKE_BACK })
  await waitFor(() => expect(back.disabled).toBe(false))
  fireEvent.click(back)
  await within(task()).findByText(/的到场已由张三于 .* 撤回，不计入$/)
  within(task()).getByRole('button', { name: '我已到场' })
  within(screen.getByRole('list')).getByText('未到')
  expect(steps()).toEqual([])
  const events = await ledger().database.events.toArray()
  expect(events.map(({ body }) => body)).toMatchObject([
    { type: 'case-step', step: 'arrived' },
    { type: 'withdrawal', event: events[0]!.id, reason: '点错，尚未到场' },
  ])
  // The clocks of the case are updated.
  const record = useLedger.getState().cases.get(ID)!
  expect(caseView(record, Date.now()).stage).toBe('opened')
  expect(record.withdrawnSteps).toHaveLength(1)
})

it('asks who records before an arrival without an author, and writes none without a name', async () => {
  await useLedger.getState().setAuthor('')
  render(<Tasks />)
  fireEvent.click(within(task()).getByRole('button', { name: '我已到场' }))
  const asked = within(await screen.findByRole('dialog'))
  expect(asked.getByRole<HTMLButtonElement>('button', { name: '保存' }).disabled).toBe(true)
  // At the place, there is nothing to explain.
  expect(asked.queryByText(i18next.t('check.why'))).toBeNull()
  expect(await ledger().database.events.count()).toBe(0)
  const name = asked.getByRole('textbox', { name: '记录人' })
  fireEvent.change(name, { target: { value: '李雷' } })
  fireEvent.blur(name)
  await waitFor(() => expect(asked.getByRole<HTMLButtonElement>('button', { name: '保存' }).disabled).toBe(false))
  fireEvent.click(asked.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(steps()).toEqual(['arrived']))
  expect((await ledger().database.events.toArray()).map(({ author }) => author)).toEqual(['李雷'])
})

it('asks before recording an arrival far from the place, and records distance, age of the position and reason', async () => {
  standAt([108.7, 34.45], Date.now() - 4 * 60_000)
  render(<Tasks />)
  fireEvent.click(within(task()).getByRole('button', { name: '我已到场' }))
  const asked = await screen.findByRole('dialog')
  within(asked).getByText('离案件位置 16.6 公里')
  within(asked).getByText(/^位置是 .* 测得的，可能不是现在的$/)
  fireEvent.click(within(asked).getByRole('button', { name: '返回补充' }))
  expect(await ledger().database.events.count()).toBe(0)
  fireEvent.click(within(task()).getByRole('button', { name: '我已到场' }))
  fireEvent.click(await screen.findByRole('button', { name: '现场没有定位信号' }))
  fireEvent.click(screen.getByRole('button', { name: '仍然保存' }))
  await waitFor(() => expect(steps()).toEqual(['arrived']))
  const { event } = useLedger.getState().cases.get(ID)!.standing.steps[0]!
  expect(event.body.evidence).toMatchObject({ flags: ['far', 'old-position'], reason: '现场没有定位信号' })
  expect(stepWords(i18next.t, event.body)).toBe(
    '距案件位置 16.6 公里（定位 ±10 米）；位置测于 4 分钟前；巡查人说明：现场没有定位信号',
  )
  // A record of an earlier version does not mention it.
  const { evidence: _, ...earlier } = event.body
  expect(stepWords(i18next.t, earlier)).toBe('')
})

it('reports a difference between the clocks of device and position, and then shows no age', async () => {
  const now = Date.now()
  useFix.setState({
    fix: { position: [108.7, 34.3], accuracyMetres: 10, headingDegrees: null, at: now - 3 * 3_600_000 },
    toldAt: now,
  })
  render(<Tasks />)
  fireEvent.click(within(task()).getByRole('button', { name: '我已到场' }))
  const dialog = await screen.findByRole('dialog').catch(() => null)
  if (dialog) fireEvent.click(within(dialog).getByRole('button', { name: '仍然保存' }))
  await waitFor(() => expect(steps()).toEqual(['arrived']))
  const { event } = useLedger.getState().cases.get(ID)!.standing.steps[0]!
  expect(event.body.evidence).toMatchObject({ flags: ['clock'] })
  expect(stepWords(i18next.t, event.body)).toContain('平板时间可能不准，请核对')
  expect(stepWords(i18next.t, event.body)).not.toContain('位置测于')
})

it('an arrival can’t be withdrawn after a minute', async () => {
  render(<Tasks />)
  await arrive()
  within(task()).getByRole('button', { name: TAKE_BACK })
  act(() => vi.advanceTimersByTime(TAKEN_BACK_MS + 1000))
  expect(within(task()).queryByRole('button', { name: TAKE_BACK })).toBeNull()
  within(task()).getByText(/已到场/)
})

it('a case assigned again continues from the steps that the desk knew, without those of an earlier assignment that ended in a report', async () => {
  render(<Tasks />)
  await arrive()
  const { id } = (await ledger().database.events.toArray())[0]!
  const isArrived = () => within(task()).queryByRole('button', { name: '我已到场' }) === null
  await take({ ...given, knows: [id], past: [] })
  expect(isArrived()).toBe(true)
  await take({ ...given, knows: [id], past: [id] })
  expect(isArrived()).toBe(false)
  // An earlier version of the desk sends no `past`: then all steps that it knows are past.
  const { past: _, ...earlier } = given
  await take({ ...earlier, knows: [id] })
  expect(isArrived()).toBe(false)
})

it('an arrival withdrawn in an earlier assignment stays readable, and does not count for this one', async () => {
  render(<Tasks />)
  await arrive()
  const back = within(task()).getByRole<HTMLButtonElement>('button', { name: TAKE_BACK })
  await waitFor(() => expect(back.disabled).toBe(false))
  fireEvent.click(back)
  await within(task()).findByText(/^\d{4}-.*撤回，不计入$/)
  const record = () => useLedger.getState().cases.get(ID)!
  const of = { id: ID, title: '西门扬尘' }
  for (const step of ['closed', 'reopened'])
    await act(() =>
      useLedger.getState().append(stepBody(of, record(), { step, when: new Date().toISOString() }), [], null),
    )
  const view = caseView(record(), Date.now())
  const again = assignedCase(view, given as never, { team: '', day: '2022-11-01' }, [])
  const { id } = record().withdrawnSteps[0]!.event
  expect(again.past).toContain(id)
  await take({ ...given, knows: again.knows, past: again.past! })
  within(task()).getByText(/^此前：.*的到场已由张三于 .* 撤回，不计入$/)
  expect(within(task()).getAllByText(/撤回，不计入$/)).toHaveLength(1)
  within(task()).getByRole('button', { name: '我已到场' })
  // A round of an earlier version does not separate earlier assignments.
  const { past: _, ...earlier } = given
  await take({ ...earlier, knows: again.knows })
  expect(within(task()).queryByText(/撤回，不计入$/)).toBeNull()
})

it('shows “wind unknown” if the desk said so, and nothing for rounds from before rounds had the wind', async () => {
  const { wind: _, past, ...unsaid } = given
  await take({ ...unsaid, past: past! })
  render(<Tasks />)
  within(task()).getByText(/当时风向/)
  await take(unsaid)
  expect(task().textContent).not.toContain('风')
})

it('the place is a mark on the map and a stop of the list, and pressing either opens the text', async () => {
  usePreferences.getState().setFieldTab('map')
  render(<Tasks />)
  const placed = tasks.at(-1)!.filter(isPlacedTask)
  const onPress = vi.fn()
  const [mark] = caseTaskMarks(i18next.t, placed, [], onPress)
  expect(mark).toMatchObject({
    at: [108.7, 34.3],
    text: '案',
    state: 'case',
    label: ['案件位置：西门扬尘', '未到'].join(DOT),
  })
  mark!.onPress!()
  expect(onPress).toHaveBeenCalledWith(ID)
  const [beside] = caseTaskMarks(i18next.t, placed, [[108.7, 34.3]], onPress)
  expect(beside!.state).toBe('case beside')
  const [sector] = searchedAround(placed)
  expect(sector![0]).toEqual([108.7, 34.3])
  // North-west of the place, where the wind came from.
  expect(sector![6]![0]).toBeLessThan(108.7)
  expect(sector![6]![1]).toBeGreaterThan(34.3)
  const calm = placed.map((each) => ({ ...each, of: { ...each.of, wind: { fromDegrees: 0, metresPerSecond: 0 } } }))
  expect(searchedAround(calm)[0]).toHaveLength(49)
  expect(
    searchedAround(placed.map((each) => ({ ...each, of: { ...each.of, reachMetres: undefined } })) as never),
  ).toEqual([])
  const scroll = vi.fn()
  task().scrollIntoView = scroll
  fireEvent.click(screen.getByRole('button', { name: /^案件位置：西门扬尘/ }))
  expect(usePreferences.getState().fieldTab).toBe('round')
  expect(scroll).toHaveBeenCalledOnce()
  expect(document.activeElement).toBe(task())
})

it('shows no wind speed that was not measured', async () => {
  await take({ ...given, wind: { fromDegrees: 315, metresPerSecond: 2, isSpeedAssumed: true } })
  render(<Tasks />)
  within(task()).getByText(/当时风向 西北风 315°（风速没有实测）$/)
  expect(task().textContent).not.toContain('米/秒')
})

it('shows that a deadline is over, that a case is made up, and where its likely sources come from', async () => {
  vi.setSystemTime('2022-10-31T03:00:00Z')
  const site = { kind: 'site', code: 'S1', name: '甲工地' }
  const yards = ['Y1', 'Y2'].map((code) => ({ kind: 'yard', code, name: `堆场${code}` }))
  const kinds = [{ id: 'site', title: { zh: '建筑工地', en: 'Site' } }]
  useChentu.setState({ opened: { dataset: { kinds, settings: { city: { zh: '示例市', en: 'Town' } } } } as never })
  await take({
    ...given,
    illustrative: true,
    due: [
      { step: 'arrived', at: '2022-10-31T02:00:00.000Z' },
      { step: 'reported', at: '2022-10-31T04:30:00.000Z' },
    ],
    target: site,
    likely: [site, ...yards],
    stops: [site, yards[0]!].map(({ kind, code }) => ({ kind, code })),
  })
  const found: Discovery = {
    ...{ type: 'discovery', target: { kind: 'yard', code: 'F1', name: '新堆场' }, position: [108.71, 34.3] },
    ...{ accuracyMetres: 5, outline: [], note: '', photos: [] },
  }
  await act(() => useLedger.getState().append(found, [], null))
  const far: Discovery = { ...found, target: { ...found.target, code: 'F2', name: '远堆场' }, position: [108.9, 34.3] }
  await act(() => useLedger.getState().append(far, [], null))
  render(<Tasks />)
  const terms = () => [...task().querySelectorAll('li')].map(({ textContent, dataset }) => [textContent, dataset.state])
  expect(terms()).toEqual([
    ['到场：时限 2022-10-31 10:00，已超时 60 分钟', 'overdue'],
    ['反馈：时限 2022-10-31 12:30，剩余 90 分钟', 'running'],
  ])
  within(task()).getByText('示例')
  const of = (name: string) =>
    within(within(task()).getByRole('group', { name }))
      .getAllByRole('button')
      .map(({ textContent }) => textContent)
  expect(of('可能来源：随路线派发，须检查（点开检查）')).toEqual(['甲工地（监测点所在建筑工地）', '堆场Y1'])
  expect(of('可能来源：没有列入路线（点开检查）')).toEqual(['堆场Y2'])
  expect(of('发现后新登记的污染源（点开检查）')).toEqual(['新堆场'])
  await arrive()
  expect(terms().map(([text]) => text)).toEqual(['反馈：时限 2022-10-31 12:30，剩余 90 分钟'])
})

it('asks before a report without a cause while likely sources are unchecked, names them, and saves it all the same', async () => {
  const kinds = [{ id: 'yard', title: { zh: '堆场', en: 'Yard' } }]
  const dataset = { kinds, rules: [], settings: { city: { zh: '示例市', en: 'Town' } } }
  useChentu.setState({ opened: { dataset } as never })
  const likely = ['Y1', 'Y2'].map((code) => ({ kind: 'yard', code, name: `堆场${code}` }))
  await take({ ...given, likely, stops: [{ kind: 'yard', code: 'Y1' }] })
  render(<Tasks />)
  fireEvent.click(within(task()).getByRole('button', { name: '现场反馈' }))
  fireEvent.click(await within(task()).findByRole('button', { name: '未查到来源' }))
  const save = within(task()).getByRole('button', { name: '保存反馈' })
  fireEvent.click(save)
  const asked = await screen.findByRole('dialog')
  within(asked).getByText('可能来源还有 2 处未查：堆场Y1、堆场Y2')
  fireEvent.click(within(asked).getByRole('button', { name: '返回补充' }))
  expect(steps()).toEqual([])
  fireEvent.click(save)
  fireEvent.click(await screen.findByRole('button', { name: '仍然保存' }))
  await waitFor(() => expect(steps()).toEqual(['reported']))
})

it('confirms a report by its case’s name, and shows it with note and source among the reported ones', async () => {
  await take({ ...given, likely: [{ kind: 'yard', code: 'Y1', name: '东风堆场' }] })
  render(<Tasks />)
  fireEvent.click(within(task()).getByRole('button', { name: '现场反馈' }))
  fireEvent.click(await within(task()).findByRole('button', { name: '查到来源' }))
  fireEvent.change(within(task()).getByLabelText('情况说明'), { target: { value: '裸土未苫盖' } })
  fireEvent.click(within(task()).getByRole('button', { name: '保存反馈' }))
  await screen.findByText('✓ 已保存到本机：西门扬尘的现场反馈，列在下方“已反馈”中')
  fireEvent.click(screen.getByText('已反馈 1 件'))
  expect(within(task()).getByText('情况说明：裸土未苫盖')).toBeTruthy()
})

it('throws a half-filled report away after a confirmation, and closes it', async () => {
  await take({ ...given, likely: [{ kind: 'yard', code: 'Y1', name: '东风堆场' }] })
  render(<Tasks />)
  fireEvent.click(within(task()).getByRole('button', { name: '现场反馈' }))
  fireEvent.change(await within(task()).findByLabelText('情况说明'), { target: { value: '填错了' } })
  fireEvent.click(within(task()).getByRole('button', { name: /^放弃：/ }))
  fireEvent.click(screen.getByRole('button', { name: '放弃并删除' }), { detail: 0 })
  await waitFor(() => expect(within(task()).queryByLabelText('情况说明')).toBeNull())
  expect(await ledger().draftKeys()).toEqual([])
  expect(steps()).toEqual([])
})

it('does not ask before a report of a cause', async () => {
  await take({ ...given, likely: [{ kind: 'yard', code: 'Y1', name: '堆场' }] })
  render(<Tasks />)
  fireEvent.click(within(task()).getByRole('button', { name: '现场反馈' }))
  fireEvent.click(await within(task()).findByRole('button', { name: '查到来源' }))
  fireEvent.click(within(task()).getByRole('button', { name: '保存反馈' }))
  await waitFor(() => expect(steps()).toEqual(['reported']))
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('a case that a receipt of the trusted desk closes is no task any more, until it is given again', async () => {
  take(given)
  render(
    <>
      <Tasks />
      <EndedCases origin={origin} />
    </>,
  )
  await waitFor(() => expect(task()).toBeTruthy())
  const receipt = { bundle: 'b', at: '', from: 1, upTo: 1, photos: [], desk: '1' }
  const cases = [{ id: ID, by: 'desk-9', how: 'closed' as const }]
  const pin = { code: '1', key: null, how: 'code' as const, at: '', reason: '' }
  const receive = (desk: string) =>
    act(() => useLedger.setState({ exchanged: { sent: [], receipts: [{ ...receipt, desk, cases }], pins: [pin] } }))
  receive('2')
  expect(task()).toBeTruthy()
  receive('1')
  expect(screen.queryByRole('article', { name: '西门扬尘' })).toBeNull()
  screen.getByText('内勤已办结或作废 1 件')
  expect(screen.getByText(/^西门扬尘/).textContent).toBe(`西门扬尘${DOT}已办结`)
  take({ ...given, knows: ['desk-9'] })
  expect(task()).toBeTruthy()
  expect(screen.queryByText(/^内勤已办结/)).toBeNull()
})

function Drafts() {
  return useUnfinished().map(({ key, label, open }) => (
    <button key={key} type="button" onClick={() => open?.()}>
      {label}
    </button>
  ))
}

it('a report begun before the desk closed the case can be finished, with its photos', async () => {
  await take(given)
  const cases = [{ id: ID, by: 'desk-9', how: 'closed' as const }]
  const receipts = [{ bundle: 'b', at: '', from: 1, upTo: 1, photos: [], desk: '1', cases }]
  const pins = [{ code: '1', key: null, how: 'code' as const, at: '', reason: '' }]
  await ledger().keepDraft(caseDraftKey(ID), { ...NOTHING_REPORTED, finding: 'cause', note: '裸土未苫盖' }, null)
  act(() => useLedger.setState({ exchanged: { sent: [], receipts, pins } }))
  render(
    <>
      <Drafts />
      <EndedCases origin={origin} />
    </>,
  )
  fireEvent.click(await screen.findByRole('button', { name: /西门扬尘/ }))
  const note = await within(task()).findByLabelText<HTMLTextAreaElement>('情况说明')
  expect(note.value).toBe('裸土未苫盖')
  fireEvent.click(within(task()).getByRole('button', { name: '保存反馈' }))
  await waitFor(() => expect(steps()).toEqual(['reported']))
  await waitFor(() => expect(screen.queryByRole('article', { name: '西门扬尘' })).toBeNull())
})
