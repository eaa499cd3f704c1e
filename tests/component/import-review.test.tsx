import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { Blockers } from '@/features/import/review/Blockers'
import { ColumnTable } from '@/features/import/review/ColumnTable'
import { ContestedView } from '@/features/import/review/ContestedView'
import { DifferenceView } from '@/features/import/review/DifferenceView'
import { EndedRows } from '@/features/import/review/EndedRows'
import { Percentages } from '@/features/import/review/Percentages'
import { PlaceReview } from '@/features/import/review/PlaceReview'
import { Report } from '@/features/import/review/Report'
import { UnlistedCounties } from '@/features/import/review/UnlistedCounties'
import { FileList } from '@/features/import/waiting/FileList'
import { TakeOver } from '@/features/import/waiting/TakeOver'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { useImports } from '@/store/imports'
import type { ItemTable } from '@/workspace/import/item-view'
import { select } from './choose'

vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({}),
  onDatasetWorkerStopped: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))
vi.mock('@/map/small-maps', () => ({ CandidateMap: () => null }))
vi.mock('@/features/import/review/RowEditor', () => ({
  RowEditor: ({ row }: { readonly row: number }) => <p role="dialog">{row}</p>,
}))
beforeAll(async () => {
  await startI18n('zh-CN')
})
afterEach(cleanup)

const counts = { read: 39, taken: 39, repaired: 0, refused: 0, skipped: 6, unplaced: 0 }
const skipped = (code: string, count: number) => ({ code, column: '', action: 'skipped', count, first: [] })
const lost = [{ key: '未知点', name: '未知点', county: '', row: 25, rows: 3, chosen: '' }]
const table = (changed: object) =>
  ({
    role: 'dustfall-samples',
    counts,
    read: true,
    groups: [skipped('row-repeated', 1), skipped('summary-row', 1)],
    brings: { unplaced: [{}, {}, {}], lost },
    difference: {
      added: 13,
      changed: 0,
      same: 0,
      gone: 39,
      addedColumns: [],
      addedRows: [],
      changedRows: [],
      goneRows: [],
    },
    frozen: [],
    gone: 'keep',
    together: [7],
    sheets: [],
    blockers: [],
    ...changed,
  }) as unknown as ItemTable

describe('the report', () => {
  it('names every kind of skipped row, and counts the points without a position', () => {
    render(<Report id={1} file="降尘.csv" table={table({})} />)
    expect(document.querySelector('[data-count="unplaced"] dd')?.textContent).toBe('3')
    expect(document.querySelector('p[data-action="skipped"]')?.textContent).toBe('空行，已跳过已跳过4 处')
  })

  it('does not mention blank rows if there are none', () => {
    render(<Report id={1} file="降尘.csv" table={table({ counts: { ...counts, skipped: 2 } })} />)
    expect(screen.queryByText('空行，已跳过')).toBeNull()
  })
})

it('the bad rows can be put back only until the import is confirmed, which is said beside them', () => {
  const bad = { code: 'not-a-number', column: '降尘量', action: 'refused', count: 1, first: [] }
  render(<Report id={1} file="降尘.csv" table={table({ groups: [bad] })} />)
  screen.getByText('确认导入之前，在 Excel 里改好再拖回来，只替换这些行。')
})

describe('a doubt about the kind of a table', () => {
  it('is resolved by a press that confirms the detected kind', () => {
    const change = vi.fn(async () => undefined)
    const { change: before } = useImports.getState()
    useImports.setState({ change })
    const { rerender } = render(<Blockers id={4} table={table({ role: 'dustfall-published', blockers: ['role'] })} />)
    fireEvent.click(screen.getByRole('button', { name: /^就是：/ }))
    expect(change).toHaveBeenCalledWith(4, { role: 'dustfall-published' })
    rerender(<Blockers id={4} table={table({ blockers: ['datum'] })} />)
    expect(screen.queryByRole('button')).toBeNull()
    useImports.setState({ change: before })
  })
})

