import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useRequestedDialog } from '@/store/page/requested-dialog'
import { Dialog } from '@/ui/Dialog'
import { lazyPart } from '@/ui/lazy-part'
import { ScreenPart } from '@/ui/ScreenPart'
import { Skeleton } from '@/ui/states/Skeleton'

export const Diagnosis = lazyPart(async () => ({
  default: (await import('@/features/diagnosis/Diagnosis')).Diagnosis,
}))

/** The diagnosis of this browser and the site, as a dialog over the page. */
export function DiagnosisDialog() {
  const { t } = useTranslation()
  const isOpen = useRequestedDialog(({ asked }) => asked?.dialog === 'diagnosis')
  const ask = useRequestedDialog((state) => state.ask)
  if (!isOpen) return null
  return (
    <Dialog title={t('diagnosis.name')} size="medium" onClose={() => ask(null)}>
      <p className="quiet">{t('diagnosis.help')}</p>
      <ScreenPart>
        <Suspense fallback={<Skeleton lines={9} />}>
          <Diagnosis />
        </Suspense>
      </ScreenPart>
    </Dialog>
  )
}
