import { INSPECTION, PLACED, type SourceSchema } from './schema'

/** 线性工程 (clause 24): municipal, road and water works built in sections. */
export const linearWorks: SourceSchema = {
  kind: 'linear-works',
  place: 'point',
  fields: [
    ...PLACED,
    { name: 'works', headings: ['工程类型', '工程类别'], type: 'text', values: ['市政', '道路', '水利'] },
    {
      name: 'sectionMetres',
      headings: ['作业段长度(米)', '作业段长度', '分段长度'],
      type: 'number',
      range: [0, 100_000],
      unit: 'm',
    },
    { name: 'inSections', headings: ['分段作业', '分段施工'], type: 'flag' },
    { name: 'haulRoadHardened', headings: ['运输道路硬化', '便道硬化'], type: 'flag' },
    { name: 'haulRoadWatered', headings: ['洒水抑尘', '便道洒水'], type: 'flag' },
    ...INSPECTION,
  ],
}
