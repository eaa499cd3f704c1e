import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '@/domain/problem'
import type { RuleDifferences } from '@/domain/rules/rule-difference'
import { useOpened } from '@/store/chentu'
import { useAttempt } from '@/store/page/use-attempt'
import { useRuleDesk } from '@/store/rules'
import { useRuleTexts } from '@/store/words/rules'
import { useFileName } from '@/store/words/use-file-name'
import { Button } from '@/ui/controls/Button'
import { FileButton } from '@/ui/controls/FileButton'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { datasetWorker } from '@/workers/client'
import { EndedRules } from './EndedRules'
import { RuleChanges } from './RuleChanges'
import classes from './Rules.module.css'

/**
 * Actions on all requirements: save as a file, import from a file, compare with the previous version; and the list of
 * ended ones.
 */
export default function RuleFiles() {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const { said } = useRuleTexts()
  const bring = useRuleDesk((state) => state.bring)
  const { running, problems, attempt } = useAttempt()
  /** The rules that were compared, and the result; undefined before a comparison. */
  const [compared, setCompared] = useState<{ of: unknown; differences: RuleDifferences | null }>()
  const { year } = dataset.settings
  const fileNameOf = useFileName()

  async function save(): Promise<readonly Problem[]> {
    const { value, problems } = await datasetWorker().rulesFile()
    if (value) saveFile(value, fileNameOf(`${year}${t('rule.fileName')}`, 'json'))
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
      <Refused problems={problems.map(said)} />
      {compared && compared.of === dataset.rules && <RuleChanges differences={compared.differences} />}
      <EndedRules rules={dataset.endedRules} />
    </details>
  )
}
