import { Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '@/domain/problem'
import { appOrigin } from '@/io/package/app-folder'
import { DESCRIPTOR } from '@/io/package/package-files'
import { useChentu } from '@/store/chentu'
import { useRequestedDialog } from '@/store/page/requested-dialog'
import { MANUAL, type Mode } from '@/store/view/view'
import { Button } from '@/ui/controls/Button'
import { HeadingWithHelp } from '@/ui/HeadingWithHelp'
import { lazyPart } from '@/ui/lazy-part'
import { ScreenPart } from '@/ui/ScreenPart'
import { regainFocus } from '@/ui/use-focus-kept'
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
import { useCorrectUnknownMonth } from './use-correct-unknown-month'
import { useDay } from './use-day'
import { useFieldRecords } from './use-field-records'
import { useSearchTexts } from './use-search-texts'
import { useStoredDataCheck } from './use-stored-data-check'
import { useOffline } from './use-updates'

/** The whole page: header and the current screen, or the reason why it can't be shown. */
export function App() {
  const { t } = useTranslation()
  const phase = useChentu((state) => state.phase)
  const mode = useChentu((state) => state.view.mode)
  const loaded = useChentu((state) => state.loaded !== null)
  useFieldRecords()
  useDay()
  useCorrectUnknownMonth()
  useSearchTexts()
  useOffline()
  useStoredDataCheck()
  useClock()
  useFocusOnScreen(mode)
  const isManual = mode === MANUAL
  // The manual needs no package: it also explains what to do without one.
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
      {/* No header over a meeting scene. The field screen has its own row of large buttons, which must not jump
          into place after another header. */}
      {mode !== 'meeting' && mode !== 'field' && <Header />}
      <DropTarget />
      <Notices />
      <ManualLinks />
      {phase === 'ready' && <Shortcuts />}
      <DiagnosisDialog />
      <SharedLink />
      <main id="main" tabIndex={-1} className={classes.main}>
        <ScreenPart key={mode}>
          {phase === 'ready' || isManual ? (
            <Suspense fallback={loading}>
              <Screen />
            </Suspense>
          ) : (
            loading
          )}
        </ScreenPart>
      </main>
    </div>
  )
}

/** Focuses another screen if the pressed button was on the previous one. */
function useFocusOnScreen(mode: Mode): void {
  const shown = useRef(mode)
  useEffect(() => {
    if (shown.current === mode) return
    shown.current = mode
    regainFocus(null)
  }, [mode])
}

const FirstCity = lazyPart(() => import('@/features/import/city/FirstCity'))

/** Whether no package has been placed beside the app yet, which is not an error. */
const isBeginning = (problems: readonly Problem[]) =>
  wantedPackage() === null &&
  problems.length > 0 &&
  // A package that exists but lacks a file is broken instead.
  problems.every(
    ({ code, seen, file }) => code === 'file-unreachable' && seen === 'HTTP 404' && file.endsWith(DESCRIPTOR),
  )

/** Explains why the package can't be shown; without any package, offers to create one. */
function Broken() {
  const { t } = useTranslation()
  const ask = useRequestedDialog((state) => state.ask)
  const problems = useChentu((state) => state.problems)
  if (isBeginning(problems))
    return (
      <main className={classes.broken}>
        <Notices />
        <HeadingWithHelp page="city">
          <h1>{t('city.beginningTitle')}</h1>
        </HeadingWithHelp>
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
      <HeadingWithHelp page="trouble">
        <h1>{t('app.brokenTitle')}</h1>
      </HeadingWithHelp>
      <p>{t('app.brokenHelp', { url: packageAddress() })}</p>
      <ProblemList problems={problems} />
      <div className="buttons">
        <Button onClick={() => location.reload()}>{t('notice.reload')}</Button>
        <Button onClick={() => ask({ dialog: 'diagnosis' })}>{t('diagnosis.name')}</Button>
        <ProvinceLink className={classes.away} />
      </div>
      <DiagnosisDialog />
      {/* A new package is stored under the package's own address, which must be on this site. */}
      {packageUrl()?.origin === appOrigin() && (
        <Suspense fallback={null}>
          <FirstCity />
        </Suspense>
      )}
    </main>
  )
}
