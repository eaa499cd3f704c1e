import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { valueAt } from '@/domain/table/column'
import { readHeldFile } from '@/io/formats/held-file'
import { readPlanText } from '@/io/package/plan-document'
import type { DeskWords } from '@/workspace/import/desk-words'
import { ImportDesk } from '@/workspace/import/import-desk'
import type { Workspace } from '@/workspace/workspace'
import type { KindChange } from '@/workspace/write-kinds'
import { newBrowser, newBrowserOf, newWindow } from '../../fixtures/window'

const REASON = { by: '张三', why: '新增填报项', at: 5 }
let workspace: Workspace
const change = (made: KindChange) => workspace.changeKind(made, REASON, '改类别')
const site = (of = workspace) => of.copy.opened.pack.kinds.find(({ id }) => id === 'construction-site')!
const field = (title: string, of = workspace) => site(of).fields.find((each) => each.title.zh === title)
const added = {
  kind: 'construction-site',
  what: 'field',
  title: '雾炮',
  type: 'flag',
  unit: '',
  means: '',
  values: [],
} as const

/** Imports a file of sites. */
async function take(text: string): Promise<void> {
  const desk = new ImportDesk(workspace, readHeldFile, readPlanText)
  const file = new File([text], '工地.csv')
  const [item] = (await desk.add(file, file.size, () => undefined))!
  await desk.change(item!.id, { role: 'construction-site', datum: 'wgs84', gone: 'keep' }, () => undefined)
  const words = { roles: { 'construction-site': '工地' } } as unknown as DeskWords
  const { value, problems } = await desk.takeOver([item!.id], words, 1)
  expect(value === null ? problems : []).toEqual([])
}

beforeEach(async () => {
  await newBrowser()
  workspace = await newWindow()
})

it('adding a field makes a version with a column that is read from then on, and can be undone', async () => {
  const made = await change(added)
  expect(made.problems).toEqual([])
  for (const each of [workspace, await newWindow()]) {
    expect(field('雾炮', each)).toMatchObject({ type: 'flag', headings: ['雾炮'] })
    const { table } = each.copy.opened.inventory.kinds.find(({ kind }) => kind === 'construction-site')!
    expect(valueAt(table, field('雾炮', each)!.name, 0)).toBeNull()
  }
  // A rule can read it at once.
  const six = workspace.copy.opened.pack.rules.find(({ id }) => id === '23-six')!
  const rule = { ...six, id: '', check: { type: 'all-yes', fields: [field('雾炮')!.name] } } as const
  expect((await workspace.changeRules([{ what: 'put', rule }], REASON, '增要求')).problems).toEqual([])
  expect((await workspace.undo((await workspace.versions()).head!)).problems).toEqual([])
  expect((await workspace.undo(made.version!)).problems).toEqual([])
  expect(field('雾炮')).toBeUndefined()
})

it('a field has the given unit, texts and meaning, and a name that no other field has', async () => {
  await change({ ...added, title: '雾炮台数', type: 'number', unit: '台' })
  await change({ ...added, title: '雾炮台书', type: 'text', values: ['有', '无'] })
  expect(field('雾炮台数')).toMatchObject({ type: 'number', unit: '台' })
  expect(field('雾炮台书')).toMatchObject({ type: 'text', values: ['有', '无'] })
  expect(new Set(site().fields.map(({ name }) => name)).size).toBe(site().fields.length)
  const lead = await change({ ...added, title: '牵头单位', type: 'text', means: 'lead' })
  expect(lead.problems).toEqual([])
  expect(field('牵头单位')).toMatchObject({ means: 'lead' })
  const before = site()
  // A meaning and a first heading can occur only once per kind.
  for (const wrong of [{ means: 'lead', title: '又一个', type: 'text' } as const, { title: '雾炮台数' }]) {
    expect((await change({ ...added, ...wrong })).problems[0]?.code).toMatch(/^kind-(meaning|field)-twice$/)
    expect(site()).toEqual(before)
  }
})

