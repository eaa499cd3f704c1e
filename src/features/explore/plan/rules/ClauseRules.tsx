import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { Clause } from '@/domain/rules/clause'
import { originOf, type Rule } from '@/domain/rules/rule'
import { rulesNotOver } from '@/domain/rules/rule-change'
import { draftOfRule, newRule } from '@/domain/rules/rule-draft'
import { isUnchecked } from '@/domain/rules/unchecked'
import { useChentu, useOpened } from '@/store/chentu'
import { useRuleDesk } from '@/store/rules'
import { useRuleTexts } from '@/store/words/rules'
import { Button } from '@/ui/controls/Button'
import { EndedRules } from './EndedRules'
import classes from './Rules.module.css'

/** The requirements of a clause as editable sentences, and a button to add one. */
export function ClauseRules({ clause }: { readonly clause: Clause }) {
  const { number, lead } = clause
  const { t, i18n } = useTranslation()
  const { dataset, evaluation } = useOpened()
  const setView = useChentu((state) => state.setView)
  const open = useRuleDesk((state) => state.open)
  const { sentence } = useRuleTexts()
  const rules = dataset.rules.filter((rule) => rule.clause === number)
  const kind = rules[0]?.kind ?? dataset.kinds[0]?.id
  const ended = dataset.endedRules.filter((rule) => rule.clause === number)
  const { plan } = dataset.settings
  const isOver = ({ until }: Rule) => until !== undefined && evaluation.asOf > until
  const add = (label: string) =>
    kind !== undefined && (
      <Button
        onClick={() => {
          setView({ clause: number })
          open(newRule(number, kind, plan?.day ?? evaluation.asOf, lead))
        }}
      >
        {label}
      </Button>
    )
  if (isUnchecked(clause, dataset.rules, evaluation.asOf) && rules.length === 0)
    return (
      <>
        <p className={classes.buttons}>
          {t('rule.unchecked')} {add(t('rule.addFirst'))}
        </p>
        <EndedRules rules={ended} />
      </>
    )
  return (
    <details className={classes.rules}>
      <summary>
        {t('rule.list')} {rulesNotOver(rules, evaluation.asOf).length}
      </summary>
      <ul className={classes.changes}>
        {rules.map((rule) => {
          const title = inLanguage(rule.title, i18n.language)
          return (
            <li key={rule.id} data-rule={rule.id}>
              <b>{title}</b> {isOver(rule) && <span className="quiet">{t('rule.over')}</span>}{' '}
              {rule.changed && <span className="quiet">{t(`rule.origin.${originOf(rule) ?? 'changed'}`)}</span>}{' '}
              {rule.advisory && <span className="quiet">{t('rule.isHint')}</span>}
              <br />
              <span className="quiet">{sentence(rule)}</span>
              {rule.basis && (
                <>
                  <br />
                  <span className="quiet">
                    {t('rule.part.basis')} {rule.basis}
                  </span>
                </>
              )}
              <br />
              <Button
                aria-label={t('rule.editOf', { title })}
                onClick={() => {
                  setView({ clause: number })
                  open(draftOfRule(rule))
                }}
              >
                {t('rule.edit')}
              </Button>
            </li>
          )
        })}
      </ul>
      <EndedRules rules={ended} />
      {add(t('rule.add'))}
    </details>
  )
}
