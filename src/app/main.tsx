// First: the modules below may need what it adds to the browser.
import '@/fallbacks'
import '@fontsource-variable/noto-sans-sc'
import './tokens.css'
import { StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { changeLanguage, startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { basemapOrigins, useBasemaps } from '@/store/device/basemaps'
import { keepError } from '@/store/device/incidents'
import { folderOrigins, useOfficeFolder } from '@/store/device/office-folder'
import { usePreferences } from '@/store/device/preferences'
import { followKept } from '@/store/exports'
import { isProvinceScreen } from '@/store/province/province-address'
import { followWindows } from '@/store/steps/windows'
import { bindAddress } from '@/store/view/address'
import { lazyPart } from '@/ui/lazy-part'
import { App } from './App'
import { applyTheme } from './apply-theme'
import { DiagnosisPage } from './DiagnosisPage'
import { spreadLastNet } from './last-net'
import { narrowPolicy } from './narrow-policy'
import { packageUrl, wantedPackage } from './package-url'
import { DIAGNOSIS_ADDRESS } from './page-address'
import { preloadScreen } from './screens'

// Before the first request.
narrowPolicy([...basemapOrigins(useBasemaps.getState().basemaps), ...folderOrigins(useOfficeFolder.getState().url)])
spreadLastNet()
const { language, theme } = usePreferences.getState()
applyTheme(theme)
usePreferences.subscribe((now, before) => {
  if (now.theme !== before.theme) applyTheme(now.theme)
  if (now.language !== before.language) void changeLanguage(now.language)
})
document.documentElement.lang = language
await startI18n(language)
const ProvincePage = lazyPart(() => import('./ProvincePage'))
const ofProvince = isProvinceScreen(location.search, location.hash)
const ofDiagnosis = location.hash.startsWith(DIAGNOSIS_ADDRESS)
// The three have nothing in common: a step from one to another within the same page begins anew.
window.addEventListener('popstate', (event) => {
  if (
    isProvinceScreen(location.search, location.hash) === ofProvince &&
    location.hash.startsWith(DIAGNOSIS_ADDRESS) === ofDiagnosis
  )
    return
  // Who reads views from the address would write it anew.
  event.stopImmediatePropagation()
  location.reload()
})
const root = createRoot(document.getElementById('app')!, {
  // A part of the page that failed says so itself; why goes to the console, and to the diagnosis.
  onCaughtError(error) {
    console.error(error)
    keepError('part-failed', error)
  },
})
if (import.meta.env.DEV && location.hash === '#/ui') {
  // All parts in all states, for who works on the app; no build has this page.
  const { Gallery } = await import('@/ui/gallery/Gallery')
  root.render(<Gallery onTheme={applyTheme} onLanguage={changeLanguage} />)
} else if (ofDiagnosis) {
  root.render(
    <StrictMode>
      <DiagnosisPage />
    </StrictMode>,
  )
} else if (ofProvince) {
  // A page of its own: it opens no city's package, and nothing of it comes for who opens one.
  // Not waited for here: its code needs this file, which would never be done.
  root.render(
    <StrictMode>
      <Suspense fallback={null}>
        <ProvincePage />
      </Suspense>
    </StrictMode>,
  )
} else {
  bindAddress()
  // The package is read, and the screen's code comes, while the page is made.
  const url = packageUrl()
  if (url) void useChentu.getState().open(url.href)
  else useChentu.setState({ phase: 'broken', problems: [{ code: 'file-unreachable', file: wantedPackage() ?? '' }] })
  preloadScreen(useChentu.getState().view.mode)
  followWindows()
  followKept()
  root.render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
