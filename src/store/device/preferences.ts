import { z } from '@/io/zod'
import { createPersistedStore, listOf, recordOf } from './persisted-store'

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** The parts of the field screen, in the order of its bottom bar. */
export const FIELD_TABS = ['round', 'near', 'map', 'office'] as const
export type FieldTab = (typeof FIELD_TABS)[number]

/** Distances within which the field screen lists what is nearby, in kilometres. */
export const NEAR_RANGES_KM = [0.5, 1, 3] as const

/** Which engine draws the maps: automatic, WebGL, or a plain canvas. */
export const MAP_ENGINES = ['auto', 'webgl', 'canvas'] as const
export type MapEngineChoice = (typeof MAP_ENGINES)[number]

/** Wording of clauses, by {@link planKey} and clause number; by package for data of earlier versions. */
export type Wording = Readonly<Record<string, Readonly<Record<number, string>>>>

interface Preferences {
  readonly language: Language
  /** The colours shown. While they follow the system, they are those that it asked for last. */
  readonly theme: 'light' | 'dark'
  readonly followsSystem: boolean
  /** Wording of plans that the office has dropped or read in. */
  readonly wording: Wording
  /** Whether single keys without Ctrl trigger actions; users of speech input can switch them off (WCAG 2.1.4). */
  readonly singleKeys: boolean
  /** The offer of first tasks was closed for good. */
  readonly toured: boolean
  /** Names of first tasks that were tried. */
  readonly tried: readonly string[]
  /** The note on the limits of the single-file app was read and closed. */
  readonly fileTold: boolean
  /** The fault of the clock whose notice was closed: of this day, for this reason; '' if none. */
  readonly clockTold: string
  /** Time of the stored data whose notice was closed offline; '' if none. */
  readonly keptTold: string
  /** Saved views by name, as addresses, by package. */
  readonly views: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Columns hidden in the table, by kind of source; `all` for the table of all kinds. */
  readonly hiddenColumns: Readonly<Record<string, readonly string[]>>
  /** The part of the field screen that is shown. */
  readonly fieldTab: FieldTab
  /** What the field screen lists nearby: how far, in which order, and of which kinds; no kinds mean all. */
  readonly nearKm: (typeof NEAR_RANGES_KM)[number]
  readonly nearWorstFirst: boolean
  readonly nearKinds: readonly string[]
  /** Whether the field screen was the last one shown. */
  readonly inField: boolean
  /** High contrast with heavy lines, for reading in sunlight. */
  readonly sun: boolean
  /** Save buttons must be held, so that raindrops and sleeves do not save. */
  readonly rain: boolean
  /** Marking an item as failed also opens the camera. */
  readonly cameraAtNo: boolean
  readonly mapEngine: MapEngineChoice
  /** Collapsed parts of the explore screen, by name. */
  readonly folded: readonly string[]
  setFolded(part: string, folded: boolean): void
  setFieldTab(tab: FieldTab): void
  setNear(chosen: Partial<Pick<Preferences, 'nearKm' | 'nearWorstFirst' | 'nearKinds'>>): void
  setInField(shown: boolean): void
  setSun(on: boolean): void
  setRain(on: boolean): void
  setCameraAtNo(on: boolean): void
  setMapEngine(engine: MapEngineChoice): void
  setLanguage(language: Language): void
  /** `followsSystem`: whether the theme is only what the system asks for. */
  setTheme(theme: 'light' | 'dark', followsSystem?: boolean): void
  setSingleKeys(on: boolean): void
  setToured(toured: boolean): void
  setFileTold(told: boolean): void
  setClockTold(fault: string): void
  setKeptTold(at: string): void
  setTried(tried: readonly string[]): void
  setWording(plan: string, wording: ReadonlyMap<number, string>): void
  /** Saves a view under a name, last unless `place` is given; null removes it. */
  keepView(packageName: string, name: string, address: string | null, place?: number): void
  /** Renames a saved view in place; another view with the new name is removed. */
  renameView(packageName: string, name: string, to: string): void
  setHiddenColumns(kind: string, names: readonly string[]): void
}

/** Key of one plan of a package: the next plan has other clauses under the same numbers. */
export const planKey = (
  packageName: string,
  { year, number }: { readonly year: number; readonly number: string },
): string => `${packageName} ${year} ${number}`

/** The user's choices on this device; stored in the browser, not in links. */
export const usePreferences = createPersistedStore<Preferences>(
  'chentu-preferences',
  {
    language: z.enum(LANGUAGES),
    theme: z.enum(['light', 'dark']),
    followsSystem: z.boolean(),
    wording: recordOf(recordOf(z.string())),
    views: recordOf(recordOf(z.string())),
    hiddenColumns: recordOf(listOf(z.string())),
    singleKeys: z.boolean(),
    toured: z.boolean(),
    tried: listOf(z.string()),
    fileTold: z.boolean(),
    clockTold: z.string(),
    keptTold: z.string(),
    fieldTab: z.enum(FIELD_TABS),
    nearKm: z.literal(NEAR_RANGES_KM),
    nearWorstFirst: z.boolean(),
    nearKinds: listOf(z.string()),
    inField: z.boolean(),
    sun: z.boolean(),
    rain: z.boolean(),
    cameraAtNo: z.boolean(),
    mapEngine: z.enum(MAP_ENGINES),
    folded: listOf(z.string()),
  },
  (set, get) => ({
    language: 'zh-CN',
    theme: 'light',
    followsSystem: false,
    wording: {},
    views: {},
    hiddenColumns: {},
    singleKeys: true,
    toured: false,
    tried: [],
    fileTold: false,
    clockTold: '',
    keptTold: '',
    fieldTab: 'near',
    nearKm: 1,
    nearWorstFirst: true,
    nearKinds: [],
    inField: false,
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
    setNear: (chosen) => set(chosen),
    setInField: (inField) => set({ inField }),
    setSun: (sun) => set({ sun }),
    setRain: (rain) => set({ rain }),
    setCameraAtNo: (cameraAtNo) => set({ cameraAtNo }),
    setMapEngine: (mapEngine) => set({ mapEngine }),
    setLanguage: (language) => set({ language }),
    setTheme: (theme, followsSystem = false) => set({ theme, followsSystem }),
    setSingleKeys: (singleKeys) => set({ singleKeys }),
    setToured: (toured) => set({ toured }),
    setTried: (tried) => set({ tried }),
    setFileTold: (fileTold) => set({ fileTold }),
    setClockTold: (clockTold) => set({ clockTold }),
    setKeptTold: (keptTold) => set({ keptTold }),
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
