import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import { formatDay } from '@/domain/calendar'
import type { MonitoringSettings, OnlineRule, Sourced } from '@/domain/monitoring/settings'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { Evidence, MeasuredFact } from '@/questions/measured-facts'

type Texts = TFunction<'texts'>

const DOT = ' · '
type Of<M extends MeasuredFact['measured']> = Extract<MeasuredFact, { measured: M }>
type OnlineSettings = Pick<MonitoringSettings, 'online'> | null | undefined

/** A share in percent: cut off, since one that is too low by little must not read as if it were enough. */
export const percent = (share: number) => `${Math.floor(share * 1000 + 1e-6) / 10}%`

/** That something is judged by readings or tracks, how real they are, and whether a person has to look; '' where it is by none. */
export function byEvidenceText(t: Texts, evidence: Evidence | null): string {
  if (evidence === null) return ''
  const { by, dataClass, isToVerify } = evidence
  const marks = [dataClass !== 'real' && t(`dataClass.${dataClass}`), isToVerify && t('measured.toVerify')].filter(
    Boolean,
  )
  const said = t(`measured.by.${by}`)
  return marks.length === 0 ? said : t('measured.byMarked', { by: said, marks: marks.join(t('ui.comma')) })
}

/** The mark of what is not real: （示例）; '' of what is. */
export const classMark = (t: Texts, of: DataClass): string =>
  of === 'real' ? '' : t('measured.classMark', { of: t(`dataClass.${of}`) })

/**
 * What the readings are by which it is said whether a monitor is online: days, hours, share, and what is asked. What nobody
 * confirmed is called a reference, and that somebody has to look where a person's word does not stand beside it.
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

/** On which days readings have the flag of a calibration. */
export const calibratedText = (t: Texts, { days, device }: Of<'calibrated'>): string =>
  (device === undefined ? '' : t('monitoring.ofDevice', { device })) +
  t('measured.calibrated', { days: days.map(formatDay).join(t('ui.comma')) })

/** How many trips there were in the month by tracks, and what share of them by day; by hours that nobody confirmed, where that is so. */
export const tripsText = (t: Texts, { trips, byDay, from, to, isConfirmed }: Of<'hauls'>): string =>
  t('measured.trips', { trips, byDay, from: formatDay(from), to: formatDay(to), share: percent(byDay / trips) }) +
  (isConfirmed ? '' : t('measured.tripsUnconfirmed'))

/** Where a setting is from, and that nobody confirmed it. */
export const sourceText = (t: Texts, { source, confirmed }: Sourced, language: string): string =>
  [inLanguage(source, language), !confirmed && t('monitoring.unconfirmed')].filter(Boolean).join(DOT)

/** What readings say of what a requirement asks, a line for each: how real they are, and where what is asked is from. */
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
