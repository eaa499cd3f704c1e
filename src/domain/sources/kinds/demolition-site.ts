import { INSPECTION, PLACED, type SourceSchema } from './schema'

/** 拆迁工地 (clause 24): wet work, bare ground, and sites left half demolished or stopped. */
export const demolitionSite: SourceSchema = {
  kind: 'demolition-site',
  place: 'point',
  fields: [
    ...PLACED,
    { name: 'wetWork', headings: ['湿法作业', '湿法拆除'], type: 'flag' },
    { name: 'demolished', headings: ['完全拆除', '拆除完成', '是否拆完'], type: 'flag' },
    { name: 'bareSince', headings: ['裸露起始日期', '裸露开始日期', '裸露时间'], type: 'day' },
    { name: 'bareCovered', headings: ['裸土覆盖', '裸露地覆盖'], type: 'flag' },
    { name: 'greenedOrCovered', headings: ['绿化或覆盖', '绿化覆盖'], type: 'flag' },
    { name: 'stoppedSince', headings: ['停工日期', '停工时间'], type: 'day' },
    { name: 'wasteCleared', headings: ['建筑垃圾清除', '建筑垃圾清运', '垃圾清运'], type: 'flag' },
    { name: 'enclosed', headings: ['围挡'], type: 'flag' },
    { name: 'wasteCovered', headings: ['遮盖', '建筑垃圾遮盖'], type: 'flag' },
    ...INSPECTION,
  ],
}
