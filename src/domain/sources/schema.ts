/** The kinds of things that the plan has rules for. */
export type SourceKind =
  | 'construction-site'
  | 'demolition-site'
  | 'linear-works'
  | 'stockpile'
  | 'yard'
  | 'spoil-ground'
  | 'road'
  | 'enterprise'
  | 'plan-task'
  | 'machinery'
  | 'sweeping'
  | 'muck-trucks'
  | 'straw-fires'

/** One column of a table that an office keeps. */
export interface Field {
  /** Name in the code, and key of its label on screen. */
  readonly name: string
  /** Headings under which offices keep it; the first is the one that we write. */
  readonly headings: readonly string[]
  readonly type: 'text' | 'number' | 'flag' | 'day'
  readonly required?: true
  /** The only texts allowed. */
  readonly values?: readonly string[]
  /** Smallest and largest sensible number. */
  readonly range?: readonly [number, number]
  readonly unit?: string
}

/** What a source of one kind is: the columns of its table and where it lies. */
export interface SourceSchema {
  readonly kind: SourceKind
  /** Own position, line of a GeoJSON file, or a county as a whole. */
  readonly place: 'point' | 'line' | 'county'
  readonly fields: readonly Field[]
}

/** real: from the plan or a published table; derived: converted; illustrative: made up to try things (示例). */
export const DATA_CLASSES = ['real', 'derived', 'illustrative'] as const
export type DataClass = (typeof DATA_CLASSES)[number]

const text = (name: string, ...headings: string[]): Field => ({ name, headings, type: 'text' })

export const CODE: Field = { ...text('code', '编号', '代码', '编码'), required: true }
export const NAME: Field = { ...text('name', '名称', '项目名称', '工地名称', '企业名称'), required: true }
export const COUNTY: Field = text('county', '区县', '县区', '县市区', '所属区县')
export const LON: Field = {
  name: 'lon',
  headings: ['经度', 'lon', 'lng'],
  type: 'number',
  range: [-180, 180],
  unit: '°',
}
export const LAT: Field = { name: 'lat', headings: ['纬度', 'lat'], type: 'number', range: [-90, 90], unit: '°' }
export const OPERATOR: Field = text('operator', '责任单位', '施工单位')

/** The last inspection, when a problem was first seen, and the day by which the office wants it put right. */
export const INSPECTION: readonly Field[] = [
  { name: 'inspectedOn', headings: ['检查日期', '巡查日期'], type: 'day' },
  { name: 'foundOn', headings: ['问题发现日期'], type: 'day' },
  { name: 'rectifyBy', headings: ['整改期限', '整改时限'], type: 'day' },
]

/** What every source at a place has. */
export const PLACED: readonly Field[] = [CODE, NAME, COUNTY, LON, LAT, OPERATOR]
