import type { Feature, MultiLineString } from 'geojson'
import cases from '#data/cases.json'
import dust from '#data/kinds.json'
import beyondDust from '#data/kinds-beyond-dust.json'
import type { CityFacts } from '@/domain/city/city-facts'
import type { Surface } from '@/domain/geodesy/area-index'
import type { County } from '@/domain/sources/county'
import type { Field } from '@/domain/sources/kinds/field'
import { COUNTY_FIELDS } from '@/domain/sources/kinds/regional'
import type { Descriptor, PackageSettings, ResourceDescriptor } from './descriptor'
import { DESCRIPTOR } from './package-files'
import { jsonText, tableSchema, type WrittenColumn, writeCsv } from './write-package'

/** The kinds of the first city, without its data: a new city starts with them. */
const KINDS = [
  { path: 'kinds.json', title: '污染源类别与字段', value: dust },
  { path: 'kinds-beyond-dust.json', title: '污染源类别与字段（扬尘以外）', value: beyondDust },
]
const OWN_KINDS = '系统自带的类别'
/** Source of time limits and distances that rest on the first city's plan, which the new city does not have. */
const CHOSEN = { zh: '系统取值，没有文件规定，请按本市要求核实', en: 'Chosen for Chentu; no document says so' }
const unsourced = <T extends object>(part: T) => ({ ...part, source: CHOSEN, confirmed: false })
/** How cases are opened and their time limits, as in the first city; the new city has to confirm them. */
const CASES = {
  ...cases,
  sorts: cases.sorts.map((sort) => ({
    ...sort,
    terms: sort.terms.map(unsourced),
    ...('causes' in sort && sort.causes && { causes: sort.causes.map(unsourced) }),
  })),
  likely: unsourced(cases.likely),
  effect: unsourced(cases.effect),
}
/** Grades of silt load that no authority has confirmed; they are marked so. */
const SILT_GRADES = { limits: [1, 2, 4], confirmed: false }

/** Name of a city's package, in the form that Data Package allows. */
export const packageNameOf = ({ city }: Pick<CityFacts, 'city'>): string =>
  `city-${city.code.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`

/** A resource of a new city with its file. */
interface Made {
  readonly resource: ResourceDescriptor
  readonly blob: Blob
}

/** Columns of the table of counties; a column that is empty throughout is left out unless required. */
function countyColumns(counties: readonly County[]): WrittenColumn[] {
  const cells: Readonly<Record<string, (county: County) => string>> = {
    code: ({ code }) => code,
    name: ({ name }) => name,
    nameEn: ({ name, nameEn }) => (nameEn === name ? '' : nameEn),
    aliases: ({ aliases }) => aliases.join(';'),
    ranked: ({ ranked }) => (ranked ? '是' : '否'),
  }
  return COUNTY_FIELDS.flatMap((field: Field): WrittenColumn[] => {
    const cell = cells[field.name]
    if (!cell || (!field.required && counties.every((county) => cell(county) === ''))) return []
    const of = (row: number) => cell(counties[row]!)
    return [{ field, heading: field.headings[0]!, text: of, write: (row, csv) => csv.text(of(row)) }]
  })
}

function countyTable({ counties, outlines }: CityFacts): Made {
  const columns = countyColumns(counties)
  return {
    resource: {
      name: 'counties',
      path: 'counties.csv',
      title: '区县',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: tableSchema(columns.map(({ field, heading }) => ({ ...field, headings: [heading] }))),
      sources: [{ title: outlines.source }],
      chentu: {
        role: 'counties',
        class: 'real',
        columns: Object.fromEntries(columns.map(({ field, heading }) => [heading, field.name])),
        guarded: true,
      },
    },
    blob: writeCsv(columns, counties.length),
  }
}

function shapes(
  name: string,
  title: string,
  features: readonly Feature<Surface | MultiLineString>[],
  source: string,
): Made {
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n')
  return {
    resource: {
      name,
      path: `${name}.geojson`,
      title,
      format: 'geojson',
      mediatype: 'application/geo+json',
      encoding: 'utf-8',
      sources: [{ title: source }],
      chentu: { role: name, class: 'real', crs: 'EPSG:4326' },
    },
    blob: new Blob([`{"type":"FeatureCollection","features":[\n${lines}\n]}\n`], { type: 'application/geo+json' }),
  }
}

