import { describe, expect, it } from 'vitest'
import { textOf } from '@/domain/table/column'
import { filteredOnMap } from '@/questions/map/on-map'
import { shownBox } from '@/questions/map/shown-box'
import { type SceneRequest, sourceScene } from '@/questions/map/source-scene'
import { countKinds } from '@/questions/shown/shown-counts'
import { shownSources } from '@/questions/shown/shown-sources'
import { standingCounts } from '@/questions/shown/standing-counts'
import { FIRST_VIEW } from '@/store/view/view'
import { ADDED_KIND_IDS, openManyKinds, SOURCES_PER_KIND } from '../../fixtures/many-kinds'

const desk = await openManyKinds()
const all = desk.show({})
const CHOSEN = { kind: 'coal-1', code: 'K17-0' }
const off = { hidden: ADDED_KIND_IDS }

/** Kinds and codes drawn at a zoom at which each source has its own symbol. */
function drawn(filtered: typeof all, on: Pick<SceneRequest, 'hidden' | 'chosen'>): string[] {
  const { symbols, dots } = sourceScene(filtered, {
    ...on,
    window: { west: 0, north: 0, east: 1, south: 1 },
    zoom: 16,
    look: null,
    density: FIRST_VIEW.density,
  })
  return [symbols, dots].flatMap(({ rows }) =>
    Array.from(rows, (row) => `${textOf(all.evaluated.opened.inventory.sources.columns.kind, row)} ${row}`),
  )
}
const ofMade = (symbols: readonly string[]) => symbols.filter((each) => ADDED_KIND_IDS.includes(each.split(' ')[0]!))

describe('the sources drawn on a map', () => {
  it('include the selected one even if its kind, or everything in order, is off the map', () => {
    const { source } = desk.find(CHOSEN.kind, CHOSEN.code)!
    expect(ofMade(drawn(all, off))).toEqual([])
    expect(ofMade(drawn(all, { ...off, chosen: CHOSEN }))).toEqual([`coal-1 ${source}`])
    expect(drawn(all, { hidden: ['in-order'] })).not.toContain(`coal-1 ${source}`)
    expect(drawn(all, { hidden: ['in-order'], chosen: CHOSEN })).toContain(`coal-1 ${source}`)
    // A selected source that the filters exclude is not drawn.
    expect(drawn(desk.show({ kinds: ['yard'] }), { ...off, chosen: CHOSEN })).not.toContain(`coal-1 ${source}`)
  })

  it('are those counted: no kind that is off the map, in any standing', () => {
    const made = ADDED_KIND_IDS.length * SOURCES_PER_KIND
    const on = filteredOnMap(all, off)
    expect(shownSources(on).total).toBe(all.total - made)
    expect(shownSources(filteredOnMap(all, { ...off, chosen: CHOSEN })).total).toBe(all.total - made + 1)
    const standings = Object.values(standingCounts(on)).reduce((sum, count) => sum + count, 0)
    expect(standings).toBe(all.total - made)
    expect(shownSources(on).problems).toBe(standingCounts(on).overdue + standingCounts(on).failing)
    expect([countKinds(on).get('coal-1')!.total, countKinds(on).get('yard')!.total]).toEqual([
      0,
      countKinds(all).get('yard')!.total,
    ])
  })

  it('determine the extent that the map is fitted to', () => {
    const wide = shownBox(all, { hidden: [] })!
    const { lons } = desk.opened
    const some = desk.show({ kinds: ['coal-1', 'yard'] })
    expect(shownBox(some, off)).toEqual(shownBox(desk.show({ kinds: ['yard'] }), { hidden: [] }))
    expect(shownBox(desk.show({ kinds: ['coal-1'] }), off)).toBeNull()
    expect(wide[0]).toBe(Math.min(...lons.filter((lon) => !Number.isNaN(lon))))
  })
})
