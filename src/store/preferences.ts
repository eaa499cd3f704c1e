import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'

export type Language = 'zh-CN' | 'en'

interface Preferences {
  readonly language: Language
  readonly theme: 'light' | 'dark'
  /** Wording of the clauses that the office has dropped, by package and clause number. */
  readonly wording: Readonly<Record<string, Readonly<Record<number, string>>>>
  setLanguage(language: Language): void
  setTheme(theme: 'light' | 'dark'): void
  setWording(packageName: string, wording: ReadonlyMap<number, string>): void
}

/** What a person chose on this device; kept in the browser, not in links. */
export const usePreferences = create<Preferences>()(
  persist(
    (set, get) => ({
      language: 'zh-CN',
      theme: 'light',
      wording: {},
      setLanguage: (language) => set({ language }),
      setTheme: (theme) => set({ theme }),
      setWording: (packageName, wording) =>
        set({ wording: { ...get().wording, [packageName]: Object.fromEntries(wording) } }),
    }),
    { name: 'chentu-preferences', storage: createJSONStorage(() => localStorage) },
  ),
)