describe('stored values that a cell which is not read would empty', () => {
  it('are counted, and a press confirms that many', () => {
    const change = vi.fn(async () => undefined)
    const { change: before } = useImports.getState()
    useImports.setState({ change })
    const doubt = { blocker: 'unread' as const, count: 3, first: [] }
    render(<Blockers id={4} table={table({ role: 'construction-site', blockers: ['unread'], doubt })} />)
    expect(screen.getByRole('alert').textContent).toContain('有 3 格无法读作“是”或“否”')
    fireEvent.click(screen.getByRole('button', { name: '确要清空，照此导入' }))
    expect(change).toHaveBeenCalledWith(4, { confirmed: { unread: 3 } })
    useImports.setState({ change: before })
  })
})

describe('dustfall values that are suspiciously large', () => {
  it('are named in the question, with their county and month and what they were compared with', () => {
    const value = (code: string, name: string, seen: string, expected: string) => ({
      ...{ code, seen, expected, file: '降尘.csv', unit: { name, month: '2022-11' } },
    })
    const first = [
      value('value-above-others', '三原县', '68.2', '6.2'),
      value('value-risen', '渭城区', '61', '6.1'),
      value('value-too-large', '秦都区', '682', '≤ 100'),
    ]
    const doubted = (count: number) => table({ blockers: ['large'], doubt: { blocker: 'large', count, first } })
    const { rerender } = render(<Blockers id={4} table={doubted(3)} />)
    const said = () => screen.getByRole('alert').textContent
    expect(said()).toMatch(
      /^有 3 个降尘量明显偏大：三原县（2022年11月）68\.2，同月其他数值的中位数为 6\.2；渭城区（2022年11月）61，上月为 6\.1；秦都区（2022年11月）682，超过 100。多半是/,
    )
    rerender(<Blockers id={4} table={doubted(4)} />)
    expect(said()).toContain('超过 100；其余见下方质量报告。')
  })
})

describe('counties on no list', () => {
  it('are said to stand in the way of publishing, and the first row is put right in one press', () => {
    const unlisted = { count: 3, names: ['长安区', '某区'], namedRows: 3, firstRow: 7 }
    const { rerender } = render(<UnlistedCounties id={1} file="堆场.csv" table={table({ unlisted })} />)
    const { textContent } = screen.getByRole('region', { name: '区县不在名单中' })
    expect(textContent).toMatch(/^3 行.*：长安区、某区。.*发布前的检查会列为需要改正/)
    fireEvent.click(screen.getByRole('button', { name: '改正第 7 行' }))
    expect(screen.getByRole('dialog').textContent).toBe('7')
    // Of a long file: how many names are not shown, and that not all rows were looked at.
    const names = Array.from({ length: 30 }, (_, i) => `县${i}`)
    const long = { count: 2500, names, namedRows: 1000, firstRow: 7 }
    rerender(<UnlistedCounties id={1} file="堆场.csv" table={table({ unlisted: long })} />)
    expect(screen.getByRole('region', { name: '区县不在名单中' }).textContent).toMatch(
      /：县0、.*、县19等 30 个名称（名称只取自这些行中的前 1,000 行，其余行可能还有别的）。可以导入/,
    )
    rerender(<UnlistedCounties id={1} file="堆场.csv" table={table({ unlisted: null })} />)
    expect(screen.queryByRole('region')).toBeNull()
  })

  it('are said to be left out where the position is outside the city too, with the same button', () => {
    const emptied = { count: 1, names: ['周至县'], namedRows: 1, firstRow: 16 }
    render(<UnlistedCounties id={1} file="工地.csv" table={table({ emptied })} />)
    expect(screen.getByRole('region', { name: '区县留空' }).textContent).toMatch(/^1 行.*：周至县。.*不计入任何区县/)
    fireEvent.click(screen.getByRole('button', { name: '改正第 16 行' }))
    expect(screen.getByRole('dialog').textContent).toBe('16')
  })
})

