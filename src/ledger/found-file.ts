import { measureLine } from '@/domain/geodesy/measure-line'
import { fieldMeaning } from '@/domain/sources/kinds/field'
import type { Kind } from '@/domain/sources/kinds/kind'
import type { Meaning } from '@/domain/sources/kinds/meaning'
import { printable } from '@/io/papers/printable'
import { type FoundEvent, foundDay } from './discovery'
import { type Discovery, PLACING_METHODS, type PlacingMethod } from './event'

/** Headings and values in the office's own language, like the headings of the kind. */
const ACCURACY = '定位误差(米)'
const PLACED_BY = '定位方式'
const PLACED_WORDS = { outline: '绕行范围中心', stood: '登记时所在处', marked: '地图标出' } as const satisfies Record<
  PlacingMethod,
  string
>

/** Accuracy of the place, and how it was determined; omitted if the record does not state it. */
const placeWords = ({ accuracyMetres, placed }: Discovery) => {
  const known = PLACING_METHODS.find((each) => each === placed)
  return {
    ...(accuracyMetres === null ? {} : { [ACCURACY]: accuracyMetres.toFixed(0) }),
    ...(known ? { [PLACED_BY]: PLACED_WORDS[known] } : {}),
  }
}

/**
 * Found sources of one kind as a GeoJSON file that the data screen can import: property names are the kind's own column
 * headings, positions are in WGS-84 (RFC 7946).
 */
export function foundFile(kind: Kind, found: readonly FoundEvent[]): Blob {
  const features = found
    .filter(({ body }) => body.target.kind === kind.id)
    .map(({ at, body }) => {
      const values: Partial<Record<Meaning, string | undefined>> = {
        code: body.target.code,
        name: body.target.name,
        inspectedOn: foundDay({ at, body }),
        foundOn: foundDay({ at, body }),
        area: measureLine(body.outline).squareMetres?.toFixed(0),
      }
      return {
        type: 'Feature',
        properties: {
          ...Object.fromEntries(
            Object.entries(values).flatMap(([meaning, value]) => {
              const field = fieldMeaning(kind.fields, meaning as Meaning)
              return value === undefined || !field ? [] : [[field.headings[0]!, value]]
            }),
          ),
          ...placeWords(body),
        },
        geometry: { type: 'Point', coordinates: body.position },
      }
    })
  return new Blob([JSON.stringify(printable({ type: 'FeatureCollection', features }))], {
    type: 'application/geo+json',
  })
}
