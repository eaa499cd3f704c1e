import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { ManageViewsDialog } from '@/features/explore/question/ManageViewsDialog'
import { SaveViewDialog } from '@/features/explore/question/SaveViewDialog'
import { ViewsMenu } from '@/features/explore/question/ViewsMenu'
import { startI18n } from '@/i18n'
import type { MeetingSettings } from '@/io/package/descriptor'
import { useChentu } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { useRequestedDialog } from '@/store/page/requested-dialog'
import { FIRST_VIEW } from '@/store/view/view'
import { useVisibleBox } from '@/store/view/visible-box'

const saveMeeting = vi.hoisted(() => vi.fn())
vi.mock('@/workers/client', async () => ({
  ...(await import('../fixtures/fake-dataset-worker')).fakeDatasetWorker.client,
  datasetWorker: () => ({ saveMeeting }),
}))
const isRefused = vi.hoisted(() => ({ value: false }))
vi.mock('@/store/steps/step', () => ({
  applyChange: async (step: Promise<MeetingSettings>) => {
    const meeting = await step
    if (isRefused.value) return [{ code: 'changed-elsewhere' }]
    const settings = { ...dataset.settings, meeting }
    const evaluation = { asOf: '2022-09-30' }
    useChentu.setState({ opened: { dataset: { ...dataset, settings }, evaluation, shown: {} } as never })
    return []
  },
}))

const ROADS = '/explore?kind=road'
const dataset = {
  name: '咸阳',
  checksum: '0a1b2c3d',
  kinds: [],
  counties: [],
  rules: [],
  clauses: [],
  warnings: [],
  reports: [{ month: '2022-08' }, { month: '2022-09' }],
  settings: { asOf: 'today' },
}
const storedViews = () => usePreferences.getState().views.咸阳 ?? {}
const setView = vi.fn()

beforeAll(async () => {
  vi.spyOn(Selection.prototype, 'collapse').mockReturnValue()
  await import('@/ui/popups/MenuPopup')
  await startI18n('zh-CN')
})
beforeEach(() => {
  setView.mockClear()
  saveMeeting.mockReset()
  saveMeeting.mockImplementation(async (meeting) => meeting)
  isRefused.value = false
  usePreferences.setState({ views: { 咸阳: { 例会: ROADS, 周报: '/explore?state=overdue' } } })
  useRequestedDialog.setState({ asked: null })
  useChentu.setState({
    view: FIRST_VIEW,
    setView,
    opened: { dataset, evaluation: { asOf: '2022-09-30' }, shown: {} } as never,
  })
})
afterEach(cleanup)

/** The entries of the open menu. */
async function entries() {
  fireEvent.click(screen.getByRole('button', { name: '视图' }))
  return (await screen.findAllByRole('menuitem')).map((each) => each.textContent)
}

it('one press opens a view, another saves the current one', async () => {
  render(<ViewsMenu />)
  expect(await entries()).toEqual(['例会按当天', '周报按当天', '保存当前视图…', '管理视图…'])
  fireEvent.click(screen.getByRole('menuitem', { name: /^例会/ }))
  expect(setView).toHaveBeenCalledWith(expect.objectContaining({ data: '0a1b2c3d' }))
  expect(setView.mock.lastCall![0].filters.kinds).toEqual(['road'])
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '视图' }))
  await entries()
  fireEvent.click(screen.getByRole('menuitem', { name: '保存当前视图…' }))
  expect(useRequestedDialog.getState().asked).toEqual({ dialog: 'save-view' })
})

it('is of the current day or of a fixed as-of date, as chosen when saving and shown in lists', async () => {
  const save = (name: string) => {
    fireEvent.change(screen.getByRole('textbox', { name: '视图名称' }), { target: { value: name } })
    fireEvent.submit(screen.getByRole('textbox', { name: '视图名称' }))
    cleanup()
  }
  const isChosen = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name }).checked
  render(<SaveViewDialog onClose={() => undefined} />)
  expect([isChosen('按当天'), isChosen('固定为 2022-09-30（降尘2022年9月）')]).toEqual([true, false])
  fireEvent.click(screen.getByRole('radio', { name: '固定为 2022-09-30（降尘2022年9月）' }))
  save('九月')
  expect(storedViews().九月).toContain('date=2022-09-30')
  // The newest month of another day’s data is a different one.
  expect(storedViews().九月).toContain('month=2022-09')
  // A day chosen on the screen is stored, unless the user wants the current day each time.
  useChentu.setState({ view: { ...FIRST_VIEW, asOf: '2022-09-30' } })
  render(<SaveViewDialog onClose={() => undefined} />)
  expect(isChosen('固定为 2022-09-30（降尘2022年9月）')).toBe(true)
  fireEvent.click(screen.getByRole('radio', { name: '按当天' }))
  save('每日')
  expect(storedViews().每日).not.toContain('date=')
  render(<ViewsMenu />)
  expect((await entries()).slice(0, 4)).toEqual([
    '例会按当天',
    '周报按当天',
    '九月固定为 2022-09-30（降尘2022年9月）',
    '每日按当天',
  ])
  cleanup()
  render(<ManageViewsDialog onClose={() => undefined} />)
  expect(screen.getAllByText('按当天')).toHaveLength(3)
  screen.getByText('固定为 2022-09-30（降尘2022年9月）')
})

