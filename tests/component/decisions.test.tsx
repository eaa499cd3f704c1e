import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Decision } from '@/domain/meeting/decision'
import type { MeetingNotes } from '@/domain/meeting/meeting-day'
import { AgendaDialog } from '@/features/meeting/AgendaDialog'
import { DecisionForm } from '@/features/meeting/DecisionForm'
import { DecisionsDialog } from '@/features/meeting/DecisionsDialog'
import { DecisionsScene } from '@/features/meeting/DecisionsScene'
import { SceneContext } from '@/features/meeting/scene-context'
import { startI18n } from '@/i18n'
import type { MeetingSettings } from '@/io/package/descriptor'
import { useChentu } from '@/store/chentu'
import { showMonth } from './small-meeting'

const saved = vi.fn()
const isRefused = vi.hoisted(() => ({ value: false }))
vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({ saveMeeting: saved, meetingFigures: () => new Promise(() => undefined) }),
  onDatasetWorkerStopped: () => undefined,
}))
vi.mock('@/store/steps/step', () => ({
  applyChange: async (step: Promise<Partial<MeetingSettings>>) => {
    const changed = await step
    if (isRefused.value) return [{ code: 'changed-elsewhere' }]
    const { decisions = [], held } = { ...keptMeeting(), ...changed }
    keepDecisions(decisions, held)
    return []
  },
}))

const EARLIER: Decision = {
  id: 'a',
  month: '2022-09',
  decidedOn: '2022-10-08',
  county: '610430',
  task: '裸土全部覆盖',
  department: '市住房和城乡建设局',
  due: '2022-10-20',
  doneOn: '',
  note: '',
}

beforeAll(async () => {
  // happy-dom answers each of its moves of the selection with another, endlessly.
  vi.spyOn(Selection.prototype, 'collapse').mockReturnValue()
  await startI18n('zh-CN')
  // Loads the code that would come with the dialog.
  await import('@/ui/popups/ComboBoxField')
})
/** The open package with these decisions and these facts of its meetings. */
function keepDecisions(decisions: readonly Decision[], held: MeetingNotes['held'] = {}) {
  const dataset = {
    settings: { meeting: { agenda: [], template: null, counties: [], decisions, held } },
    reports: ['2022-09', '2022-10'].map((month) => ({ month, rows: [] })),
    counties: [{ code: '610430', name: '淳化县', nameEn: 'Chunhua' }],
    warnings: [],
    clauses: [{ number: 23, lead: ['市住房和城乡建设局'] }],
    glossary: {},
    provenance: [],
  }
  useChentu.setState({ opened: { dataset, ring: { radiusMetres: 25_000, basis: 'centre' } } } as never)
}

beforeEach(() => {
  saved.mockReset()
  saved.mockImplementation(async (meeting) => meeting)
  isRefused.value = false
  keepDecisions([EARLIER])
  showMonth('2022-10')
})
afterEach(cleanup)

const keptMeeting = () => useChentu.getState().opened!.dataset.settings.meeting!
const keptDecisions = () => saved.mock.lastCall![0].decisions as Decision[]

it('adds a decision on the county, below earlier decisions', async () => {
  render(<DecisionsDialog onClose={() => undefined} />)
  const add = await screen.findByRole('button', { name: '记入' })
  expect((add as HTMLButtonElement).disabled).toBe(true)
  const task = screen.getByLabelText('事项') as HTMLTextAreaElement
  fireEvent.change(task, { target: { value: ' 道路每日洒水三次 ' } })
  fireEvent.click(add)
  await waitFor(() => expect(saved).toHaveBeenCalledOnce())
  expect(keptDecisions()).toMatchObject([
    EARLIER,
    { month: '2022-10', county: '', task: '道路每日洒水三次', due: '', doneOn: '', note: '' },
  ])
  await waitFor(() => expect(task.value).toBe(''))
})

/** Runs with this day as today. */
async function onDay(day: string, run: () => void | Promise<void>) {
  vi.useFakeTimers({ now: new Date(`${day}T02:00:00Z`), toFake: ['Date'] })
  try {
    await run()
  } finally {
    vi.useRealTimers()
  }
}
const dayField = () => screen.getByRole('button', { name: /会议日期/ }).textContent

it('stores today as the day of the meeting with the first decision, if it is held today', () =>
  onDay('2022-11-09', async () => {
    render(<DecisionsDialog onClose={() => undefined} />)
    expect(dayField()).toContain('2022年11月9日')
    fireEvent.change(screen.getByLabelText('事项'), { target: { value: '复核' } })
    fireEvent.click(screen.getByRole('button', { name: '记入' }))
    await waitFor(() => expect(saved).toHaveBeenCalledOnce())
    expect(saved.mock.lastCall![0].held).toEqual({ '2022-10': { day: '2022-11-09' } })
    expect(keptDecisions()[1]!.decidedOn).toBe('2022-11-09')
  }))

