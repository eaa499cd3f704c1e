import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { useChentu } from '@/store/chentu'
import { useImports } from '@/store/imports'
import { useLedger } from '@/store/ledger'
import { useAttempt } from '@/store/page/use-attempt'
import { heldText } from '@/store/words/counted'
import { bytesText } from '@/ui/bytes'
import { Button } from '@/ui/controls/Button'
import { HeadingWithHelp } from '@/ui/HeadingWithHelp'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { datasetWorker } from '@/workers/client'
import { backupName } from './backup-name'
import { Templates } from './Templates'
import { Versions } from './Versions'
import classes from './Workspace.module.css'

/** What this browser stores: the whole workspace as one file, all versions with their sizes, and empty templates. */
export function Workspace() {
  const { t, i18n } = useTranslation()
  const { room, addFiles } = useImports()
  const city = useChentu((state) => state.opened?.dataset.settings.city)
  const device = useLedger((state) => state.device)
  const [saved, setSaved] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const { running, problems, attempt } = useAttempt()

  async function save() {
    setSaved(null)
    const { value, problems, holds } = await datasetWorker().packWorkspace()
    if (value) {
      const place = city ? inLanguage(city, i18n.language) : ''
      const name = backupName(t('data.backupFile'), place, new Date().toISOString(), device)
      saveFile(value, name)
      setSaved(t('data.backedUp', { name, size: bytesText(value.size), ...holds, counted: heldText(t, holds) }))
    }
    return value ? [] : problems
  }

  return (
    <>
      <Templates />
      <section aria-label={t('data.workspace')} className={classes.section}>
        <HeadingWithHelp page="publish">
          <h3>{t('data.workspace')}</h3>
        </HeadingWithHelp>
        <p className="quiet">{t('data.workspaceHelp')}</p>
        <p className="quiet">{t('data.workspaceLacks')}</p>
        <div className={classes.line}>
          <Button disabled={running} onClick={() => void attempt(save)}>
            {t('data.saveWorkspace')}
          </Button>
          <Button onClick={() => input.current?.click()}>{t('data.openWorkspace')}</Button>
        </div>
        {saved && <p role="status">{saved}</p>}
        <Refused problems={problems} />
        <input
          ref={input}
          type="file"
          accept=".zip"
          hidden
          data-testid="workspace"
          onChange={(event) => void addFiles([...(event.target.files ?? [])])}
        />
        {room && (
          <p className="quiet">
            {t('data.room', { used: bytesText(room.used), free: bytesText(room.quota - room.used) })}
          </p>
        )}
      </section>
      <Versions />
    </>
  )
}
