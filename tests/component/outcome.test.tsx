import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { Notices } from '@/app/Notices'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { OutcomeLine } from '@/features/import/waiting/OutcomeLine'
import { TakeOver } from '@/features/import/waiting/TakeOver'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { useImports } from '@/store/imports'
import { useNotices } from '@/store/page/notices'
import { useWindows } from '@/store/steps/windows'

const worker = {
  undoVersion: vi.fn(async () => ({ value: null, problems: [{ code: 'not-in-force', file: '议程' }] })),
  listVersions: vi.fn(async () => ({ versions: [], head: 6 })),
}
vi.mock('@/workers/client', () => ({
  datasetWorker: () => worker,
  onDatasetWorkerStopped: () => undefined,
  datasetReopened: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))

beforeAll(async () => {
  await startI18n('zh-CN')
})
afterEach(() => {
  cleanup()
  useWindows.setState({ elsewhere: null })
})

const undo = () => screen.queryByRole('button', { name: '撤销' })
const showTaken = (moved: { from: string; to: string } | null = null) => {
  useImports.setState({
    outcome: { kind: 'taken', files: 1, rows: { taken: 9, left: 0 }, tables: [], version: 5, roles: [], moved },
    versions: { versions: [], head: 5 },
  })
  render(<OutcomeLine />)
}

it('offers to undo an import while it is in force, and afterwards the list of versions', () => {
  showTaken()
  expect(undo()).not.toBeNull()
  // The meeting’s agenda was saved.
  act(() => useImports.setState({ versions: { versions: [], head: 6 } }))
  expect(undo()).toBeNull()
  screen.getByText(/此后数据又有更改/)
  screen.getByRole('button', { name: '历史版本' })
})

it('offers no undo if another window has changed the data since', () => {
  showTaken()
  act(() => useWindows.setState({ elsewhere: { code: 'changed-elsewhere', file: '堆场.csv' } }))
  expect(undo()).toBeNull()
})

it('names the import to be undone, and why undo failed', async () => {
  showTaken()
  fireEvent.click(undo()!)
  await screen.findByText(/没有撤销，当前数据不变/)
  expect(worker.undoVersion).toHaveBeenCalledWith(5)
})

it('reports that the as-of date moved with the data, and resets it on a press', () => {
  const setView = vi.fn()
  const dataset = { reports: [], dustfallPoints: [] }
  useChentu.setState({ setView, opened: { dataset, evaluation: { asOf: '2023-01-31' } } as never })
  showTaken({ from: '2022-10-31', to: '2023-01-31' })
  screen.getByText(/截至日期由 2022-10-31 改为 2023-01-31，逾期天数按新日期计算/)
  fireEvent.click(screen.getByRole('button', { name: '截至日期改回 2022-10-31' }))
  expect(setView).toHaveBeenCalledWith({ asOf: '2022-10-31' })
  act(() => useChentu.setState({ opened: { dataset, evaluation: { asOf: '2022-10-31' } } as never }))
  expect(screen.queryByText(/截至日期由/)).toBeNull()
  useChentu.setState({ opened: null })
})

it('says how many rows were imported and how many were not, and after undoing which month the ranking shows', () => {
  const dataset = { reports: [{ month: '2022-10' }], dustfallPoints: [] }
  useChentu.setState({ opened: { dataset, evaluation: { asOf: '2022-10-31' } } as never })
  useImports.setState({
    outcome: { kind: 'taken', files: 2, rows: { taken: 41, left: 7 }, tables: [], version: 5, roles: [], moved: null },
    versions: { versions: [], head: 5 },
  })
  render(<OutcomeLine />)
  screen.getByText(/^已导入 2 个文件，共 41 行，并保存在本机浏览器里。有 7 行没有导入，不计入任何结果/)
  act(() => useImports.setState({ outcome: { kind: 'undone' } }))
  screen.getByText('已撤销，恢复到导入之前。月度排名现显示 2022 年 10 月。数据现截至 2022-10-31。')
  useChentu.setState({ opened: null })
})

it('opens the map of the imported rows, without earlier filters and without the table', () => {
  const setView = vi.fn()
  const dataset = { reports: [], dustfallPoints: [], kinds: [{ id: 'stockpile' }, { id: 'yard' }] }
  useChentu.setState({ setView, opened: { dataset, evaluation: { asOf: '2022-10-31' } } as never })
  const outcome = {
    kind: 'taken',
    files: 1,
    rows: { taken: 9, left: 0 },
    tables: [],
    version: 5,
    roles: ['yard'],
    moved: null,
  } as const
  useImports.setState({ outcome })
  render(<OutcomeLine />)
  fireEvent.click(screen.getByRole('button', { name: '到地图上看' }))
  const narrowed = { filters: { ...NO_FILTERS, kinds: ['yard'] }, within: null, table: false }
  expect(setView).toHaveBeenCalledWith(expect.objectContaining(narrowed))
  useChentu.setState({ opened: null })
})

it('moves the focus to the map once the pressed button is gone', () => {
  useNotices.setState({ codes: ['taken'] })
  useChentu.setState({ view: { ...useChentu.getState().view, mode: 'explore' } })
  useImports.setState({
    outcome: { kind: 'taken', files: 1, rows: { taken: 9, left: 0 }, tables: [], version: 5, roles: [], moved: null },
    versions: { versions: [], head: 5 },
  })
  render(<Notices />)
  act(() => undo()!.focus())
  // It is undone.
  act(() => useImports.setState({ outcome: { kind: 'undone' }, versions: { versions: [], head: 6 } }))
  expect(undo()).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('status'))
  act(() => useNotices.setState({ codes: [] }))
})

