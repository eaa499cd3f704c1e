import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { CaseTimeline } from '@/features/explore/cases/CaseTimeline'
import { RoundDialog } from '@/features/explore/visits/round/RoundDialog'
import { startI18n } from '@/i18n'
import { readRoundOrders } from '@/io/field/round-order-file'
import type { CaseOpened } from '@/ledger/case-bodies'
import * as push from '@/ledger/push'
import { stepBody } from '@/store/cases/write-step'
import { useChentu } from '@/store/chentu'
import { useOfficeFolder } from '@/store/device/office-folder'
import { useReceivedRounds } from '@/store/device/received-rounds'
import { useRoundOrders } from '@/store/device/round-orders'
import { today } from '@/store/device/today'
import { ledger, useLedger } from '@/store/ledger'
import { saveFile } from '@/ui/save-file'

const sourceOf = vi.hoisted(() => (source: number) => ({
  ...{ source, kind: 'yard', code: `Y${source}`, sameCode: null, name: `堆场${'零一二三'[source]}` },
  position: [108.7, 34.3 + source / 1000],
}))
vi.mock('@/workers/client', async (original) => ({
  ...(await original<object>()),
  datasetWorker: () => ({
    listedRows: async (rows: readonly number[]) => rows.map(sourceOf),
    findSource: async (_: string, code: string) => sourceOf(Number(code.slice(1))),
  }),
}))
vi.mock('@/ui/save-file', () => ({ saveFile: vi.fn() }))
vi.mock('@/ledger/push', async (original) => ({ ...(await original<object>()), uploadRounds: vi.fn() }))

const LONG = '某建筑工地西侧道路扬尘反复'.repeat(4)
const body: CaseOpened = {
  type: 'case',
  ...{ sort: 'fire', sortName: '火点', title: LONG, reason: '卫星', from: '' },
  ...{ position: [108.7, 34.3], county: '', lead: [], observed: '2022-10-29T00:00:00.000Z' },
  likely: [{ kind: 'yard', code: 'Y1', name: LONG.repeat(2), metres: 9, azimuth: 3, standing: 'fine', overdueDays: 0 }],
  terms: [],
  note: '',
}
const open = () => act(() => useLedger.getState().append(body, [], null))
const record = (id: string) => useLedger.getState().cases.get(id)!
const steps = (id: string) => record(id).standing.steps.map(({ step }) => step)

async function show(caseId: string) {
  render(<RoundDialog first={[]} caseId={caseId} onClose={() => undefined} />)
  await screen.findByText('没有勾选可能来源：派发后巡查组只到案件位置。')
}
const save = () => fireEvent.click(screen.getByRole('button', { name: '保存路线文件（.json）' }))
/** The round that was saved last, as a tablet reads it. */
const saved = async () => {
  const [blob] = vi.mocked(saveFile).mock.lastCall!
  return readRoundOrders(await (blob as Blob).text())
}

beforeEach(async () => {
  await startI18n('zh-CN')
  localStorage.clear()
  vi.clearAllMocks()
  useRoundOrders.setState({ orders: [] })
  useReceivedRounds.setState({ team: '', orders: [] })
  useChentu.setState({
    opened: { dataset: { kinds: [], warnings: [] }, shown: { total: 0 }, evaluation: { asOf: today() } } as never,
  })
  await ledger().database.events.clear()
  await useLedger.getState().load()
  await useLedger.getState().setAuthor('王内勤')
})
afterEach(cleanup)

it('a case is recorded as assigned only once the round is in the folder', async () => {
  useOfficeFolder.getState().set({ url: 'https://dav.example.com/', user: 'u' })
  const { id } = await open()
  await show(id)
  const upload = () => fireEvent.click(screen.getByText('上传路线'))
  vi.mocked(push.uploadRounds).mockResolvedValueOnce('unreachable')
  upload()
  await waitFor(() => expect(screen.getByRole('status').textContent).not.toBe(''))
  expect(record(id).standing.stage).toBe('opened')
  expect(useRoundOrders.getState().orders).toEqual([])
  vi.mocked(push.uploadRounds).mockResolvedValueOnce(null)
  upload()
  await waitFor(() => expect(steps(id)).toEqual(['given']))
  expect(useRoundOrders.getState().orders).toHaveLength(1)
})

const given = (id: string) => record(id).standing.steps[0]!.event
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name: new RegExp(`^${name}`) })
const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } })
const saving = () => screen.getByRole<HTMLButtonElement>('button', { name: '保存路线文件（.json）' })

