// First: what comes after may need it.
import '@/fallbacks'
import '@fontsource-variable/noto-sans-sc'
import './tokens.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startI18n } from '@/i18n'
import { bindAddress } from '@/store/address'
import { basemapOrigins, useBasemaps } from '@/store/basemaps'
import { useChentu } from '@/store/chentu'
import { folderOrigins, useOfficeFolder } from '@/store/office-folder'
import { usePreferences } from '@/store/preferences'
import { App } from './App'
import { applyTheme } from './apply-theme'
import { narrowPolicy } from './narrow-policy'
import { packageUrl } from './package-url'
import { loadScreen } from './screens'

// Before anything is asked for.
narrowPolicy([...basemapOrigins(useBasemaps.getState().basemaps), ...folderOrigins(useOfficeFolder.getState().url)])
const { language, theme } = usePreferences.getState()
applyTheme(theme)
usePreferences.subscribe((now) => applyTheme(now.theme))
document.documentElement.lang = language
bindAddress()
// The package is read, and the screen's code comes, while the page is made.
void useChentu.getState().open(packageUrl().href)
void loadScreen[useChentu.getState().view.mode]()
await startI18n(language)
createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
