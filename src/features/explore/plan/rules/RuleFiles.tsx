import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { Problem } from '@/domain/problem'
import type { EndedRule } from '@/domain/rules/rule'
import type { RuleDifferences } from '@/domain/rules/rule-difference'
import { useOpened } from '@/store/chentu'
import { useAttempt } from '@/store/page/use-attempt'
import { useRuleDesk } from '@/store/rules'
import { Button } from '@/ui/controls/Button'
import { FileButton } from '@/ui/controls/FileButton'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { datasetWorker } from '@/workers/client'
import { RuleChanges, useRuleLine } from './RuleChanges'
import classes from './Rules.module.css'
import { SignedRule } from './SignedRule'

/** What may be done with all requirements at once: to a file, from a file, against the version before; and those that were ended. */
export default function RuleFiles() {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const bring = useRuleDesk((state) => state.bring)
  const { running, problems, attempt } = useAttempt()
  /** Of which rules the difference is; undefined before anybody asked. */
  const [compared, setCompared] = useState<{ of: unknown; differences: RuleDifferences | null }>()
  const { year } = dataset.settings

  async function save(): Promise<readonly Problem[]> {
    const { value, problems } = await datasetWorker().rulesFile()
    if (value) saveFile(value, `${dataset.settings.city.zh}${year}${t('rule.fileName')}.json`)
    return problems
  }
  async function read(file: File): Promise<readonly Problem[]> {
    const { value, problems } = await datasetWorker().readRules(file)
    if (value === null) return problems
    bring(value)
    return []
  }
  async function compare(): Promise<void> {
    setCompared({ of: dataset.rules, differences: await datasetWorker().rulesSinceBefore() })
  }
  return (
    <details className={classes.files}>
      <summary>{t('rule.files')}</summary>
      <div className={classes.buttons}>
        <Button disabled={running} onClick={() => void attempt(save)}>
          {t('rule.export')}
        </Button>
        <FileButton
          label={t('rule.import')}
          accept=".json"
          disabled={running}
          onChoose={(file) => void attempt(() => read(file))}
        />
        <Button disabled={running} onClick={() => void attempt(compare)}>
          {t('rule.compare')}
        </Button>
      </div>
      <Refused problems={problems} />
      {compared && compared.of === dataset.rules && <RuleChanges differences={compared.differences} />}
      <Ended rules={dataset.endedRules} />
    </details>
  )
}

/** Requirements that were ended; each may be taken up again. */
function Ended({ rules }: { readonly rules: readonly EndedRule[] }) {
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
                    void save([{ what: 'resume', id: rule.id }], said, t('rule.labelResume', { title, ...said }))
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