it('without any view there is nothing to manage', async () => {
  usePreferences.setState({ views: {} })
  render(<ViewsMenu />)
  expect(await entries()).toEqual(['保存当前视图…'])
})

it('is saved under the typed name, and warns before it replaces a view of that name', () => {
  const onClose = vi.fn()
  render(<SaveViewDialog onClose={onClose} />)
  const field = screen.getByRole('textbox', { name: '视图名称' })
  expect(document.activeElement).toBe(field)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '保存视图' }).disabled).toBe(true)
  fireEvent.change(field, { target: { value: ' 例会 ' } })
  screen.getByText('已有同名视图，保存后替换原来的。')
  screen.getByRole('button', { name: '替换同名视图' })
  fireEvent.change(field, { target: { value: '早会' } })
  fireEvent.submit(field)
  expect(Object.keys(storedViews())).toEqual(['例会', '周报', '早会'])
  expect(onClose).toHaveBeenCalledOnce()
})

it('can be renamed, but not to the name of another view and not to an empty name', () => {
  render(<ManageViewsDialog onClose={() => undefined} />)
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: '视图“例会”改名为' })
  fireEvent.change(field, { target: { value: '周报' } })
  screen.getByRole('alert')
  fireEvent.submit(field)
  fireEvent.change(field, { target: { value: ' ' } })
  fireEvent.blur(field)
  expect(field.value).toBe('例会')
  expect(Object.keys(storedViews())).toEqual(['例会', '周报'])
  fireEvent.change(field, { target: { value: '月初例会' } })
  fireEvent.submit(field)
  expect(storedViews()).toEqual({ 月初例会: ROADS, 周报: '/explore?state=overdue' })
  expect(Object.keys(storedViews())[0]).toBe('月初例会')
  expect(field.isConnected).toBe(true)
})

it('suggests an unused name, so that no view is replaced by accident', () => {
  const filters = { ...NO_FILTERS, kinds: ['road'] }
  useChentu.setState({ view: { ...FIRST_VIEW, filters } })
  const written = () => screen.getByRole<HTMLInputElement>('textbox', { name: '视图名称' }).value
  const offered = () => {
    render(<SaveViewDialog onClose={() => undefined} />)
    const name = written()
    fireEvent.submit(screen.getByRole('textbox', { name: '视图名称' }))
    cleanup()
    return name
  }
  const first = offered()
  expect([offered(), offered()]).toEqual([`${first} 2`, `${first} 3`])
  expect(Object.keys(storedViews())).toHaveLength(5)
  const long = { ...NO_FILTERS, kinds: ['road'.repeat(20)] }
  useChentu.setState({ view: { ...FIRST_VIEW, filters: long } })
  offered()
  expect(offered()).toHaveLength(40)
  expect(Object.keys(storedViews())).toHaveLength(7)
})

it('returns to its place on undo, unless another view has its name by then', () => {
  render(<ManageViewsDialog onClose={() => undefined} />)
  fireEvent.click(screen.getByRole('button', { name: '删除视图 例会' }))
  fireEvent.click(screen.getByRole('button', { name: '撤销' }))
  expect(Object.keys(storedViews())).toEqual(['例会', '周报'])
  fireEvent.click(screen.getByRole('button', { name: '删除视图 例会' }))
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: '视图“周报”改名为' })
  expect(field.maxLength).toBe(40)
  fireEvent.change(field, { target: { value: '例会' } })
  fireEvent.submit(field)
  expect(screen.queryByRole('button', { name: '撤销' })).toBeNull()
  expect(storedViews()).toEqual({ 例会: '/explore?state=overdue' })
})

it('is deleted, and restored by undo, which has the focus', () => {
  render(<ManageViewsDialog onClose={() => undefined} />)
  fireEvent.click(screen.getByRole('button', { name: '删除视图 例会' }))
  expect(Object.keys(storedViews())).toEqual(['周报'])
  const undo = screen.getByRole('button', { name: '撤销' })
  expect(document.activeElement).toBe(undo)
  fireEvent.click(undo)
  expect(storedViews().例会).toBe(ROADS)
})

