import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { contestedKey } from '@/domain/intake/set-by-hand'
import type { Problem } from '@/domain/problem'
import { findText, textAt, valueAt } from '@/domain/table/column'
import { readHeldFile } from '@/io/formats/held-file'
import { readPlanText } from '@/io/package/plan-document'
import { evaluateRules } from '@/questions/evaluated-package'
import { storedCell } from '@/questions/table/stored-cell'
import { handMarks } from '@/workspace/hand-marks'
import type { DeskWords } from '@/workspace/import/desk-words'
import { ImportDesk } from '@/workspace/import/import-desk'
import type { ItemChoice } from '@/workspace/import/item-choice'
import type { Workspace } from '@/workspace/workspace'
import type { CellEdit } from '@/workspace/write-edits'
import { newBrowser, newBrowserOf, newWindow } from '../../fixtures/window'

const REASON = { by: '张三', why: '台账抄错', at: 5 }
const grade = (code: string, before: string, cell: string): CellEdit => ({
  kind: 'enterprise',
  code,
  column: 'grade',
  before,
  cell,
})

let workspace: Workspace

/** The cell of a source in the package. */
function cellOf(kind: string, code: string, field: string, of = workspace) {
  const { table } = of.copy.opened.inventory.kinds.find((each) => each.kind === kind)!
  return valueAt(table, field, findText(table.columns.code, code))
}
const edit = (edits: readonly CellEdit[], of = workspace) => of.editCells(edits, REASON, `改 ${edits.length} 处`)

beforeEach(async () => {
  await newBrowser()
  workspace = await newWindow()
})

