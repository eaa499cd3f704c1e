// Must be first: the modules below may need its polyfills.
import '@/fallbacks'
import '@fontsource-variable/noto-sans-sc'
import './tokens.css'
import { StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { changeLanguage } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { basemapOrigins, useBasemaps } from '@/store/device/basemaps'
import { keepError } from '@/store/device/incidents'
import { folderOrigins, useOfficeFolder } from '@/store/device/office-folder'
import { usePreferences } from '@/store/device/preferences'
import { shownTheme } from '@/store/device/shown-theme'
import { followSystemTheme } from '@/store/device/theme-choice'
import { followKept } from '@/store/exports'
import { isProvinceScreen } from '@/store/province/province-address'
import { followWindows } from '@/store/steps/windows'
import { bindAddress } from '@/store/view/address'
import { lazyPart } from '@/ui/lazy-part'
import { App } from './App'
import { applyTheme } from './apply-theme'
import { continueField } from './continue-field'
import { DiagnosisPage } from './DiagnosisPage'
import { followLanguage } from './follow-language'
import { installErrorHandlers } from './last-net'
import { printLight } from './light-print'
import { narrowPolicy } from './narrow-policy'
import { packageUrl, wantedPackage } from './package-url'
import { DIAGNOSIS_ADDRESS } from './page-address'
import { preloadScreen } from './screens'

// Must run before the first request.
narrowPolicy([...basemapOrigins(useBasemaps.getState().basemaps), ...folderOrigins(useOfficeFolder.getState().url)])
installErrorHandlers()
followSystemTheme()
applyTheme(shownTheme())
printLight()
usePreferences.subscribe((now, before) => {
  if (now.theme !== before.theme) applyTheme(shownTheme())
})
await followLanguage()
const ProvincePage = lazyPart(() => import('./ProvincePage'))
const ofProvince = isProvinceScreen(location.search, location.hash)
const ofDiagnosis = location.hash.startsWith(DIAGNOSIS_ADDRESS)
// The three kinds of page share no state, so navigating between them reloads the page.
window.addEventListener('popstate', (event) => {
  if (
    isProvinceScreen(location.search, location.hash) === ofProvince &&
    location.hash.startsWith(DIAGNOSIS_ADDRESS) === ofDiagnosis
  )
    return
  // Otherwise listeners that read the view from the URL would rewrite it.
  event.stopImmediatePropagation()
  location.reload()
})
const root = createRoot(document.getElementById('app')!, {
  // The failed part shows its own message; the error goes to the console and the diagnosis.
  onCaughtError(error) {
    console.error(error)
    keepError('part-failed', error)
  },
})
if (import.meta.env.DEV && location.hash === '#/ui') {
  // Component gallery for development; not part of builds.
  const { Gallery } = await import('@/ui/gallery/Gallery')
  root.render(<Gallery onTheme={applyTheme} onLanguage={changeLanguage} />)
} else if (ofDiagnosis) {
  root.render(
    <StrictMode>
      <DiagnosisPage />
    </StrictMode>,
  )
} else if (ofProvince) {
  // A page of its own: it opens no city's package, and its code is not loaded with a city. Not awaited: its code
  // imports this module, which would never finish evaluating.
  root.render(
    <StrictMode>
      <Suspense fallback={null}>
        <ProvincePage />
      </Suspense>
    </StrictMode>,
  )
} else {
  continueField()
  bindAddress()
  // The package and the screen's code load while React renders.
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