it('a heading can be added, also to a shared field for one kind only; an unclaimed column is then read', async () => {
  await newBrowserOf((path, text) =>
    path.endsWith('construction-site.csv') ? text.replace(/^([^\n]*),围挡,/, '$1,围栏做好,') : text,
  )
  workspace = await newWindow()
  const read = () => {
    const { table } = workspace.copy.opened.inventory.kinds.find(({ kind }) => kind === 'construction-site')!
    return Array.from({ length: table.length }, (_, row) => valueAt(table, 'enclosed', row)).filter(
      (each) => each !== null,
    )
  }
  const stoodAside = read().length
  await change({ kind: 'construction-site', what: 'heading', field: 'enclosed', heading: '围栏做好' })
  expect(field('围挡')!.headings.at(0)).toBe('围挡')
  expect(field('围挡')!.headings).toContain('围栏做好')
  expect(stoodAside).toBe(0)
  expect(read().length).toBeGreaterThan(0)
  await change({ kind: 'construction-site', what: 'heading', field: 'operator', heading: '施工总包' })
  const operators = workspace.copy.opened.pack.kinds.map(({ id, fields }) => [
    id,
    fields.find(({ name }) => name === 'operator')?.headings.includes('施工总包') ?? false,
  ])
  expect(operators.filter(([, has]) => has)).toEqual([['construction-site', true]])
  const taken = await change({ kind: 'construction-site', what: 'heading', field: 'covered', heading: '施工总包' })
  expect(taken.problems).toMatchObject([{ code: 'heading-taken', column: 'operator', seen: '施工总包' }])
})

it('symbol and group can be chosen, also no group', async () => {
  const { title, fields } = site()
  await change({ kind: 'construction-site', what: 'symbol', shape: 'star', mark: '工', group: 'industry' })
  expect(site()).toMatchObject({ title, symbol: { shape: 'star', mark: '工' }, group: { id: 'industry' } })
  expect(site().fields).toEqual(fields)
  await change({ kind: 'construction-site', what: 'symbol', shape: 'drop', mark: '', group: '' })
  expect(site().symbol).toEqual({ shape: 'drop' })
  expect(site().group).toBeUndefined()
  expect(
    (await change({ kind: 'construction-site', what: 'symbol', shape: 'drop', mark: '三个字', group: '' })).problems,
  ).not.toEqual([])
  expect((await change({ ...added, kind: 'nail-bar' })).problems).toEqual([
    { code: 'declaration-gone', file: 'nail-bar' },
  ])
})

describe('an imported table’s column', () => {
  const list = (aside: string) =>
    `编号,工地名称,区县,经度,纬度,雾炮台数\nGD-901,甲工地,秦都区,108.70,34.33,${aside}\nGD-902,乙工地,秦都区,108.71,34.34,5\n`
  const mists = (of = workspace) => {
    const named = field('雾炮台数', of)
    const { table } = of.copy.opened.inventory.kinds.find(({ kind }) => kind === 'construction-site')!
    const rows = Array.from({ length: table.length }, (_, row) => row).filter((row) =>
      /^GD-90/.test(String(valueAt(table, 'code', row))),
    )
    return named && rows.map((row) => valueAt(table, named.name, row))
  }
  const counted = { ...added, title: '雾炮台数', type: 'number', unit: '台' } as const

  it('that was unclaimed is read once a field has its heading, also after the next import', async () => {
    await take(list('7'))
    expect((await change(counted)).problems).toEqual([])
    expect([mists(), mists(await newWindow())]).toEqual([
      [7, 5],
      [7, 5],
    ])
    await take(list('8'))
    expect([mists(), mists(await newWindow())]).toEqual([
      [8, 5],
      [8, 5],
    ])
  })

  it('is not claimed by a field that can’t parse it, because the next import would drop those cells', async () => {
    await take(list('七台'))
    expect((await change(counted)).problems).toMatchObject([
      { code: 'column-unread', seen: '七台', column: '雾炮台数' },
    ])
    expect(field('雾炮台数')).toBeUndefined()
  })
})

it('a field can’t have a name by which another field is found', async () => {
  expect((await change({ ...added, title: '工程进度' })).problems).toMatchObject([{ code: 'heading-taken' }])
})
