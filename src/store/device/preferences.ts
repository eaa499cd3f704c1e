import { z } from '@/io/zod'
import { createKept, listOf, recordOf } from './kept'

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** The parts of the field's screen, as they stand in its lower bar. */
export const FIELD_TABS = ['round', 'near', 'map', 'office'] as const
export type FieldTab = (typeof FIELD_TABS)[number]

/** Who is to draw the maps: whoever this machine has, WebGL, or a plain canvas. */
export const MAP_ENGINES = ['auto', 'webgl', 'canvas'] as const
export type MapEngineChoice = (typeof MAP_ENGINES)[number]

/** Wording of clauses, by {@link planKey} and clause number; of earlier versions by package. */
export type Wording = Readonly<Record<string, Readonly<Record<number, string>>>>

interface Preferences {
  readonly language: Language
  readonly theme: 'light' | 'dark'
  /** Of the plans that the office has dropped or read in. */
  readonly wording: Wording
  /** Keys without Ctrl do something; who speaks to the machine, or leans on it, switches them off (WCAG 2.1.4). */
  readonly singleKeys: boolean
  /** What is offered to be tried first was closed for good. */
  readonly toured: boolean
  /** What of it was tried, by name. */
  readonly tried: readonly string[]
  /** What the app in one file can't do was read and closed. */
  readonly fileTold: boolean
  /** Views kept under a name, as addresses, by package. */
  readonly views: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Columns left out of the table, by kind of source; `all` for the table of all kinds. */
  readonly hiddenColumns: Readonly<Record<string, readonly string[]>>
  /** Which part of the field's screen is shown. */
  readonly fieldTab: FieldTab
  /** Black on white with heavy lines, to be read in the sun. */
  readonly sun: boolean
  /** What saves must be held, so that drops and sleeves save nothing. */
  readonly rain: boolean
  /** An item that is not met opens the camera by the same press. */
  readonly cameraAtNo: boolean
  readonly mapEngine: MapEngineChoice
  /** Parts of the explore screen that are folded, by name. */
  readonly folded: readonly string[]
  setFolded(part: string, folded: boolean): void
  setFieldTab(tab: FieldTab): void
  setSun(on: boolean): void
  setRain(on: boolean): void
  setCameraAtNo(on: boolean): void
  setMapEngine(engine: MapEngineChoice): void
  setLanguage(language: Language): void
  setTheme(theme: 'light' | 'dark'): void
  setSingleKeys(on: boolean): void
  setToured(toured: boolean): void
  setFileTold(told: boolean): void
  setTried(tried: readonly string[]): void
  setWording(plan: string, wording: ReadonlyMap<number, string>): void
  /** Keeps a view under a name, after the others where no place among them is said; null lets the name go. */
  keepView(packageName: string, name: string, address: string | null, place?: number): void
  /** Gives a kept view another name, in its place; one that had this name goes. */
  renameView(packageName: string, name: string, to: string): void
  setHiddenColumns(kind: string, names: readonly string[]): void
}

/** One plan of a package: the next one has other clauses under the same numbers. */
export const planKey = (
  packageName: string,
  { year, number }: { readonly year: number; readonly number: string },
): string => `${packageName} ${year} ${number}`

/** What a person chose on this device; kept in the browser, not in links. */
export const usePreferences = createKept<Preferences>(
  'chentu-preferences',
  {
    language: z.enum(LANGUAGES),
    theme: z.enum(['light', 'dark']),
    wording: recordOf(recordOf(z.string())),
    views: recordOf(recordOf(z.string())),
    hiddenColumns: recordOf(listOf(z.string())),
    singleKeys: z.boolean(),
    toured: z.boolean(),
    tried: listOf(z.string()),
    fileTold: z.boolean(),
    fieldTab: z.enum(FIELD_TABS),
    sun: z.boolean(),
    rain: z.boolean(),
    cameraAtNo: z.boolean(),
    mapEngine: z.enum(MAP_ENGINES),
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
    fileTold: false,
    fieldTab: 'near',
    sun: false,
    rain: false,
    cameraAtNo: false,
    mapEngine: 'auto',
    folded: [],
    setFolded(part, folded) {
      const others = get().folded.filter((each) => each !== part)
      set({ folded: folded ? [...others, part] : others })
    },
    setFieldTab: (fieldTab) => set({ fieldTab }),
    setSun: (sun) => set({ sun }),
    setRain: (rain) => set({ rain }),
    setCameraAtNo: (cameraAtNo) => set({ cameraAtNo }),
    setMapEngine: (mapEngine) => set({ mapEngine }),
    setLanguage: (language) => set({ language }),
    setTheme: (theme) => set({ theme }),
    setSingleKeys: (singleKeys) => set({ singleKeys }),
    setToured: (toured) => set({ toured }),
    setTried: (tried) => set({ tried }),
    setFileTold: (fileTold) => set({ fileTold }),
    setWording: (plan, wording) => set({ wording: { ...get().wording, [plan]: Object.fromEntries(wording) } }),
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