it('asks for the day of a past meeting, and evaluates as of the month’s last day until it is given', async () => {
  render(<DecisionsDialog onClose={() => undefined} />)
  expect(dayField()).not.toContain('20')
  screen.getByText(/^未填会议日期：议定事项的进展按2022年10月31日判定/)
  screen.getByRole('heading', { name: '往次会议（截至2022年10月31日）' })
  act(() => keepDecisions([{ ...EARLIER, due: '2022-11-05' }], { '2022-10': { day: '2022-11-10' } }))
  screen.getByText('逾期未完成')
  expect(screen.queryByText(/^未填会议日期/)).toBeNull()
  screen.getByRole('heading', { name: '往次会议（截至2022年11月10日）' })
  act(() => keepDecisions([{ ...EARLIER, due: '2022-11-05' }], { '2022-10': { day: '2022-11-04' } }))
  screen.getByText('未完成')
})

it('opens the calendar of a deadline at the day of the meeting', async () => {
  const before = { task: '', county: '', department: '', due: '' } as const
  render(
    <DecisionForm before={before} day="2022-11-09" keep="记入" onUnsaved={() => undefined} onKeep={async () => true} />,
  )
  fireEvent.click(screen.getByRole('button', { name: /完成时限/ }))
  await screen.findByText('2022年11月', { selector: 'h2' })
})

it('stores place and chair as they are typed, beside the day', async () => {
  keepDecisions([], { '2022-10': { day: '2022-11-09' }, '2022-09': { day: '2022-10-08' } })
  render(<DecisionsDialog onClose={() => undefined} />)
  for (const [label, text] of [
    ['会议地点', ' 三楼会议室 '],
    ['主持人', '王某'],
  ] as const) {
    const field = screen.getByLabelText(label)
    fireEvent.change(field, { target: { value: text } })
    fireEvent.blur(field)
  }
  await waitFor(() =>
    expect(saved.mock.lastCall?.[0].held).toEqual({
      '2022-09': { day: '2022-10-08' },
      '2022-10': { day: '2022-11-09', place: '三楼会议室', chair: '王某' },
    }),
  )
})

it.each([
  ['主持人', '记入', { decisions: [EARLIER, { task: '复核' }], held: { chair: '王某' } }],
  ['会议地点', '标为已完成', { decisions: [{ id: 'a', doneOn: '2022-10-31' }], held: { place: '王某' } }],
])('stores %s as just typed, together with the change by %s', async (label, button, { decisions, held }) => {
  let release = () => {}
  saved.mockImplementationOnce(
    (change) =>
      new Promise((kept) => {
        release = () => kept(change)
      }),
  )
  render(<DecisionsDialog onClose={() => undefined} />)
  fireEvent.change(screen.getByLabelText('事项'), { target: { value: '复核' } })
  const field = screen.getByLabelText(label)
  fireEvent.change(field, { target: { value: '王某' } })
  // One press of the mouse: the field loses the focus, then the button is clicked.
  fireEvent.blur(field)
  fireEvent.click(screen.getByRole('button', { name: button }))
  await waitFor(() => expect(saved).toHaveBeenCalled())
  release()
  await waitFor(() => expect(keptMeeting()).toMatchObject({ decisions, held: { '2022-10': held } }))
  // Each sends only what it changes; the workspace merges that into the stored values.
  expect(saved.mock.calls.map(([change]) => 'agenda' in change)).toEqual([false, false])
})

it('evaluates and records as of today if the meeting is in the future', () =>
  onDay('2022-11-09', async () => {
    keepDecisions([{ ...EARLIER, due: '2022-11-12' }], { '2022-10': { day: '2022-11-16' } })
    render(<DecisionsDialog onClose={() => undefined} />)
    screen.getByText('未完成')
    screen.getByRole('heading', { name: '往次会议（截至2022年11月9日）' })
    fireEvent.change(screen.getByLabelText('事项'), { target: { value: '复核' } })
    fireEvent.click(screen.getByRole('button', { name: '记入' }))
    await waitFor(() => expect(saved).toHaveBeenCalledOnce())
    expect(keptDecisions()[1]!.decidedOn).toBe('2022-11-09')
    expect(saved.mock.lastCall![0].held).toEqual({ '2022-10': { day: '2022-11-16' } })
  }))

it('stays on the month it was opened for when the wall shows another', async () => {
  render(<DecisionsDialog onClose={() => undefined} />)
  fireEvent.change(screen.getByLabelText('事项'), { target: { value: '复核' } })
  act(() => showMonth('2022-09'))
  screen.getByRole('dialog', { name: /2022年10月/ })
  fireEvent.click(screen.getByRole('button', { name: '记入' }))
  await waitFor(() => expect(keptDecisions()[1]).toMatchObject({ month: '2022-10', task: '复核' }))
  expect(Object.keys(saved.mock.lastCall![0].held)).toEqual(['2022-10'])
})