it('an assignment is signed by a name, which is asked for and remembered', async () => {
  const { id } = await open()
  await show(id)
  expect(field('记录人').value).toBe('王内勤')
  type('记录人', ' ')
  expect(saving().disabled).toBe(true)
  screen.getByText('还需填写：记录人')
  type('记录人', '李内勤')
  const before = Date.now()
  save()
  await waitFor(() => expect(steps(id)).toEqual(['given']))
  expect(given(id).author).toBe('李内勤')
  expect(useLedger.getState().author).toBe('李内勤')
  // If no other time was entered, it was assigned when the button was pressed.
  expect(Date.parse(given(id).body.when)).toBeGreaterThanOrEqual(before)
  // Assigning it again adds no record, so no time is asked for.
  await waitFor(() => expect(screen.queryByRole('textbox', { name: '记录人' })).toBeNull())
  expect(saving().disabled).toBe(false)
})

it('an assignment recorded later has its real time, which is neither in the future nor before the case was noticed', async () => {
  const { id } = await open()
  await show(id)
  type('派发时间', '2999-01-01 08:00')
  expect(saving().disabled).toBe(true)
  screen.getByText('需要改正：派发时间')
  type('派发时间', '2022-10-29 07:59')
  screen.getByText(/^派发时间 2022-10-29 07:59 早于发现时间 2022-10-29 08:00，不能保存.*作废本案/)
  expect(saving().disabled).toBe(true)
  type('派发时间', '2022-10-29 09:30')
  save()
  await waitFor(() => expect(steps(id)).toEqual(['given']))
  expect(given(id).body.when).toBe('2022-10-29T01:30:00.000Z')
})

it('an assignment of a past day has no time until a person enters it', async () => {
  useChentu.setState(({ opened }) => ({ opened: { ...opened, evaluation: { asOf: '2022-10-31' } } as never }))
  const { id } = await open()
  await show(id)
  expect(field('派发时间').value).toBe('')
  expect(saving().disabled).toBe(true)
  fireEvent.click(screen.getByRole('button', { name: '就是现在' }))
  expect(saving().disabled).toBe(false)
})

it('asks before an unfinished round is discarded, and not once it was assigned', async () => {
  const { id } = await open()
  const closed = vi.fn()
  render(<RoundDialog first={[]} caseId={id} onClose={closed} />)
  await screen.findByText('没有勾选可能来源：派发后巡查组只到案件位置。')
  type('路线名称', '西门线')
  // As if Escape were pressed.
  const [dialog] = screen.getAllByRole('dialog')
  const leave = () => fireEvent(dialog!, new Event('close'))
  leave()
  expect(closed).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: '继续填写' }))
  expect(field('路线名称').value).toBe('西门线')
  leave()
  fireEvent.click(screen.getByRole('button', { name: '不保存，关闭' }))
  expect(closed).toHaveBeenCalledOnce()
  fireEvent.click(screen.getByRole('button', { name: '继续填写' }))
  save()
  await waitFor(() => expect(steps(id)).toEqual(['given']))
  await waitFor(() => expect(saving().disabled).toBe(false))
  leave()
  expect(closed).toHaveBeenCalledTimes(2)
})

it('a case with long names reaches the tablet, and is recorded and received once if assigned twice', async () => {
  const { id } = await open()
  await show(id)
  save()
  await waitFor(() => expect(steps(id)).toEqual(['given']))
  const first = (await saved())!
  expect(useReceivedRounds.getState().take(first)).toEqual(first)
  // Also in a dialog that is opened again.
  cleanup()
  await show(id)
  save()
  await waitFor(() => expect(saveFile).toHaveBeenCalledTimes(2))
  await waitFor(() => expect(screen.getByText<HTMLButtonElement>('保存路线文件（.json）').disabled).toBe(false))
  expect(useReceivedRounds.getState().take((await saved())!)).toEqual([])
  expect(steps(id)).toEqual(['given'])
})

it('a second case of the day joins the team’s round, as shown before, and a closed case is removed from it', async () => {
  const one = await open()
  const two = await open()
  await show(one.id)
  expect(screen.queryByRole('note')).toBeNull()
  save()
  await waitFor(() => expect(steps(one.id)).toEqual(['given']))
  cleanup()
  await show(two.id)
  const note = screen.getByRole('note').textContent
  expect(note).toContain(`已有路线“${LONG.slice(0, 40)}”（0 处，异常处置 1 件）`)
  expect(note).toContain('本件并入该路线：新增 0 处，原有点位和案件保留')
  expect(screen.getByLabelText<HTMLInputElement>('路线名称').readOnly).toBe(true)
  save()
  await waitFor(() => expect(steps(two.id)).toEqual(['given']))
  // The file alone gives a tablet the whole day, also a tablet that never had the first one.
  expect((await saved())![0]!.cases!.map(({ id }) => id)).toEqual([two.id, one.id])
  expect(useRoundOrders.getState().orders).toHaveLength(1)
  // For another team it is a separate round.
  fireEvent.change(screen.getByRole('combobox', { name: '巡查组' }), { target: { value: '二组' } })
  expect(screen.queryByText(/本件并入该路线|本件已在/)).toBeNull()
  cleanup()
  const said = { step: 'closed', when: '2022-10-30T00:00:00.000Z', note: '已整改' }
  const closing = await act(() =>
    useLedger.getState().append(stepBody({ id: one.id, title: LONG }, record(one.id), said), [], null),
  )
  await show(two.id)
  screen.getByText(/^本件已在全部巡查组.*的路线/)
  save()
  await waitFor(() => expect(saveFile).toHaveBeenCalledTimes(3))
  expect(await saved()).toMatchObject([{ cases: [{ id: two.id }], done: [{ id: one.id, by: closing.id }] }])
  expect((await saved())![0]!.cases).toHaveLength(1)
})