/** The resources made from the facts of a city; each has a role of its own. */
function resourcesOf(facts: CityFacts): Made[] {
  const { counties, outlines, builtUp, rivers } = facts
  const nameOf = (code: string) => counties.find((county) => county.code === code)?.name ?? code
  const drawn = outlines.of.map(
    ({ code, outline }): Feature<Surface> => ({
      type: 'Feature',
      id: code,
      properties: { 代码: code, 名称: nameOf(code) },
      geometry: outline,
    }),
  )
  return [
    countyTable(facts),
    shapes('county-outlines', '区县轮廓', drawn, outlines.source),
    ...(builtUp
      ? [
          shapes(
            'built-up-area',
            '建成区轮廓',
            [{ type: 'Feature', properties: {}, geometry: builtUp.of }],
            builtUp.source,
          ),
        ]
      : []),
    ...(rivers
      ? [
          shapes(
            'rivers',
            '河流',
            rivers.of.map(({ name, line }) => ({ type: 'Feature', properties: { name }, geometry: line })),
            rivers.source,
          ),
        ]
      : []),
  ]
}

/** Roles of resources made from the facts: a package's existing ones are rewritten with the facts. */
const ROLES_OF_FACTS: readonly string[] = ['counties', 'county-outlines', 'built-up-area', 'rivers']

const ownResources = (): Made[] =>
  [
    ...KINDS.map((each) => ({ ...each, role: 'kinds' as const })),
    { path: 'cases.json', title: '异常处置时限', value: CASES, role: 'cases' as const },
  ].map(({ path, title, value, role }) => ({
    resource: {
      name: path.replace(/\.json$/, ''),
      path,
      title,
      format: 'json',
      mediatype: 'application/json',
      encoding: 'utf-8',
      sources: [{ title: OWN_KINDS }],
      chentu: { role, class: 'real' },
    },
    blob: new Blob([jsonText(value)], { type: 'application/json' }),
  }))

/** Settings made from the facts; other existing settings stay. */
function settingsOf(facts: CityFacts, before: PackageSettings | null): PackageSettings {
  const { city, year, centre, ringMetres, dustfallLimit, limitSource, builtUp } = facts
  return {
    siltGradeLimits: SILT_GRADES,
    records: city.code,
    ...before,
    city: { ...before?.city, ...city },
    year,
    centre: [centre[0], centre[1]],
    asOf: before?.asOf ?? 'today',
    ring: { ...before?.ring, radiusMetres: ringMetres, basis: builtUp ? 'outline' : 'centre' },
    dustfall: {
      belowDetectionShare: 0.5,
      ...before?.dustfall,
      limit: dustfallLimit,
      limitSource: { zh: limitSource, en: limitSource },
    },
  }
}

/** The whole package of a new city: its counties and settings, kinds without data, the sorts of case, no plan and no rules. */
export function newCityFiles(facts: CityFacts): Map<string, Blob> {
  const made = [...resourcesOf(facts), ...ownResources()]
  const descriptor: Descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: packageNameOf(facts),
    title: `${facts.city.zh}降尘与污染源`,
    version: '1.0.0',
    chentu: settingsOf(facts, null),
    resources: made.map(({ resource }) => resource),
  }
  const files = new Map(made.map(({ resource, blob }) => [resource.path, blob]))
  return files.set(DESCRIPTOR, new Blob([jsonText(descriptor)], { type: 'application/json' }))
}

/** A package with changed facts of its city, and the rewritten files; its tables, plan and kinds stay. */
export function withCityFacts(
  descriptor: Descriptor,
  facts: CityFacts,
): { readonly descriptor: Descriptor; readonly files: ReadonlyMap<string, Blob> } {
  const made = resourcesOf(facts)
  const others = descriptor.resources.filter(({ chentu }) => !ROLES_OF_FACTS.includes(chentu.role))
  return {
    descriptor: {
      ...descriptor,
      title: `${facts.city.zh}降尘与污染源`,
      chentu: settingsOf(facts, descriptor.chentu),
      resources: [...made.map(({ resource }) => resource), ...others],
    },
    files: new Map(made.map(({ resource, blob }) => [resource.path, blob])),
  }
}
