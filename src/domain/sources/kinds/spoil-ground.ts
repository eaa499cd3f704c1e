import { INSPECTION, PLACED, type SourceSchema } from './schema'

/** 弃土场 (clause 26): a plan for each, then the work done. */
export const spoilGround: SourceSchema = {
  kind: 'spoil-ground',
  place: 'point',
  fields: [
    ...PLACED,
    { name: 'planned', headings: ['方案已制定', '方案是否制定', '整治方案'], type: 'flag' },
    { name: 'plannedOn', headings: ['方案日期', '方案制定日期'], type: 'day' },
    { name: 'done', headings: ['整治完成', '是否完成整治', '完成整治'], type: 'flag' },
    { name: 'doneOn', headings: ['完成日期', '整治完成日期'], type: 'day' },
    ...INSPECTION,
  ],
}
