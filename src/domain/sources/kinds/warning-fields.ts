import type { Field } from './field'
import { textField } from './text-field'

/** Fields of heavy-pollution warnings as issued by the city. */
export const WARNING_FIELDS: readonly Field[] = [
  textField('code', '预警编号', 'Warning no.', ['预警编号', '编号', '代码', '文号', '预警文号', '发布文号'], true),
  textField('name', '预警名称', 'Warning', ['预警名称', '名称', '预警信息'], true),
  textField('level', '预警等级', 'Level', ['预警等级', '预警级别', '预警颜色', '响应级别', '响应等级'], true),
  textField('from', '启动时间', 'From', ['启动时间', '预警启动时间', '响应启动时间', '预警开始时间', '开始时间'], true),
  textField('until', '解除时间', 'Until', ['解除时间', '预警解除时间', '响应解除时间', '终止时间', '结束时间']),
  textField('areas', '预警区域', 'Area', ['预警区域', '预警范围', '响应区域', '响应范围']),
  textField('issuer', '发布单位与文号', 'Issued by', ['发布单位与文号', '发布单位', '发布机构']),
]
