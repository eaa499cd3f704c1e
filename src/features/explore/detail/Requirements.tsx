import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { STATUS, STATUS_NAMES, type StateName } from '@/domain/rules/status'
import type { SourceRecord } from '@/questions/source/source-record'
import { useChentu, useOpened } from '@/store/chentu'
import { Button } from '@/ui/controls/Button'
import classes from './DetailCard.module.css'
import { FindingItem, HintItem } from './FindingItem'
import { MeasuredNote } from './MeasuredNote'

/** All requirements that apply to a source: failed or possibly failed ones, worst first; then met ones; then hints. */
export function Requirements({ record }: { readonly record: SourceRecord }) {
  const { t } = useTranslation()
  const { findings, kept, hints, toVerify } = record
  const stateOf = ({ rule, status }: (typeof findings)[number]): StateName =>
    toVerify.includes(rule) ? 'toVerify' : STATUS_NAMES[status]!
  const counts = [
    ...(['overdue', 'failing', 'toVerify', 'unknown', 'due'] as const).map((name) => ({
      name,
      count: findings.filter((finding) => stateOf(finding) === name).length,
    })),
    { name: STATUS_NAMES[STATUS.fine]!, count: kept.length },
  ].filter(({ count }) => count > 0)
  return (
    <section aria-label={t('requirements.title')}>
      <h3>
        {t('requirements.title')}{' '}
        <small>
          {t('requirements.count', {
            count: findings.length + kept.length,
            parts: counts.map(({ name, count }) => `${count} ${t(`status.${name}`)}`).join(t('requirements.comma')),
          })}
        </small>
      </h3>
      {findings.length + kept.length === 0 && <p>{t('requirements.none')}</p>}
      {findings.map((finding) => (
        <FindingItem key={finding.rule} finding={finding} record={record} />
      ))}
      <Kept record={record} />
      {hints.map((hint) => (
        <HintItem key={hint.rule} hint={hint} record={record} />
      ))}
    </section>
  )
}

/** The requirements that a source meets: their names; unfolded, each with its clause. */
function Kept({ record }: { readonly record: SourceRecord }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const setView = useChentu((state) => state.setView)
  if (record.kept.length === 0) return null
  const kept = record.kept.map((number) => dataset.rules[number]!)
  return (
    <details className={classes.finding} data-status="fine">
      <summary>{t('requirements.kept', { count: kept.length })}</summary>
      <ul>
        {kept.map((rule) => (
          <li key={rule.id}>
            {inLanguage(rule.title, i18n.language)}{' '}
            <Button weight="quiet" onClick={() => setView({ panel: 'plan', clause: rule.clause })}>
              {t('plan.clause', { number: rule.clause })}
            </Button>
            <MeasuredNote rule={rule} record={record} />
          </li>
        ))}
      </ul>
    </details>
  )
}
