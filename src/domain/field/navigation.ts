import type { Datum } from '@/domain/geodesy/datum'
import { fromWgs84 } from '@/domain/geodesy/datum-shift'
import type { Position } from '@/domain/geodesy/position'

/** Apps that navigate to a place by a link, with the datum that each expects. */
export const NAVIGATORS = {
  amap: 'gcj02',
  baidu: 'bd09',
  tencent: 'gcj02',
  system: 'wgs84',
} as const satisfies Readonly<Record<string, Datum>>
export type Navigator = keyof typeof NAVIGATORS

/** A link that opens a place (WGS-84) in an app, converted to the app's datum, with a resolution of 0.1 m. */
export function navigationLink(navigator: Navigator, position: Position, name: string): string {
  const [lon, lat] = fromWgs84(NAVIGATORS[navigator], position).map((degrees) => degrees.toFixed(6)) as [string, string]
  const title = encodeURIComponent(name)
  switch (navigator) {
    case 'amap':
      return `https://uri.amap.com/marker?position=${lon},${lat}&name=${title}&coordinate=gaode&callnative=1`
    case 'baidu':
      return `https://api.map.baidu.com/marker?location=${lat},${lon}&title=${title}&content=${title}&coord_type=bd09ll&output=html`
    case 'tencent':
      return `https://apis.map.qq.com/uri/v1/marker?marker=coord:${lat},${lon};title:${title}&referer=chentu`
    case 'system':
      return `geo:${lat},${lon}?q=${lat},${lon}(${title})`
  }
}
