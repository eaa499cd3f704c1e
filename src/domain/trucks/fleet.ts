import type { Field } from '@/domain/sources/kinds/field'

/** Whose a truck is. */
export interface FleetTruck {
  readonly plate: string
  /** '' where nobody says. */
  readonly company: string
  /** Code of the county in which the company is registered, '' where nobody knows. */
  readonly county: string
  /** Number of the SIM card of its terminal, '' where nobody says. */
  readonly terminal: string
}

/** The list of a city's trucks. */
export const FLEET_FIELDS: readonly Field[] = [
  {
    name: 'plate',
    title: { zh: '车牌号', en: 'Number plate' },
    headings: ['车牌号', '车牌号码', '车牌', '号牌号码', '号牌'],
    type: 'text',
    required: true,
  },
  {
    name: 'company',
    title: { zh: '运输企业', en: 'Company' },
    headings: ['运输企业', '运输公司', '所属企业', '所属公司', '企业名称', '单位名称'],
    type: 'text',
  },
  {
    name: 'county',
    title: { zh: '区县', en: 'County' },
    headings: ['区县', '县区', '所属区县', '注册区县', '属地'],
    type: 'text',
  },
  {
    name: 'terminal',
    title: { zh: '终端手机号', en: 'Terminal' },
    headings: ['终端手机号', '终端号', '终端编号', 'SIM卡号', '设备号'],
    type: 'text',
  },
]

/** A plate as it is compared: without blanks, dots and hyphens, letters large. */
export const plateOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s·•.\-_]/g, '')
