import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '@/domain/problem'
import { appOrigin } from '@/io/package/app-folder'
import { DESCRIPTOR } from '@/io/package/package-files'
import { useChentu } from '@/store/chentu'
import { useAsked } from '@/store/page/asked'
import { MANUAL } from '@/store/view/view'
import { Button } from '@/ui/controls/Button'
import { lazyPart } from '@/ui/lazy-part'
import { Part } from '@/ui/Part'
import { WithHelp } from '@/ui/WithHelp'
import classes from './App.module.css'
import { DiagnosisDialog } from './DiagnosisDialog'
import { DropTarget } from './DropTarget'
import { Header } from './Header'
import { ManualLinks } from './ManualLinks'
import { Notices } from './Notices'
import { ProblemList } from './ProblemList'
import { ProvinceLink } from './ProvinceLink'
import { packageAddress, packageUrl, wantedPackage } from './package-url'
import { SharedLink } from './SharedLink'
import { Shortcuts } from './Shortcuts'
import { FirstPicture, screens } from './screens'
import { useClock } from './use-clock'
import { useDay } from './use-day'
import { useFieldRecords } from './use-field-records'
import { useKeptMarks } from './use-kept-marks'
import { useKnownMonth } from './use-known-month'
import { useOffline } from './use-updates'

/** The whole page: header and one of the screens, or what keeps them from being shown. */
export function App() {
  const { t } = useTranslation()
  const phase = useChentu((state) => state.phase)
  const mode = useChentu((state) => state.view.mode)
  const loaded = useChentu((state) => state.loaded !== null)
  useFieldRecords()
  useDay()
  useKnownMonth()
  useOffline()
  useKeptMarks()
  useClock()
  const isManual = mode === MANUAL
  // The manual needs no package: it says what to do without one.
  if (phase === 'broken' && !isManual)
    return (
      <>
        <Broken />
        <ManualLinks />
      </>
    )
  const words = (
    <p className={classes.loading} role="status">
      {t('app.loading')}
    </p>
  )
  const first = loaded && mode === 'explore' ? <FirstPicture /> : words
  const loading = <Suspense fallback={words}>{first}</Suspense>
  const Screen = screens[mode]
  return (
    <div className={classes.page}>
      <button type="button" className={classes.skip} onClick={() => document.getElementById('main')?.focus()}>
        {t('app.skip')}
      </button>
      {/* On the wall nothing stands over the scene; the field has a row of its own, for thumbs, and must not jump to where another stood. */}
      {mode !== 'meeting' && mode !== 'field' && <Header />}
      <DropTarget />
      <Notices />
      <ManualLinks />
      {phase === 'ready' && <Shortcuts />}
      <DiagnosisDialog />
      <SharedLink />
      <main id="main" tabIndex={-1} className={classes.main}>
        <Part key={mode}>
          {phase === 'ready' || isManual ? (
            <Suspense fallback={loading}>
              <Screen />
            </Suspense>
          ) : (
            loading
          )}
        </Part>
      </main>
    </div>
  )
}

const FirstCity = lazyPart(() => import('@/features/import/city/FirstCity'))

/** Whether nobody has put a package beside the app yet: that is no fault. */
const isBeginning = (problems: readonly Problem[]) =>
  wantedPackage() === null &&
  problems.length > 0 &&
  // A package that is there and lacks a file is broken.
  problems.every(
    ({ code, seen, file }) => code === 'file-unreachable' && seen === 'HTTP 404' && file.endsWith(DESCRIPTOR),
  )

/** Why the package can't be shown; who has none yet makes one. */
function Broken() {
  const { t } = useTranslation()
  const ask = useAsked((state) => state.ask)
  const problems = useChentu((state) => state.problems)
  if (isBeginning(problems))
    return (
      <main className={classes.broken}>
        <Notices />
        <WithHelp page="city">
          <h1>{t('city.beginningTitle')}</h1>
        </WithHelp>
        <p>{t('city.beginningHelp')}</p>
        <Suspense fallback={null}>
          <FirstCity />
        </Suspense>
        <p>{t('city.folderHelp')}</p>
        <Button onClick={() => location.reload()}>{t('notice.reload')}</Button>
      </main>
    )
  return (
    <main className={classes.broken}>
      <Notices />
      <WithHelp page="trouble">
        <h1>{t('app.brokenTitle')}</h1>
      </WithHelp>
      <p>{t('app.brokenHelp', { url: packageAddress() })}</p>
      <ProblemList problems={problems} />
      <div className="buttons">
        <Button onClick={() => location.reload()}>{t('notice.reload')}</Button>
        <Button onClick={() => ask({ dialog: 'diagnosis' })}>{t('diagnosis.name')}</Button>
        <ProvinceLink className={classes.away} />
      </div>
      <DiagnosisDialog />
      {/* What is made is kept under the package's own address, which must be one of this site. */}
      {packageUrl()?.origin === appOrigin() && (
        <Suspense fallback={null}>
          <FirstCity />
        </Suspense>
      )}
    </main>
  )
}