describe('edited cells', () => {
  it('make one version for cells of several kinds, which another window opens and an undo removes', async () => {
    const made = await edit([
      grade('QY-0002', 'C', 'B'),
      grade('QY-0001', '未评级', 'A'),
      { kind: 'stockpile', code: 'DC2022-0001', column: 'areaSquareMetres', before: '740', cell: '1,200' },
      { kind: 'stockpile', code: 'DC2022-0001', column: 'closedOrCovered', before: '是', cell: '' },
      { kind: 'stockpile', code: 'DC2022-0003', column: 'inspectedOn', before: '2022-09-26', cell: '2022年10月8日' },
    ])
    expect(made.problems).toEqual([])
    const { versions, head } = await workspace.versions()
    expect(versions.map(({ id, label }) => [id, label])).toEqual([[made.version, '改 5 处']])
    expect(head).toBe(made.version)
    for (const each of [workspace, await newWindow()]) {
      expect(cellOf('enterprise', 'QY-0002', 'grade', each)).toBe('B')
      expect(cellOf('enterprise', 'QY-0001', 'grade', each)).toBe('A')
      expect(cellOf('enterprise', 'QY-0003', 'grade', each)).toBe('非引领性')
      expect(cellOf('stockpile', 'DC2022-0001', 'areaSquareMetres', each)).toBe(1200)
      expect(cellOf('stockpile', 'DC2022-0001', 'closedOrCovered', each)).toBeNull()
      expect(cellOf('stockpile', 'DC2022-0003', 'inspectedOn', each)).toBe(19_273)
    }
    expect((await workspace.undo(made.version!)).problems).toEqual([])
    expect(cellOf('enterprise', 'QY-0002', 'grade')).toBe('C')
    expect(handMarks(workspace.copy)).toEqual([])
  })

  it('of a source also change the county of a monitor there that has none of its own, repeatedly', async () => {
    await newBrowserOf((path, text) =>
      path === 'data/dust-monitor.csv' ? text.replace('渭城区,108.691863,34.375397', ',,') : text,
    )
    workspace = await newWindow()
    const [site, monitor] = ['GD2022-0001', 'YC2022-0001']
    expect(cellOf('dust-monitor', monitor, 'lon')).toBe(cellOf('construction-site', site, 'lon'))
    const moved = { kind: 'construction-site', code: site, column: 'county' }
    for (const [before, cell, code] of [
      ['渭城区', '秦都区', '610402'],
      ['秦都区', '渭城区', '610404'],
    ] as const) {
      expect((await edit([{ ...moved, before, cell }])).problems).toEqual([])
      expect(cellOf('dust-monitor', monitor, 'county')).toBe(code)
    }
  })

  it('record author, reason and former value, also in the workspace file', async () => {
    await edit([grade('QY-0002', 'C', 'B')])
    await edit([grade('QY-0002', 'B', 'A')])
    const packed = (await workspace.pack()).value!
    await newBrowser()
    workspace = await newWindow()
    expect((await workspace.unpack(new File([packed], '备份.zip'), 9)).value).not.toBeNull()
    expect(handMarks(workspace.copy)).toEqual([
      {
        kind: 'enterprise',
        code: 'QY-0002',
        field: 'grade',
        said: 'C',
        edit: { code: 'QY-0002', field: 'grade', before: 'B', after: 'A', ...REASON },
      },
    ])
  })

  it('are not set by hand any more once they equal the file again', async () => {
    await edit([grade('QY-0002', 'C', 'B'), grade('QY-0003', '非引领性', 'A')])
    await edit([grade('QY-0002', 'B', 'A')])
    await edit([grade('QY-0002', 'A', 'C')])
    expect(handMarks(workspace.copy).map(({ code }) => code)).toEqual(['QY-0003'])
    await edit([grade('QY-0003', 'A', '非引领性')])
    expect(handMarks(workspace.copy)).toEqual([])
  })

  it('are distinguished if several rows have one code', async () => {
    const twins = (path: string, text: string) =>
      path === 'data/enterprise.csv' ? text.replace('QY-0009,', 'QY-0002,') : text
    await newBrowserOf(twins)
    workspace = await newWindow()
    const { table, first } = workspace.copy.opened.inventory.kinds.find(({ kind }) => kind === 'enterprise')!
    const second = findText(table.columns.code, 'QY-0002', 2)
    expect(workspace.copy.opened.sameCode.get(first + second)).toMatchObject({ nth: 2 })
    const was = textAt(table, 'name', second)
    const name = { kind: 'enterprise', code: 'QY-0002', nth: 2, column: 'name', before: was, cell: '乙厂' }
    expect((await edit([name])).value).not.toBeNull()
    expect(handMarks(workspace.copy)).toMatchObject([{ code: 'QY-0002', nth: 2, field: 'name', said: was }])
    // In the former format, without a row number in the key, only the edit itself had it.
    const { descriptor } = workspace.copy
    const resources = descriptor.resources.map((each) =>
      each.path === 'enterprise.csv'
        ? { ...each, chentu: { ...each.chentu, byHand: { 'QY-0002': { name: was } } } }
        : each,
    )
    const old = { ...workspace.copy, descriptor: { ...descriptor, resources } }
    expect(handMarks(old)).toMatchObject([{ nth: 2, field: 'name', said: was, edit: { after: '乙厂' } }])
    // The first of them has its own mark.
    await edit([
      { ...name, nth: 1, before: textAt(table, 'name', findText(table.columns.code, 'QY-0002')), cell: '甲厂' },
    ])
    expect(handMarks(workspace.copy).map(({ nth = 1, edit: made }) => [nth, made!.after])).toEqual([
      [2, '乙厂'],
      [1, '甲厂'],
    ])
  })

  it('keep the line of a road, and accept any name of a county', async () => {
    const { lines } = workspace.copy.opened.pack
    const before = lines.get('road')!.features.map(({ geometry }) => geometry)
    const { table } = workspace.copy.opened.inventory.kinds.find(({ kind }) => kind === 'road')!
    const [code, name] = [textAt(table, 'code', 3), textAt(table, 'name', 3)]
    const made = await edit([
      { kind: 'road', code, column: 'name', before: name, cell: '改名路' },
      { kind: 'enterprise', code: 'QY-0002', column: 'county', before: '乾县', cell: '兴平' },
    ])
    expect(made.problems).toEqual([])
    expect(cellOf('road', code, 'name')).toBe('改名路')
    expect(workspace.copy.opened.pack.lines.get('road')!.features.map(({ geometry }) => geometry)).toEqual(before)
    expect(cellOf('enterprise', 'QY-0002', 'county')).toBe('610481')
  })
})

