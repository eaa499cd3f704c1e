import type { TFunction } from 'i18next'
import type { PlanMove } from '@/store/view/view-in-force'

/** A plan of a {@link PlanMove} in words. */
export function planName(t: TFunction<'texts'>, mark: string): string {
  const [year, nth] = mark.split('.')
  return nth === undefined ? t('planMove.plan', { year }) : t('planMove.planOfSeveral', { year, nth })
}

/** How a view made under another plan was adapted, in one sentence. */
export function planMoveText(t: TFunction<'texts'>, { of, to, reading, clauses, ended }: PlanMove): string {
  const numbers = (list: readonly (readonly [number, number | null])[]) =>
    list.map(([then]) => t('planMove.clause', { number: then })).join(t('planMove.comma'))
  const gone = clauses.filter(([, now]) => now === null)
  if (of !== null && reading === 'dropped' && clauses.length > 0)
    return t('planMove.unknown', { plan: planName(t, of), clauses: numbers(gone) })
  const isKept = reading === 'kept' && clauses.length > 0
  const said = [
    ...(isKept ? [t('planMove.kept', { clauses: numbers(clauses) })] : []),
    ...clauses.flatMap(([then, now]) => (isKept || now === null ? [] : [t('planMove.goesOn', { then, now })])),
    ...(gone.length > 0 ? [t('planMove.gone', { clauses: numbers(gone) })] : []),
    ...(ended > 0 ? [t('planMove.ended', { count: ended })] : []),
  ]
  const what = { now: planName(t, to), what: said.join(t('planMove.semicolon')) }
  return of === null ? t('planMove.unsaid', what) : t('planMove.said', { plan: planName(t, of), ...what })
}
