import { flushSync } from 'react-dom'
import { shownTheme, usePrinting } from '@/store/device/shown-theme'
import { applyTheme } from './apply-theme'

/** Shows the page in the light theme while the browser prints it. */
export function printLight(): void {
  const show = (isPrinting: boolean) => {
    // The browser prints as soon as its event has been handled. Drawings read the colours that the theme has set.
    flushSync(() => {
      usePrinting.setState({ isPrinting })
      applyTheme(shownTheme())
    })
  }
  window.addEventListener('beforeprint', () => show(true))
  window.addEventListener('afterprint', () => show(false))
}