describe('ended sources', () => {
  it('says that rows of sources that are no more are judged all the same', () => {
    const { container, rerender } = render(<EndedRows ended={{ count: 2, words: ['完工', '关停'] }} />)
    const said = screen.getByRole('region', { name: '已竣工、关停等' }).textContent
    expect(said).toContain('有 2 行在文件中记为“完工”、“关停”等')
    expect(said).toContain('仍与其他污染源一样核查')
    expect(said).toContain('请先核实')
    rerender(<EndedRows ended={null} />)
    expect(container.textContent).toBe('')
  })
})

describe('the coordinate system', () => {
  const evidence = ['wgs84', 'gcj02'].map((datum) => ({
    datum,
    shiftMetres: 0,
    knownRows: 0,
    countyRows: 0,
    lineRows: 0,
  }))
  const placed = (decided: string | null, by: string, chosenDatum: string | null) =>
    table({
      position: { lon: 0, lat: 1 },
      header: { firstRow: 0, rowCount: 1, names: ['经度', '纬度'] },
      form: { unit: 'degrees' },
      datum: { decided, by, evidence },
      chosenDatum,
      sample: [],
    })

  it.each([
    ['asks without evidence', placed(null, 'nothing', null), /^仅凭数值无法判断坐标系/],
    ['says that it was chosen without evidence', placed(null, 'nothing', 'gcj02'), /^手动选择/],
    ['says that it was chosen against the evidence', placed('wgs84', 'stated', 'gcj02'), /^手动选择/],
    ['names the evidence that decided', placed('wgs84', 'stated', 'wgs84'), '文件里写明'],
  ])('%s', (_case, shown, words) => {
    useChentu.setState({ opened: { dataset: {} } as never })
    render(<PlaceReview id={1} table={shown} />)
    screen.getByText(words)
    expect(screen.queryByText('没有足够凭据，请选择')).toBeNull()
  })
})

describe('the comparison with existing data', () => {
  it.each([
    ['keep', [7], '本文件未涉及、保持不变 39'],
    ['remove', [7], '本文件未涉及、将移除 39'],
    ['keep', [7, 8], '各同类文件均未涉及、保持不变 39'],
    ['remove', [7, 8], '各同类文件均未涉及、将移除 39'],
  ])('shows what happens to existing rows that the files of a kind lack: %s, %o', (gone, together, words) => {
    render(<DifferenceView table={table({ gone, together })} />)
    expect(document.querySelector('[data-sum="gone"]')?.textContent).toBe(words)
  })
})

it('does not call all rows new while made-up ones of another table are replaced', () => {
  const replacing = { difference: null, there: null, madeUp: { rows: 1068 } }
  const { rerender } = render(<DifferenceView table={table(replacing)} />)
  screen.getByText('现有的 1,068 行是示例，将整体替换')
  rerender(<DifferenceView table={table({ ...replacing, madeUp: null })} />)
  screen.getByText('现有数据里没有这类表，全部为新增')
})

