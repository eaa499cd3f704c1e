import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { Sourced } from '@/domain/monitoring/settings'
import type { BreachKind } from '@/domain/trucks/breach-kinds'
import { type Said, WhyLines } from '@/features/monitoring/SeriesWhy'
import { useDataset } from '@/store/chentu'

/** Combines the sources of two rules in one line. */
const bothRules = (one: Sourced, other: Sourced): Sourced => ({
  source: { zh: `${one.source.zh}；${other.source.zh}`, en: `${one.source.en}; ${other.source.en}` },
  confirmed: one.confirmed && other.confirmed,
})

/** Explains how the daytime share of trips is calculated. */
export function WhyShare({ of }: { readonly of: string }) {
  const { t } = useTranslation()
  const settings = useDataset().trucks
  if (!settings) return null
  const { clean, datum, stop, trip, places, dayHours, evidence } = settings
  const hours = dayHours.map(
    (rule): Said => ({ text: t('trucks.why.share', { from: rule.hours[0], until: rule.hours[1] }), rule }),
  )
  return (
    <WhyLines
      of={of}
      lines={[
        ...(hours.length > 0 ? hours : [{ text: t('trucks.why.noHours') }]),
        {
          text: t('trucks.why.clean', { kmh: clean.mostKmh, line: datum.lineMetres, noise: clean.noiseMetres }),
          rule: bothRules(clean, datum),
        },
        {
          text: t('trucks.why.cut', {
            metres: stop.metres,
            minutes: stop.leastSeconds / 60,
            least: trip.leastMetres,
            gap: trip.gapSeconds / 60,
          }),
          rule: bothRules(stop, trip),
        },
        { text: t('trucks.why.places'), rule: places },
        {
          text: t('measured.whyTrips.least', { days: evidence.leastDays, trips: evidence.leastTrips }),
          rule: evidence,
        },
      ]}
    />
  )
}

/** Explains the rules by which suspected breaches are found; each kind once. */
export function WhyBreaches({ of, kinds }: { readonly of: string; readonly kinds: readonly BreachKind[] }) {
  const { t, i18n } = useTranslation()
  const settings = useDataset().trucks
  if (!settings) return null
  const { speed, open, lift, unwashed, bans, moving } = settings
  const movingText = t('trucks.why.moving', { kmh: moving.kmh, minutes: moving.silentSeconds / 60 })
  const said = (kind: BreachKind): Said[] => {
    if (kind === 'ban')
      return bans.map((ban) => ({
        text: t('trucks.why.ban', {
          title: inLanguage(ban.title, i18n.language),
          hours: ban.hours.map((span) => span.join('—')).join(t('ui.semicolon')),
          metres: ban.along.metres,
          seconds: ban.leastSeconds,
        }),
        rule: ban,
      }))
    if (kind === 'speed' && speed)
      return [{ text: t('trucks.why.speed', { kmh: speed.kmh, seconds: speed.leastSeconds }), rule: speed }]
    if (kind === 'open' && open) return [{ text: t('trucks.why.open', { seconds: open.leastSeconds }), rule: open }]
    if (kind === 'lift' && lift) return [{ text: t('trucks.why.lift', { seconds: lift.leastSeconds }), rule: lift }]
    if (kind === 'unwashed' && unwashed)
      return [
        {
          text: t('trucks.why.unwashed', { minutes: unwashed.withinSeconds / 60, seconds: unwashed.leastSeconds }),
          rule: unwashed,
        },
      ]
    return []
  }
  return (
    <WhyLines
      of={of}
      lines={[...kinds.flatMap(said), { text: movingText, rule: moving }, { text: t('trucks.why.person') }]}
    />
  )
}

/** Explains how unlisted places are found. */
export function WhyUnlisted({ of }: { readonly of: string }) {
  const { t } = useTranslation()
  const rule = useDataset().trucks?.unlisted
  if (!rule) return null
  const { metres, mostMetres, denseStops, leastStops, leastDays, leastShare } = rule
  const text = t('trucks.why.unlisted', {
    ...{ metres, dense: denseStops, most: mostMetres, stops: leastStops, days: leastDays },
    share: leastShare * 100,
  })
  return <WhyLines of={of} lines={[{ text, rule }, { text: t('trucks.why.person') }]} />
}
