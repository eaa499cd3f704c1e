import { GRADES } from '@/domain/sources/kinds/enterprise'
import { textColumn } from '@/domain/table/build-column'
import { type Table, textAt } from '@/domain/table/column'

/** Two ladders, lowest first (clause 6): A–D, and for industries without them 引领性. */
const LADDERS = [
  ['D', 'C', 'B-', 'B', 'A'],
  ['非引领性', '引领性'],
] as const

/** The grades that the plan wants more of: A, B and 引领性. */
export const ADVANCED_GRADES: readonly string[] = ['A', 'B', '引领性']

/** 冲A、增B、减C、清D: which grades are to move. */
export const LADDER_STEPS = [
  { step: 'toA', grades: ['B'] },
  { step: 'toB', grades: ['B-', 'C'] },
  { step: 'lessC', grades: ['C'] },
  { step: 'noD', grades: ['D'] },
  { step: 'toLeading', grades: ['非引领性'] },
] as const

/** How a grade moved since last year; 新评 was not graded before, 换类 changed to the other ladder. */
export const GRADE_MOVES = ['升级', '未变', '降级', '新评', '换类'] as const
export type GradeMove = (typeof GRADE_MOVES)[number]

/** How a grade moved since last year, or '' where one of the two is not known. */
export function gradeMove(before: string, now: string): GradeMove | '' {
  if (before === '' || now === '') return ''
  if (before === now) return '未变'
  if (before === '未评级') return '新评'
  if (now === '未评级') return '降级'
  const ladder = LADDERS.find((each) => (each as readonly string[]).includes(before)) as readonly string[] | undefined
  if (!ladder?.includes(now)) return '换类'
  return ladder.indexOf(now) > ladder.indexOf(before) ? '升级' : '降级'
}

/** Enterprises with a column `gradeMove`. */
export function withGradeMoves(enterprises: Table): Table {
  const rows = Array.from({ length: enterprises.length }, (_, row) => row)
  const moves = rows.map((row) =>
    gradeMove(textAt(enterprises, 'lastYearGrade', row), textAt(enterprises, 'grade', row)),
  )
  return { ...enterprises, columns: { ...enterprises.columns, gradeMove: textColumn(moves) } }
}

/** Enterprises by industry and grade, and what moved. */
export interface GradeOverview {
  readonly total: number
  /** Industries with the number of their enterprises of each of {@link GRADES}, most enterprises first. */
  readonly industries: readonly { readonly industry: string; readonly counts: readonly number[] }[]
  readonly moves: ReadonlyMap<GradeMove | '', number>
  /** Advanced now, and known not to have been last year: what the plan counts towards its 8. */
  readonly newlyAdvanced: number
}

/** Counts the enterprises of some rows. */
export function gradeOverview(enterprises: Table, rows: Iterable<number>): GradeOverview {
  const industries = new Map<string, number[]>()
  const moves = new Map<GradeMove | '', number>()
  let total = 0
  let newlyAdvanced = 0
  for (const row of rows) {
    const [industry, grade, before] = ['industry', 'grade', 'lastYearGrade'].map((name) =>
      textAt(enterprises, name, row),
    )
    const counts = industries.get(industry!) ?? GRADES.map(() => 0)
    industries.set(industry!, counts)
    const place = (GRADES as readonly string[]).indexOf(grade!)
    if (place >= 0) counts[place]!++
    const move = gradeMove(before!, grade!)
    moves.set(move, (moves.get(move) ?? 0) + 1)
    if (ADVANCED_GRADES.includes(grade!) && before !== '' && !ADVANCED_GRADES.includes(before!)) newlyAdvanced++
    total++
  }
  const sum = (counts: readonly number[]) => counts.reduce((all, each) => all + each, 0)
  return {
    total,
    industries: [...industries]
      .map(([industry, counts]) => ({ industry, counts }))
      .sort((a, b) => sum(b.counts) - sum(a.counts)),
    moves,
    newlyAdvanced,
  }
}