it('saves the visible part of the map, unless it is the whole city', () => {
  useVisibleBox.setState({ box: [108.5, 34.2, 108.9, 34.5] })
  const save = (name: string, camera: typeof FIRST_VIEW.camera) => {
    useChentu.setState({ view: { ...FIRST_VIEW, camera } })
    render(<SaveViewDialog onClose={() => undefined} />)
    const field = screen.getByRole('textbox', { name: '视图名称' })
    fireEvent.change(field, { target: { value: name } })
    fireEvent.submit(field)
    cleanup()
    return storedViews()[name]
  }
  expect(save('近处', { lon: 108.7, lat: 34.38, zoom: 11 })).toContain('seen=108.50000,34.20000,108.90000,34.50000')
  expect(save('全市', null)).not.toContain('seen')
})

/** The agenda that was stored last. */
const agenda = (): MeetingSettings['agenda'] => saveMeeting.mock.lastCall![0].agenda

it('is added to the meeting by four presses from the screen that it shows', async () => {
  const onClose = vi.fn()
  render(<ViewsMenu />)
  let presses = 0
  const press = (element: HTMLElement) => {
    presses++
    fireEvent.click(element)
  }
  press(screen.getByRole('button', { name: '视图' }))
  press(await screen.findByRole('menuitem', { name: '保存当前视图…' }))
  cleanup()
  useChentu.setState({ view: { ...FIRST_VIEW, filters: { ...NO_FILTERS, kinds: ['road'] } } })
  render(<SaveViewDialog onClose={onClose} />)
  const name = screen.getByRole<HTMLInputElement>('textbox', { name: '视图名称' }).value
  press(screen.getByRole('checkbox', { name: '加入月度调度' }))
  press(screen.getByRole('button', { name: '保存视图' }))
  const said = await screen.findByText(/已加入月度调度/)
  expect(presses).toBe(4)
  expect([said.getAttribute('role'), said.textContent]).toEqual([
    'status',
    `视图“${name}”已保存，并已加入月度调度，为第 8 屏。`,
  ])
  expect(agenda()).toHaveLength(8)
  expect(agenda()[7]).toEqual({ scene: 'pinned', notes: '', title: name, view: storedViews()[name] })
  fireEvent.click(screen.getByRole('button', { name: '去月度调度看这一屏' }))
  expect(setView).toHaveBeenCalledWith({ mode: 'meeting', scene: 7 })
})

it('is saved, with a note, if it could not be added to the meeting', async () => {
  isRefused.value = true
  const onClose = vi.fn()
  render(<SaveViewDialog onClose={onClose} />)
  fireEvent.change(screen.getByRole('textbox', { name: '视图名称' }), { target: { value: '早会' } })
  fireEvent.click(screen.getByRole('checkbox', { name: '加入月度调度' }))
  fireEvent.click(screen.getByRole('button', { name: '保存视图' }))
  await screen.findByRole('alert')
  expect([Object.keys(storedViews()), onClose.mock.calls.length]).toEqual([['例会', '周报', '早会'], 0])
})

it('has its place of the wall in the meeting, without the scenes of a later version', async () => {
  const meeting = {
    agenda: [
      { scene: 'later', notes: '' },
      { scene: 'year', notes: '' },
    ],
    template: null,
  }
  const settings = { ...dataset.settings, meeting }
  const evaluation = { asOf: '2022-09-30' }
  useChentu.setState({ opened: { dataset: { ...dataset, settings }, evaluation, shown: {} } as never })
  render(<SaveViewDialog onClose={() => undefined} />)
  fireEvent.change(screen.getByRole('textbox', { name: '视图名称' }), { target: { value: '早会' } })
  fireEvent.click(screen.getByRole('checkbox', { name: '加入月度调度' }))
  fireEvent.click(screen.getByRole('button', { name: '保存视图' }))
  await screen.findByText(/为第 2 屏/)
  expect(agenda().map(({ scene }) => scene)).toEqual(['later', 'year', 'pinned'])
  fireEvent.click(screen.getByRole('button', { name: '去月度调度看这一屏' }))
  expect(setView).toHaveBeenCalledWith({ mode: 'meeting', scene: 1 })
})

it('of an earlier version is added to the meeting by one press, once, and is replaced by a view saved again', async () => {
  render(<ManageViewsDialog onClose={() => undefined} />)
  fireEvent.click(screen.getByRole('button', { name: '将“例会”加入月度调度' }))
  await screen.findByText('月度调度第 8 屏')
  expect(screen.queryByRole('button', { name: '将“例会”加入月度调度' })).toBeNull()
  cleanup()
  render(<SaveViewDialog onClose={() => undefined} />)
  fireEvent.change(screen.getByRole('textbox', { name: '视图名称' }), { target: { value: '例会' } })
  fireEvent.click(screen.getByRole('checkbox', { name: '加入月度调度' }))
  fireEvent.click(screen.getByRole('button', { name: '替换同名视图' }))
  await screen.findByText(/为第 8 屏/)
  expect(agenda().filter(({ scene }) => scene === 'pinned')).toEqual([
    { scene: 'pinned', notes: '', title: '例会', view: storedViews().例会 },
  ])
})
