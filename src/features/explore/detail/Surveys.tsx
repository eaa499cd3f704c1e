import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { formatDay, parseDay } from '@/domain/calendar'
import { fieldNameByMeaning, kindWithId } from '@/domain/sources/kinds/kind'
import { targetKey } from '@/ledger/shared-code'
import type { SourceRecord } from '@/questions/source/source-record'
import type { SourceSummary } from '@/questions/source/source-summary'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { visitorsOf } from '@/store/words/inspection-line'
import classes from './Surveys.module.css'
import { useValueText } from './use-value-text'

interface Props {
  readonly summary: SourceSummary
  readonly record: SourceRecord
}

/** A source over time: its surveys, or else its last inspection, by a team or according to the office's table. */
export function Surveys({ summary, record }: Props) {
  const { source } = summary
  const { t, i18n } = useTranslation()
  const { dataset, evaluation } = useOpened()
  const text = useValueText()
  const surveys = useAnswer(async (worker) => worker.sourceHistory(source), String(source)) ?? []
  const kind = kindWithId(dataset.kinds, record.kind)
  const inspectedOn = kind && record.values[fieldNameByMeaning(kind, 'inspectedOn') ?? '']
  const visits = useLedger((all) => all.state.get(targetKey(summary))?.visits)
  const asOf = parseDay(evaluation.asOf)
  if (surveys.length === 0) {
    if (typeof inspectedOn !== 'number') return null
    const day = formatDay(inspectedOn)
    const visit = visits?.findLast((each) => each.day === day)
    return (
      <p className="quiet">
        {visit ? t('surveys.visited', { day, who: visitorsOf(t, visit) }) : t('surveys.inspected', { day })}
      </p>
    )
  }
  const fields = new Map(kind!.surveys!.fields.map((field) => [field.name, field]))
  const names = [...fields.keys()].filter((name) => surveys.some(({ values }) => (values[name] ?? null) !== null))
  return (
    <section aria-label={t('surveys.title')}>
      <h3>
        {inLanguage(kind!.surveys!.title, i18n.language)} <small>{t('surveys.count', { count: surveys.length })}</small>
      </h3>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('surveys.day')}</th>
              {names.map((name) => (
                <th key={name} scope="col">
                  {inLanguage(fields.get(name)!.title, i18n.language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {surveys.map(({ day, line, values }) => (
              <tr key={`${day} ${line}`} data-later={day > asOf}>
                <th scope="row">
                  {formatDay(day)}
                  {day > asOf && <small> {t('surveys.later', { asOf: evaluation.asOf })}</small>}
                </th>
                {names.map((name) => (
                  <td key={name}>{text(fields.get(name)!.type, values[name])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
