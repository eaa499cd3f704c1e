import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoleLabel, useTargets } from '@/features/import/role-label'
import { useAttempt } from '@/store/page/use-attempt'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { datasetWorker } from '@/workers/client'
import classes from './Workspace.module.css'

/** Empty workbooks to fill in, one for each table that can be imported. */
export function Templates() {
  const { t } = useTranslation()
  const targets = useTargets()
  const roleLabel = useRoleLabel()
  const [chosen, setChosen] = useState('')
  const role = chosen || (targets[0]?.role ?? '')
  const { running, problems, attempt } = useAttempt()

  async function save() {
    const { types, ...words } = {
      ...t('data.template', { returnObjects: true }),
      types: t('data.template', { returnObjects: true }),
    }
    const blob = await datasetWorker().writeTemplate(role, { ...words, title: roleLabel(role), types })
    saveFile(blob, `${roleLabel(role)}.xlsx`)
  }

  return (
    <section aria-label={t('data.templates')} className={classes.section}>
      <h3>{t('data.templates')}</h3>
      <div className={classes.line}>
        <Select
          label={t('data.templates')}
          labelled="hidden"
          value={role}
          options={targets.map((target) => ({ value: target.role, label: roleLabel(target.role) }))}
          onChange={setChosen}
        />
        <Button disabled={running} onClick={() => void attempt(save)}>
          {t('data.export.save')}
        </Button>
      </div>
      <Refused problems={problems} />
    </section>
  )
}
