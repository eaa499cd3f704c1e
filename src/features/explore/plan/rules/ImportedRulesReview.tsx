import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plannedChange } from '@/domain/rules/rule-change'
import { useOpened } from '@/store/chentu'
import { useToday } from '@/store/device/today'
import { useRuleDesk } from '@/store/rules'
import { useRuleTexts } from '@/store/words/rules'
import { Button } from '@/ui/controls/Button'
import panel from '@/ui/panel.module.css'
import { Refused } from '@/ui/Refused'
import type { ImportedRule, ImportedRules } from '@/workspace/plan/rules-file'
import type { RuleChange } from '@/workspace/plan/write-rules'
import { ChangedParts, useRuleLine } from './RuleChanges'
import classes from './Rules.module.css'
import { SignedRule } from './SignedRule'
import { TrialFacts } from './TrialFacts'

const mannerOf = ({ now, rule }: ImportedRule) => (now && rule.from > now.from ? 'from' : 'correction')

/** Review of a requirements file before import: which are new, which differ and how; each can be left out. */
export default function ImportedRulesReview({ brought }: { readonly brought: ImportedRules }) {
  const { t } = useTranslation()
  const { close, save, saving, problems } = useRuleDesk()
  const { sentence, said } = useRuleTexts()
  const line = useRuleLine()
  const { year } = useOpened().dataset.settings
  // Clause numbers mean other clauses in another year's plan, so nothing of such a file is preselected.
  const isOfOther = brought.year !== null && brought.year !== year
  const [left, setLeft] = useState<ReadonlySet<string>>(
    () => new Set(isOfOther ? brought.rules.map(({ rule }) => rule.id) : []),
  )
  const putOn = useToday()
  // The file gives the first day of each requirement; if it is later than that of the rule in force, the time before is
  // unchanged.
  const others = brought.rules
    .filter(({ now, parts }) => now === null || parts.length > 0)
    .map((each) => ({ ...each, planned: plannedChange(each.now, each.rule, mannerOf(each), each.rule.from, putOn) }))
  const chosen = others.filter(({ rule }) => !left.has(rule.id))
  const count = chosen.length
  const turn = (id: string) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  return (
    <>
      <h2 className={panel.title}>{t('rule.brought', { file: brought.file })}</h2>
      {brought.plan !== '' && <p>{t('rule.broughtOf', { plan: brought.plan, year: String(brought.year ?? '—') })}</p>}
      {isOfOther && <p role="alert">{t('rule.broughtOther', { year: String(year) })}</p>}
      <Refused problems={brought.problems.map(said)} />
      {others.length === 0 && <p>{t('rule.broughtNothing')}</p>}
      <ul className={classes.changes}>
        {others.map(({ rule, now, parts, planned }) => (
          <li key={rule.id}>
            <label className={classes.tick}>
              <input type="checkbox" checked={!left.has(rule.id)} onChange={() => turn(rule.id)} />
              <span>
                {t(now ? 'rule.changed' : 'rule.added')} {line(rule)}
              </span>
            </label>
            {now ? (
              <ChangedParts changed={{ before: now, now: rule, parts }} />
            ) : (
              <p className="quiet">{sentence(rule)}</p>
            )}
            <TrialFacts original={now} planned={planned} />
          </li>
        ))}
      </ul>
      {brought.rules.length > others.length && (
        <p className="quiet">{t('rule.same', { count: brought.rules.length - others.length })}</p>
      )}
      <SignedRule
        label={t('rule.takeBrought', { count })}
        missing={count === 0 ? [t('rule.list')] : []}
        onSave={(said) =>
          save(
            chosen.flatMap(({ written, planned: { ended, rule } }): RuleChange[] => [
              ...(ended ? [{ what: 'put', rule: ended } as const] : []),
              {
                what: 'bring',
                rule: {
                  ...written,
                  // The date from which teams elsewhere were asked does not apply here.
                  ...(ended ? { id: rule.id, follows: ended.id, askedFrom: rule.askedFrom } : {}),
                },
              },
            ]),
            said,
            t('rule.labelBring', { count, ...said }),
          )
        }
      >
        <Button disabled={saving} onClick={close}>
          {t('rule.cancel')}
        </Button>
      </SignedRule>
      <Refused problems={problems} />
    </>
  )
}
