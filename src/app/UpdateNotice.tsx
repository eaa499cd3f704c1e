import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import { useNotices } from '@/store/page/notices'
import { unsavedWork } from '@/store/steps/unsaved'
import { Button } from '@/ui/controls/Button'
import { Notice } from './Notice'
import { useUpdates } from './use-updates'

/** Announces a newer version of the app; it is installed only if the user wants it. */
export function UpdateNotice() {
  const { t } = useTranslation()
  const mode = useChentu((state) => state.view.mode)
  const checking = useChentu((state) => state.view.mode === 'field' && state.view.selected !== null)
  const { update, activateUpdate } = useUpdates()
  const close = useNotices((state) => state.close)
  const [unsaved, setUnsaved] = useState<Awaited<ReturnType<typeof unsavedWork>>>(null)

  // Shown neither in a meeting nor during a check.
  if (update === null || mode === 'meeting' || checking) return null

  // If another window has installed it, reloading this page is enough.
  const take = () => (update === 'elsewhere' ? location.reload() : activateUpdate())

  async function ask() {
    const found = await unsavedWork()
    if (found) setUnsaved(found)
    else take()
  }

  return (
    <Notice role="status" text={t(unsaved ? `update.${unsaved}` : `update.${update}`)}>
      <Button onClick={() => void ask()}>{t(update === 'elsewhere' ? 'update.reload' : 'update.now')}</Button>
      {unsaved !== null && unsaved !== 'recording' && <Button onClick={take}>{t('update.anyway')}</Button>}
      <Button onClick={() => close('update')}>{t('update.later')}</Button>
    </Notice>
  )
}
