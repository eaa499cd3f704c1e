import { PLACED, type SourceSchema } from './schema'

/** Performance grades, best first; 引领性 stands beside A and B in industries without A–D (clause 6). */
export const GRADES = ['A', 'B', '引领性', 'B-', 'C', 'D', '非引领性', '未评级'] as const
/** 企业 (clauses 6, 38 and 40). */
export const enterprise: SourceSchema = {
  kind: 'enterprise',
  place: 'point',
  fields: [
    ...PLACED,
    { name: 'creditCode', headings: ['统一社会信用代码', '社会信用代码', '信用代码', '统一代码'], type: 'text' },
    { name: 'industry', headings: ['行业', '所属行业', '行业类别', '行业类型'], type: 'text' },
    { name: 'grade', headings: ['绩效等级', '绩效分级', '绩效评级', '评级', '绩效级别'], type: 'text', values: GRADES },
    {
      name: 'lastYearGrade',
      headings: ['上年绩效等级', '上年等级', '2021年绩效等级', '去年绩效等级'],
      type: 'text',
      values: GRADES,
    },
    { name: 'emergencyMeasures', headings: ['应急减排措施', '应急减排清单', '应急减排'], type: 'flag' },
    { name: 'permit', headings: ['排污许可证编号', '排污许可证号', '许可证编号'], type: 'text' },
  ],
}