describe('no edit is written', () => {
  const refused = async (edits: readonly CellEdit[], of = workspace) => {
    const inForce = async () => (await (await newWindow()).versions()).head
    const before = await inForce()
    const made = await edit(edits, of)
    expect(made).toMatchObject({ value: null, version: null })
    expect(await inForce()).toBe(before)
    return made.problems
  }

  it('if one of the cells is invalid; each invalid one is named', async () => {
    const problems = await refused([
      grade('QY-0001', '未评级', 'A'),
      grade('QY-0002', 'C', 'Z'),
      { kind: 'stockpile', code: 'DC2022-0001', column: 'areaSquareMetres', before: '740', cell: '很大' },
      { kind: 'stockpile', code: 'DC2022-0001', column: 'areaSquareMetres', before: '740', cell: '-5' },
      { kind: 'stockpile', code: 'DC2022-0001', column: 'name', before: '临平中粉料堆场', cell: ' ' },
      { kind: 'stockpile', code: 'DC2022-0001', column: 'county', before: '兴平市', cell: '西安市' },
    ])
    expect(problems.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['not-in-list', 3, '绩效等级'],
      ['not-a-number', 2, '占地面积(平方米)'],
      ['out-of-range', 2, '占地面积(平方米)'],
      ['required-missing', 2, '名称'],
      ['unknown-county', 2, '区县'],
    ])
  })

  it('if the cell has changed since, here or in another window', async () => {
    expect(await refused([grade('QY-0002', 'D', 'B')])).toMatchObject([{ code: 'cell-changed', seen: 'C' }])
    const other = await newWindow()
    expect((await edit([grade('QY-0002', 'C', 'A')], other)).problems).toEqual([])
    expect(await refused([grade('QY-0001', '未评级', 'A')])).toMatchObject([
      { code: 'changed-elsewhere', file: '改 1 处' },
    ])
  })

  it('if the source does not exist, or the column is not stored in a cell', async () => {
    const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code)
    expect(codes(await refused([grade('QY-9999', 'C', 'B')]))).toEqual(['cell-gone'])
    for (const column of ['code', 'lon', 'overdueDays', 'status', 'gradeMove'])
      expect(codes(await refused([{ ...grade('QY-0002', '', 'B'), column }]))).toEqual(['cell-gone'])
  })
})

describe('all other cells of an edited file', () => {
  const stockpile = (code: string, column: string, before: string, cell: string): CellEdit => {
    return { kind: 'stockpile', code, column, before, cell }
  }
  async function fileNow() {
    const got = await workspace.copy.files.read('stockpile.csv')
    return 'blob' in got ? await got.blob.text() : ''
  }
  const wrong = (problems: readonly Problem[]) =>
    problems.filter(({ file }) => file === 'stockpile.csv').map(({ code, row, seen }) => [code, row, seen])

  it('stay as they were written, and their problems are reported as before', async () => {
    await newBrowserOf((path, text) =>
      path === 'data/stockpile.csv'
        ? text
            .replace('窑店西煤场,兴平市', '窑店西煤场,某某区')
            .replace(/(DC2022-0003(?:,[^,]*){8}),\d+/, '$1,约500')
            .replace('DC2022-0004', '\nDC2022-0004')
        : text,
    )
    workspace = await newWindow()
    const before = await fileNow()
    const said = wrong(workspace.copy.problems)
    expect(said).toEqual([
      ['cell-repaired', 4, '约500'],
      ['unknown-county', 3, '某某区'],
    ])
    const made = await edit([stockpile('DC2022-0001', 'name', '临平中粉料堆场', '改名堆场, "北"')])
    expect(await fileNow()).toBe(before.replace('临平中粉料堆场', '"改名堆场, ""北"""'))
    expect(wrong(made.problems)).toEqual(said)
    expect(cellOf('stockpile', 'DC2022-0001', 'name')).toBe('改名堆场, "北"')
    // A row after the blank one; then a cell of another file.
    const { table } = workspace.copy.opened.inventory.kinds.find(({ kind }) => kind === 'stockpile')!
    const name = textAt(table, 'name', 3)
    await edit([stockpile('DC2022-0004', 'name', name, '四号')])
    expect(await fileNow()).toBe(before.replace('临平中粉料堆场', '"改名堆场, ""北"""').replace(name, '四号'))
    const next = await edit([grade('QY-0001', '未评级', 'A')])
    expect(wrong(next.problems)).toEqual(said)
  })

  it('stay if the file gets a new column', async () => {
    const withoutMaterial = (text: string) => text.replaceAll(/^((?:[^,\n]*,){8})[^,\n]*,/gm, '$1')
    await newBrowserOf((path, text) => (path === 'data/stockpile.csv' ? withoutMaterial(text) : text))
    workspace = await newWindow()
    expect(cellOf('stockpile', 'DC2022-0001', 'material')).toBeNull()
    expect((await edit([stockpile('DC2022-0002', 'material', '', '煤')])).problems).toEqual([])
    const again = await newWindow()
    expect(cellOf('stockpile', 'DC2022-0001', 'material', again)).toBeNull()
    expect(cellOf('stockpile', 'DC2022-0002', 'material', again)).toBe('煤')
    expect(cellOf('stockpile', 'DC2022-0002', 'areaSquareMetres', again)).toBe(3360)
  })
})

