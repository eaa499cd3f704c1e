import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import { formatDay } from '@/domain/calendar'
import type { MonitoringSettings, OnlineRule, Sourced } from '@/domain/monitoring/settings'
import type { StatedHauls } from '@/domain/rules/kind-table'
import { statedShare } from '@/domain/rules/tracked'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { HaulBasis } from '@/domain/trucks/hauls'
import type { Evidence, MeasuredFact } from '@/questions/monitors/measured-facts'

type Texts = TFunction<'texts'>

const DOT = ' · '
type Of<M extends MeasuredFact['measured']> = Extract<MeasuredFact, { measured: M }>
type OnlineSettings = Pick<MonitoringSettings, 'online'> | null | undefined

/** A share in percent with one decimal, rounded down, since a share slightly too low must not read as sufficient. */
export const percentFigure = (share: number) => Math.floor(share * 1000 + 1e-6) / 10

/** The same in words. */
export const percent = (share: number) => `${percentFigure(share)}%`

/**
 * States that something is judged by readings or tracks, their data class, what tracks rest on, and whether a person must verify it; '' if
 * by neither.
 */
export function byEvidenceText(t: Texts, evidence: Evidence | null): string {
  if (evidence === null) return ''
  const { by, dataClass, isToVerify } = evidence
  const marks = [dataClass !== 'real' && t(`dataClass.${dataClass}`), isToVerify && t('measured.toVerify')].filter(
    Boolean,
  )
  const plain = t(`measured.by.${by}`)
  const said =
    evidence.by === 'tracks' ? t('measured.byBasis', { by: plain, basis: basisText(t, evidence.basis) }) : plain
  return marks.length === 0 ? said : t('measured.byMarked', { by: said, marks: marks.join(t('ui.comma')) })
}

/** The mark of data that is not real: （示例）; '' for real data. */
export const classMark = (t: Texts, dataClass: DataClass): string =>
  dataClass === 'real' ? '' : t('measured.classMark', { of: t(`dataClass.${dataClass}`) })

/**
 * The readings that decide whether a monitor is online: days, hours, share, and the requirement. An unconfirmed
 * requirement is called a reference, and a note asks for verification where no person's statement exists.
 */
export function onlineText(
  t: Texts,
  { hours, of, from, to, isOnline, role, device }: Of<'online'>,
  { leastShare, confirmed }: OnlineRule & Sourced,
): string {
  const figures = { hours, of, from: formatDay(from), to: formatDay(to), share: percent(hours / of) }
  const least = percent(leastShare)
  return [
    device !== undefined && t('monitoring.ofDevice', { device }),
    t('measured.online', figures),
    confirmed ? t(isOnline ? 'measured.enough' : 'measured.low', { least }) : '',
    confirmed ? '' : t(isOnline ? 'measured.enoughReference' : 'measured.lowReference', { least }),
    role === 'verify' && t(hours === 0 ? 'measured.verifySilent' : 'measured.verify'),
  ]
    .filter(Boolean)
    .join('')
}

/** The days on which readings have the calibration flag. */
export const calibratedText = (t: Texts, { days, device }: Of<'calibrated'>): string =>
  (device === undefined ? '' : t('monitoring.ofDevice', { device })) +
  t('measured.calibrated', { days: days.map(formatDay).join(t('ui.comma')) })

/** On how many days, trips and trucks a share from tracks rests. */
export const basisText = (t: Texts, { days, trips, trucks }: HaulBasis): string =>
  t('measured.basis', {
    days: t('trucks.dayCount', { count: days }),
    trips: t('trucks.trips', { count: trips }),
    trucks: trucks === null ? t('measured.trucksUnknown') : t('trucks.truckCount', { count: trucks }),
  })

/** That tracks are too few to decide, what there is of them, and what is said instead. */
function tooLittleText(t: Texts, { byDay, trips, stated, least, from, to, ...basis }: Of<'hauls'>): string {
  const said = t('measured.tooLittle', {
    ...{ basis: basisText(t, { ...basis, trips }), from: formatDay(from), to: formatDay(to) },
    ...{ byDay, share: percent(byDay / trips), ...least },
  })
  return said + statedInsteadText(t, stated)
}

/** The county's own figures where tracks do not decide, or that it has none, or none that a share can be computed of. */
export function statedInsteadText(t: Texts, stated: StatedHauls): string {
  const share = statedShare(stated)
  if (share) return t('measured.byStated', { ...share, share: percent(share.byDay / share.trips) })
  return t(stated === null ? 'measured.noStated' : 'measured.poorStated')
}

/**
 * Number of trips in the month by tracks with what they rest on, and the share by day, with a note if the hours of day
 * are unconfirmed, or if lists changed since it was counted; or that there are too few of them to decide.
 */
export function tripsText(t: Texts, fact: Of<'hauls'>): string {
  const { trips, byDay, from, to, isConfirmed } = fact
  const lists = fact.isOfEarlierLists ? t('measured.earlierLists') : ''
  if (fact.role === 'beside') return tooLittleText(t, fact) + lists
  const share = percent(byDay / trips)
  const said = { basis: basisText(t, fact), trips, byDay, from: formatDay(from), to: formatDay(to), share }
  return t('measured.trips', said) + (isConfirmed ? '' : t('measured.tripsUnconfirmed')) + lists
}

/** The source of a setting, with a note if unconfirmed. */
export const sourceText = (t: Texts, { source, confirmed }: Sourced, language: string): string =>
  [inLanguage(source, language), !confirmed && t('monitoring.unconfirmed')].filter(Boolean).join(DOT)

/** What readings show on a requirement, one line each: with the data class, and the source of the requirement. */
export function evidenceLines(
  t: Texts,
  facts: readonly MeasuredFact[],
  monitoring: OnlineSettings,
  language: string,
): readonly string[] {
  return facts.flatMap((fact) => {
    const by = fact.measured === 'hauls' ? 'tracks' : 'readings'
    const of = t(`dataClass.${fact.dataClass}`)
    const ofClass = fact.dataClass === 'real' ? '' : t(`measured.ofClass.${by}`, { of })
    if (fact.measured === 'calibrated') return calibratedText(t, fact) + ofClass
    if (fact.measured === 'hauls') return tripsText(t, fact) + ofClass
    const rule = monitoring?.online
    if (!rule) return []
    const said = onlineText(t, fact, rule) + ofClass
    return t('measured.evidence', { said, source: inLanguage(rule.source, language) })
  })
}
