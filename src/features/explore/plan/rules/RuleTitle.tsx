import { useTranslation } from 'react-i18next'
import type { Rule } from '@/domain/rules/rule'
import type { RuleDraft } from '@/domain/rules/rule-draft'
import { titleAfterChange } from '@/domain/rules/rule-title'
import { useRuleTexts } from '@/store/words/rules'
import { Button } from '@/ui/controls/Button'
import classes from './Rules.module.css'

interface Props {
  readonly draft: RuleDraft
  /** The rule that the draft makes; null while it is incomplete. */
  readonly rule: Rule | null
  onChange(title: Pick<RuleDraft, 'zh'> & Partial<Pick<RuleDraft, 'en'>>): void
}

/**
 * The name of a requirement: proposed from its contents, with a warning if it still describes the previous contents.
 */
export function RuleTitle({ draft, rule, onChange }: Props) {
  const { t } = useTranslation()
  const { asked } = useRuleTexts()
  const { zh, en, original } = draft
  const next = original && rule ? titleAfterChange({ zh, en }, original.check, rule.check) : null
  const proposed = rule && zh.trim() === '' ? asked(rule) : null
  return (
    <>
      <label className={classes.field}>
        <span>{t('rule.part.title')}</span>
        <input value={zh} aria-required onChange={({ target }) => onChange({ zh: target.value })} />
      </label>
      {next && (
        <div className={classes.doubts}>
          <p>{t('rule.titleStale', { title: zh })}</p>
          <Button onClick={() => onChange(next)}>{t('rule.titleTake', { title: next.zh })}</Button>
        </div>
      )}
      {proposed && (
        <Button onClick={() => onChange({ zh: proposed })}>{t('rule.titleTake', { title: proposed })}</Button>
      )}
      <label className={classes.field}>
        <span>{t('rule.titleEn')}</span>
        <input value={en} onChange={({ target }) => onChange({ zh, en: target.value })} />
      </label>
    </>
  )
}
