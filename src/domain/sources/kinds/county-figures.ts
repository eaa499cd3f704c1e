import { CODE, COUNTY, INSPECTION, NAME, type SourceSchema } from './schema'

const COUNT = [0, 1e7] as const
const PERCENT = [0, 100] as const

/** 非道路移动机械 of a county (clause 20): the year's sampling. */
export const machinery: SourceSchema = {
  kind: 'machinery',
  place: 'county',
  fields: [
    CODE,
    NAME,
    COUNTY,
    { name: 'registered', headings: ['登记台数'], type: 'number', range: COUNT },
    { name: 'sampled', headings: ['抽测台数'], type: 'number', range: COUNT },
    ...INSPECTION,
  ],
}

/** 机械化清扫 of a county (clause 26). */
export const sweeping: SourceSchema = {
  kind: 'sweeping',
  place: 'county',
  fields: [
    CODE,
    NAME,
    COUNTY,
    { name: 'mainUrban', headings: ['主城区'], type: 'flag' },
    { name: 'mechanisedPercent', headings: ['机械化清扫率(%)'], type: 'number', range: PERCENT, unit: '%' },
    ...INSPECTION,
  ],
}

/** 渣土车 of a county (clauses 16, 24 and 26). */
export const muckTrucks: SourceSchema = {
  kind: 'muck-trucks',
  place: 'county',
  fields: [
    CODE,
    NAME,
    COUNTY,
    { name: 'trips', headings: ['运输趟次'], type: 'number', range: COUNT },
    { name: 'dayTrips', headings: ['白天趟次'], type: 'number', range: COUNT },
    { name: 'sealedCheckedOn', headings: ['密闭性检测日期'], type: 'day' },
    ...INSPECTION,
  ],
}

/** 镇办火点 (clause 28): towns are ranked by their fire points. */
export const strawFires: SourceSchema = {
  kind: 'straw-fires',
  place: 'county',
  fields: [
    CODE,
    NAME,
    COUNTY,
    { name: 'firePoints', headings: ['火点数'], type: 'number', range: COUNT },
    ...INSPECTION,
  ],
}
