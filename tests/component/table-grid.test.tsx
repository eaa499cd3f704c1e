import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { TablePanel } from '@/features/explore/table/TablePanel'
import { startI18n } from '@/i18n'
import type { TableRequest } from '@/questions/table-view'
import { useChentu } from '@/store/chentu'
import { useEdits } from '@/store/edits'
import { useLedger } from '@/store/ledger'
import { FIRST_VIEW } from '@/store/view/view'
import { KINDS, kindOf } from '../fixtures/kinds'

const COLUMNS = [
  { name: 'name', type: 'packed' },
  { name: 'code', type: 'packed' },
  { name: 'status', type: 'status' },
  { name: 'overdueDays', type: 'number' },
  { name: 'unmet', type: 'unmet' },
  { name: 'unmetLeads', type: 'names' },
  { name: 'material', type: 'text' },
  { name: 'areaSquareMetres', type: 'number' },
] as const
const CELLS = [
  ['甲堆', 'D-1', 'overdue', 12, '00001 wetWork\n00000', '市住建局\n市城管局', '煤', 740],
  ['乙堆', 'D-2', 'fine', null, null, null, '沙', 100],
  ['丙堆', 'D-3', 'overdue', 3, '00000', '市城管局', null, 20],
] as const
const GROUPS = [
  { value: '煤', count: 1, overdue: 1 },
  { value: '沙', count: 2, overdue: 1 },
]

const RULES = [
  { id: 'tidy', kind: 'stockpile', title: { zh: '覆盖', en: 'Covered' }, check: { type: 'present', fields: ['a'] } },
  { id: 'wet', kind: 'stockpile', title: { zh: '湿法', en: 'Wet' }, check: { type: 'all-yes', fields: ['wetWork'] } },
]

const asked = { editCells: vi.fn() }
const worker = {
  table: async ({ group }: TableRequest) => ({ columns: COLUMNS, length: 3, groups: group ? GROUPS : [] }),
  tableRows: async () =>
    CELLS.map((cells, source) => ({ source, kind: 'stockpile', code: cells[1], sameCode: null, cells })),
  tablePlace: async () => 0,
  columnFacts: async () => ({ type: 'range', day: false, least: 3, most: 12, bins: [1, 1] }),
  handMarks: async () => [
    {
      kind: 'stockpile',
      code: 'D-2',
      field: 'material',
      said: '渣',
      edit: { code: 'D-2', field: 'material', before: '渣', after: '沙', by: '张三', why: '现场核实', at: 0 },
    },
  ],
  storedCell: async (source: number, column: string) =>
    source === 2 && column === 'areaSquareMetres'
      ? 'overlaid'
      : {
          field: kindOf('stockpile').fields.find(({ name }) => name === column)!,
          text: String(CELLS[source]![COLUMNS.findIndex(({ name }) => name === column)] ?? ''),
        },
  ...asked,
}
vi.mock('@/workers/client', () => ({
  datasetWorker: () => worker,
  onDatasetWorkerStopped: () => undefined,
  whenAnswered: async () => undefined,
}))

beforeAll(async () => {
  await startI18n('zh-CN')
  // Its code takes longer to come than a test waits for what is on the screen.
  await import('@/ui/popups/MenuPopup')
  // The grid is as high as a window.
  for (const side of ['clientHeight', 'clientWidth'] as const)
    Object.defineProperty(HTMLElement.prototype, side, { configurable: true, value: 600 })
})
beforeEach(() => {
  const view = { ...FIRST_VIEW, table: true, filters: { ...FIRST_VIEW.filters, kinds: ['stockpile'] } }
  const opened = {
    dataset: { kinds: KINDS, counties: [], checksum: '0', rules: RULES, glossary: new Map() },
    shown: { total: 3 },
    counts: {
      facets: { kinds: new Map(), requirements: new Map([['tidy', 2]]), leads: new Map([['市城管局', 2]]) },
    },
  }
  useChentu.setState({ view, selected: null, opened: opened as never, refresh: async () => undefined })
  useEdits.setState({ waiting: [], problems: [], done: null })
  useLedger.setState({ author: '李四', events: new Map() })
})
afterEach(cleanup)

async function openTable() {
  const onClose = vi.fn()
  render(<TablePanel onClose={onClose} />)
  await screen.findByText('甲堆')
  const grid = screen.getByRole('grid')
  /** Text of the cell that has the focus. */
  const here = () => document.activeElement?.textContent
  const press = (...keys: string[]) => {
    for (const key of keys) fireEvent.keyDown(document.activeElement!, { key })
  }
  const cell = (text: string) => within(grid).getByText(text).closest('td')!
  return { grid, here, press, cell, onClose }
}

