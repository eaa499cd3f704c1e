import { fieldsByKind } from '@/domain/sources/kinds'
import {
  DUSTFALL_POINT_FIELDS,
  DUSTFALL_PUBLISHED_FIELDS,
  DUSTFALL_SAMPLE_FIELDS,
  SAMPLED_POINT_FIELDS,
  SILT_SURVEY_FIELDS,
  STATED_FIELDS,
} from '@/domain/sources/kinds/regional'
import type { Field, SourceKind } from '@/domain/sources/kinds/schema'

/** What a table can be taken over as. */
export type TargetRole = SourceKind | 'silt-surveys' | 'dustfall-points' | 'dustfall-samples' | 'dustfall-published'

export interface Target {
  readonly role: TargetRole
  /** What its table keeps. */
  readonly fields: readonly Field[]
  /** What a file may say besides, and is kept elsewhere or only held against what is known. */
  readonly beside?: readonly Field[]
  /** Words that a file, a sheet or a title of this kind carries. */
  readonly words: readonly string[]
  /** By which fields a row is the same as one of an earlier month. */
  readonly key: readonly string[]
}

const WORDS: Readonly<Record<SourceKind, readonly string[]>> = {
  'construction-site': ['建筑工地', '施工工地', '在建工地', '工地'],
  'demolition-site': ['拆迁', '拆除'],
  'linear-works': ['线性工程', '管网工程', '道路工程'],
  stockpile: ['堆场', '料堆', '暴露堆', '渣堆', '煤堆', '沙堆'],
  yard: ['物流园', '停车场', '消纳场', '货场'],
  'spoil-ground': ['弃土场', '取土场'],
  road: ['道路台账', '道路清单', '重点道路'],
  enterprise: ['企业', '绩效', '污染源'],
  'plan-task': ['任务清单', '重点任务'],
  machinery: ['非道路', '移动机械'],
  sweeping: ['机械化清扫', '清扫率'],
  'muck-trucks': ['渣土车'],
  'straw-fires': ['火点', '秸秆'],
}

/** Everything that a file can bring, with the fields that it then has. */
export const TARGETS: readonly Target[] = [
  ...fieldsByKind().map(([role, fields]): Target => ({ role, fields, words: WORDS[role], key: ['code'] })),
  {
    role: 'silt-surveys',
    fields: SILT_SURVEY_FIELDS,
    words: ['积尘负荷', '走航', '积尘'],
    key: ['road', 'surveyedOn'],
  },
  { role: 'dustfall-points', fields: DUSTFALL_POINT_FIELDS, words: ['降尘点位', '监测点位'], key: ['code'] },
  {
    role: 'dustfall-samples',
    fields: DUSTFALL_SAMPLE_FIELDS,
    beside: SAMPLED_POINT_FIELDS,
    words: ['降尘', '降尘监测'],
    key: ['point', 'month'],
  },
  {
    role: 'dustfall-published',
    fields: DUSTFALL_PUBLISHED_FIELDS,
    beside: STATED_FIELDS,
    words: ['降尘', '降尘排名', '区县降尘'],
    key: ['county', 'month'],
  },
]

/** Every field that a column of a file of this kind may be. */
export function fieldsInFile({ fields, beside = [] }: Target): readonly Field[] {
  return [...fields, ...beside]
}

export function targetOf(role: TargetRole): Target {
  return TARGETS.find((target) => target.role === role)!
}
