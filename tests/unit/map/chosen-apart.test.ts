import { describe, expect, it } from 'vitest'
import type { DrawnSources } from '@/domain/sources/view/drawn-sources'
import { textColumn } from '@/domain/table/build-column'
import { chosenOffMap, isDrawnSeparately } from '@/map/overlay/chosen-apart'

const placed = (codes: readonly string[]) => ({
  rows: Uint32Array.from(codes.keys()),
  positions: new Float64Array(2 * codes.length),
  status: new Uint8Array(codes.length),
  kinds: textColumn(codes.map(() => 'stockpile')),
  grades: textColumn(codes.map(() => '')),
  codes: textColumn(codes),
  nths: new Uint32Array(codes.length).fill(1),
  names: textColumn(codes),
  painted: null,
})
const scene: DrawnSources = {
  symbols: placed(['alone']),
  dots: placed([]),
  badges: {
    positions: Float64Array.of(108.7, 34.3),
    counts: Uint32Array.of(46),
    overdue: Uint32Array.of(1),
    failing: Uint32Array.of(45),
    status: Uint8Array.of(0),
    bounds: Float64Array.of(108.69, 34.29, 108.71, 34.31),
    members: new Uint32Array(),
  },
  cells: null,
}
/** A thousand pixels per degree. */
const pixel = ([lon, lat]: readonly [number, number]) => ({ x: lon * 1000, y: -lat * 1000 })
const source = (code: string) => ({ type: 'source' as const, kind: 'stockpile', code, nth: 1 })

describe('the selected thing is drawn separately', () => {
  it('as a symbol, or as a dot outside all badges, but not if a badge counts it', () => {
    expect(isDrawnSeparately(source('alone'), [108.7, 34.3], scene, pixel)).toBe(true)
    expect(isDrawnSeparately(source('counted'), [108.695, 34.305], scene, pixel)).toBe(false)
    expect(isDrawnSeparately(source('dot'), [108.72, 34.3], scene, pixel)).toBe(true)
  })

  it('not if cells represent the sources', () => {
    const cells = {
      positions: new Float64Array(),
      counts: new Uint32Array(),
      overdue: new Uint32Array(),
      failing: new Uint32Array(),
    }
    expect(isDrawnSeparately(source('alone'), [108.7, 34.3], { ...scene, cells }, pixel)).toBe(false)
  })

  it('as a point if no badge covers it, and as a line if it is long enough to be visible', () => {
    expect(isDrawnSeparately({ type: 'point' }, [108.71, 34.3], scene, pixel)).toBe(false)
    expect(isDrawnSeparately({ type: 'point' }, [108.73, 34.3], scene, pixel)).toBe(true)
    const line = (east: number) => ({ type: 'line' as const, reach: [108.7, 34.3, east, 34.3] as const })
    expect(isDrawnSeparately(line(108.71), [108.7, 34.3], scene, pixel)).toBe(false)
    expect(isDrawnSeparately(line(108.75), [108.7, 34.3], scene, pixel)).toBe(true)
  })
})

it('it is only requested separately if its layer may be off the map', () => {
  const chosen = source('alone')
  expect(chosenOffMap(chosen, ['stockpile'])).toBe(chosen)
  expect(chosenOffMap(chosen, ['in-order'])).toBe(chosen)
  expect(chosenOffMap(chosen, ['yard', 'points'])).toBeNull()
  expect(chosenOffMap({ type: 'point' }, ['stockpile'])).toBeNull()
})
