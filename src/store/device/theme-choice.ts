import { usePreferences } from './preferences'

/** What a person chose: a theme, or that of the system. In the order in which a button switches them. */
export const THEME_CHOICES = ['light', 'dark', 'system'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]

const systemIsDark = () => window.matchMedia('(prefers-color-scheme: dark)')
const systemTheme = () => (systemIsDark().matches ? 'dark' : 'light')

/** The choice in force, and the one that the switch makes next. */
export function useThemeChoice(): { readonly now: ThemeChoice; readonly next: ThemeChoice } {
  const now = usePreferences(({ theme, followsSystem }) => (followsSystem ? 'system' : theme))
  return { now, next: THEME_CHOICES[(THEME_CHOICES.indexOf(now) + 1) % THEME_CHOICES.length]! }
}

export function chooseTheme(choice: ThemeChoice): void {
  const isSystem = choice === 'system'
  usePreferences.getState().setTheme(isSystem ? systemTheme() : choice, isSystem)
}

/** While a person follows the system, takes over its theme now and whenever it changes. */
export function followSystemTheme(): void {
  const take = () => {
    const { followsSystem, theme } = usePreferences.getState()
    if (followsSystem && theme !== systemTheme()) chooseTheme('system')
  }
  take()
  systemIsDark().addEventListener('change', take)
}
