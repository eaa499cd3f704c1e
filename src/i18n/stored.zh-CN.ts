/** Texts of the list of all data in force, in Chinese. */
export const storedZh = {
  title: '当前数据',
  classes: '{{all}} 项：真实 {{real}} 项，换算 {{derived}} 项，示例 {{illustrative}} 项。',
  replaced: '导入真实数据后，同类的示例数据整体替换。',
  table: '名称',
  rows: '条数',
  latest: '最近日期',
  source: '来源',
  open: '在数据表中查看',
  groups: {
    dustfall: '降尘',
    sources: '污染源台账',
    signals: '监测、渣土车和预警',
    plan: '方案和判定设置',
    ground: '区县和底图',
  },
}
