import { z } from '@/io/zod'
import { createKept, listOf, recordOf } from './kept'

export type Language = 'zh-CN' | 'en'

interface Preferences {
  readonly language: Language
  readonly theme: 'light' | 'dark'
  /** Wording of the clauses that the office has dropped, by package and clause number. */
  readonly wording: Readonly<Record<string, Readonly<Record<number, string>>>>
  /** Keys without Ctrl do something; who speaks to the machine, or leans on it, switches them off (WCAG 2.1.4). */
  readonly singleKeys: boolean
  /** What is offered to be tried first was closed for good. */
  readonly toured: boolean
  /** What of it was tried, by name. */
  readonly tried: readonly string[]
  /** Views kept under a name, as addresses, by package. */
  readonly views: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Columns left out of the table, by kind of source; `all` for the table of all kinds. */
  readonly hiddenColumns: Readonly<Record<string, readonly string[]>>
  /** The map stands above the list of what is near. */
  readonly fieldMap: boolean
  /** Black on white with heavy lines, to be read in the sun. */
  readonly sun: boolean
  /** Parts of the explore screen that are folded, by name. */
  readonly folded: readonly string[]
  setFolded(part: string, folded: boolean): void
  setFieldMap(on: boolean): void
  setSun(on: boolean): void
  setLanguage(language: Language): void
  setTheme(theme: 'light' | 'dark'): void
  setSingleKeys(on: boolean): void
  setToured(toured: boolean): void
  setTried(tried: readonly string[]): void
  setWording(packageName: string, wording: ReadonlyMap<number, string>): void
  /** Keeps a view under a name, after the others where no place among them is said; null lets the name go. */
  keepView(packageName: string, name: string, address: string | null, place?: number): void
  /** Gives a kept view another name, in its place; one that had this name goes. */
  renameView(packageName: string, name: string, to: string): void
  setHiddenColumns(kind: string, names: readonly string[]): void
}

/** What a person chose on this device; kept in the browser, not in links. */
export const usePreferences = createKept<Preferences>(
  'chentu-preferences',
  {
    language: z.enum(['zh-CN', 'en']),
    theme: z.enum(['light', 'dark']),
    wording: recordOf(recordOf(z.string())),
    views: recordOf(recordOf(z.string())),
    hiddenColumns: recordOf(listOf(z.string())),
    singleKeys: z.boolean(),
    toured: z.boolean(),
    tried: listOf(z.string()),
    fieldMap: z.boolean(),
    sun: z.boolean(),
    folded: listOf(z.string()),
  },
  (set, get) => ({
    language: 'zh-CN',
    theme: 'light',
    wording: {},
    views: {},
    hiddenColumns: {},
    singleKeys: true,
    toured: false,
    tried: [],
    fieldMap: true,
    sun: false,
    folded: [],
    setFolded(part, folded) {
      const others = get().folded.filter((each) => each !== part)
      set({ folded: folded ? [...others, part] : others })
    },
    setFieldMap: (fieldMap) => set({ fieldMap }),
    setSun: (sun) => set({ sun }),
    setLanguage: (language) => set({ language }),
    setTheme: (theme) => set({ theme }),
    setSingleKeys: (singleKeys) => set({ singleKeys }),
    setToured: (toured) => set({ toured }),
    setTried: (tried) => set({ tried }),
    setWording: (packageName, wording) =>
      set({ wording: { ...get().wording, [packageName]: Object.fromEntries(wording) } }),
    keepView(packageName, name, address, place) {
      const { views } = get()
      const own = Object.entries(views[packageName] ?? {}).filter(([each]) => each !== name)
      if (address !== null) own.splice(place ?? own.length, 0, [name, address])
      set({ views: { ...views, [packageName]: Object.fromEntries(own) } })
    },
    renameView(packageName, name, to) {
      const { views } = get()
      const own = Object.entries(views[packageName] ?? {})
        .filter(([each]) => each === name || each !== to)
        .map(([each, address]) => [each === name ? to : each, address] as const)
      set({ views: { ...views, [packageName]: Object.fromEntries(own) } })
    },
    setHiddenColumns: (kind, names) => set({ hiddenColumns: { ...get().hiddenColumns, [kind]: names } }),
  }),
)
