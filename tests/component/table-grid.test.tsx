import { fireEvent, render, renderHook, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { TablePanel } from '@/features/explore/table/TablePanel'
import { useTableTexts } from '@/features/explore/table/use-table-texts'
import { useChentu } from '@/store/chentu'
import { openTable, setUpTable } from './table-setup'
import { COLUMNS } from './table-worker'

vi.mock('@/workers/client', async () => {
  const { tableWorker } = await import('./table-worker')
  return {
    datasetWorker: () => tableWorker,
    onDatasetWorkerStopped: () => undefined,
    whenAnswered: async () => undefined,
    whenMapDrawn: async () => undefined,
  }
})
setUpTable()

describe('the grid', () => {
  it('has one tab stop; arrow keys move between cells and headings', async () => {
    const { grid, here, press } = await openTable()
    const stops = () => grid.querySelectorAll('td[tabindex="0"], thead button[tabindex="0"]')
    await waitFor(() => expect([...stops()].map(({ textContent }) => textContent)).toEqual(['甲堆']))
    ;(stops()[0] as HTMLElement).focus()
    press('ArrowDown', 'ArrowRight')
    expect(here()).toBe('D-2')
    press('End')
    expect(here()).toBe('100')
    press('ArrowDown', 'ArrowDown', 'Home')
    expect(here()).toBe('丙堆')
    press('PageUp', 'ArrowUp')
    expect(here()).toBe('名称')
    expect(document.activeElement?.closest('th')?.getAttribute('aria-sort')).toBe('none')
  })

  it('opens the source only on Enter', async () => {
    const { press, cell } = await openTable()
    cell('乙堆').focus()
    fireEvent.mouseDown(cell('乙堆'))
    press('ArrowDown')
    expect(useChentu.getState().view.selected).toBeNull()
    press('Enter')
    expect(useChentu.getState().view.selected).toEqual({ kind: 'stockpile', code: 'D-3' })
  })

  it('names a group across all columns, and expands it by Enter', async () => {
    useChentu.setState({ view: { ...useChentu.getState().view, group: 'material' } })
    render(<TablePanel onClose={() => undefined} />)
    const heading = await screen.findByRole('button', { name: /^煤 ?1 行 ?逾期 1$/ })
    expect(heading.closest('th')?.getAttribute('colspan')).toBe(String(COLUMNS.length))
    fireEvent.mouseDown(heading)
    heading.focus()
    fireEvent.keyDown(heading, { key: 'Enter' })
    expect((await screen.findAllByText('甲堆')).length).toBe(1)
    expect(heading.getAttribute('aria-expanded')).toBe('true')
  })

  it('keeps an expanded group expanded when the order changes', async () => {
    useChentu.setState({ view: { ...useChentu.getState().view, group: 'unmetLeads' } })
    render(<TablePanel onClose={() => undefined} />)
    const open = () => screen.getAllByRole('button', { expanded: true }).map(({ textContent }) => textContent)
    fireEvent.click(await screen.findByRole('button', { name: /^煤/ }))
    expect(open()).toEqual([expect.stringMatching(/^煤/)])
    useChentu.setState({ view: { ...useChentu.getState().view, sort: [{ column: 'unmetLeads', descending: true }] } })
    const headings = () =>
      screen.getAllByRole('button', { name: /行/ }).map(({ textContent }) => textContent?.slice(0, 2))
    await waitFor(() => expect(headings().at(0)).toBe('沙1'))
    expect(open()).toEqual([expect.stringMatching(/^煤/)])
    screen.getByRole('button', { name: /^未写明部门/ })
  })

  it('is closed by Escape, and resized by arrow keys', async () => {
    const { cell, press, onClose } = await openTable()
    const edge = screen.getByRole('separator', { name: '数据表高度' })
    edge.focus()
    press('ArrowUp')
    expect(edge.getAttribute('aria-valuetext')).toBe('第 3 档，共 3 档')
    press('ArrowDown', 'ArrowDown', 'ArrowDown')
    expect(edge.getAttribute('aria-valuetext')).toBe('第 1 档，共 3 档')
    // A press that began elsewhere, for example on a list above it, is released over it.
    fireEvent.pointerUp(edge)
    expect(edge.getAttribute('aria-valuetext')).toBe('第 1 档，共 3 档')
    cell('甲堆').focus()
    press('Escape')
    expect(onClose).toHaveBeenCalledOnce()
  })
})

/** A menu’s popup takes longer to open and close than a test waits by default on a busy machine. */
const LONG = { timeout: 4000 }

describe('a column', () => {
  const menuOf = (heading: string) => screen.getByLabelText<HTMLButtonElement>(`${heading}：列操作`)
  // Queries by role are too slow here: they compute the names of all elements.
  const entryOf = async (words: string) =>
    (await screen.findByText(words, { selector: '[role="menuitem"]' }, LONG)) as HTMLElement
  async function choose(heading: string, words: string) {
    menuOf(heading).click()
    const item = await entryOf(words)
    item.focus()
    fireEvent.keyDown(item, { key: 'Enter' })
    fireEvent.keyUp(item, { key: 'Enter' })
    await waitFor(() => expect(document.querySelector('[role="menu"]')).toBeNull(), LONG)
  }
  const sort = () => useChentu.getState().view.sort

  it('shows the worst unmet item with the number of unmet items, and all of them on focus', async () => {
    const { grid } = await openTable()
    const cell = within(grid).getByText('湿法：wetWork').closest('td')!
    expect(cell.textContent).toBe('湿法：wetWork等 2 项')
    expect(cell.title).toBe('湿法：wetWork；覆盖')
    within(grid).getByText('市住建局、市城管局')
    expect(within(grid).getByText('覆盖').closest('td')!.textContent).toBe('覆盖')
  })

  it('is sorted from its menu, also after another column', async () => {
    await openTable()
    menuOf('逾期天数').click()
    const further = await entryOf('再按此列排序')
    expect(further.getAttribute('aria-disabled')).toBe('true')
    fireEvent.keyDown(further, { key: 'Escape' })
    await choose('要求', '升序')
    expect(sort()).toEqual([{ column: 'unmet', descending: false }])
    await screen.findByText(/选“再按此列排序”/)
    await choose('逾期天数', '再按此列排序')
    expect(sort()).toEqual([
      { column: 'unmet', descending: false },
      { column: 'overdueDays', descending: false },
    ])
  })

  it('stops being sorted by, and is grouped by, from its menu', async () => {
    useChentu.setState({
      view: {
        ...useChentu.getState().view,
        sort: [{ column: 'unmet', descending: false }, { column: 'overdueDays' }],
      },
    })
    await openTable()
    await choose('要求', '不再按此列排序')
    expect(sort()).toEqual([{ column: 'overdueDays' }])
    await choose('牵头部门', '按此列分组')
    expect(useChentu.getState().view.group).toBe('unmetLeads')
  })

  it('is filtered by numbers only once they are confirmed', async () => {
    const columns = () => useChentu.getState().view.filters.columns
    await openTable()
    await choose('逾期天数', '筛选…')
    const from = await screen.findByRole('spinbutton', { name: '从' }, LONG)
    fireEvent.change(from, { target: { value: '5' } })
    expect(columns()).toEqual([])
    screen.getByRole('button', { name: '确定' }).click()
    await waitFor(() => expect(columns()).toEqual([{ column: 'overdueDays', from: 5, to: null }]))
    expect(screen.queryByRole('dialog')).toBeNull()
    screen.getByLabelText('逾期天数（已筛选）：列操作')
  })

  it('of requirements and departments narrows as the filters panel does', async () => {
    await openTable()
    await choose('要求', '筛选…')
    ;(await screen.findByRole('checkbox', { name: /覆盖/ }, LONG)).click()
    screen.getByRole('button', { name: '确定' }).click()
    await waitFor(() => expect(useChentu.getState().view.filters.requirements).toEqual(['tidy']))
    await choose('牵头部门', '筛选…')
    ;(await screen.findByRole('checkbox', { name: /市城管局/ }, LONG)).click()
    screen.getByRole('button', { name: '取消' }).click()
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(useChentu.getState().view.filters.leads).toEqual([])
  })
})

it('a column that the app works out is told from a column of the data with the same heading', () => {
  const columns = ['status', 'overdueDays', '+状态', '+逾期天数', 'code'].map((name) => ({ name }))
  const { heading } = renderHook(() => useTableTexts('stockpile', columns)).result.current
  expect(columns.map(({ name }) => heading(name))).toEqual([
    '状态（尘图判定）',
    '逾期天数（尘图判定）',
    '状态',
    '逾期天数',
    '编号',
  ])
  const { heading: alone } = renderHook(() => useTableTexts('stockpile', [{ name: 'status' }])).result.current
  expect(alone('status')).toBe('状态')
})
