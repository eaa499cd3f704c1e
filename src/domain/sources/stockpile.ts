import { INSPECTION, PLACED, type SourceSchema } from './schema'

/** 堆场 (clauses 25 and 27): material yards, and open piles to be cleared as they are found. */
export const stockpile: SourceSchema = {
  kind: 'stockpile',
  place: 'point',
  fields: [
    ...PLACED,
    { name: 'material', headings: ['物料'], type: 'text', values: ['沙', '煤', '渣', '土', '垃圾', '粉粒料'] },
    { name: 'areaSquareMetres', headings: ['占地面积(平方米)'], type: 'number', range: [0, 1e7], unit: 'm²' },
    { name: 'exposedPile', headings: ['暴露堆'], type: 'flag' },
    { name: 'surveyedOn', headings: ['摸排日期'], type: 'day' },
    { name: 'cleared', headings: ['已清零'], type: 'flag' },
    { name: 'clearedOn', headings: ['清零日期'], type: 'day' },
    { name: 'closedOrCovered', headings: ['封闭或覆盖'], type: 'flag' },
    { name: 'conveyingClosed', headings: ['输送系统封闭'], type: 'flag' },
    { name: 'openLoading', headings: ['露天装卸'], type: 'flag' },
    ...INSPECTION,
  ],
}