it('a team’s sources of the day stay, once each, and have to be visited again if the case is reopened', async () => {
  const target = { kind: 'yard', code: 'Y1', name: '堆场一' }
  const { id } = await act(() => useLedger.getState().append({ ...body, target }, [], null))
  const y0 = { kind: 'yard', code: 'Y0', name: '堆场零' }
  useRoundOrders.setState({
    orders: [{ name: '日常', team: '', day: today(), stops: [y0, target], from: 'desk' }],
  })
  const show = async () => {
    render(<RoundDialog first={[1, 2]} caseId={id} onClose={() => undefined} />)
    await screen.findByText('堆场二')
  }
  await show()
  expect(screen.getByRole('note').textContent).toContain('新增 1 处')
  const listed = within(screen.getByRole('region', { name: '路线上的点位' })).getAllByRole('listitem')
  expect(listed.map(({ textContent }) => textContent)).toEqual([
    // It stands at the place of the case.
    '1堆场零（案件位置在此）×',
    '2堆场一×',
    '3堆场二×',
  ])
  save()
  await waitFor(() => expect(steps(id)).toEqual(['given']))
  expect((await saved())![0]!.stops.map(({ code, after }) => [code, after])).toEqual([
    ['Y0', undefined],
    ['Y1', undefined],
    ['Y2', undefined],
  ])
  // A place that the team visits anyway is not a stop of the case.
  expect((await saved())![0]!.cases![0]!.stops).toEqual([
    { kind: 'yard', code: 'Y1' },
    { kind: 'yard', code: 'Y2' },
  ])
  cleanup()
  const when = '2022-10-30T06:00:00.000Z'
  for (const step of ['closed', 'reopened'])
    await act(() => useLedger.getState().append(stepBody({ id, title: LONG }, record(id), { step, when }), [], null))
  await show()
  screen.getByText(/^第2次办理：本件的点位重新列为未到/)
  save()
  await waitFor(() => expect(saveFile).toHaveBeenCalledTimes(2))
  expect((await saved())![0]!.stops.map(({ code, after }) => [code, after])).toEqual([
    ['Y0', undefined],
    ['Y1', when],
    ['Y2', undefined],
  ])
  await waitFor(() => expect(steps(id)).toEqual(['given', 'closed', 'reopened', 'given']))
})

it('a step written here can be withdrawn, and stays readable', async () => {
  const { id } = await open()
  const said = { step: 'given', when: '2022-10-30T00:00:00.000Z', team: '一组' }
  await act(() => useLedger.getState().append(stepBody({ id, title: LONG }, record(id), said), [], null))
  const { rerender } = render(<CaseTimeline record={record(id)} />)
  fireEvent.click(screen.getByRole('button', { name: '作废“派发”这条记录' }))
  const form = screen.getByRole('form', { name: '作废“派发”这条记录' })
  fireEvent.click(within(form).getByRole('button', { name: '实际未办' }))
  fireEvent.click(within(form).getByRole('button', { name: '作废' }))
  await waitFor(() => expect(record(id).standing.stage).toBe('opened'))
  rerender(<CaseTimeline record={record(id)} />)
  screen.getByText(/作废：实际未办（王内勤/)
  expect(screen.queryByRole('button', { name: /^作废/ })).toBeNull()
})

it('the place of a case and the source that stands there are one stop', async () => {
  const { id } = await act(() => useLedger.getState().append({ ...body, position: [108.7, 34.301] }, [], null))
  render(<RoundDialog first={[1, 2]} caseId={id} onClose={() => undefined} />)
  await screen.findByText('堆场一（案件位置在此）')
  screen.getByText(/^共 2 处/)
  expect(screen.queryByText(/^案件位置：/)).toBeNull()
  // Without that source, the team still goes to the place.
  fireEvent.click(screen.getByRole('button', { name: '不去堆场一' }))
  screen.getByText(/^案件位置：/)
  screen.getByText(/^共 2 处/)
})
