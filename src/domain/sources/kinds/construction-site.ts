import { INSPECTION, PLACED, type SourceSchema } from './schema'

/** 建筑工地 (clause 23): the six hundred-percents, the two full coverages, and what must not happen on site. */
export const constructionSite: SourceSchema = {
  kind: 'construction-site',
  place: 'point',
  fields: [
    ...PLACED,
    { name: 'stage', headings: ['施工阶段', '工程进度', '形象进度', '施工进度', '建设状态', '状态'], type: 'text' },
    { name: 'enclosed', headings: ['围挡', '工地围挡', '周边围挡', '工地周边围挡', '施工围挡'], type: 'flag' },
    { name: 'covered', headings: ['物料覆盖', '物料堆放覆盖', '裸土覆盖', '物料裸土覆盖', '土方覆盖'], type: 'flag' },
    { name: 'washed', headings: ['出入车辆冲洗', '车辆冲洗', '进出车辆冲洗', '冲洗设施'], type: 'flag' },
    { name: 'hardened', headings: ['地面硬化', '施工现场地面硬化', '道路硬化', '路面硬化'], type: 'flag' },
    { name: 'wetWork', headings: ['湿法作业', '拆迁湿法作业', '土方湿法作业', '洒水降尘'], type: 'flag' },
    { name: 'sealedTrucks', headings: ['渣土车密闭', '渣土车辆密闭运输', '密闭运输', '渣土车辆密闭'], type: 'flag' },
    { name: 'video', headings: ['视频监控', '视频监控安装', '远程视频', '视频'], type: 'flag' },
    {
      name: 'monitor',
      headings: ['扬尘监测', '扬尘在线监控', '扬尘在线监测', '在线监测设备', '扬尘监测设备'],
      type: 'flag',
    },
    { name: 'monitorOnline', headings: ['监测在线', '设备在线', '在线状态'], type: 'flag' },
    { name: 'monitorRenewedOn', headings: ['监测仪更新日期', '设备更新日期'], type: 'day' },
    { name: 'calibratedOn', headings: ['校准日期', '监测仪校准日期', '最近校准', '校准时间', '检定日期'], type: 'day' },
    { name: 'concreteMixing', headings: ['现场搅拌混凝土', '现场搅拌'], type: 'flag' },
    { name: 'openMortarMixing', headings: ['未密闭搅拌砂浆', '露天搅拌砂浆'], type: 'flag' },
    { name: 'fumeCollected', headings: ['焊接烟尘收集', '焊烟收集'], type: 'flag' },
    ...INSPECTION,
  ],
}
