import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '@/domain/calendar'
import { itemsOf } from '@/domain/rules/requirement'
import { fieldsOf } from '@/domain/rules/rule'
import { STATUS, STATUS_NAMES } from '@/domain/rules/status'
import { useOpened } from '@/store/chentu'
import { dateTexts, lateText } from '@/store/words/finding-dates'
import { evidenceLines } from '@/store/words/measured'
import { useRequirementTexts } from '@/store/words/requirements'
import { DOT } from '@/ui/dot'
import classes from './CheckHead.module.css'
import type { SourceFacts } from './use-source-facts'

/**
 * What is overdue or failing at a source according to the data, with dates, and each item's own deadline if they
 * differ. Also what a team should verify because readings fall short.
 */
export function OverdueFacts({ facts: { record } }: { readonly facts: SourceFacts }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const requirements = useRequirementTexts()
  const wrong = (record?.findings ?? []).filter(({ status }) => status === STATUS.overdue || status === STATUS.failing)
  const evidenceOf = (rule: number) => {
    const asked = fieldsOf(dataset.rules[rule]!.check)
    const facts = (record?.measured ?? []).filter(({ field }) => asked.includes(field))
    return evidenceLines(t, facts, dataset.monitoring, i18n.language)
  }
  const toVerify = (record?.findings ?? []).filter(({ rule }) => record?.toVerify.includes(rule))
  if (!record || wrong.length + toVerify.length === 0) return null
  return (
    <div className={classes.overdue} data-status={STATUS_NAMES[wrong[0]?.status ?? STATUS.unknown]}>
      {wrong.map(({ rule, status, since, due, days: late }) => {
        const { check } = dataset.rules[rule]!
        const unmet = itemsOf(check).filter((name) => record.values[name] === (check.type === 'all-no'))
        const dates = {
          status: STATUS_NAMES[status]!,
          since: since === null ? null : formatDay(since),
          due: due === null ? null : formatDay(due),
          days: late,
        }
        const days = unmet.flatMap((item) => {
          const day = record.itemDeadlines[item] ?? null
          return day === null ? [] : [{ item, day: formatDay(day) }]
        })
        const each = new Set(days.map(({ day }) => day)).size > 1 ? days : []
        const texts = [
          ...dateTexts(t, dates, dataset),
          ...each.map(({ item, day }) => t('lack.itemDue', { item: requirements.items(rule, [item]), day })),
        ]
        return (
          <p key={rule}>
            <b>{t('lack.late', { late: lateText(t, dates), what: requirements.short(rule, unmet) })}</b>{' '}
            <span className="quiet">
              {texts.map((text, at) => (
                <Fragment key={text}>
                  {at > 0 && DOT}
                  <span className={classes.day}>{text}</span>
                </Fragment>
              ))}
            </span>
            <Lines of={evidenceOf(rule)} />
          </p>
        )
      })}
      {toVerify.map(({ rule }) => (
        <p key={rule}>
          <b>{requirements.title(rule) + t('measured.ofRequirement')}</b>
          <Lines of={evidenceOf(rule)} />
        </p>
      ))}
    </div>
  )
}

function Lines({ of }: { readonly of: readonly string[] }) {
  return of.map((line) => (
    <Fragment key={line}>
      <br />
      <small className="quiet">{line}</small>
    </Fragment>
  ))
}
