import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { Rule } from '@/domain/rules/rule'
import type { ChangedRule, RuleDifferences } from '@/domain/rules/rule-difference'
import { useRuleTexts } from '@/store/words/rules'
import panel from '@/ui/panel.module.css'
import classes from './Rules.module.css'

/** The parts of a rule that changed, before and after. */
export function ChangedParts({ changed: { before, now, parts } }: { readonly changed: ChangedRule }) {
  const { t } = useTranslation()
  const { part: text } = useRuleTexts()
  return (
    <ul className={classes.changes}>
      {parts.map((part) => (
        <li key={part}>
          {t('rule.turned', { part: t(`rule.part.${part}`), before: text(before, part), now: text(now, part) })}
        </li>
      ))}
    </ul>
  )
}

/** Who last changed a rule, why and when; nothing for a rule as delivered. */
export function ChangedBy({ rule: { changed } }: { readonly rule: Pick<Rule, 'changed'> }) {
  const { t, i18n } = useTranslation()
  if (!changed) return null
  const at = new Date(changed.at).toLocaleDateString(i18n.language, { timeZone: 'Asia/Shanghai' })
  return <p className="quiet">{t('rule.changedBy', { ...changed, at })}</p>
}

/** Formats a rule as clause and name. */
export function useRuleLine() {
  const { t, i18n } = useTranslation()
  return ({ clause, title }: Pick<Rule, 'clause' | 'title'>) =>
    t('rule.line', { clause, title: inLanguage(title, i18n.language) })
}

/** Changes of the requirements since the previous version. */
export function RuleChanges({ differences }: { readonly differences: RuleDifferences | null }) {
  const { t } = useTranslation()
  const { sentence } = useRuleTexts()
  const line = useRuleLine()
  if (differences === null) return <p>{t('rule.compareNone')}</p>
  const { added, removed, changed } = differences
  if (added.length + removed.length + changed.length === 0) return <p>{t('rule.compareSame')}</p>
  const listed = (label: string, rules: readonly Rule[]) =>
    rules.length > 0 && (
      <>
        <p className={panel.heading}>{label}</p>
        <ul className={classes.changes}>
          {rules.map((rule) => (
            <li key={rule.id}>
              {line(rule)}
              <br />
              <span className="quiet">{sentence(rule)}</span>
              <ChangedBy rule={rule} />
            </li>
          ))}
        </ul>
      </>
    )
  return (
    <>
      {listed(t('rule.added'), added)}
      {listed(t('rule.removed'), removed)}
      {changed.length > 0 && <p className={panel.heading}>{t('rule.changed')}</p>}
      {changed.map((each) => (
        <div key={each.now.id}>
          <p>{line(each.now)}</p>
          <ChangedParts changed={each} />
          <ChangedBy rule={each.now} />
        </div>
      ))}
    </>
  )
}
