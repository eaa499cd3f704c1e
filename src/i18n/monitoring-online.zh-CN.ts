/** Texts of the share of time that monitors are online, in Chinese. */
export const monitoringOnlineZh = {
  title: '区县月在线率',
  none: '截至日期之前没有完整的监测日',
  all: '全市',
  devices: '{{count}} 台',
  low: '，{{count}} 台不足',
  exportNote: '各区县每月在线率',
  headings: {
    county: '区县',
    month: '月份',
    devices: '设备（台）',
    days: '监测日（台·日）',
    hours: '有效小时（台·小时）',
    of: '应有小时（台·小时）',
    share: '在线率（%）',
    low: '不足的设备（台）',
  },
  why: {
    share:
      '在线率为有效小时数占监测日全部小时数（每日 24 小时）的比例，各台设备的小时数相加；有 TSP、PM10 或 PM2.5 小时均值的为有效小时。',
    days: '监测日为数据包和本机保存的数据所涵盖的完整日（先后导入的数据首尾相接的，合并认定），计到截至日期；设备首次上传数据之前、全部设备都没有数据的日期不计。列出最近 12 个月。',
    low: '当月在线率低于 {{least}} 的设备记为不足。',
  },
}
