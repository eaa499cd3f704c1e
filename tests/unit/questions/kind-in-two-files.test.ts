import { expect, it } from 'vitest'
import type { Look } from '@/domain/sources/view/look'
import { textAt } from '@/domain/table/column'
import { pickRows } from '@/domain/table/pick-rows'
import { evaluateRules } from '@/questions/evaluated-package'
import type { FilteredSources } from '@/questions/filtered-sources'
import { applyLook, shownLookLegend } from '@/questions/map/look-view'
import { visitPlaces } from '@/questions/source/visit-places'
import { openFromDisk } from '../package-from-disk'

const opened = (await openFromDisk('')).value!
const whole = evaluateRules(opened, '2022-10-31')
const KIND = 'stockpile'
/** The same package with the kind in two files. */
const split = {
  ...whole,
  tables: whole.tables.flatMap((each) => {
    if (each.kind !== KIND) return [each]
    const { table, first } = each
    const rows = Array.from({ length: table.length }, (_, row) => row)
    const cut = Math.floor(table.length / 3)
    const part = (from: number, until?: number) => ({
      ...each,
      first: first + from,
      table: pickRows(table, rows.slice(from, until)),
    })
    return [part(0, cut), part(cut)]
  }),
}
const look: Look = {
  ...{ kind: KIND, colour: 'county', size: 'areaSquareMetres' },
  ...{ method: 'quantile', classes: 4, breaks: [], fixedBreak: null },
}
const all = new Uint8Array(whole.status.length).fill(1)

it.each(['county', 'areaSquareMetres', 'closedOrCovered', 'inspectedOn', 'gone', null])(
  'is drawn by one scale over both files: %s',
  (colour) => {
    const own = { ...look, colour }
    expect(split.tables.length).toBe(whole.tables.length + 1)
    expect(applyLook(split, own)).toEqual(applyLook(whole, own))
    const legendOf = (evaluated: typeof whole) => shownLookLegend({ evaluated, mask: all } as FilteredSources, own)
    expect(legendOf(split)).toEqual(legendOf(whole))
  },
)

it('says address and contact of a source that is in the second file', () => {
  const { table } = split.tables.findLast(({ kind }) => kind === KIND)!
  const codes = [0, table.length - 1].map((row) => ({ kind: KIND, code: textAt(table, 'code', row) }))
  const places = visitPlaces(split, codes)
  expect(places).toEqual(visitPlaces(whole, codes))
  expect(places.map(({ contact }) => contact)).not.toContain('')
})
