import type { Month } from '@/domain/calendar'
import {
  type AgendaItem,
  type MeetingSettings,
  NOTHING_PREPARED,
  SCENES,
  type SceneName,
} from '@/io/package/descriptor'
import type { Dataset } from '@/questions/dataset'
import { warningOfMonth } from '@/store/warnings/warning-of-month'

/** An item whose scene this version has. */
export type SceneItem = AgendaItem & { readonly scene: SceneName }

/** Months in which cases were noticed: from this device's ledger, not from the package. */
export type CaseMonths = ReadonlySet<Month>
const NO_CASES: CaseMonths = new Set()

/**
 * Scenes that are added automatically when their month has content for them: earlier decisions before all others,
 * warnings and cases after them. Each is one object, so that the item is identical in all months. Scenes with
 * `onlyThen` are left out in other months, even if they were saved in the agenda.
 */
const BY_ITSELF: readonly {
  readonly item: SceneItem
  readonly isFirst: boolean
  readonly onlyThen: boolean
  comes(dataset: Dataset, month: Month, caseMonths: CaseMonths): boolean
}[] = [
  {
    item: { scene: 'decisions', notes: '' },
    isFirst: true,
    onlyThen: false,
    comes: ({ settings }, month) => (settings.meeting?.decisions ?? []).some((decision) => decision.month < month),
  },
  {
    item: { scene: 'warnings', notes: '' },
    isFirst: false,
    onlyThen: true,
    comes: ({ warnings }, month) => warningOfMonth(warnings, month) !== null,
  },
  {
    item: { scene: 'cases', notes: '' },
    isFirst: false,
    // If somebody put it in the agenda, it states for a month without cases that there were none.
    onlyThen: false,
    comes: (_, month, caseMonths) => caseMonths.has(month),
  },
]
const isByItself = (scene: string) => BY_ITSELF.some(({ item }) => item.scene === scene)

/** Scenes of the standard agenda. */
const CUSTOMARY: readonly SceneItem[] = SCENES.filter((scene) => scene !== 'pinned' && !isByItself(scene)).map(
  (scene) => ({ scene, notes: '' }),
)

export const isScene = (item: AgendaItem): item is SceneItem => (SCENES as readonly string[]).includes(item.scene)

const has = (items: readonly AgendaItem[], scene: string) => items.some((item) => item.scene === scene)

/** Adds the automatic scenes, unless they are in the agenda already or were removed. */
function withOwn<Item extends AgendaItem>(
  dataset: Dataset,
  month: Month,
  items: readonly Item[],
  caseMonths: CaseMonths,
) {
  const without = dataset.settings.meeting?.without ?? []
  const own = BY_ITSELF.filter(
    ({ item, comes }) => !has(items, item.scene) && !without.includes(item.scene) && comes(dataset, month, caseMonths),
  )
  const those = (first: boolean) => own.flatMap(({ item, isFirst }) => (isFirst === first ? [item] : []))
  return own.length === 0 ? items : [...those(true), ...items, ...those(false)]
}

/**
 * The items of a month's agenda, including those of a later version; all scenes in the standard order if the package
 * has no agenda.
 */
export function agendaItems(dataset: Dataset, month: Month, caseMonths = NO_CASES): readonly AgendaItem[] {
  const own = dataset.settings.meeting?.agenda ?? []
  return withOwn<AgendaItem>(dataset, month, own.length > 0 ? own : CUSTOMARY, caseMonths)
}

/** The scenes of a month's meeting in order. */
export function agendaOf(dataset: Dataset, month: Month, caseMonths = NO_CASES): readonly SceneItem[] {
  const isOfMonth = ({ scene }: SceneItem) =>
    BY_ITSELF.every(
      ({ item, onlyThen, comes }) => item.scene !== scene || !onlyThen || comes(dataset, month, caseMonths),
    )
  const own = (dataset.settings.meeting?.agenda ?? []).filter(isScene).filter(isOfMonth)
  return withOwn<SceneItem>(dataset, month, own.length > 0 ? own : CUSTOMARY, caseMonths)
}

/** Settings to save for an agenda changed in a month: its items, and the automatic scenes that were removed. */
export function agendaChange(
  dataset: Dataset,
  month: Month,
  items: readonly AgendaItem[],
  caseMonths = NO_CASES,
): Partial<MeetingSettings> {
  const before = agendaItems(dataset, month, caseMonths)
  const left = BY_ITSELF.map(({ item }) => item.scene).filter((scene) => has(before, scene) && !has(items, scene))
  const still = (dataset.settings.meeting?.without ?? []).filter(
    (scene) => !has(items, scene) && !left.includes(scene as never),
  )
  return { agenda: [...items], without: [...still, ...left] }
}

/** Adds a saved view to the items: replaces an item with this name, or is appended. */
export function withPinnedView(items: readonly AgendaItem[], title: string, view: string): readonly AgendaItem[] {
  const isOfName = (item: AgendaItem) => item.scene === 'pinned' && item.title === title
  if (!items.some(isOfName)) return [...items, { scene: 'pinned', notes: '', title, view }]
  return items.map((item) => (isOfName(item) ? { ...item, view } : item))
}

/** The meeting settings with some parts changed. */
export function changedMeeting({ settings }: Dataset, change: Partial<MeetingSettings>): MeetingSettings {
  return { ...NOTHING_PREPARED, ...settings.meeting, ...change }
}

/** Counties in the order of discussion: those that the meeting puts first, then the others in their order. */
export function countyOrder({ settings }: Dataset, counties: readonly string[]): readonly string[] {
  const first = (settings.meeting?.counties ?? []).filter((code) => counties.includes(code))
  return [...first, ...counties.filter((code) => !first.includes(code))]
}
