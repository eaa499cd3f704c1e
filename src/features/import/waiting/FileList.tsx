import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useRoleLabel } from '@/features/import/role-label'
import { earlierOfName, useImports } from '@/store/imports'
import { bytesText } from '@/ui/bytes'
import { Button } from '@/ui/controls/Button'
import { IconButton } from '@/ui/controls/IconButton'
import type { ItemView } from '@/workspace/import/item-view'
import classes from './FileList.module.css'

type State = 'ready' | 'waits' | 'unreadable' | 'package' | 'plan'

function stateOf({ problem, table }: ItemView): State {
  if (problem) return problem.code === 'file-is-plan' ? 'plan' : 'unreadable'
  if (!table) return 'package'
  return table.blockers.length > 0 ? 'waits' : 'ready'
}

/** Number of points without a county. The file can be imported, but their rows stay out until the user chooses. */
const openQuestions = ({ table }: ItemView) => table?.brings?.lost.filter(({ chosen }) => chosen === '').length ?? 0

/** The added files and what prevents importing each; progress of the file being read, and its cancel button. */
export function FileList() {
  const { t } = useTranslation()
  const roleLabel = useRoleLabel()
  const { items, sources, current, reading, waiting, choose, remove, cancel } = useImports()
  if (items.length === 0 && !reading) return null
  const percent = reading?.progress
    ? Math.min(99, Math.floor((reading.progress.consumed / reading.progress.bytes) * 100))
    : 0
  return (
    <section aria-label={t('data.files')}>
      <h3>{t('data.files')}</h3>
      {reading && (
        <div className={classes.reading} role="status">
          <p>{t('data.reading', { file: reading.file })}</p>
          <progress max={100} value={percent} aria-label={reading.file} />
          <p className="quiet">
            {t('data.progress', { rows: (reading.progress?.rows ?? 0).toLocaleString('en'), percent })}
            {waiting > 0 && ` · ${t('data.waiting', { count: waiting })}`}
          </p>
          <Button onClick={cancel}>{t('data.cancel')}</Button>
        </div>
      )}
      <ul>
        {items.map((item) => {
          const state = stateOf(item)
          const earlier = earlierOfName({ items, sources }, item)
          const same = item.table?.sameContent
          const isTwice = earlier.some(({ bytes }) => bytes === item.bytes)
          const open = state === 'ready' ? openQuestions(item) : 0
          return (
            <li key={item.id} className={classes.item}>
              <button type="button" aria-current={item.id === current} onClick={() => choose(item.id)}>
                <b>{item.file}</b>
                <small>
                  {item.table &&
                    `${item.table.blockers.includes('unknown') ? t('data.whatUnknown') : roleLabel(item.table.role)} · `}
                  {item.table && item.table.sheets.length > 1 && `${item.table.sheets[item.table.sheet]?.name} · `}
                  {bytesText(item.bytes)}
                </small>
                <span className={classes.state} data-state={open > 0 ? 'waits' : state}>
                  {open > 0 ? t('data.toSettle', { count: open }) : t(`data.${state}`)}
                </span>
              </button>
              <IconButton label={t('data.remove', { file: item.file })} onClick={() => remove(item.id)}>
                <IconX size={18} aria-hidden="true" />
              </IconButton>
              {(same || earlier.length > 0) && (
                <div className={classes.again}>
                  <small>
                    {same
                      ? t('data.sameContent.file', { file: same.file })
                      : t(isTwice ? 'data.twice' : 'data.sameName')}
                  </small>
                  {earlier.length > 0 && (
                    <Button
                      onClick={() => {
                        for (const { id } of earlier) remove(id)
                      }}
                    >
                      {t('data.removeEarlier', {
                        // Several sheets are of one file.
                        count: new Set(earlier.map(({ id }) => sources.get(id))).size,
                        file: item.file,
                      })}
                    </Button>
                  )}
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
