import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { formatDay, parseDay } from '@/domain/calendar'
import { deadlineOf, type Finding } from '@/domain/rules/findings'
import { fieldsOf, isAdvisory, leadsOf, type Rule } from '@/domain/rules/rule'
import { STATUS_NAMES } from '@/domain/rules/status'
import { kindWithId, nameMeaning } from '@/domain/sources/kinds/kind'
import type { SourceRecord } from '@/questions/source-record'
import { useChentu, useOpened } from '@/store/chentu'
import { useKinds, useKindTexts } from '@/store/words/kinds'
import { Button } from '@/ui/controls/Button'
import classes from './DetailCard.module.css'
import { useValueText } from './use-value-text'

/** What a rule asks, in words. */
function useRequirement(record: SourceRecord) {
  const { t } = useTranslation()
  return (rule: Rule): string => {
    const { check } = rule
    if (check.type === 'one-of') return t('require.one-of', { values: check.values.join('、') })
    if (check.type === 'done') {
      const own = 'field' in check.deadline ? record.values[check.deadline.field] : null
      const day = 'day' in check.deadline ? parseDay(check.deadline.day) : own
      return t('require.done', { day: typeof day === 'number' ? formatDay(deadlineOf(rule, day)) : '—' })
    }
    return t(`require.${check.type}`, { ...check })
  }
}

/** What was seen of a source where a rule looks, and what the rule asks. */
function SeenAndAsked({ rule, record }: { readonly rule: Rule; readonly record: SourceRecord }) {
  const { t } = useTranslation()
  const kindTexts = useKindTexts()
  const requirement = useRequirement(record)
  const text = useValueText()
  const types = new Map((kindWithId(useKinds(), record.kind)?.fields ?? []).map(({ name, type }) => [name, type]))
  return (
    <>
      <p>
        {t('detail.seen')}{' '}
        {fieldsOf(rule.check)
          .map(
            (name) => `${kindTexts.column(name, record.kind)} ${text(types.get(name) ?? 'text', record.values[name])}`,
          )
          .join('、')}
      </p>
      <p>
        {t(isAdvisory(rule) ? 'detail.reference' : 'detail.required')} {requirement(rule)}
      </p>
    </>
  )
}

/** One finding: rule, clause, since when, whose job, what was seen and what is required. */
export function FindingItem({ finding, record }: { readonly finding: Finding; readonly record: SourceRecord }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const setView = useChentu((state) => state.setView)
  const rule = dataset.rules[finding.rule]!
  const status = STATUS_NAMES[finding.status]!
  const kind = kindWithId(dataset.kinds, record.kind)
  const leads = leadsOf(rule, (meaning) => String((kind && record.values[nameMeaning(kind, meaning) ?? '']) ?? ''))
  const job = leads.join('、') || t('detail.absent')
  const days =
    status === 'overdue'
      ? t('findings.overdueDays', { days: finding.days })
      : status === 'due'
        ? t('findings.dueDays', { days: finding.days })
        : ''
  return (
    <div className={classes.finding} data-status={status}>
      <strong>
        {t(`status.${status}`)} · {inLanguage(rule.title, i18n.language)}
      </strong>
      <p>
        {[
          t('plan.clause', { number: rule.clause }),
          finding.since === null ? '' : t('findings.since', { day: formatDay(finding.since) }),
          days,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p>
        {t('detail.job')} {job}
      </p>
      <SeenAndAsked rule={rule} record={record} />
      <Button weight="quiet" onClick={() => setView({ panel: 'plan', clause: rule.clause })}>
        {t('detail.openClause')}
      </Button>
    </div>
  )
}

/** What an advisory rule of our own says of a source. It is no finding, and nobody is responsible for it. */
export function HintItem({ hint, record }: { readonly hint: Finding; readonly record: SourceRecord }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const rule = dataset.rules[hint.rule]!
  return (
    <div className={classes.finding} data-status="hint">
      <strong>
        {t('detail.hint')} · {inLanguage(rule.title, i18n.language)}
      </strong>
      <SeenAndAsked rule={rule} record={record} />
    </div>
  )
}
