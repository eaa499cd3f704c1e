import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import { useImports } from '@/store/imports'
import { useNotices } from '@/store/page/notices'
import { useWindows } from '@/store/steps/windows'
import { Button } from '@/ui/controls/Button'
import { useFocusKept } from '@/ui/use-focus-kept'
import { Notice } from './Notice'

/** Shown on the map after an import: offers to undo it while no later change has followed. */
export function TakenNotice() {
  const { t } = useTranslation()
  const mode = useChentu((state) => state.view.mode)
  const { outcome, versions, undo, undoing } = useImports()
  const asOf = useChentu((state) => state.opened?.evaluation.asOf)
  const elsewhere = useWindows((state) => state.elsewhere)
  const close = useNotices((state) => state.close)
  const line = useFocusKept<HTMLDivElement>(outcome)
  // The data screen has its own line for this.
  const holds = mode === 'explore' && (outcome?.kind === 'taken' || outcome?.kind === 'undone')
  useEffect(() => {
    if (!holds) close('taken')
  }, [holds, close])
  if (!holds) return null
  const version = outcome.kind === 'taken' ? outcome.version : null
  const canUndo = version !== null && version === versions?.head && elsewhere === null
  return (
    <Notice
      ref={line}
      role="status"
      text={
        outcome.kind === 'taken'
          ? t('data.taken', { count: outcome.files, rows: outcome.rows.taken }) + (undoing ? t('data.undoing') : '')
          : t('data.undone') + (asOf ? t('data.nowAsOf', { day: asOf }) : '')
      }
    >
      {canUndo && (
        <Button disabled={undoing} onClick={() => void undo(version)}>
          {t('data.undo')}
        </Button>
      )}
      <Button onClick={() => close('taken')}>{t('app.close')}</Button>
    </Notice>
  )
}
