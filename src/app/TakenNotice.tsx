import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import { useImports } from '@/store/imports'
import { useNotices } from '@/store/page/notices'
import { useWindows } from '@/store/steps/windows'
import { Button } from '@/ui/controls/Button'
import { Notice } from './Notice'

/** On the map, where one sees what came in: how to undo it, as long as nothing has come after it. */
export function TakenNotice() {
  const { t } = useTranslation()
  const mode = useChentu((state) => state.view.mode)
  const { outcome, versions, undo } = useImports()
  const elsewhere = useWindows((state) => state.elsewhere)
  const close = useNotices((state) => state.close)
  // The data screen has a line of its own for it.
  if (mode !== 'explore' || (outcome?.kind !== 'taken' && outcome?.kind !== 'undone')) return null
  const version = outcome.kind === 'taken' ? outcome.version : null
  const canUndo = version !== null && version === versions?.head && elsewhere === null
  return (
    <Notice
      role="status"
      text={outcome.kind === 'taken' ? t('data.taken', { count: outcome.files }) : t('data.undone')}
    >
      {canUndo && <Button onClick={() => void undo(version)}>{t('data.undo')}</Button>}
      <Button onClick={() => close('taken')}>{t('app.close')}</Button>
    </Notice>
  )
}