it('shows no empty notice after other actions, nor on another screen', () => {
  const { view } = useChentu.getState()
  const setView = (change: object) => useChentu.setState({ view: { ...useChentu.getState().view, ...change } })
  useChentu.setState({ view: { ...view, mode: 'data' }, setView, opened: null })
  const toMap = () => {
    act(() => setView({ mode: 'data' }))
    const { unmount } = render(<OutcomeLine />)
    fireEvent.click(screen.getByRole('button', { name: '到地图上看' }))
    unmount()
  }
  render(<Notices />)
  const notices = () => screen.queryByRole('region', { name: '提示' })
  act(() => useImports.setState({ outcome: { kind: 'restored', what: '版本' } }))
  toMap()
  expect(notices()).toBeNull()
  act(() =>
    useImports.setState({
      outcome: { kind: 'taken', files: 1, rows: { taken: 9, left: 0 }, tables: [], version: 5, roles: [], moved: null },
      versions: { versions: [], head: 5 },
    }),
  )
  toMap()
  expect(notices()?.textContent).toContain('已导入 1 个文件，共 9 行，并保存在本机浏览器里。')
  expect(notices()?.textContent).toContain('撤销')
  act(() => setView({ mode: 'field' }))
  expect(notices()).toBeNull()
  act(() => setView({ mode: 'explore' }))
  expect(notices()).toBeNull()
})

it('asks the user to review first if another window has changed the data, with the error and a readable time', () => {
  const look = vi.fn(async () => undefined)
  useWindows.setState({ look })
  const problem = { code: 'changed-elsewhere', file: '堆场.csv', seen: '2026-11-26T01:58:58.373Z' } as const
  const item = { id: 1, file: '工地.csv', bytes: 3, problem: null, table: { blockers: [], counts: { refused: 2 } } }
  useImports.setState({ items: [item as never], outcome: { kind: 'refused', problems: [problem] } })
  render(
    <>
      <OutcomeLine />
      <TakeOver />
    </>,
  )
  expect(screen.getByRole('alert').textContent).not.toMatch(/T01:58|：$/)
  const confirm = screen.getByRole<HTMLButtonElement>('button', { name: '确认导入 1 个文件' })
  expect(confirm.disabled).toBe(true)
  fireEvent.click(screen.getByRole('button', { name: '查看更改后的数据' }))
  expect(look).toHaveBeenCalled()
  act(() => useImports.setState({ outcome: null }))
  expect(confirm.disabled).toBe(false)
  screen.getByText('一次全部生效，可以撤销；其中 2 行不予导入，原因见质量报告')
})

it('offers no confirmation if no file could be read', () => {
  const item = {
    id: 1,
    file: '损坏.xlsx',
    bytes: 3,
    problem: { code: 'file-unreadable', file: '损坏.xlsx' },
    table: null,
  }
  useImports.setState({ items: [item as never], outcome: null })
  render(<TakeOver />)
  expect(screen.queryByRole('button')).toBeNull()
  useImports.setState({ items: [] })
})

it('names the kinds of tables, and how many of their rows were added, changed, kept, removed or replaced', () => {
  const base = { changed: 0, same: 0, kept: 0, removed: 0, replaced: 0, pointsGone: 0 }
  const tables = [
    { role: 'dustfall-points', ...base, added: 3, changed: 2, same: 4, kept: 5 },
    { role: 'dustfall-samples', ...base, added: 39, replaced: 40 },
    { role: 'dustfall-published', ...base, added: 0, removed: 1 },
  ] as const
  useImports.setState({
    outcome: { kind: 'taken', files: 3, rows: { taken: 48, left: 0 }, tables, version: 5, roles: [], moved: null },
    versions: { versions: [], head: 5 },
  })
  render(<OutcomeLine />)
  const text = screen.getByRole('status').textContent
  expect(text).toContain('降尘监测点位：新增 3 行、改变 2 行、不变 4 行、文件未涉及而保留 5 行。')
  expect(text).toMatch(/：新增 39 行、整体替换原有示例 40 行。/)
  expect(text).toMatch(/：新增 0 行、移除文件中没有的 1 行。/)
})

it('says in words that illustrative points and data are no longer shown, and why', () => {
  const base = { changed: 0, same: 0, kept: 0, removed: 0, replaced: 0, pointsGone: 0 }
  const show = (table: object) => {
    const tables = [{ role: 'dustfall-samples', ...base, added: 3, ...table }] as never
    useImports.setState({
      outcome: { kind: 'taken', files: 1, rows: { taken: 3, left: 0 }, tables, version: 5, roles: [], moved: null },
      versions: { versions: [], head: 5 },
    })
    cleanup()
    render(<OutcomeLine />)
    return screen.getByRole('status').textContent
  }
  expect(show({ replaced: 40, pointsGone: 38 })).toMatch(
    /原有的 38 个示例点位不再显示。示例数据只供试用.*“历史版本”中恢复/,
  )
  expect(show({ replaced: 40 })).toMatch(/。示例数据只供试用/)
  expect(show({})).not.toContain('示例')
})

it('says that an import is being undone, and offers no second undo meanwhile', () => {
  showTaken()
  act(() => useImports.setState({ undoing: true }))
  expect(screen.getByRole('status').textContent).toContain('正在撤销，请稍候…')
  expect((undo() as HTMLButtonElement).disabled).toBe(true)
  // It is undone before the files that wait have been read again.
  act(() => useImports.setState({ outcome: { kind: 'undone' } }))
  expect(screen.getByRole('status').textContent).not.toContain('正在撤销')
  act(() => useImports.setState({ undoing: false }))
})
