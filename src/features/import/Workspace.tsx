import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import { useImports } from '@/store/imports'
import { bytesText } from '@/ui/bytes'
import { saveFile } from '@/ui/save-file'
import { datasetWorker } from '@/workers/client'
import { useRoleLabel, useTargets } from './role-label'
import classes from './Workspace.module.css'

/** The list of versions, for what sends somebody there. */
export const VERSIONS_ID = 'versions'

/** What this browser keeps: the whole workspace as one file, every version with its size, and empty templates. */
export function Workspace() {
  const { t, i18n } = useTranslation()
  const { versions, room, restore, addFiles, working } = useImports()
  const name = useChentu((state) => state.opened?.dataset.name ?? 'chentu')
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setRole] = useState('')
  const targets = useTargets()
  const roleLabel = useRoleLabel()
  const role = chosen || (targets[0]?.role ?? '')
  const when = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  })

  const named = (month: string) => t('months.month', { year: month.slice(0, 4), month: Number(month.slice(5)) })

  async function save() {
    const { value, problems } = await datasetWorker().pack()
    if (value) saveFile(value, `${name}.zip`)
    else useImports.getState().refuse(problems)
  }

  async function template() {
    const { types, ...words } = {
      ...t('data.template', { returnObjects: true }),
      types: t('data.template', { returnObjects: true }),
    }
    const blob = await datasetWorker().template(role, { ...words, title: roleLabel(role), types })
    saveFile(blob, `${roleLabel(role)}.xlsx`)
  }

  return (
    <>
      <section aria-label={t('data.templates')} className={classes.section}>
        <h3>{t('data.templates')}</h3>
        <div className={classes.line}>
          <select aria-label={t('data.templates')} value={role} onChange={(event) => setRole(event.target.value)}>
            {targets.map((target) => (
              <option key={target.role} value={target.role}>
                {roleLabel(target.role)}
              </option>
            ))}
          </select>
          <button type="button" className="action" onClick={() => void template()}>
            {t('data.export.save')}
          </button>
        </div>
      </section>
      <section aria-label={t('data.workspace')} className={classes.section}>
        <h3>{t('data.workspace')}</h3>
        <p className="quiet">{t('data.workspaceHelp')}</p>
        <div className={classes.line}>
          <button type="button" className="action" onClick={() => void save()}>
            {t('data.saveWorkspace')}
          </button>
          <button type="button" className="action" onClick={() => input.current?.click()}>
            {t('data.openWorkspace')}
          </button>
        </div>
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
      <section id={VERSIONS_ID} tabIndex={-1} aria-label={t('data.versions')} className={classes.section}>
        <h3>{t('data.versions')}</h3>
        <ul>
          {versions?.versions.map(({ id, at, month, label, bytes }) => (
            <li key={id} className={classes.version} aria-current={versions.head === id}>
              <span>
                <b>{label}</b>
                <small>
                  {when.format(at)} · {bytesText(bytes)}
                  {month && ` · ${t('data.versionMonth', { month: named(month) })}`}
                </small>
              </span>
              {versions.head === id ? (
                <span className="badge" data-class="real">
                  {t('data.inForce')}
                </span>
              ) : (
                <button type="button" className="link" disabled={working} onClick={() => void restore(id)}>
                  {t('data.restore')}
                </button>
              )}
            </li>
          ))}
          <li className={classes.version} aria-current={versions?.head === null}>
            <b>{t('data.delivered')}</b>
            {versions?.head === null ? (
              <span className="badge" data-class="real">
                {t('data.inForce')}
              </span>
            ) : (
              <button type="button" className="link" disabled={working} onClick={() => void restore(null)}>
                {t('data.restore')}
              </button>
            )}
          </li>
        </ul>
      </section>
    </>
  )
}