describe('the grid', () => {
  it('has one cell in the order of Tab; arrows go on from it, up to the headings', async () => {
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

  it('opens the source by Enter, and only then', async () => {
    const { press, cell } = await openTable()
    cell('乙堆').focus()
    fireEvent.mouseDown(cell('乙堆'))
    press('ArrowDown')
    expect(useChentu.getState().view.selected).toBeNull()
    press('Enter')
    expect(useChentu.getState().view.selected).toEqual({ kind: 'stockpile', code: 'D-3' })
  })

  it('says of a group what it is of across all columns, and unfolds it by Enter', async () => {
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

  it('is closed by Escape, and its height goes by arrows', async () => {
    const { cell, press, onClose } = await openTable()
    const edge = screen.getByRole('separator', { name: '数据表高度' })
    edge.focus()
    press('ArrowUp')
    expect(edge.getAttribute('aria-valuetext')).toBe('第 3 档，共 3 档')
    press('ArrowDown', 'ArrowDown', 'ArrowDown')
    expect(edge.getAttribute('aria-valuetext')).toBe('第 1 档，共 3 档')
    cell('甲堆').focus()
    press('Escape')
    expect(onClose).toHaveBeenCalledOnce()
  })
})

/** A menu's popup takes longer to come and go than a test waits by default on a machine that is busy. */
const LONG = { timeout: 4000 }

describe('a column', () => {
  const menuOf = (heading: string) => screen.getByLabelText<HTMLButtonElement>(`${heading}：列操作`)
  // By roles it takes too long to look for an entry: the names of all are worked out.
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

  it('says what is not met by the worst of it with how many things that are, and all of it where one looks', async () => {
    const { grid } = await openTable()
    const cell = within(grid).getByText('湿法：wetWork').closest('td')!
    expect(cell.textContent).toBe('湿法：wetWork等 2 项')
    expect(cell.title).toBe('湿法：wetWork；覆盖')
    within(grid).getByText('市住建局、市城管局')
    expect(within(grid).getByText('覆盖').closest('td')!.textContent).toBe('覆盖')
  })

  it('is sorted by from its menu, also after another', async () => {
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

  it('is let go of from its menu, and grouped by', async () => {
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

describe('the editor', () => {
  it('takes a number as a file’s cell, says what is wrong with another, and lets it wait', async () => {
    const { cell, press, here, onClose } = await openTable()
    const area = cell('740')
    fireEvent.mouseDown(area)
    area.focus()
    press('F2')
    const input = await screen.findByRole('textbox', { name: '甲堆 占地面积（平方米）' })
    await screen.findByText('允许范围：0 … 10000000')
    fireEvent.change(input, { target: { value: '很大' } })
    fireEvent.keyDown(input, { key: 'Enter' })
    expect(screen.getByRole('alert').textContent).toContain('不是数字')
    expect(useEdits.getState().waiting).toEqual([])
    fireEvent.change(input, { target: { value: '1,200' } })
    fireEvent.keyDown(input, { key: 'Enter' })
    expect(useEdits.getState().waiting).toMatchObject([
      { kind: 'stockpile', code: 'D-1', column: 'areaSquareMetres', before: '740', cell: '1,200' },
    ])
    expect(screen.queryByRole('alert')).toBeNull()
    expect(here()).toBe('1,200')
    // Escape leaves a cell as it was, and the table open.
    press('F2')
    fireEvent.keyDown(await screen.findByRole('textbox', { name: '甲堆 占地面积（平方米）' }), { key: 'Escape' })
    expect(useEdits.getState().waiting).toHaveLength(1)
    expect(onClose).not.toHaveBeenCalled()
  })

  it('opens for no cell that is worked out, and says where one comes from that is not in the file', async () => {
    const { cell, press } = await openTable()
    for (const text of ['D-1', '12']) {
      fireEvent.mouseDown(cell(text))
      cell(text).focus()
      press('F2')
      expect(screen.queryByRole('button', { name: /^更改 / })).toBeNull()
    }
    fireEvent.mouseDown(cell('20'))
    cell('20').focus()
    press('F2')
    await screen.findByText(/此值来自巡查记录或调查数据/)
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('marks what a person set, with who, when and why', async () => {
    const { cell } = await openTable()
    await waitFor(() =>
      expect(cell('沙').getAttribute('title')).toBe('人工设定（张三，1970-01-01 08:00）：现场核实；原为 渣'),
    )
    expect(cell('煤').dataset.byHand).toBe('false')
  })

  it('saves nothing without a reason; the name is the one remembered', async () => {
    useEdits.getState().put({
      ...{ kind: 'stockpile', code: 'D-1', column: 'material', before: '煤', cell: '渣' },
      ...{ name: '甲堆', heading: '物料' },
    })
    asked.editCells.mockResolvedValue({
      value: null,
      problems: [{ code: 'cell-changed', file: 'a.csv' }],
      version: null,
    })
    Object.assign(worker, asked)
    await openTable()
    const form = screen.getByRole('form', { name: '待保存的更改' })
    const save = within(form).getByRole<HTMLButtonElement>('button', { name: '保存 1 处更改' })
    expect(save.disabled).toBe(true)
    const wanted = within(form).getByText('更改理由必填，填写后才能保存')
    expect(save.getAttribute('aria-describedby')).toBe(wanted.id)
    expect(within(form).getByLabelText<HTMLInputElement>('更改人').value).toBe('李四')
    const by = (value: string) => fireEvent.change(within(form).getByLabelText('更改人'), { target: { value } })
    by(' ')
    within(form).getByText('更改理由、更改人必填，填写后才能保存')
    by('李四')
    fireEvent.change(within(form).getByLabelText('更改理由'), { target: { value: '抄错' } })
    expect(within(form).queryByText(/必填/)).toBeNull()
    fireEvent.submit(form)
    await screen.findByText(/这一格在填写之后已被更改/)
    expect(asked.editCells).toHaveBeenCalledExactlyOnceWith(
      [{ kind: 'stockpile', code: 'D-1', column: 'material', before: '煤', cell: '渣' }],
      { by: '李四', why: '抄错' },
      '改 1 处（李四：抄错）',
    )
    // What was refused waits on.
    expect(useEdits.getState().waiting).toHaveLength(1)
  })
})
