import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { Rule } from '@/domain/rules/rule'
import type { PlannedChange } from '@/domain/rules/rule-change'
import type { RuleDoubt } from '@/domain/rules/rule-doubt'
import { WORST_FIRST } from '@/domain/rules/status'
import { tallyTotal } from '@/domain/rules/tally'
import { countyName } from '@/domain/sources/county'
import type { AffectedSource, RuleTrial } from '@/questions/plan/rule-trial'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened } from '@/store/chentu'
import { selectOnMap } from '@/store/chentu/on-map'
import { useDebounced } from '@/store/page/use-debounced'
import { dayName } from '@/store/words/day-name'
import { useKindTexts } from '@/store/words/kinds'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import { Skeleton } from '@/ui/states/Skeleton'
import classes from './Rules.module.css'

interface Props {
  /** The rule in force; null for a new one. */
  readonly original: Rule | null
  readonly planned: PlannedChange
}

/** The effect of saving the requirement as drafted, compared with the current one, and any oddities. */
export function TrialFacts({ original, planned }: Props) {
  const { t } = useTranslation()
  const { evaluation } = useOpened()
  const { rule, ended, manner } = planned
  const key = JSON.stringify([rule, ended])
  const settled = useDebounced(key)
  // Drops an answer if the draft has changed since the query.
  const answer = useAnswer(
    async (worker) => {
      const [tried, before] = JSON.parse(settled) as [Rule, Rule | null]
      return { key: settled, trial: await worker.tryRule(tried, before) }
    },
    '',
    [settled],
  )
  const now = useAnswer(async (worker) => (original ? await worker.tryRule(original) : null), original)
  const isStale = answer?.key !== key
  return (
    <section aria-label={t('rule.trial.title')} className={classes.trial} aria-busy={isStale}>
      <h3>{t('rule.trial.title')}</h3>
      {answer === null ? (
        <Skeleton lines={3} />
      ) : (
        <>
          <p className={classes.about} role="status">
            {isStale
              ? t('rule.trial.waiting')
              : t('rule.trial.about', { about: answer.trial.about, rows: answer.trial.rows })}
          </p>
          {manner && (
            <p>
              {manner === 'from'
                ? t('rule.manner.saysFrom', { day: rule.from })
                : t('rule.manner.saysCorrection', { day: rule.from })}
            </p>
          )}
          <dl className={classes.tally}>
            {WORST_FIRST.map((name) => (
              <div key={name} data-status={name} data-none={answer.trial.tally[name] === 0 || undefined}>
                <dt>{t(`status.${name}`)}</dt>
                <dd>
                  <b>{answer.trial.tally[name].toLocaleString('en')}</b>
                  {now && now.tally[name] !== answer.trial.tally[name] && (
                    <small>{t('rule.trial.now', { count: now.tally[name].toLocaleString('en') })}</small>
                  )}
                </dd>
              </div>
            ))}
          </dl>
          {!isStale && <Late ofLate={answer.trial.ofLate} isFollower={manner === 'from'} />}
          <Doubts doubts={answer.trial.doubts} kind={rule.kind} />
          <p className="quiet">{t('rule.trial.hint', { day: dayName(t, evaluation.asOf) })}</p>
          <Worst sources={answer.trial.worst} all={answer.trial.about - answer.trial.tally.fine} />
        </>
      )}
    </section>
  )
}

/** What happens to sources that are overdue now, if some would no longer be, or if a new requirement begins. */
function Late({ ofLate, isFollower }: Pick<RuleTrial, 'ofLate'> & { readonly isFollower: boolean }) {
  const { t } = useTranslation()
  if (ofLate === null) return null
  const { tally, left } = ofLate
  const count = left + tallyTotal(tally)
  if (tally.overdue === count) return isFollower ? <p>{t('rule.trial.ofLateStays', { count })}</p> : null
  const said = [
    ...WORST_FIRST.filter((name) => tally[name] > 0).map(
      (name) => `${t(`status.${name}`)} ${tally[name].toLocaleString('en')}`,
    ),
    ...(left > 0 ? [t('rule.trial.ofLateLeft', { count: left })] : []),
  ]
  const parts = said.join(t('ui.comma'))
  const ends = isFollower && tally.due + tally.unknown + tally.toVerify + tally.failing > 0
  return <p>{t('rule.trial.ofLate', { count, parts: ends ? t('rule.trial.ofLateEnds', { parts }) : parts })}</p>
}

function Doubts({ doubts, kind }: { readonly doubts: readonly RuleDoubt[]; readonly kind: string }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const { column } = useKindTexts()
  if (doubts.length === 0) return null
  function what(doubt: RuleDoubt): string {
    if ('field' in doubt) return column(doubt.field, kind)
    if ('name' in doubt) return doubt.name
    const rule = 'rule' in doubt ? dataset.rules.find(({ id }) => id === doubt.rule) : undefined
    return rule ? inLanguage(rule.title, i18n.language) : ''
  }
  return (
    <ul className={classes.doubts}>
      {doubts.map((doubt) => (
        <li key={JSON.stringify(doubt)}>
          {t(`rule.doubt.${doubt.code}`, { what: what(doubt), count: 'count' in doubt ? doubt.count : 0 })}
        </li>
      ))}
    </ul>
  )
}

/** The worst sources; a press shows one on the map. */
function Worst({ sources, all }: { readonly sources: readonly AffectedSource[]; readonly all: number }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  if (sources.length === 0) return <p className="quiet">{t('rule.trial.noWorst')}</p>
  return (
    <details>
      <summary>{t('rule.trial.worst', { count: sources.length, all: all.toLocaleString('en') })}</summary>
      <ul className={classes.worst}>
        {sources.map(({ kind, code, nth, name, county, status, days }) => (
          <li key={`${code} ${nth}`}>
            <Button
              weight="quiet"
              aria-label={t('rule.trial.press', { name: name || code })}
              onClick={() => selectOnMap({ kind, code, ...(nth === null ? {} : { nth }) })}
            >
              {name || code}
            </Button>
            <small data-status={status}>
              {[
                county && countyName(dataset, county, i18n.language),
                t(`status.${status}`),
                (status === 'overdue' || status === 'due') && days > 0
                  ? t(status === 'overdue' ? 'findings.overdueDays' : 'findings.dueDays', { days })
                  : '',
              ]
                .filter(Boolean)
                .join(DOT)}
            </small>
          </li>
        ))}
      </ul>
    </details>
  )
}
