import type { Bilingual } from '@/domain/bilingual'
import { textColumn } from '@/domain/table/build-column'
import { type TableOfKind, textByMeaning } from './kinds/by-meaning'
import { type Field, fieldMeaning } from './kinds/field'
import type { Kind, KindId } from './kinds/kind'
import type { Ladder } from './kinds/ladder'

/** Change of a grade since last year; 新评: not graded before, 换类: moved to another ladder. */
export const GRADE_MOVES = ['升级', '未变', '降级', '新评', '换类'] as const
export type GradeMove = (typeof GRADE_MOVES)[number]

/** Column added by {@link withGradeMoves}. */
export const GRADE_MOVE: Field = {
  name: 'gradeMove',
  title: { zh: '等级变化', en: 'Change of grade' },
  headings: ['等级变化'],
  type: 'text',
  values: GRADE_MOVES,
}

/** Grades of a kind, in the order of its field's list. */
export function gradesOf(kind: Pick<Kind, 'fields'>): readonly string[] {
  return fieldMeaning(kind.fields, 'grade')?.values ?? []
}

/** Change of a grade since last year; '' if one of the two is unknown. */
export function gradeMove({ orders, ungraded }: Ladder, before: string, now: string): GradeMove | '' {
  if (before === '' || now === '') return ''
  if (before === now) return '未变'
  if (before === ungraded) return '新评'
  if (now === ungraded) return '降级'
  const order = orders.find((each) => each.includes(before))
  if (!order?.includes(now)) return '换类'
  return order.indexOf(now) < order.indexOf(before) ? '升级' : '降级'
}

/** Adds a column `gradeMove` if the kind has a ladder. */
export function withGradeMoves<T extends TableOfKind & { readonly schema: Kind }>(kind: T): T {
  const { schema, table } = kind
  const { ladder } = schema
  if (!ladder) return kind
  const moves = Array.from({ length: table.length }, (_, row) =>
    gradeMove(ladder, textByMeaning(kind, 'lastGrade', row), textByMeaning(kind, 'grade', row)),
  )
  return { ...kind, table: { ...table, columns: { ...table.columns, gradeMove: textColumn(moves) } } }
}

/** Counts of a kind with a ladder, by industry and grade, and by change of grade. */
export interface GradeOverview {
  readonly kind: KindId
  /** Title of the kind, its grades in the order of its field's list, and the steps of its ladder. */
  readonly title: Bilingual
  readonly grades: readonly string[]
  readonly advanced: readonly string[]
  readonly steps: Ladder['steps']
  readonly total: number
  /** Industries, each with its number of sources per entry of `grades`; most sources first. */
  readonly industries: readonly { readonly industry: string; readonly counts: readonly number[] }[]
  readonly moves: ReadonlyMap<GradeMove | '', number>
  /** Number of sources that are advanced now and known not to have been last year. */
  readonly newlyAdvanced: number
}

/** Computes the overview for some rows of a kind with a ladder. */
export function gradeOverview(kind: TableOfKind & { readonly schema: Kind }, rows: Iterable<number>): GradeOverview {
  const { schema } = kind
  const ladder = schema.ladder!
  const { advanced, steps } = ladder
  const grades = gradesOf(schema)
  const industries = new Map<string, number[]>()
  const moves = new Map<GradeMove | '', number>()
  let total = 0
  let newlyAdvanced = 0
  for (const row of rows) {
    const industry = textByMeaning(kind, 'industry', row)
    const grade = textByMeaning(kind, 'grade', row)
    const before = textByMeaning(kind, 'lastGrade', row)
    const counts = industries.get(industry) ?? grades.map(() => 0)
    industries.set(industry, counts)
    const place = grades.indexOf(grade)
    if (place >= 0) counts[place]!++
    const move = gradeMove(ladder, before, grade)
    moves.set(move, (moves.get(move) ?? 0) + 1)
    if (advanced.includes(grade) && before !== '' && !advanced.includes(before)) newlyAdvanced++
    total++
  }
  const sum = (counts: readonly number[]) => counts.reduce((all, each) => all + each, 0)
  return {
    kind: schema.id,
    title: schema.title,
    grades,
    advanced,
    steps,
    total,
    industries: [...industries]
      .map(([industry, counts]) => ({ industry, counts }))
      .sort((a, b) => sum(b.counts) - sum(a.counts)),
    moves,
    newlyAdvanced,
  }
}
