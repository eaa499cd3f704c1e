import { dayOfInstant } from '@/domain/calendar'
import { measureLine } from '@/domain/geodesy/measure-line'
import { fieldsOfKind } from '@/domain/sources/kinds'
import type { SourceKind } from '@/domain/sources/kinds/schema'
import { printable } from '@/io/papers/printable'
import type { Discovery, LedgerEvent } from './event'

export type FoundEvent = LedgerEvent & { readonly body: Discovery }

/**
 * Found sources of one kind as a GeoJSON file that the data screen takes in: headings as the kind's own columns have them,
 * places in WGS-84 (RFC 7946).
 */
export function foundFile(kind: SourceKind, found: readonly FoundEvent[]): Blob {
  const headings = new Map(fieldsOfKind(kind).map(({ name, headings }) => [name, headings[0]!]))
  const features = found
    .filter(({ body }) => body.target.kind === kind)
    .map(({ at, body }) => {
      const values = {
        code: body.target.code,
        name: body.target.name,
        inspectedOn: dayOfInstant(at),
        foundOn: dayOfInstant(at),
        areaSquareMetres: measureLine(body.outline).squareMetres?.toFixed(0),
      }
      return {
        type: 'Feature',
        properties: Object.fromEntries(
          Object.entries(values).flatMap(([name, value]) =>
            value === undefined || !headings.has(name) ? [] : [[headings.get(name)!, value]],
          ),
        ),
        geometry: { type: 'Point', coordinates: body.position },
      }
    })
  return new Blob([JSON.stringify(printable({ type: 'FeatureCollection', features }))], {
    type: 'application/geo+json',
  })
}
