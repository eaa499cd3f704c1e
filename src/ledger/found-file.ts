import { dayOfInstant } from '@/domain/calendar'
import { measureLine } from '@/domain/geodesy/measure-line'
import { fieldMeaning } from '@/domain/sources/kinds/field'
import type { Kind } from '@/domain/sources/kinds/kind'
import type { Meaning } from '@/domain/sources/kinds/meaning'
import { printable } from '@/io/papers/printable'
import type { Discovery, LedgerEvent } from './event'

export type FoundEvent = LedgerEvent & { readonly body: Discovery }

/**
 * Found sources of one kind as a GeoJSON file that the data screen takes in: headings as the kind's own columns have them,
 * places in WGS-84 (RFC 7946).
 */
export function foundFile(kind: Kind, found: readonly FoundEvent[]): Blob {
  const features = found
    .filter(({ body }) => body.target.kind === kind.id)
    .map(({ at, body }) => {
      const values: Partial<Record<Meaning, string | undefined>> = {
        code: body.target.code,
        name: body.target.name,
        inspectedOn: dayOfInstant(at),
        foundOn: dayOfInstant(at),
        area: measureLine(body.outline).squareMetres?.toFixed(0),
      }
      return {
        type: 'Feature',
        properties: Object.fromEntries(
          Object.entries(values).flatMap(([meaning, value]) => {
            const field = fieldMeaning(kind.fields, meaning as Meaning)
            return value === undefined || !field ? [] : [[field.headings[0]!, value]]
          }),
        ),
        geometry: { type: 'Point', coordinates: body.position },
      }
    })
  return new Blob([JSON.stringify(printable({ type: 'FeatureCollection', features }))], {
    type: 'application/geo+json',
  })
}
