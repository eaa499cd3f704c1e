import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import type { Mode } from '@/store/view'
import classes from './App.module.css'
import { DropTarget } from './DropTarget'
import { ErrorBoundary } from './ErrorBoundary'
import { Header } from './Header'
import { KeptNotice } from './KeptNotice'
import { ProblemList } from './ProblemList'
import { packageUrl } from './package-url'
import { Shortcuts } from './Shortcuts'
import { Tour } from './Tour'
import { UpdateNotice } from './UpdateNotice'
import { useFieldRecords } from './use-field-records'

const load = {
  explore: () => import('@/features/explore/Explore'),
  meeting: () => import('@/features/meeting/Meeting'),
  field: () => import('@/features/field/Field'),
  data: () => import('@/features/import/Import'),
}
const screens: Record<Mode, ReturnType<typeof lazy>> = {
  explore: lazy(load.explore),
  meeting: lazy(load.meeting),
  field: lazy(load.field),
  data: lazy(load.data),
}

/** The whole page: header and one of three screens, or what keeps them from being shown. */
export function App() {
  const { t } = useTranslation()
  const phase = useChentu((state) => state.phase)
  const mode = useChentu((state) => state.view.mode)
  const otherData = useChentu((state) => state.otherData)
  useFieldRecords()
  // The screen's code comes while the package is still being read.
  useEffect(() => void load[mode](), [mode])
  if (phase === 'broken') return <Broken />
  const loading = (
    <p className={classes.loading} role="status">
      {t('app.loading')}
    </p>
  )
  const Screen = screens[mode]
  return (
    <div className={classes.page}>
      <button type="button" className={classes.skip} onClick={() => document.getElementById('main')?.focus()}>
        {t('app.skip')}
      </button>
      <Header />
      <DropTarget />
      <KeptNotice />
      <UpdateNotice />
      {otherData && (
        <p className={classes.notice} role="alert">
          {t('link.other')}
          <button type="button" className="action" onClick={() => useChentu.setState({ otherData: false })}>
            {t('app.close')}
          </button>
        </p>
      )}
      {phase === 'ready' && <Shortcuts />}
      {phase === 'ready' && mode === 'explore' && <Tour />}
      <main id="main" tabIndex={-1} className={classes.main}>
        <ErrorBoundary key={mode} message={t('app.panelFailed')} retry={t('app.retry')}>
          {phase === 'ready' ? (
            <Suspense fallback={loading}>
              <Screen />
            </Suspense>
          ) : (
            loading
          )}
        </ErrorBoundary>
      </main>
    </div>
  )
}

/** Why the package can't be shown. */
function Broken() {
  const { t } = useTranslation()
  const problems = useChentu((state) => state.problems)
  return (
    <main className={classes.broken}>
      <h1>{t('app.brokenTitle')}</h1>
      <p>{t('app.brokenHelp', { url: decodeURI(packageUrl().pathname) })}</p>
      <ProblemList problems={problems} />
    </main>
  )
}
