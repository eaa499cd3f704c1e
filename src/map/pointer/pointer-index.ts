import KDBush from 'kdbush'
import { mercator, TILE_PIXELS } from '@/domain/geodesy/mercator'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { DrawnSources } from '@/domain/sources/view/drawn-sources'
import { textOf } from '@/domain/table/column'

/** What the map knows of a source that it draws. */
export interface PickedSource {
  readonly kind: KindId
  readonly code: string
  /** Which of several of its kind with this code, from 1. */
  readonly nth: number
  readonly name: string
}

/** Finds the source under the pointer by its position: deck.gl's own picking reads pixels back, which takes seconds without a graphics card. */
export interface PointerIndex {
  /** The worst source drawn within `pixels` of a position, or null. */
  at(lon: number, lat: number, zoom: number, pixels: number): PickedSource | null
}

/** Indexes what is drawn: symbols before dots, each worst first, so that the worst of overlapping ones is found. */
export function indexPointer({ symbols, dots }: DrawnSources): PointerIndex {
  const count = symbols.rows.length + dots.rows.length
  if (count === 0) return { at: () => null }
  const tree = new KDBush(count)
  for (const { positions } of [symbols, dots])
    for (let i = 0; i < positions.length; i += 2) tree.add(...mercator(positions[i]!, positions[i + 1]!))
  tree.finish()
  return {
    at(lon, lat, zoom, pixels) {
      const found = tree.within(...mercator(lon, lat), pixels / (TILE_PIXELS * 2 ** zoom))
      if (found.length === 0) return null
      const first = Math.min(...found)
      const [of, i] = first < symbols.rows.length ? [symbols, first] : [dots, first - symbols.rows.length]
      return { kind: textOf(of.kinds, i), code: textOf(of.codes, i), nth: of.nths[i]!, name: textOf(of.names, i) }
    },
  }
}
