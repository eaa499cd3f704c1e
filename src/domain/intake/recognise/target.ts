import type { Bilingual } from '@/domain/bilingual'
import { type Field, fieldMeaning } from '@/domain/sources/kinds/field'
import type { Kind } from '@/domain/sources/kinds/kind'
import { DUSTFALL_PUBLISHED_FIELDS, STATED_FIELDS } from '@/domain/sources/kinds/published'
import { DUSTFALL_POINT_FIELDS, DUSTFALL_SAMPLE_FIELDS, SAMPLED_POINT_FIELDS } from '@/domain/sources/kinds/regional'
import { WARNING_FIELDS } from '@/domain/sources/kinds/warning-fields'

/**
 * What a table can be taken over as: the id of a kind or of a kind's surveys, one of the dustfall tables, or the
 * warnings.
 */
export type TargetRole = string

export interface Target {
  readonly role: TargetRole
  readonly title: Bilingual
  /** Fields of its table. */
  readonly fields: readonly Field[]
  /** Further fields that a file may have; stored elsewhere, or only compared with known data. */
  readonly beside?: readonly Field[]
  /** Words by which a file, sheet or title is recognised; a word that contains another adds nothing. */
  readonly words: readonly string[]
  /** Fields by which a row is matched with one of an earlier import. */
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

/** All targets of a package with these kinds. */
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

/** All fields that a column of such a file may be. */
export function fieldsInFile({ fields, beside = [] }: Target): readonly Field[] {
  return [...fields, ...beside]
}

/** Whether rows are things with a name and a code of their own: sources, points, warnings. */
export const listsThings = (target: Target): boolean =>
  ['name', 'code'].every((name) => fieldsInFile(target).some((field) => field.name === name))
