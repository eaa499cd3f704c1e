import { INSPECTION, PLACED, type SourceSchema } from './schema'

/** 堆场 (clauses 25 and 27): material yards, and open piles to be cleared as they are found. */
export const stockpile: SourceSchema = {
  kind: 'stockpile',
  place: 'point',
  fields: [
    ...PLACED,
    {
      name: 'material',
      headings: ['物料', '物料种类', '堆存物料', '物料名称', '堆放物料', '料堆类型', '堆料'],
      type: 'text',
      values: ['沙', '煤', '渣', '土', '垃圾', '粉粒料'],
    },
    {
      name: 'areaSquareMetres',
      headings: ['占地面积(平方米)', '占地面积', '面积', '堆场面积', '面积(㎡)', '占地(㎡)'],
      type: 'number',
      range: [0, 1e7],
      unit: 'm²',
    },
    { name: 'exposedPile', headings: ['暴露堆', '露天堆放', '裸露堆'], type: 'flag' },
    { name: 'surveyedOn', headings: ['摸排日期', '排查日期', '摸排时间'], type: 'day' },
    { name: 'cleared', headings: ['已清零', '是否清零', '清零'], type: 'flag' },
    { name: 'clearedOn', headings: ['清零日期', '清零时间', '销号日期'], type: 'day' },
    { name: 'closedOrCovered', headings: ['封闭或覆盖', '封闭或苫盖', '是否封闭', '是否覆盖', '苫盖'], type: 'flag' },
    { name: 'conveyingClosed', headings: ['输送系统封闭', '输送封闭'], type: 'flag' },
    { name: 'openLoading', headings: ['露天装卸', '露天装卸作业'], type: 'flag' },
    ...INSPECTION,
  ],
}
