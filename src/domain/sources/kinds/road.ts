import { CODE, COUNTY, INSPECTION, NAME, OPERATOR, type SourceSchema } from './schema'

/** Grades of silt load, best first; the plan wants the key roads steadily at the first (clause 26). */
export const SILT_GRADES = ['优', '良', '中', '差'] as const

/** 道路 (clause 26): key roads with their silt load, and the sections of a belt road with hard verges. */
export const road: SourceSchema = {
  kind: 'road',
  place: 'line',
  fields: [
    CODE,
    NAME,
    COUNTY,
    OPERATOR,
    { name: 'keyRoad', headings: ['重点路段', '重点道路'], type: 'flag' },
    { name: 'beltRoad', headings: ['环线路段', '关中环线'], type: 'flag' },
    { name: 'routineWatering', headings: ['常态洒水', '洒水'], type: 'flag' },
    { name: 'fogCannon', headings: ['雾炮'], type: 'flag' },
    { name: 'washing', headings: ['冲洗', '道路冲洗'], type: 'flag' },
    { name: 'siltGrade', headings: ['积尘等级', '积尘负荷等级', '等级'], type: 'text', values: SILT_GRADES },
    {
      name: 'siltLoad',
      headings: ['积尘负荷', '积尘负荷(克/平方米)', '积尘负荷(g/m²)', '积尘量'],
      type: 'number',
      range: [0, 100],
      unit: 'g/m²',
    },
    { name: 'siltSurveyedOn', headings: ['调查日期', '积尘调查日期'], type: 'day' },
    { name: 'planned', headings: ['方案已制定'], type: 'flag' },
    { name: 'plannedOn', headings: ['方案日期'], type: 'day' },
    { name: 'vergeHardened', headings: ['连接带硬化', '路肩硬化'], type: 'flag' },
    { name: 'vergeHardenedOn', headings: ['硬化完成日期'], type: 'day' },
    ...INSPECTION,
  ],
}
