import type { Bilingual } from '@/domain/bilingual'
import { figureOfCheck } from './check-figure'
import type { PlanTarget } from './clause'
import type { Check } from './rule'

/** A text with another number in the place of one that it names; the same where it does not. */
export function withNumber(text: string, before: number, now: number): string {
  const said = new RegExp(`(?<![\\d.])${String(before).replace('.', '\\.')}(?![\\d.]*\\d)`)
  return text.replace(said, String(now))
}

/** The number that a check is about, days between two times among them; null where there is none. */
export const figureAsked = (check: Check): number | null =>
  check.type === 'max-age' ? check.days : figureOfCheck(check)

/** How titles say how often; null for a check that does not say it in words of its own. */
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
 * The title of a rule whose check is another now, with the number or the interval of now in the place of that of before. Null
 * where it names neither.
 */
export function renamed(title: Bilingual, before: Check, now: Check): Bilingual | null {
  const [was, is] = [figureAsked(before), figureAsked(now)]
  const [often, oftener] = [intervalOf(before), intervalOf(now)]
  const said = (language: 'zh' | 'en') => {
    const inWords = often && oftener ? title[language].replace(often[language], oftener[language]) : title[language]
    return was === null || is === null || was === is ? inWords : withNumber(inWords, was, is)
  }
  const next = { zh: said('zh'), en: said('en') }
  return next.zh === title.zh && next.en === title.en ? null : next
}

/** The target of a clause that wants the number which a check asked for until now: it is another one now, and the target is not. */
export function staleTarget(targets: readonly PlanTarget[], before: Check, now: Check): PlanTarget | null {
  const [was, is] = [figureAsked(before), figureAsked(now)]
  if (was === null || is === null || was === is || before.type !== now.type) return null
  const wanted = { 'at-least': '≥', 'share-at-least': '≥', 'at-most': '≤' }[before.type as string]
  const isAbout = ({ comparison, value, measure }: PlanTarget) =>
    value === was &&
    comparison === wanted &&
    (measure?.of !== 'smallest' || !('field' in before) || measure.column === before.field)
  return targets.find(isAbout) ?? null
}