it('shows the state at the meeting for what was done later', () => {
  keepDecisions([{ ...EARLIER, doneOn: '2022-11-20' }], { '2022-10': { day: '2022-11-09' } })
  render(<DecisionsDialog onClose={() => undefined} />)
  screen.getByText('已完成（截至2022年11月9日逾期未完成）')
})

it('keeps the typed text if it could not be saved', async () => {
  isRefused.value = true
  render(<DecisionsDialog onClose={() => undefined} />)
  const task = screen.getByLabelText('事项') as HTMLTextAreaElement
  fireEvent.change(task, { target: { value: '复核' } })
  fireEvent.click(await screen.findByRole('button', { name: '记入' }))
  await screen.findByRole('alert')
  expect(task.value).toBe('复核')
})

it('clears the form after saving, so that the next decision is not recorded for the same county', async () => {
  render(<DecisionsDialog onClose={() => undefined} />)
  const county = () => screen.getByRole('button', { name: /区县/ })
  fireEvent.click(county())
  fireEvent.click(await screen.findByRole('option', { name: '淳化县' }))
  fireEvent.change(screen.getByLabelText('事项'), { target: { value: '覆盖' } })
  expect(county().textContent).toContain('淳化县')
  fireEvent.click(screen.getByRole('button', { name: '记入' }))
  await waitFor(() => expect(keptDecisions()[1]).toMatchObject({ county: '610430', task: '覆盖' }))
  await waitFor(() => expect(county().textContent).toContain('全市'))
})

it('marks a decision as done, with day and note, and changes no other field', async () => {
  render(<DecisionsDialog onClose={() => undefined} />)
  expect(screen.getByText('逾期未完成')).toBeTruthy()
  expect(screen.getByText(/2022年10月20日/)).toBeTruthy()
  const done = screen.getByRole('button', { name: '标为已完成' })
  const note = screen.getByLabelText('“裸土全部覆盖”的说明')
  fireEvent.change(note, { target: { value: '已覆盖 3 处' } })
  // A press on a button that also leaves the note must count.
  fireEvent.blur(note)
  fireEvent.click(done)
  await waitFor(() => expect(saved).toHaveBeenCalledTimes(2))
  const [{ doneOn, ...rest }] = keptDecisions() as [Decision]
  // For a past month it is done on the month’s last day, not on the day of writing.
  expect(doneOn).toBe('2022-10-31')
  expect({ ...rest, doneOn: '' }).toEqual({ ...EARLIER, note: '已覆盖 3 处' })
  expect(await screen.findByRole('button', { name: /完成日期/ })).toBeTruthy()
})

it('changes a decision', async () => {
  render(<DecisionsDialog onClose={() => undefined} />)
  fireEvent.click(screen.getByRole('button', { name: '修改“裸土全部覆盖”' }))
  fireEvent.change(screen.getByDisplayValue('裸土全部覆盖'), { target: { value: '裸土覆盖并洒水' } })
  fireEvent.click(screen.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(keptDecisions()).toEqual([{ ...EARLIER, task: '裸土覆盖并洒水' }]))
  expect(await screen.findByText('裸土覆盖并洒水')).toBeTruthy()
})

it('deletes a decision of this meeting, and restores it at its place', async () => {
  const [first, second] = ['一', '二'].map((task) => ({ ...EARLIER, id: task, month: '2022-10', task }))
  keepDecisions([first!, second!])
  render(<DecisionsDialog onClose={() => undefined} />)
  const drop = screen.getByRole('button', { name: '删除“一”' })
  expect(drop.textContent).toBe('删除')
  fireEvent.click(drop)
  await waitFor(() => expect(keptDecisions()).toEqual([second]))
  fireEvent.click(await screen.findByRole('button', { name: '撤销' }))
  await waitFor(() => expect(keptDecisions()).toEqual([first, second]))
})

