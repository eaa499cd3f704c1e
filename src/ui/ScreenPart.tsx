import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorBoundary } from './ErrorBoundary'

/**
 * A part of the screen with its own error boundary: if it fails, it shows a message and the other parts keep working.
 */
export function ScreenPart({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <ErrorBoundary message={t('app.panelFailed')} retry={t('app.retry')} reload={t('notice.reload')}>
      {children}
    </ErrorBoundary>
  )
}
