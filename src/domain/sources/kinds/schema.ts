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
  /** A laboratory's value: "below the detection limit" is an answer, read as 0. */
  readonly belowDetection?: true
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

/** Where a thing lies, in words: kept where no position is known yet. */
export const ADDRESS: Field = {
  name: 'address',
  headings: ['地址', '详细地址', '位置', '地点', '所在地', '地理位置', '项目地址', '企业地址'],
  type: 'text',
}

const text = (name: string, ...headings: string[]): Field => ({ name, headings, type: 'text' })

export const CODE: Field = {
  ...text('code', '编号', '代码', '编码', '项目编号', '工地编号', '企业编号', '档案号', '监管编号', 'id'),
  required: true,
}
export const NAME: Field = {
  ...text(
    'name',
    '名称',
    '项目名称',
    '工地名称',
    '企业名称',
    '工程名称',
    '单位名称',
    '堆场名称',
    '场所名称',
    '道路名称',
  ),
  required: true,
}
export const COUNTY: Field = text(
  'county',
  '区县',
  '县区',
  '县市区',
  '所属区县',
  '所在区县',
  '所属县区',
  '县(市、区)',
  '区(县)',
  '行政区',
  '行政区划',
  '辖区',
  '属地',
)
export const LON: Field = {
  name: 'lon',
  headings: ['经度', 'lon', 'lng', 'longitude', '东经', '中心经度'],
  type: 'number',
  range: [-180, 180],
  unit: '°',
}
export const LAT: Field = {
  name: 'lat',
  headings: ['纬度', 'lat', 'latitude', '北纬', '中心纬度'],
  type: 'number',
  range: [-90, 90],
  unit: '°',
}
export const OPERATOR: Field = text('operator', '责任单位', '施工单位', '建设单位', '经营单位', '运营单位')

/** The last inspection, when a problem was first seen, and the day by which the office wants it put right. */
export const INSPECTION: readonly Field[] = [
  { name: 'inspectedOn', headings: ['检查日期', '巡查日期', '检查时间', '巡查时间', '核查日期'], type: 'day' },
  { name: 'foundOn', headings: ['问题发现日期', '发现日期', '发现问题日期'], type: 'day' },
  { name: 'rectifyBy', headings: ['整改期限', '整改时限', '整改截止日期', '完成时限'], type: 'day' },
]

/** What every source at a place has. */
export const PLACED: readonly Field[] = [CODE, NAME, COUNTY, LON, LAT, ADDRESS, OPERATOR]
