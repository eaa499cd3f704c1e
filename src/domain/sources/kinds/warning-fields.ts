import type { Field } from './field'

/** Warnings of heavy pollution as the city issued them. */
export const WARNING_FIELDS: readonly Field[] = [
  {
    name: 'code',
    type: 'text',
    required: true,
    title: { zh: '预警编号', en: 'Warning no.' },
    headings: ['预警编号', '编号', '代码', '文号', '预警文号', '发布文号'],
  },
  {
    name: 'name',
    title: { zh: '预警名称', en: 'Warning' },
    type: 'text',
    required: true,
    headings: ['预警名称', '名称', '预警信息'],
  },
  {
    name: 'level',
    title: { zh: '预警等级', en: 'Level' },
    headings: ['预警等级', '预警级别', '预警颜色', '响应级别', '响应等级'],
    type: 'text',
    required: true,
  },
  {
    name: 'from',
    title: { zh: '启动时间', en: 'From' },
    headings: ['启动时间', '预警启动时间', '响应启动时间', '预警开始时间', '开始时间'],
    type: 'text',
    required: true,
  },
  {
    name: 'until',
    title: { zh: '解除时间', en: 'Until' },
    headings: ['解除时间', '预警解除时间', '响应解除时间', '终止时间', '结束时间'],
    type: 'text',
  },
  {
    name: 'areas',
    title: { zh: '预警区域', en: 'Area' },
    headings: ['预警区域', '预警范围', '响应区域', '响应范围'],
    type: 'text',
  },
  {
    name: 'issuer',
    title: { zh: '发布单位与文号', en: 'Issued by' },
    headings: ['发布单位与文号', '发布单位', '发布机构'],
    type: 'text',
  },
]