describe('what a file leaves to decide, beside the button that imports it', () => {
  const item = (changed: object) => {
    const goneRows = [{ key: 'GD2022-0012', name: '甲工地' }]
    const difference = { added: 0, changed: 0, same: 0, gone: 1, blanks: 0, addedRows: [], changedRows: [], goneRows }
    return {
      id: 7,
      file: '工地.xlsx',
      bytes: 1,
      problem: null,
      table: table({ mayLackRows: true, difference, ...changed }),
    }
  }

  it('names the rows that would be removed, and says how many in the bar', () => {
    const changeTogether = vi.fn()
    useImports.setState({ items: [item({ role: 'construction-site', gone: 'remove' })], changeTogether, outcome: null })
    render(<TakeOver />)
    screen.getByText('现有 1 行不在本文件中，导入时移除')
    screen.getByText('GD2022-0012 甲工地')
    screen.getByText('一次全部生效，可以撤销；将移除现有的 1 行，名单见上')
    fireEvent.click(screen.getByRole('radio', { name: '保留' }))
    expect(changeTogether).toHaveBeenCalledWith([7], { gone: 'keep', goneAmong: [7] })
  })

  it('names rows that none of several files of a kind has once, for all of them', () => {
    const changeTogether = vi.fn()
    const site = { role: 'construction-site', together: [7, 8] }
    const second = { ...item(site), id: 8, file: '渭城工地.xlsx' }
    const third = { ...item({ ...site, blockers: ['datum'] }), id: 9, file: '兴平工地.xlsx' }
    useImports.setState({ items: [item(site), second, third], changeTogether, outcome: null })
    render(<TakeOver />)
    screen.getByRole('region', { name: '工地.xlsx、渭城工地.xlsx 没有涉及的现有数据' })
    screen.getByText('现有 1 行不在这 2 个同类表中，保留不变')
    screen.getByText('GD2022-0012 甲工地')
    screen.getByText('同类的 兴平工地.xlsx 尚待处理，这次不导入：只在其中的行也列在下面')
    fireEvent.click(screen.getByRole('radio', { name: '移除' }))
    expect(changeTogether).toHaveBeenCalledWith([7, 8], { gone: 'remove', goneAmong: [7, 8] })
  })

  it('names no row as missing beside a file that replaces everything of the kind', () => {
    const site = { role: 'construction-site', together: [7, 8] }
    const items = [item(site), { ...item({ ...site, difference: null }), id: 8 }]
    useImports.setState({ items, outcome: null })
    render(<TakeOver />)
    expect(screen.queryByText('GD2022-0012 甲工地')).toBeNull()
  })

  it('says how many values stand where the file has blank cells, and lets the user empty them', () => {
    const change = vi.fn()
    const difference = {
      added: 0,
      changed: 0,
      same: 9,
      gone: 0,
      blanks: 2,
      addedColumns: [],
      addedRows: [],
      changedRows: [],
      goneRows: [],
    }
    useImports.setState({ items: [item({ difference, blanks: 'keep' })], change, outcome: null })
    render(<TakeOver />)
    screen.getByText(
      '本文件有 2 个空白单元格，现有值保留（要清空个别数值、日期或是否，请在文件里填“—”；文字请在数据表中清空）',
    )
    fireEvent.click(screen.getByRole('radio', { name: '清空' }))
    expect(change).toHaveBeenCalledWith(7, { blanks: 'empty' })
    expect(screen.queryByText(/将移除/)).toBeNull()
  })
})

it('names the rows that agree with each coordinate system, if they differ', () => {
  useChentu.setState({ opened: { dataset: {} } as never })
  const agreeing = [
    { datum: 'wgs84', rows: [5, 8] },
    { datum: 'gcj02', rows: [4, 6, 7] },
  ]
  const place = {
    position: { lon: 0, lat: 1 },
    header: { names: ['经度', '纬度'] },
    form: { unit: 'degrees' },
    sample: [],
  }
  const datum = { decided: null, by: 'mixed', evidence: [], agreeing }
  render(<PlaceReview id={1} table={table({ ...place, datum, chosenDatum: null })} />)
  expect(screen.getByRole('alert').textContent).toContain('按 WGS-84 一致的 2 行：第 5、8 行')
  expect(screen.getByRole('alert').textContent).toContain('按 GCJ-02 一致的 3 行：第 4、6、7 行')
})

function renderColumns(names: readonly string[], columns: object, more: object = {}) {
  const header = { firstRow: 0, rowCount: 1, names }
  const read = { columns, head: [], position: null, matches: [], hiddenColumns: [], flagWords: [] }
  const facts = { header, workedOut: new Set(), ...read }
  render(<ColumnTable id={1} table={table({ ...facts, dustfall: { form: 'long' }, ...more })} />)
}

