import { useTranslation } from 'react-i18next'
import { formatDay } from '@/domain/calendar'
import type { Sourced } from '@/domain/monitoring/settings'
import { fieldsOf, type Rule } from '@/domain/rules/rule'
import { statedShare } from '@/domain/rules/tracked'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { type MeasuredFact, needsInspection } from '@/questions/monitors/measured-facts'
import type { SourceRecord } from '@/questions/source/source-record'
import { useDataset, useOpened } from '@/store/chentu'
import { calibratedText, onlineText, percent, sourceText, tripsText } from '@/store/words/measured'
import { Why } from '@/ui/Why'
import { useValueText } from './use-value-text'

/** Results of the source's monitor or of truck tracks for the fields that a rule checks; nothing if there are none. */
export function MeasuredNote({ rule, record }: { readonly rule: Rule; readonly record: SourceRecord }) {
  const asked = fieldsOf(rule.check)
  const undecided = record.undecided?.fields.filter((field) => asked.includes(field)) ?? []
  return [
    ...undecided.map((field) => <UndecidedNote key={field} field={field} record={record} />),
    ...record.measured
      .filter(({ field }) => asked.includes(field))
      .map((fact) =>
        fact.measured === 'online' ? (
          <OnlineNote key={`${fact.field} ${fact.device}`} fact={fact} />
        ) : fact.measured === 'hauls' ? (
          <TripsNote key={fact.field} fact={fact} rule={rule} />
        ) : (
          <CalibratedNote key={`${fact.field} ${fact.device} ${fact.dataClass}`} fact={fact} />
        ),
      ),
  ]
}

/** Data class of the readings, shown if they are not real. */
function ClassBadge({ of }: { readonly of: DataClass }) {
  const { t } = useTranslation()
  if (of === 'real') return null
  return (
    <span className="badge" data-class={of}>
      {t(`dataClass.${of}`)}
    </span>
  )
}

/** That readings are too few to say whether a monitor is online, what there is of them, and what is said instead. */
function UndecidedNote({ field, record }: { readonly field: string; readonly record: SourceRecord }) {
  const { t } = useTranslation()
  const { dataset, evaluation } = useOpened()
  const text = useValueText()
  const [rule, known] = [dataset.monitoring?.online, record.undecided]
  if (rule?.days === undefined || !known) return null
  const { days, last, dataClass } = known
  const figures = { asOf: evaluation.asOf, days, least: rule.days, last: last === null ? '' : formatDay(last) }
  return (
    <p>
      {t(last === null ? 'measured.noDay' : days < rule.days ? 'measured.fewDays' : 'measured.oldDays', figures)}
      {t('measured.byList', { value: text('boolean', record.values[field]) })} <ClassBadge of={dataClass} />
    </p>
  )
}

type Of<M extends MeasuredFact['measured']> = { readonly fact: Extract<MeasuredFact, { measured: M }> }

function OnlineNote({ fact }: Of<'online'>) {
  const { t } = useTranslation()
  const { monitoring } = useDataset()
  const rule = monitoring?.online
  if (!rule) return null
  // A <div>, since a <p> can't contain the dialog.
  return (
    <div>
      {onlineText(t, fact, rule)} <ClassBadge of={fact.dataClass} />{' '}
      <Why of={t('measured.why.title')}>
        <p>{t('measured.why.readings')}</p>
        <WhyRule text={t('measured.why.share', { days: rule.days, least: percent(rule.leastShare) })} rule={rule} />
        {!rule.confirmed && <p>{t('measured.why.unconfirmed')}</p>}
        <WhyRule text={t('measured.why.hour', { least: monitoring.hour.leastMinutes })} rule={monitoring.hour} />
        <p>{t('measured.why.otherwise', { days: rule.days })}</p>
      </Why>
    </div>
  )
}

function TripsNote({ fact, rule: { check } }: Of<'hauls'> & { readonly rule: Rule }) {
  const { t } = useTranslation()
  const { trucks } = useDataset()
  const { trips, byDay, dataClass, role } = fact
  const share = statedShare(fact.stated)
  const hours = trucks?.dayHours ?? []
  const least = check.type === 'share-at-least' ? check.percent : null
  return (
    <div>
      {tripsText(t, fact)}
      {role === 'decides' &&
        least !== null &&
        t('measured.comma') +
          t(byDay * 100 >= least * trips ? 'measured.enough' : 'measured.low', { least: `${least}%` })}
      {needsInspection(fact, check) && t('measured.verifyTrips')} <ClassBadge of={dataClass} />{' '}
      <Why of={t('measured.whyTrips.title')}>
        <p>{t('measured.whyTrips.tracks')}</p>
        {role === 'decides' && share && (
          <p>{t('measured.stated', { ...share, share: percent(share.byDay / share.trips) })}</p>
        )}
        {hours.map((rule) => (
          <WhyRule
            key={rule.from}
            text={t('trucks.why.share', { from: rule.hours[0], until: rule.hours[1] })}
            rule={rule}
          />
        ))}
        <p>{t('measured.whyTrips.month')}</p>
        {trucks && (
          <WhyRule
            text={t('measured.whyTrips.least', {
              days: trucks.evidence.leastDays,
              trips: trucks.evidence.leastTrips,
            })}
            rule={trucks.evidence}
          />
        )}
        <p>{t('measured.whyTrips.otherwise')}</p>
      </Why>
    </div>
  )
}

/** The rule behind a figure, with its source. */
function WhyRule({ text, rule }: { readonly text: string; readonly rule: Sourced }) {
  const { t, i18n } = useTranslation()
  return (
    <p>
      {text}
      <br />
      <small className="quiet">{sourceText(t, rule, i18n.language)}</small>
    </p>
  )
}

function CalibratedNote({ fact }: Of<'calibrated'>) {
  const { t } = useTranslation()
  return (
    <p>
      {calibratedText(t, fact)} <ClassBadge of={fact.dataClass} />
    </p>
  )
}
