import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { Clause } from '@/domain/rules/clause'
import type { EarlierPlan } from '@/io/package/plan'
import { useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { Button } from '@/ui/controls/Button'
import { ClauseFacts } from './ClauseFacts'
import { ClauseWording, type PlanPlace } from './ClauseWording'
import classes from './PlanPanel.module.css'

interface Props {
  readonly clause: Clause
  readonly plan: EarlierPlan
  readonly place: PlanPlace
  /** Year of the following plan. */
  readonly nextYear: number
  /** Shows a clause of the following plan; undefined unless that plan is in force. */
  onNext?: ((clause: number) => void) | undefined
}

/** A clause of an earlier plan with its requirements, to read only; nothing is evaluated against it. */
export function EarlierClause({ clause, plan, place, nextYear, onNext }: Props) {
  const { t, i18n } = useTranslation()
  const { word } = useDataWords()
  const say = (text: { zh: string; en: string }) => inLanguage(text, i18n.language)
  const { dataset } = useOpened()
  const rules = plan.rules.filter((rule) => rule.clause === clause.number)
  const next = plan.goesOn?.find(([earlier]) => earlier === clause.number)?.[1]
  const goesOn = { year: String(nextYear), number: next ?? 0 }
  const stillAsked = (id: string) => dataset.rules.find((rule) => rule.id === id)
  return (
    <details className={classes.clause}>
      <summary>
        {t('plan.clause', { number: clause.number })} {say(clause.title)}
        {plan.goesOn && next === undefined && <small className="quiet"> {t('plan.ended')}</small>}
      </summary>
      <p>{say(clause.gist)}</p>
      <ClauseWording clause={clause.number} of={place} />
      {next !== undefined &&
        (onNext ? (
          <Button weight="quiet" onClick={() => onNext(next)}>
            {t('plan.goesOn', goesOn)}
          </Button>
        ) : (
          <p className="quiet">{t('plan.goesOn', goesOn)}</p>
        ))}
      <dl>
        <ClauseFacts clause={clause} />
        {clause.targets.length > 0 && <dt>{t('plan.targets')}</dt>}
        {clause.targets.map(({ what, comparison, value, unit }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order is fixed, and two may have the same text
          <dd key={`${i} ${what.zh}`}>
            {say(what)} {comparison} {value} {word(unit)}
          </dd>
        ))}
        {rules.length > 0 && <dt>{t('plan.required')}</dt>}
        {rules.map(({ id, title }) => (
          <dd key={id}>
            {say(title)} <small className="quiet">{t(stillAsked(id) ? 'plan.ruleGoesOn' : 'plan.ruleEnded')}</small>
          </dd>
        ))}
      </dl>
    </details>
  )
}
