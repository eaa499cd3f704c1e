import type { Bilingual } from '@/domain/bilingual'
import { type Field, fieldMeaning } from '@/domain/sources/kinds/field'
import type { Kind } from '@/domain/sources/kinds/kind'
import {
  DUSTFALL_POINT_FIELDS,
  DUSTFALL_PUBLISHED_FIELDS,
  DUSTFALL_SAMPLE_FIELDS,
  SAMPLED_POINT_FIELDS,
  STATED_FIELDS,
} from '@/domain/sources/kinds/regional'
import { WARNING_FIELDS } from '@/domain/sources/kinds/warning-fields'

/** What a table can be taken over as: the id of a kind, of a kind's surveys, one of the tables of dustfall, or that of the warnings. */
export type TargetRole = string

export interface Target {
  readonly role: TargetRole
  readonly title: Bilingual
  /** What its table keeps. */
  readonly fields: readonly Field[]
  /** What a file may say besides, and is kept elsewhere or only held against what is known. */
  readonly beside?: readonly Field[]
  /** Words that a file, a sheet or a title of this kind carries; one that holds another says no more. */
  readonly words: readonly string[]
  /** By which fields a row is the same as one of an earlier month. */
  readonly key: readonly string[]
  /** The kind whose sources it lists; absent for measurements. */
  readonly lists?: Kind
  /** The kind whose sources it surveys. */
  readonly surveys?: Kind
}

const DUSTFALL: readonly Target[] = [
  {
    role: 'dustfall-points',
    title: { zh: '降尘监测点位', en: 'Dustfall points' },
    fields: DUSTFALL_POINT_FIELDS,
    words: ['降尘点位', '监测点位'],
    key: ['code'],
  },
  {
    role: 'dustfall-samples',
    title: { zh: '降尘月值（按点位）', en: 'Dustfall by point' },
    fields: DUSTFALL_SAMPLE_FIELDS,
    beside: SAMPLED_POINT_FIELDS,
    words: ['降尘'],
    key: ['point', 'month'],
  },
  {
    role: 'dustfall-published',
    title: { zh: '降尘月值（按区县）', en: 'Dustfall by county' },
    fields: DUSTFALL_PUBLISHED_FIELDS,
    beside: STATED_FIELDS,
    words: ['降尘'],
    key: ['county', 'month'],
  },
]

const WARNINGS: Target = {
  role: 'warnings',
  title: { zh: '重污染天气预警记录', en: 'Warnings of heavy pollution' },
  fields: WARNING_FIELDS,
  words: ['预警记录', '重污染天气预警', '预警信息'],
  key: ['code'],
}

/** Everything that a file can bring to a package with some kinds, with the fields that it then has. */
export function targetsOf(kinds: readonly Kind[]): readonly Target[] {
  const lists = kinds.map(
    (kind): Target => ({
      role: kind.id,
      title: kind.title,
      fields: kind.fields,
      words: kind.words,
      key: ['code'],
      lists: kind,
    }),
  )
  const surveys = kinds.flatMap((kind): Target[] => {
    if (!kind.surveys) return []
    const { id, title, words, fields } = kind.surveys
    const key = (['source', 'surveyedOn'] as const).map((meaning) => fieldMeaning(fields, meaning)!.name)
    return [{ role: id, title, fields, words, key, surveys: kind }]
  })
  return [...lists, ...surveys, ...DUSTFALL, WARNINGS]
}

/** Every field that a column of a file of this kind may be. */
export function fieldsInFile({ fields, beside = [] }: Target): readonly Field[] {
  return [...fields, ...beside]
}
