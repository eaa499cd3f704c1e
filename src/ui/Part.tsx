import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorBoundary } from './ErrorBoundary'

/** A part of the screen that may fail by itself: it says so, and what to do, and the others go on. */
export function Part({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <ErrorBoundary message={t('app.panelFailed')} retry={t('app.retry')} reload={t('notice.reload')}>
      {children}
    </ErrorBoundary>
  )
}
