import type { Layer } from '@deck.gl/core'
import { IconLayer, TextLayer } from '@deck.gl/layers'
import { STATUS_NAMES } from '@/domain/rules/status'
import type { Badges } from '@/domain/sources/view/badges'
import { discSize, icons, pillSize, type SymbolAtlas } from './atlas'
import { FONT } from './font'
import { type Palette, rgb } from './palette'
import { shortCount } from './short-count'
import { BADGE, BADGE_RIM, WIDE_COUNT } from './symbol-sizes'
import { bareName, PILL } from './symbols'

/** Badges with counts, coloured by the worst source in each; the worst badges on top. */
export function badgeLayers(badges: Badges, atlas: SymbolAtlas, palette: Palette, opacity: number): Layer[] {
  const { counts, positions, status } = badges
  const order = [...counts.keys()].sort((a, b) => status[a]! - status[b]!)
  const at = (i: number): [number, number] => [positions[2 * i]!, positions[2 * i + 1]!]
  const disc = (id: string, rim: number, colourOf: (i: number) => [number, number, number]) =>
    new IconLayer<number>({
      id,
      data: order,
      getPosition: at,
      getIcon: (i) => (counts[i]! >= WIDE_COUNT ? PILL : bareName('circle')),
      getSize: (i) => (counts[i]! >= WIDE_COUNT ? pillSize(BADGE.height + 2 * rim) : discSize(BADGE.height / 2 + rim)),
      getColor: colourOf,
      sizeUnits: 'pixels',
      ...icons(atlas),
      opacity,
    })
  return [
    disc('source-badge-rims', BADGE_RIM, () => rgb(palette.markRim)),
    disc('source-badges', 0, (i) => rgb(palette.badge[STATUS_NAMES[status[i]!]!])),
    new TextLayer<number>({
      id: 'source-badge-counts',
      data: order,
      getPosition: at,
      getText: (i) => shortCount(counts[i]!),
      getSize: 12,
      getColor: rgb(palette.panel),
      fontFamily: `"${FONT}", sans-serif`,
      fontWeight: 700,
      characterSet: '0123456789.k',
    }),
  ]
}