it('shows above a column of yes and no how its marks were read', () => {
  const flagWords = [{ field: 'valid', yes: ['√', '有'], no: ['×'] }]
  renderColumns(['点位名称', '有效'], { point: 0, valid: 1 }, { flagWords })
  expect(screen.getByRole('columnheader', { name: /有效/ }).textContent).toContain('√、有按“是”；×按“否”')
  expect(screen.getByRole('columnheader', { name: /点位名称/ }).textContent).not.toContain('按')
})

it('says under the first rows how many there are', () => {
  const head = [['点位名称'], ...Array.from({ length: 39 }, (_, i) => [`点${i}`])]
  renderColumns(['点位名称'], { name: 0 }, { head, rows: 31 })
  expect(screen.getAllByRole('row')).toHaveLength(13)
  expect(screen.getByText('以上是前 12 行，共 31 行')).toBeDefined()
  cleanup()
  renderColumns(['点位名称'], { name: 0 }, { head: head.slice(0, 13), rows: 12 })
  expect(screen.queryByText(/共 12 行/)).toBeNull()
})

it('says how many percentages are read as no', () => {
  const below = (column: string, count: number) => ({
    ...{ code: 'percentage-below', action: 'assumed' },
    ...{ column, count, first: [] },
  })
  const { container } = render(<Percentages table={table({ groups: [below('围挡', 5), below('地面硬化', 2)] })} />)
  expect(container.textContent).toContain('百分比低于100%按“否”读取 7 处')
  cleanup()
  expect(render(<Percentages table={table({})} />).container.textContent).toBe('')
})

it('shows that columns that an export worked out are not imported, and why', () => {
  renderColumns(['编号', '状态', '备注'], { code: 0 }, { workedOut: new Set([1]) })
  expect(['状态', '备注'].map((name) => select(name).textContent)).toEqual(['不导入', '原样保留'])
  expect(screen.getByText(/这是尘图导出的表/).textContent).toContain('不导入')
})

it('shows what a column of measurements is used for: the point, and its county', () => {
  renderColumns(['点位名称', '县区'], { point: 0, county: 1 })
  const shown = ['点位名称', '县区'].map((name) => select(name).textContent)
  expect(shown).toEqual(['点位（名称或编号）', '区县'])
})

it('shows above the columns of a wide table what they are read as, and offers no choice', () => {
  const months = new Map([
    [1, '2022-01'],
    [2, '2022-02'],
  ])
  renderColumns(
    ['区县', '1月', '2月', '年均值', '2月同比'],
    { county: 0, value: 1 },
    {
      role: 'dustfall-published',
      dustfall: { form: 'months', unit: 0, months, headings: ['1月', '2月'] },
      stated: new Map([[4, { field: 'yearOnYear', of: 2 }]]),
    },
  )
  expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
    '1',
    '区县区县',
    '2022年1月1月',
    '2022年2月2月',
    '不导入年均值',
    '同比（仅核对）2月同比',
  ])
  screen.getByText(/^这张表一列一个月/)
})

it('shows the number of open questions of a file, and reports an unreadable file once', () => {
  const problem = { code: 'file-unreadable', file: '损坏.xlsx' }
  const items = [
    { id: 1, file: '降尘.csv', bytes: 3, problem: null, table: table({}) },
    { id: 2, file: '损坏.xlsx', bytes: 3, problem, table: null },
  ]
  useImports.setState({ items: items as never })
  render(<FileList />)
  screen.getByText('有 1 个问题待处理')
  expect(screen.getAllByText('无法读取').length).toBe(1)
})

