import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mercator } from '@/domain/geodesy/mercator'
import { drawnSources, mercatorPlaces } from '@/domain/sources/view/drawn-sources'
import { constantColumn, textColumn } from '@/domain/table/build-column'
import { findText, textOf, textsInOrder } from '@/domain/table/column'
import { TextIndex } from '@/domain/table/text-index'

describe('columns of texts that rarely repeat', () => {
  const names = Array.from({ length: 20_000 }, (_, i) => (i % 7 === 0 ? '' : `工地 ${i} 号·第${i % 13}标段`))

  it('are packed, and return and find the original texts', () => {
    const column = textColumn(names)
    expect(column.type).toBe('packed')
    expect(names.every((name, row) => textOf(column, row) === name)).toBe(true)
    expect(findText(column, names[12_345]!)).toBe(12_345)
    expect(findText(column, '没有')).toBe(-1)
  })

  it('return any characters unchanged, in any order; half a surrogate pair becomes U+FFFD', () => {
    const odd = ['\ud83d', '\ude00', '\ufeff标', '😀𠮷', 'é', '\0', '']
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...odd))
    // So many that the column is packed; some texts end on half a surrogate pair.
    const filler = Array.from({ length: 5000 }, (_, i) => `工地${i}`)
    fc.assert(
      fc.property(fc.array(text, { maxLength: 600 }), fc.nat(5000), (texts, from) => {
        const column = textColumn([...filler, ...texts])
        const wanted = [...filler, ...texts.map((each) => each.toWellFormed())]
        const inOrder = textsInOrder(column)
        expect(column.type).toBe('packed')
        for (let row = from; row < wanted.length; row++) {
          if (inOrder(row) !== wanted[row] || textOf(column, row) !== wanted[row])
            throw new Error(`row ${row}: ${JSON.stringify([inOrder(row), textOf(column, row), wanted[row]])}`)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('can be looked up in a growing index', () => {
    const index = new TextIndex()
    const known = new Map<string, number>()
    names.forEach((name, i) => {
      expect(index.set(name, i)).toBe(known.get(name) ?? null)
      known.set(name, i)
      expect(index.add(name, -1)).toBe(i)
    })
    expect([...known].every(([name, i]) => index.get(name) === i)).toBe(true)
    expect(index.get('没有')).toBeNull()
  })
})

describe('what the map draws', () => {
  const count = 50_000
  const lons = Float64Array.from({ length: count }, (_, i) => 107.6 + (i % 500) / 400)
  const lats = Float64Array.from({ length: count }, (_, i) => 34.2 + Math.floor(i / 500) / 100)
  const input = {
    ...mercatorPlaces(lons, lats),
    lons,
    lats,
    sameCode: new Map(),
    sources: { length: count, columns: { kind: constantColumn('stockpile', count) } },
    mask: new Uint8Array(count).fill(1),
    status: Uint8Array.from({ length: count }, (_, i) => (i % 10 === 0 ? 4 : 0)),
    rank: Uint32Array.from({ length: count }, (_, i) => i),
    painted: null,
    density: { form: 'auto', of: 'count' } as const,
  }
  const world = { west: 0, north: 0, east: 1, south: 1 }

  it('is cells that count every source once if there are too many', () => {
    const { cells, symbols } = drawnSources(input, world, 8)
    expect(symbols.rows).toHaveLength(0)
    expect(cells!.counts.reduce((sum, each) => sum + each, 0)).toBe(count)
    expect(cells!.overdue.reduce((sum, each) => sum + each, 0)).toBe(count / 10)
  })

  it('has new arrays each time, which can be transferred to another thread', () => {
    const move = () => {
      const scene = drawnSources(input, world, 8)
      structuredClone(scene, { transfer: [scene.symbols.rows.buffer, scene.dots.positions.buffer] })
    }
    move()
    expect(move).not.toThrow()
  })

  it('is each source once if few are in view: problems as symbols or in badges, the others as dots', () => {
    const [west, north] = mercator(107.7, 34.4)
    const [east, south] = mercator(107.8, 34.3)
    const { cells, symbols, dots, badges } = drawnSources(input, { west, north, east, south }, 9)
    expect(cells).toBeNull()
    const drawn = [...symbols.rows, ...dots.rows]
    expect(new Set(drawn).size).toBe(drawn.length)
    const inside = [...lons.keys()].filter(
      (i) => lons[i]! > 107.701 && lons[i]! < 107.799 && lats[i]! > 34.301 && lats[i]! < 34.399,
    )
    const isProblem = (row: number) => input.status[row] === 4
    expect(inside.filter((row) => !isProblem(row)).every((row) => dots.rows.includes(row))).toBe(true)
    expect([...symbols.rows].every(isProblem)).toBe(true)
    const counted = badges.counts.reduce((sum, each) => sum + each, 0)
    expect(symbols.rows.length + counted).toBeGreaterThanOrEqual(inside.filter(isProblem).length)
  })
})
