import { useTranslation } from 'react-i18next'
import type { Sourced } from '@/domain/monitoring/settings'
import { fieldsOf, type Rule } from '@/domain/rules/rule'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { MeasuredFact } from '@/questions/measured-facts'
import type { SourceRecord } from '@/questions/source-record'
import { useDataset } from '@/store/chentu'
import { calibratedText, onlineText, percent, sourceText } from '@/store/words/measured'
import { Why } from '@/ui/Why'

/** What readings of the source's monitor say of what a rule asks; nothing where they say nothing. */
export function MeasuredNote({ rule, record }: { readonly rule: Rule; readonly record: SourceRecord }) {
  const asked = fieldsOf(rule.check)
  return record.measured
    .filter(({ field }) => asked.includes(field))
    .map((fact) =>
      fact.measured === 'online' ? (
        <OnlineNote key={fact.field} fact={fact} />
      ) : (
        <CalibratedNote key={`${fact.field} ${fact.dataClass}`} fact={fact} />
      ),
    )
}

/** How real the readings are, where that has to be said. */
function ClassBadge({ of }: { readonly of: DataClass }) {
  const { t } = useTranslation()
  if (of === 'real') return null
  return (
    <span className="badge" data-class={of}>
      {t(`dataClass.${of}`)}
    </span>
  )
}

type Of<M extends MeasuredFact['measured']> = { readonly fact: Extract<MeasuredFact, { measured: M }> }

function OnlineNote({ fact }: Of<'online'>) {
  const { t } = useTranslation()
  const { monitoring } = useDataset()
  const rule = monitoring?.online
  if (!rule) return null
  // Its dialog stands within it, so that it is no paragraph.
  return (
    <div>
      {onlineText(t, fact, rule)} <ClassBadge of={fact.dataClass} />{' '}
      <Why of={t('measured.why.title')}>
        <p>{t('measured.why.readings')}</p>
        <WhyRule text={t('measured.why.share', { days: rule.days, least: percent(rule.leastShare) })} rule={rule} />
        <WhyRule text={t('measured.why.hour', { least: monitoring.hour.leastMinutes })} rule={monitoring.hour} />
        <p>{t('measured.why.otherwise', { days: rule.days })}</p>
      </Why>
    </div>
  )
}

/** A rule by which a figure came about, and where it is from. */
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