it('shows on the wall the result by the day of the meeting, and which departments are late', () => {
  keepDecisions(
    [
      EARLIER,
      { ...EARLIER, id: 'b', county: '', task: '编制方案', doneOn: '2022-10-15', note: '已印发' },
      { ...EARLIER, id: 'c', month: '2022-10', task: '本次议定' },
      { ...EARLIER, id: 'd', task: '此后到期', due: '2022-11-11' },
      { ...EARLIER, id: 'e', task: '此后办结', due: '', doneOn: '2022-11-11' },
    ],
    { '2022-10': { day: '2022-11-10' } },
  )
  const item = { scene: 'decisions' as const, notes: '' }
  render(
    <SceneContext value={{ item, step: 'all', place: '1 / 1', ahead: false, small: false, begins: false }}>
      <DecisionsScene />
    </SceneContext>,
  )
  expect(screen.getByRole('heading').textContent).toBe('上次会议 4 项：1 项完成、1 项逾期、2 项未完成')
  expect(screen.getByText(/截至2022年11月10日/)).toBeTruthy()
  const row = screen.getByRole('row', { name: /裸土全部覆盖/ })
  const cells = [...row.children].map(({ textContent }) => textContent)
  expect(cells).toEqual([
    ...['2022年9月', '淳化县', '裸土全部覆盖', '市住房和城乡建设局', '2022年10月20日', '逾期未完成', ''],
  ])
  expect(row.dataset.over).toBe('true')
  expect(screen.getByRole('row', { name: /编制方案/ }).textContent).toContain('已印发')
  expect(screen.queryByText('本次议定')).toBeNull()
})

it('asks before closing a half-written decision, and keeps the text', async () => {
  const onClose = vi.fn()
  render(<DecisionsDialog onClose={onClose} />)
  const dialog = screen.getByRole('dialog', { name: /2022年10月/ })
  const task = within(dialog).getByLabelText<HTMLTextAreaElement>('事项')
  fireEvent.change(task, { target: { value: '月底前覆盖' } })
  const close = () => fireEvent.click(within(dialog).getByRole('button', { name: '关闭', hidden: true }))
  close()
  fireEvent.click(screen.getByRole('button', { name: '继续填写' }))
  expect([task.value, onClose.mock.calls.length]).toEqual(['月底前覆盖', 0])
  close()
  fireEvent.click(screen.getByRole('button', { name: '不保存，关闭' }))
  expect(onClose).toHaveBeenCalledOnce()
  cleanup()
  onClose.mockReset()
  render(<DecisionsDialog onClose={onClose} />)
  fireEvent.click(screen.getByRole('button', { name: '关闭' }))
  expect(onClose).toHaveBeenCalledOnce()
})

it('does not ask, and overwrites nothing, if another window changed the open decision', async () => {
  const onClose = vi.fn()
  render(<DecisionsDialog onClose={onClose} />)
  fireEvent.click(screen.getByRole('button', { name: '修改“裸土全部覆盖”' }))
  const elsewhere = { ...EARLIER, department: '市城市管理局', due: '2022-11-30' }
  act(() => keepDecisions([elsewhere]))
  fireEvent.click(screen.getByRole('button', { name: '关闭' }))
  expect(onClose).toHaveBeenCalledOnce()
  fireEvent.change(screen.getByDisplayValue('裸土全部覆盖'), { target: { value: '裸土覆盖并洒水' } })
  fireEvent.click(screen.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(keptDecisions()).toEqual([{ ...elsewhere, task: '裸土覆盖并洒水' }]))
})

it('does not ask if a decision only has spaces around its text', () => {
  keepDecisions([{ ...EARLIER, task: '裸土全部覆盖 ' }])
  const onClose = vi.fn()
  render(<DecisionsDialog onClose={onClose} />)
  fireEvent.click(screen.getByRole('button', { name: /^修改“裸土全部覆盖/ }))
  fireEvent.click(screen.getByRole('button', { name: '关闭' }))
  expect(onClose).toHaveBeenCalledOnce()
})

it('does not ask if headline and steps of an agenda are unchanged', () => {
  const onClose = vi.fn()
  render(<AgendaDialog onSaved={() => undefined} onClose={onClose} />)
  const [headline] = screen.getAllByLabelText<HTMLInputElement>(/的标题（2022年10月）/)
  fireEvent.change(headline!, { target: { value: '另写的标题' } })
  fireEvent.change(headline!, { target: { value: '' } })
  const [step] = screen.getAllByRole<HTMLInputElement>('checkbox')
  fireEvent.click(step!)
  fireEvent.click(step!)
  expect(step!.checked).toBe(true)
  fireEvent.click(screen.getByRole('button', { name: '关闭' }))
  expect(onClose).toHaveBeenCalledOnce()
})

it('asks before closing a changed agenda, and not an unchanged one', () => {
  const onClose = vi.fn()
  render(<AgendaDialog onSaved={() => undefined} onClose={onClose} />)
  fireEvent.click(screen.getByRole('button', { name: '下移各区县降尘量排名' }))
  fireEvent.click(screen.getByRole('button', { name: '关闭' }))
  fireEvent.click(screen.getByRole('button', { name: '继续填写' }))
  fireEvent.click(screen.getByRole('button', { name: '上移各区县降尘量排名' }))
  expect(onClose).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: '关闭' }))
  expect(onClose).toHaveBeenCalledOnce()
})
