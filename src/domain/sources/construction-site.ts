import { INSPECTION, PLACED, type SourceSchema } from './schema'

/** 建筑工地 (clause 23): the six hundred-percents, the two full coverages, and what must not happen on site. */
export const constructionSite: SourceSchema = {
  kind: 'construction-site',
  place: 'point',
  fields: [
    ...PLACED,
    { name: 'stage', headings: ['施工阶段', '工程进度'], type: 'text' },
    { name: 'enclosed', headings: ['围挡', '工地围挡'], type: 'flag' },
    { name: 'covered', headings: ['物料覆盖', '物料堆放覆盖'], type: 'flag' },
    { name: 'washed', headings: ['出入车辆冲洗', '车辆冲洗'], type: 'flag' },
    { name: 'hardened', headings: ['地面硬化', '施工现场地面硬化'], type: 'flag' },
    { name: 'wetWork', headings: ['湿法作业'], type: 'flag' },
    { name: 'sealedTrucks', headings: ['渣土车密闭', '渣土车辆密闭运输'], type: 'flag' },
    { name: 'video', headings: ['视频监控'], type: 'flag' },
    { name: 'monitor', headings: ['扬尘监测', '扬尘在线监控'], type: 'flag' },
    { name: 'monitorOnline', headings: ['监测在线'], type: 'flag' },
    { name: 'monitorRenewedOn', headings: ['监测仪更新日期'], type: 'day' },
    { name: 'calibratedOn', headings: ['校准日期', '监测仪校准日期'], type: 'day' },
    { name: 'concreteMixing', headings: ['现场搅拌混凝土'], type: 'flag' },
    { name: 'openMortarMixing', headings: ['未密闭搅拌砂浆'], type: 'flag' },
    { name: 'fumeCollected', headings: ['焊接烟尘收集'], type: 'flag' },
    ...INSPECTION,
  ],
}
