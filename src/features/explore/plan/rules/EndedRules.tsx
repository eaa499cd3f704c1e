import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { EndedRule } from '@/domain/rules/rule'
import { useRuleDesk } from '@/store/rules'
import { Button } from '@/ui/controls/Button'
import { useRuleLine } from './RuleChanges'
import classes from './Rules.module.css'
import { SignedRule } from './SignedRule'

/** Ended requirements, each with a button to put it in force again. */
export function EndedRules({ rules }: { readonly rules: readonly EndedRule[] }) {
  const { t, i18n } = useTranslation()
  const save = useRuleDesk((state) => state.save)
  const line = useRuleLine()
  const [resumed, setResumed] = useState('')
  if (rules.length === 0) return null
  return (
    <>
      <p>{t('rule.ended')}</p>
      <ul className={classes.changes}>
        {rules.map((rule) => {
          const title = inLanguage(rule.title, i18n.language)
          const at = new Date(rule.ended.at).toLocaleDateString(i18n.language, { timeZone: 'Asia/Shanghai' })
          return (
            <li key={rule.id}>
              {line(rule)}
              <br />
              <span className="quiet">{t('rule.endedBy', { ...rule.ended, at })}</span>
              {resumed === rule.id ? (
                <SignedRule
                  label={t('rule.resume', { title })}
                  missing={[]}
                  onSave={(said) =>
                    save([{ what: 'resume', id: rule.id }], said, t('rule.labelResume', { title, ...said }))
                  }
                />
              ) : (
                <Button weight="quiet" onClick={() => setResumed(rule.id)}>
                  {t('rule.resume', { title })}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
