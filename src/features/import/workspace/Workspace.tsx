import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import { useImports } from '@/store/imports'
import { useAttempt } from '@/store/page/use-attempt'
import { bytesText } from '@/ui/bytes'
import { Button } from '@/ui/controls/Button'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { WithHelp } from '@/ui/WithHelp'
import { datasetWorker } from '@/workers/client'
import { Templates } from './Templates'
import { Versions } from './Versions'
import classes from './Workspace.module.css'

/** What this browser keeps: the whole workspace as one file, every version with its size, and empty templates. */
export function Workspace() {
  const { t } = useTranslation()
  const { room, addFiles } = useImports()
  const name = useChentu((state) => state.opened?.dataset.name ?? 'chentu')
  const input = useRef<HTMLInputElement>(null)
  const { running, problems, attempt } = useAttempt()

  async function save() {
    const { value, problems } = await datasetWorker().pack()
    if (value) saveFile(value, `${name}.zip`)
    return value ? [] : problems
  }

  return (
    <>
      <Templates />
      <section aria-label={t('data.workspace')} className={classes.section}>
        <WithHelp page="publish">
          <h3>{t('data.workspace')}</h3>
        </WithHelp>
        <p className="quiet">{t('data.workspaceHelp')}</p>
        <div className={classes.line}>
          <Button disabled={running} onClick={() => void attempt(save)}>
            {t('data.saveWorkspace')}
          </Button>
          <Button onClick={() => input.current?.click()}>{t('data.openWorkspace')}</Button>
        </div>
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