it('says of a file that was dropped again that the earlier one waits too, and removes that one in a press', () => {
  const of = (id: number, bytes: number) => ({ id, file: '工地.csv', bytes, problem: null, table: table({}) })
  const remove = vi.fn()
  const before = useImports.getState()
  const [old, next] = [new File(['x'], '工地.csv'), new File(['xy'], '工地.csv')]
  // Two sheets of one file are not two files.
  const items = [of(1, 3), of(2, 3), of(3, 4)] as never
  useImports.setState({ items, remove, sources: new Map([1, 2, 3].map((id) => [id, id < 3 ? old : next])) })
  render(<FileList />)
  screen.getByText('前面有同名文件等待导入')
  fireEvent.click(screen.getByRole('button', { name: '移除较早的 1 个“工地.csv”' }))
  expect(remove.mock.calls).toEqual([[1], [2]])
  useImports.setState({ ...before, items: [], sources: new Map() })
})

it('names no kind of data for a table that is like none', () => {
  const unknown = { blockers: ['unknown'] }
  useImports.setState({ items: [{ id: 1, file: '工资.csv', bytes: 3, problem: null, table: table(unknown) }] as never })
  render(<FileList />)
  screen.getByText('未认出 · 3 B')
  useImports.setState({ items: [] })
})

it('says of a file with the content of another that it has the same', () => {
  const sameContent = { file: '降尘.csv', isSameRows: true }
  const of = (id: number, file: string, changed: object) => ({
    ...{ id, file, bytes: id, problem: null, table: table(changed) },
  })
  useImports.setState({ items: [of(1, '降尘.csv', {}), of(2, '降尘改.csv', { sameContent })] as never })
  render(<FileList />)
  screen.getByText('与前面的“降尘.csv”内容相同。')
  expect(screen.queryByRole('button', { name: /^移除较早的/ })).toBeNull()
  useImports.setState({ items: [] })
})

describe('values that differ from those set by hand', () => {
  const county = {
    row: 2,
    code: 'DC-1',
    name: '甲堆',
    field: 'county',
    standing: '渭城区',
    brought: '秦都区',
    why: 'by-hand',
    replaced: false,
  } as const
  const position = { ...county, field: 'position', standing: '1, 2', brought: '3, 4', replaced: true } as const

  it('are listed with row, old and new value; the existing value stays until the file’s is chosen', () => {
    const change = vi.fn()
    useImports.setState({ change })
    render(<ContestedView id={7} contested={{ count: 2, first: [county, position] }} />)
    expect(screen.getByText('区县：现有 渭城区（人工设定），文件 秦都区')).toBeTruthy()
    expect(screen.getAllByText('第 2 行 DC-1 甲堆')).toHaveLength(2)
    const [first, second] = screen.getAllByRole<HTMLInputElement>('checkbox', { name: '以文件为准' })
    expect([first!.checked, second!.checked]).toEqual([false, true])
    fireEvent.click(first!)
    expect(change).toHaveBeenLastCalledWith(7, { replaced: ['DC-1\u0000position', 'DC-1\u0000county'] })
    fireEvent.click(second!)
    expect(change).toHaveBeenLastCalledWith(7, { replaced: [] })
  })

  it('are not listed if nothing differs', () => {
    const { container } = render(<ContestedView id={7} contested={{ count: 0, first: [] }} />)
    expect(container.textContent).toBe('')
  })
})

it('names the columns that the file adds to the existing data', () => {
  useChentu.setState({ opened: { dataset: { kinds: [] } } as never })
  const difference = { ...table({}).difference!, addedColumns: ['+风险等级', '+负责人'] }
  const { rerender } = render(<DifferenceView table={table({ difference })} />)
  screen.getByText('新增 2 列（现有数据没有）：风险等级、负责人。新增的列不计入“改变”的行数。')
  rerender(<DifferenceView table={table({})} />)
  expect(screen.queryByText(/现有数据没有/)).toBeNull()
  rerender(<DifferenceView table={table({ frozen: ['+状态', '+逾期天数'] })} />)
  screen.getByText('去除现有数据中的 2 列：状态、逾期天数。这些列由早期版本从导出表存入，内容停留在导出当日。')
})
