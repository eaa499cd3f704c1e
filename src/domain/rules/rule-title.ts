import type { Bilingual } from '@/domain/bilingual'
import { figureOfCheck } from './check-figure'
import type { PlanTarget } from './clause'
import type { Check } from './rule'

/** Replaces a number in a text; unchanged if the text does not contain it. */
export function withNumber(text: string, before: number, now: number): string {
  const said = new RegExp(`(?<![\\d.])${String(before).replace('.', '\\.')}(?![\\d.]*\\d)`)
  return text.replace(said, String(now))
}

/** The number in a check, including the days of `max-age`; null if it has none. */
export const requiredFigure = (check: Check): number | null =>
  check.type === 'max-age' ? check.days : figureOfCheck(check)

/** How titles word the interval of a check; null if the check has none. */
function intervalOf(check: Check): Bilingual | null {
  switch (check.type) {
    case 'this-month':
      return { zh: '每月', en: 'each month' }
    case 'this-quarter':
      return { zh: '每季度', en: 'each quarter' }
    case 'max-age':
      return { zh: `每${check.days}天`, en: `every ${check.days} days` }
    default:
      return null
  }
}

/**
 * Title of a rule after its check changed, with the old number or interval replaced by the new one. Null if the title
 * contains neither.
 */
export function titleAfterChange(title: Bilingual, before: Check, now: Check): Bilingual | null {
  const [was, is] = [requiredFigure(before), requiredFigure(now)]
  const [often, oftener] = [intervalOf(before), intervalOf(now)]
  const said = (language: 'zh' | 'en') => {
    const inWords = often && oftener ? title[language].replace(often[language], oftener[language]) : title[language]
    return was === null || is === null || was === is ? inWords : withNumber(inWords, was, is)
  }
  const next = { zh: said('zh'), en: said('en') }
  return next.zh === title.zh && next.en === title.en ? null : next
}

/**
 * Finds a clause's target with the number that a check used before its change: the check's number is now different, but
 * the target's is not.
 */
export function staleTarget(targets: readonly PlanTarget[], before: Check, now: Check): PlanTarget | null {
  const [was, is] = [requiredFigure(before), requiredFigure(now)]
  if (was === null || is === null || was === is || before.type !== now.type) return null
  const wanted = { 'at-least': '≥', 'share-at-least': '≥', 'at-most': '≤' }[before.type as string]
  const isAbout = ({ comparison, value, measure }: PlanTarget) =>
    value === was &&
    comparison === wanted &&
    (measure?.of !== 'smallest' || !('field' in before) || measure.column === before.field)
  return targets.find(isAbout) ?? null
}
