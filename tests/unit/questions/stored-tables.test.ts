import { expect, it } from 'vitest'
import { storedTables } from '@/questions/stored-tables'
import { openFromDisk } from '../package-from-disk'

const opened = (await openFromDisk('')).value!
const { pack, inventory } = opened
const heldBy = (path: string, today = '2026-01-01') => storedTables(opened, today).find((each) => each.path === path)

it('counts the rows of every table of sources, and each once', () => {
  const tables = storedTables(opened, '2026-01-01')
  for (const { file, table } of inventory.kinds) expect(heldBy(file)?.rows, file).toBe(table.length)
  expect(new Set(tables.map(({ path }) => path)).size).toBe(tables.length)
})

it('tells the latest day on which something happened, which no mistyped day of the future is', () => {
  const { file, table } = inventory.kinds.find(({ kind }) => kind === 'construction-site')!
  const days = table.columns.inspectedOn!
  if (days.type !== 'day') throw new Error('no days')
  const latest = heldBy(file)!.latest!
  expect(latest).toMatch(/^2022-\d\d-\d\d$/)
  expect(heldBy(file, '2022-10-01')!.latest! <= '2022-10-01').toBe(true)
  const mistyped = {
    ...table,
    columns: {
      ...table.columns,
      inspectedOn: { ...days, values: days.values.map((day, row) => (row === 0 ? 40_000 : day)) },
    },
  }
  const kinds = inventory.kinds.map((each) => (each.file === file ? { ...each, table: mistyped } : each))
  const held = storedTables({ ...opened, inventory: { ...inventory, kinds } }, '2026-01-01')
  expect(held.find((each) => each.path === file)!.latest! <= latest).toBe(true)
})

it('tells the months of dustfall, the day of the last warning, and surveys', () => {
  expect(heldBy('dustfall-samples.csv')).toEqual({
    path: 'dustfall-samples.csv',
    rows: pack.dustfall.records.length,
    latest: '2022-10',
  })
  expect(heldBy('warnings.csv')?.latest).toMatch(/^\d{4}-\d\d-\d\d$/)
  expect(heldBy('silt-surveys.csv')?.rows).toBe(
    [...pack.surveys.values()].flat().reduce((sum, { length }) => sum + length, 0),
  )
  expect(heldBy('rivers.geojson')).toBeUndefined()
})

it('says nothing of a role of several files, which are read as one list', () => {
  const samples = pack.provenance.find(({ role }) => role === 'dustfall-samples')!
  const twice = [...pack.provenance, { ...samples, path: 'more.csv' }]
  const held = storedTables({ ...opened, pack: { ...pack, provenance: twice } }, '2026-01-01')
  expect(held.some(({ path }) => path === samples.path || path === 'more.csv')).toBe(false)
})

it('says nothing of surveys in several files of which one could not be read', () => {
  const surveys = pack.provenance.find(({ path }) => path === 'silt-surveys.csv')!
  const broken = [{ ...surveys, path: 'broken.csv' }, ...pack.provenance]
  const held = storedTables({ ...opened, pack: { ...pack, provenance: broken } }, '2026-01-01')
  expect(held.some(({ path }) => path === surveys.path || path === 'broken.csv')).toBe(false)
})

it('counts the rows of published figures also where a county only says why it has none', () => {
  const samples = pack.provenance.find(({ role }) => role === 'dustfall-samples')!
  const provenance = [...pack.provenance, { ...samples, role: 'dustfall-published', path: 'published.csv' }]
  const figure = (county: string, value: number | null) => ({
    ...{ county, month: '2022-10', value, publication: '', givenText: '', remark: '' },
  })
  const published = [figure('610402', 4.2), figure('610404', null)]
  const why = (county: string, month: string) => ({ county, month, reason: '设备故障' })
  // The second of them was published without a figure.
  const unmeasured = [why('610422', '2022-11'), why('610404', '2022-10')]
  const dustfall = { ...pack.dustfall, published, unmeasured }
  const held = storedTables({ ...opened, pack: { ...pack, provenance, dustfall } }, '2026-01-01')
  expect(held.find(({ path }) => path === 'published.csv')).toMatchObject({ rows: 3, latest: '2022-11' })
})

it('tells the month of a file that is read by ranges, whose rows are not counted', () => {
  const monthly = pack.descriptor.resources.filter(({ chentu }) => chentu.month !== undefined)
  expect(monthly.length).toBeGreaterThan(0)
  for (const { path, chentu } of monthly) expect(heldBy(path)).toEqual({ path, rows: null, latest: chentu.month })
})
