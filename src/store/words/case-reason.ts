import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import { type IsoDay, parseDay } from '@/domain/calendar'
import type { CaseType } from '@/domain/cases/settings'
import type { TruckVisits } from '@/domain/cases/unlisted-reason'
import { tenth } from '@/domain/dustfall/rounding'
import { PARAMETER_FACTS } from '@/domain/monitoring/parameter'
import type { CaseOpened } from '@/ledger/case-bodies'
import type { CaseOpening } from '@/questions/cases/case-openings'
import { doubtText } from './doubt-text'
import { spanText, valueText } from './monitor-figures'
import { spanText as secondsText } from './truck-figures'

type Texts = TFunction<'texts'>

const DOT = ' · '

/** Subject of a proposal, in words. */
export const openingName = (t: Texts, { name, reason }: Pick<CaseOpening, 'name' | 'reason'>): string =>
  reason.of === 'unlisted'
    ? t(`trucks.use.${reason.use}`)
    : reason.of === 'breach'
      ? `${name} ${t(`trucks.breach.${reason.kind}`)}`
      : name

/** Why it is proposed to open a case. */
export function reasonText(t: Texts, { reason }: Pick<CaseOpening, 'reason'>): string {
  if (reason.of === 'reported') return t('cases.reason.reported', { day: reason.day })
  if (reason.of === 'exceedance') {
    const { parameter, from, until, overHours, value, allowedUpTo, limit } = reason
    return [
      t('cases.reason.exceedance', {
        span: spanText(from, until),
        parameter: t(`monitoring.names.${parameter}`),
        hours: overHours.length,
        value: valueText(value, parameter),
        unit: PARAMETER_FACTS[parameter].unit,
        limit: valueText(allowedUpTo, parameter),
      }),
      !limit.confirmed && t('cases.reason.limitUnconfirmed'),
      reason.wrongHours > 0 && t('cases.reason.wrongHours', { count: reason.wrongHours }),
      reason.doubts.length > 0 &&
        t('cases.reason.doubted', {
          why: [...new Set(reason.doubts.map((doubt) => doubtText(t, doubt, parameter)))].join(t('ui.comma')),
        }),
    ]
      .filter(Boolean)
      .join(t('ui.semicolon'))
  }
  if (reason.of === 'unlisted')
    return [
      t('cases.reason.unlisted', { ...reason, use: t(`trucks.use.${reason.use}`) }),
      ...visitorsSaid(t, reason.visitors),
    ].join(t('ui.semicolon'))
  if (reason.of === 'breach') {
    const { plate, kind, company, figure, roadName, left } = reason
    return [
      t('cases.reason.breach', { plate, span: secondsText(t, reason), what: t(`trucks.breach.${kind}`) }),
      ...(left === null ? [] : [t('trucks.breachLeft', { name: left })]),
      ...(roadName === null ? [] : [roadName]),
      ...(figure === null ? [] : [t('trucks.breachFigure', { kmh: figure.toFixed(0) })]),
      ...(company === '' ? [] : [t('cases.visitors.companies', { names: company })]),
    ].join(t('ui.semicolon'))
  }
  const { month, before, after } = reason
  return t('cases.reason.dustfall', { month, before: tenth(before), after: tenth(after) })
}

/** The statements of a reason as stored in a case, which {@link reasonText} joins by semicolons in either language. */
export const reasonItems = (reason: string): readonly string[] => reason.split(/[；;\n]\s*/).filter(Boolean)

/** Maximum number of trucks and companies named in the reason of a case; its card lists all of them. */
const MAX_NAMED = 3

/** The first names of a list, with the total number if there are more. */
function firstOf(t: Texts, names: readonly string[]): string {
  const said = names.slice(0, MAX_NAMED).join(t('ui.comma'))
  return names.length > MAX_NAMED ? t('cases.visitors.first', { names: said, count: names.length }) : said
}

/** Which trucks were there, and their companies. */
function visitorsSaid(t: Texts, visitors: readonly TruckVisits[]): readonly string[] {
  const companies = [...new Set(visitors.map(({ company }) => company))].filter((name) => name !== '')
  return [
    ...(visitors.length > 0
      ? [
          t('cases.visitors.plates', {
            names: firstOf(
              t,
              visitors.map(({ plate }) => plate),
            ),
          }),
        ]
      : []),
    ...(companies.length > 0 ? [t('cases.visitors.companies', { names: firstOf(t, companies) })] : []),
  ]
}

/** Days in order; consecutive days as a range. */
function daysText(t: Texts, days: readonly IsoDay[]): string {
  const runs: { first: IsoDay; last: IsoDay }[] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && parseDay(run.last) + 1 === parseDay(day)) run.last = day
    else runs.push({ first: day, last: day })
  }
  return runs
    .map(({ first, last }) => (first === last ? first : t('cases.visitors.days', { first, last })))
    .join(t('ui.comma'))
}

/** A truck that stopped at a place: plate, company, number of stops, and days. */
export const visitorText = (
  t: Texts,
  { plate, company, days, stops }: NonNullable<CaseOpened['visitors']>[number],
): string =>
  [
    plate,
    company || t('cases.visitors.noCompany'),
    t('cases.visitors.stops', { count: stops, days: daysText(t, days) }),
  ].join(DOT)

/** The values on which a case is proposed. */
export function proposalText(t: Texts, opening: Pick<CaseOpening, 'reason'>): string {
  const { reason } = opening
  const why = reasonText(t, opening)
  if (reason.of === 'reported') return t('cases.proposal.reported', { why })
  if (reason.of !== 'dustfall') return why
  // Computed from the two displayed figures: with unrounded ones it might differ from what a reader calculates.
  const rise = tenth(Number(tenth(reason.after)) - Number(tenth(reason.before)))
  return t('cases.proposal.dustfall', { why, rise })
}

/** The rules by which these cases of one type are proposed, each once; for limits with their sources. */
export function proposalRules(
  t: Texts,
  openings: readonly Pick<CaseOpening, 'reason'>[],
  { from }: Pick<CaseType, 'from'>,
  language: string,
): readonly string[] {
  const rules = openings.map(({ reason }) => {
    if (reason.of === 'exceedance')
      return t('cases.rules.exceedance', {
        days: from.exceedance?.withinDays ?? 0,
        source: inLanguage(reason.limit.source, language),
      })
    if (reason.of === 'dustfall') return t('cases.rules.dustfall', { least: from.dustfall?.leastRise ?? 0 })
    if (reason.of === 'unlisted') return t('cases.rules.unlisted')
    return t('cases.rules.reported', { days: from.kind?.withinDays ?? 0 })
  })
  return [...new Set(rules)]
}
