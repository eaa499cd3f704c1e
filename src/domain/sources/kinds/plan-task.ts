import { CODE, COUNTY, LAT, LON, NAME, OPERATOR, type SourceSchema } from './schema'

/** A task that the plan gives by name with a deadline (clauses 2–14 and others): an enterprise, a project, a scheme. */
export const planTask: SourceSchema = {
  kind: 'plan-task',
  place: 'point',
  fields: [
    CODE,
    NAME,
    COUNTY,
    LON,
    LAT,
    OPERATOR,
    { name: 'clause', headings: ['条款'], type: 'number', required: true, range: [1, 999] },
    { name: 'task', headings: ['任务'], type: 'text', required: true },
    { name: 'deadline', headings: ['期限'], type: 'day', required: true },
    { name: 'done', headings: ['完成'], type: 'flag' },
    { name: 'doneOn', headings: ['完成日期'], type: 'day' },
  ],
}