it('a cell shown from a survey or a team can’t be edited', async () => {
  const { opened } = workspace.copy
  const answers = { closedOrCovered: true }
  const seen = [{ kind: 'stockpile', code: 'DC2022-0001', day: '2022-10-20', answers, deadlines: {} } as const]
  const evaluated = evaluateRules(opened, '2022-10-31', seen)
  const { first, table } = opened.inventory.kinds.find(({ kind }) => kind === 'stockpile')!
  const source = first + findText(table.columns.code, 'DC2022-0001')
  expect(storedCell(evaluated, source, 'inspectedOn')).toBe('overlaid')
  // The file has the same value: editing it would change nothing.
  expect(cellOf('stockpile', 'DC2022-0001', 'closedOrCovered')).toBe(true)
  expect(storedCell(evaluated, source, 'closedOrCovered')).toBe('overlaid')
  expect(storedCell(evaluated, source + 1, 'closedOrCovered')).toMatchObject({ text: '是' })
  expect(storedCell(evaluated, source, 'status')).toBeNull()
  expect(storedCell(evaluated, source, 'county')).toMatchObject({ text: '兴平市' })
})

it('values set in the table win over a later file, unless the user decides otherwise', async () => {
  const desk = new ImportDesk(workspace, readHeldFile, readPlanText)
  const words = { roles: { enterprise: '企业' } } as unknown as DeskWords
  const list = '编号,名称,绩效等级\nQY-0002,渭滨水泥示例企业002,D\nQY-0003,甲,A\n'
  const drop = async (content: string, choice: ItemChoice = {}) => {
    const file = new File([content], '名单.csv')
    const [added] = (await desk.add(file, file.size, () => undefined))!
    const view = await desk.change(added!.id, { role: 'enterprise', gone: 'keep', ...choice }, () => undefined)
    return { id: added!.id, table: view!.table! }
  }
  // The office's own list replaces the illustrative one.
  await desk.takeOver([(await drop(list.replace(',D', ',C'))).id], words, 6)
  expect((await edit([grade('QY-0002', 'C', 'B')])).problems).toEqual([])
  const february = await drop(list)
  expect(february.table.contested.first).toMatchObject([
    { code: 'QY-0002', field: 'grade', standing: 'B', brought: 'D', why: 'by-hand' },
  ])
  expect((await desk.takeOver([february.id], words, 7)).problems).toEqual([])
  expect([cellOf('enterprise', 'QY-0002', 'grade'), cellOf('enterprise', 'QY-0003', 'grade')]).toEqual(['B', 'A'])
  // An empty cell removes nothing.
  const march = await drop('编号,名称,绩效等级\nQY-0002,渭滨水泥示例企业002,\n')
  expect(march.table.contested.count).toBe(0)
  await desk.takeOver([march.id], words, 8)
  expect(cellOf('enterprise', 'QY-0002', 'grade')).toBe('B')
  const april = await drop(list, { replaced: [contestedKey({ code: 'QY-0002', field: 'grade' })] })
  await desk.takeOver([april.id], words, 9)
  expect(cellOf('enterprise', 'QY-0002', 'grade')).toBe('D')
  expect(handMarks(workspace.copy)).toEqual([])
})
