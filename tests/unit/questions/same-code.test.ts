import { beforeAll, expect, it } from 'vitest'
import { STATUS } from '@/domain/rules/status'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { indexPointer } from '@/map/pointer/pointer-index'
import { evaluateRules } from '@/questions/evaluated-package'
import { type FilteredSources, filterSources } from '@/questions/filtered-sources'
import { sourceScene } from '@/questions/map/source-scene'
import { sourcesInRing } from '@/questions/map/sources-in-ring'
import { listedRows, shownRows } from '@/questions/shown/shown-sources'
import { findSource } from '@/questions/source/find-source'
import { sourceRecord } from '@/questions/source/source-record'
import { tableRows, tableView } from '@/questions/table/table-view'
import { decodeView, encodeView } from '@/store/view/link'
import { FIRST_VIEW, keyOf, type SourceKey } from '@/store/view/view'
import { openFromDisk } from '../package-from-disk'

/** Makes three rows of one code, far from each other in the file. */
const TWINS: Readonly<Record<string, string>> = { 'DC2022-0009': 'DC2022-0002', 'DC2022-0040': 'DC2022-0002' }
let shown: FilteredSources

beforeAll(async () => {
  const { value } = await openFromDisk('', (file, text) =>
    file === 'stockpile.csv' ? text.replaceAll(/DC2022-\d{4}/g, (code) => TWINS[code] ?? code) : text,
  )
  const filters = { ...NO_FILTERS, kinds: ['stockpile'] }
  const ring = { basis: 'centre', radiusMetres: 25_000 } as const
  shown = filterSources(evaluateRules(value!, '2022-10-31'), sourcesInRing(value!, ring), filters)
})

const opens = ({ kind, code, nth }: SourceKey) => findSource(shown.evaluated, kind, code, nth)

it('each of several rows with one code opens itself: from the list, the table and a link', () => {
  const rows = shownRows(shown, 0, shown.total)
  const twins = rows.filter(({ code }) => code === 'DC2022-0002')
  expect(twins.map(({ sameCode }) => sameCode!.nth).sort()).toEqual([1, 2, 3])
  expect(new Set(twins.map(({ name }) => name)).size).toBe(3)
  for (const row of rows) expect(row).toMatchObject(opens(keyOf(row))!)
  for (const row of tableRows(tableView(shown, { kind: 'stockpile', sort: [], group: null }), 0, shown.total))
    expect(opens(keyOf(row))!.source).toBe(row.source)
  for (const twin of twins) {
    const { selected } = decodeView(encodeView({ ...FIRST_VIEW, selected: keyOf(twin) }))
    expect(opens(selected!)!.source).toBe(twin.source)
    expect(sourceRecord(shown.evaluated, twin.source).values.name).toBe(twin.name)
  }
})

it('each of several rows with one code opens itself on the map', () => {
  const window = { west: 0, north: 0, east: 1, south: 1 }
  const drawn = sourceScene(shown, { window, zoom: 16, hidden: [], look: null, density: { form: 'auto', of: 'count' } })
  const index = indexPointer(drawn)
  const twins = shownRows(shown, 0, shown.total).filter(({ code }) => code === 'DC2022-0002')
  for (const { source, position } of twins) expect(opens(index.at(...position!, 18, 1)!)!.source).toBe(source)
})

it('close sources are listed worst first, separately or from a badge', () => {
  const window = { west: 0, north: 0, east: 1, south: 1 }
  const density = { form: 'auto', of: 'count' } as const
  const at = (zoom: number) => indexPointer(sourceScene(shown, { window, zoom, hidden: [], look: null, density }))
  const [lon, lat] = shownRows(shown, 0, 1)[0]!.position!
  const near = at(16).allAt(lon, lat, 9, 20)
  expect(near.length).toBeGreaterThan(2)
  expect(listedRows(shown, [...near].reverse()).map(({ source }) => source)).toEqual(near)
  const { badges } = sourceScene(shown, { window, zoom: 7, hidden: [], look: null, density })
  const badge = at(7).badgeAt(badges.positions[2]!, badges.positions[3]!, 7)!
  expect(badge.sources).toHaveLength(badge.count)
  expect(listedRows(shown, badge.sources).filter(({ status }) => status === STATUS.overdue)).toHaveLength(badge.overdue)
})

it('a link to a missing row opens the last existing one, and an older link the first', () => {
  const key = { kind: 'stockpile', code: 'DC2022-0002' }
  expect(opens({ ...key, nth: 7 })!.sameCode).toEqual({ nth: 3, of: 3 })
  expect(opens(decodeView('#/explore?source=stockpile/DC2022-0002').selected!)!.sameCode).toEqual({ nth: 1, of: 3 })
  expect(encodeView({ ...FIRST_VIEW, selected: key })).toBe('/explore?source=stockpile/DC2022-0002')
})
