import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { type DayNumber, formatDay, parseDay } from '@/domain/calendar'
import type { Finding } from '@/domain/rules/findings'
import { notBeforeRule } from '@/domain/rules/row-finding'
import { fieldsOf, isAdvisory, leadsOf, originOf, type Rule } from '@/domain/rules/rule'
import { STATUS_NAMES } from '@/domain/rules/status'
import { fieldNameByMeaning, kindWithId } from '@/domain/sources/kinds/kind'
import type { SourceRecord } from '@/questions/source/source-record'
import { useChentu, useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { dateTexts, lateText } from '@/store/words/finding-dates'
import { useKinds, useKindTexts } from '@/store/words/kinds'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import classes from './DetailCard.module.css'
import { MeasuredNote } from './MeasuredNote'
import { useValueText } from './use-value-text'

/** Deadline of a rule for a source; null if it has none. */
function dayOfRule({ check, deadline, ...rule }: Rule, record: SourceRecord): DayNumber | null {
  if (check.type === 'not-before') return parseDay(check.deadline)
  if (check.type !== 'done') return deadline === undefined ? null : parseDay(deadline)
  const own = 'field' in check.deadline ? record.values[check.deadline.field] : parseDay(check.deadline.day)
  if (typeof own !== 'number') return null
  return rule.follows === undefined ? notBeforeRule(rule, own) : own
}

/** Puts a rule's requirement into words. */
function useRequirement(record: SourceRecord) {
  const { t } = useTranslation()
  const { word, list } = useDataWords()
  return (rule: Rule): string => {
    const { check } = rule
    if (check.type === 'one-of') return t('require.one-of', { values: list(check.values.map(word)) })
    if (check.type === 'done') {
      const day = dayOfRule(rule, record)
      return t('require.done', { day: day === null ? '—' : formatDay(day) })
    }
    return t(`require.${check.type}`, { ...check })
  }
}

/** The values that a rule checks, and what the rule requires. */
function SeenAndAsked({ rule, record }: { readonly rule: Rule; readonly record: SourceRecord }) {
  const { t } = useTranslation()
  const kindTexts = useKindTexts()
  const requirement = useRequirement(record)
  const text = useValueText()
  const { list } = useDataWords()
  const types = new Map((kindWithId(useKinds(), record.kind)?.fields ?? []).map(({ name, type }) => [name, type]))
  return (
    <>
      <p>
        {t('detail.seen')}{' '}
        {list(
          fieldsOf(rule.check).map(
            (name) => `${kindTexts.column(name, record.kind)} ${text(types.get(name) ?? 'text', record.values[name])}`,
          ),
        )}
      </p>
      <p>
        {t(isAdvisory(rule) ? 'detail.reference' : 'detail.required')} {requirement(rule)}
      </p>
    </>
  )
}

/** Fields that a person has to verify because of readings. */
const fieldsToVerify = ({ measured }: SourceRecord): readonly string[] =>
  measured.flatMap((fact) => (fact.measured === 'online' && fact.role === 'verify' ? [fact.field] : []))

/** For a requirement with several items: the failed ones, and those without a record. */
function MissingItems({ rule, record }: { readonly rule: Rule; readonly record: SourceRecord }) {
  const { t } = useTranslation()
  const kindTexts = useKindTexts()
  const { list } = useDataWords()
  if (rule.check.type !== 'all-yes') return <SeenAndAsked rule={rule} record={record} />
  // Fields to verify are shown below, with their readings.
  const toVerify = fieldsToVerify(record)
  const fields = fieldsOf(rule.check).filter((name) => !toVerify.includes(name))
  const [failing, open] = [
    fields.filter((name) => record.values[name] === false),
    fields.filter((name) => typeof record.values[name] !== 'boolean'),
  ]
  const label = (name: string) => kindTexts.column(name, record.kind)
  // The requirement has the earliest deadline: items with another one, or with none, say so.
  const days = failing.flatMap((name) =>
    Object.hasOwn(record.itemDeadlines, name) ? [record.itemDeadlines[name] ?? null] : [],
  )
  const differ = new Set(days).size > 1
  const withDay = (name: string) => {
    if (!differ || !Object.hasOwn(record.itemDeadlines, name)) return label(name)
    const day = record.itemDeadlines[name] ?? null
    return day === null
      ? t('requirements.itemWithout', { item: label(name) })
      : t('requirements.itemDue', { item: label(name), day: formatDay(day) })
  }
  const [missing, unknown] = [list(failing.map(withDay)), list(open.map(label))]
  return (
    <>
      {missing && <p>{t('requirements.missing', { items: missing })}</p>}
      {unknown && <p>{t('requirements.unrecorded', { items: unknown })}</p>}
    </>
  )
}

/** A finding: rule, what is missing, clause, lead department, since when, deadline, and how late it is. */
export function FindingItem({ finding, record }: { readonly finding: Finding; readonly record: SourceRecord }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const setView = useChentu((state) => state.setView)
  const { glossed, list } = useDataWords()
  const rule = dataset.rules[finding.rule]!
  const status = STATUS_NAMES[finding.status]!
  const state = record.toVerify.includes(finding.rule) ? 'toVerify' : status
  const kind = kindWithId(dataset.kinds, record.kind)
  const leads = leadsOf(rule, (meaning) =>
    String((kind && record.values[fieldNameByMeaning(kind, meaning) ?? '']) ?? ''),
  )
  const iso = (day: DayNumber | null) => (day === null ? null : formatDay(day))
  const days = { status, since: iso(finding.since), due: iso(finding.due), days: finding.days }
  const dates = dateTexts(t, days, dataset, rule.follows === undefined ? undefined : rule.from)
  return (
    <div className={classes.finding} data-status={status}>
      <strong>
        {inLanguage(rule.title, i18n.language)} <span className={classes.state}>{t(`status.${state}`)}</span>
      </strong>
      <MissingItems rule={rule} record={record} />
      <MeasuredNote rule={rule} record={record} />
      <p>
        <Button
          weight="quiet"
          title={t('detail.openClause')}
          onClick={() => setView({ panel: 'plan', clause: rule.clause })}
        >
          {t('plan.clause', { number: rule.clause })}
        </Button>
        {DOT}
        {t('detail.job')} {list(leads.map(glossed)) || t('detail.absent')}
      </p>
      {rule.basis && (
        <p>
          {t('rule.part.basis')} {rule.basis}
        </p>
      )}
      {rule.changed && (
        <p className="quiet">
          {t(`rule.origin.${originOf(rule) ?? 'changed'}`)}
          {DOT}
          {rule.changed.by}
          {DOT}
          {rule.changed.why}
        </p>
      )}
      {dates.length > 0 && (
        <p>
          {dates.join(t('requirements.comma'))}{' '}
          {(status === 'overdue' || status === 'due') && <b className={classes.state}>{lateText(t, days)}</b>}
        </p>
      )}
    </div>
  )
}

/** The result of an advisory rule. It is not a finding, and no department is responsible for it. */
export function HintItem({ hint, record }: { readonly hint: Finding; readonly record: SourceRecord }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const rule = dataset.rules[hint.rule]!
  return (
    <div className={classes.finding} data-status="hint">
      <strong>
        {t('detail.hint')}
        {DOT}
        {inLanguage(rule.title, i18n.language)}
      </strong>
      <SeenAndAsked rule={rule} record={record} />
    </div>
  )
}
