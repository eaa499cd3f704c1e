import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { Clause } from '@/domain/rules/clause'
import type { EarlierPlan } from '@/io/package/plan'
import { useDataWords } from '@/store/words/data-words'
import { ClauseFacts } from './ClauseFacts'
import classes from './PlanPanel.module.css'

interface Props {
  readonly clause: Clause
  readonly plan: EarlierPlan
}

/** A clause of a plan that is no longer in force, with the requirements that it had: to be read, and held against nothing. */
export function EarlierClause({ clause, plan }: Props) {
  const { t, i18n } = useTranslation()
  const { word } = useDataWords()
  const say = (text: { zh: string; en: string }) => inLanguage(text, i18n.language)
  const rules = plan.rules.filter((rule) => rule.clause === clause.number)
  return (
    <details className={classes.clause}>
      <summary>
        {t('plan.clause', { number: clause.number })} {say(clause.title)}
      </summary>
      <p>{say(clause.gist)}</p>
      <dl>
        <ClauseFacts clause={clause} />
        {clause.targets.length > 0 && <dt>{t('plan.targets')}</dt>}
        {clause.targets.map(({ what, comparison, value, unit }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they keep their places, and two may be worded alike
          <dd key={`${i} ${what.zh}`}>
            {say(what)} {comparison} {value} {word(unit)}
          </dd>
        ))}
        {rules.length > 0 && <dt>{t('plan.required')}</dt>}
        {rules.map(({ id, title }) => (
          <dd key={id}>{say(title)}</dd>
        ))}
      </dl>
    </details>
  )
}
