import { create } from 'zustand'
import { usePreferences } from './preferences'

type Theme = 'light' | 'dark'

/** Whether the page is being printed. Not stored: a browser that ends meanwhile must not change what was chosen. */
export const usePrinting = create(() => ({ isPrinting: false }))

/** The theme shown now: on paper the light one, whichever was chosen. */
export const shownTheme = (): Theme => (usePrinting.getState().isPrinting ? 'light' : usePreferences.getState().theme)

/** {@link shownTheme}, for what is drawn at once and may be printed; a WebGL map is drawn too late for that. */
export function useShownTheme(): Theme {
  const theme = usePreferences((state) => state.theme)
  return usePrinting((state) => state.isPrinting) ? 'light' : theme
}
