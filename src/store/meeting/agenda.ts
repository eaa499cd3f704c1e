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

/** Months in which cases were noticed: they are of the ledger of this device, not of the package. */
export type CaseMonths = ReadonlySet<Month>
const NO_CASES: CaseMonths = new Set()

/**
 * Scenes that come by themselves where their month has something for them: what earlier meetings decided before all others, a
 * warning and cases behind them. One object each, so that it is the same item in every month that has it. Those that are `onlyThen`
 * are none of another month, also where they were kept in their place.
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
    // Where somebody put it, it says of a month without cases that there were none.
    onlyThen: false,
    comes: (_, month, caseMonths) => caseMonths.has(month),
  },
]
const isByItself = (scene: string) => BY_ITSELF.some(({ item }) => item.scene === scene)

/** Scenes that nobody has to ask for. */
const CUSTOMARY: readonly SceneItem[] = SCENES.filter((scene) => scene !== 'pinned' && !isByItself(scene)).map(
  (scene) => ({ scene, notes: '' }),
)

export const isScene = (item: AgendaItem): item is SceneItem => (SCENES as readonly string[]).includes(item.scene)

const has = (items: readonly AgendaItem[], scene: string) => items.some((item) => item.scene === scene)

/** Scenes with those that come by themselves, where nobody has put or left them elsewhere. */
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

/** The items of a month's agenda, those of a later version too; all scenes in the customary order where a package has none. */
export function itemsOf(dataset: Dataset, month: Month, caseMonths = NO_CASES): readonly AgendaItem[] {
  const own = dataset.settings.meeting?.agenda ?? []
  return withOwn<AgendaItem>(dataset, month, own.length > 0 ? own : CUSTOMARY, caseMonths)
}

/** The scenes of a month's meeting, in their order. */
export function agendaOf(dataset: Dataset, month: Month, caseMonths = NO_CASES): readonly SceneItem[] {
  const isOfMonth = ({ scene }: SceneItem) =>
    BY_ITSELF.every(
      ({ item, onlyThen, comes }) => item.scene !== scene || !onlyThen || comes(dataset, month, caseMonths),
    )
  const own = (dataset.settings.meeting?.agenda ?? []).filter(isScene).filter(isOfMonth)
  return withOwn<SceneItem>(dataset, month, own.length > 0 ? own : CUSTOMARY, caseMonths)
}

/** What is kept of an agenda that was changed in a month: its items, and which of those that come by themselves were left out of it. */
export function agendaChange(
  dataset: Dataset,
  month: Month,
  items: readonly AgendaItem[],
  caseMonths = NO_CASES,
): Partial<MeetingSettings> {
  const before = itemsOf(dataset, month, caseMonths)
  const left = BY_ITSELF.map(({ item }) => item.scene).filter((scene) => has(before, scene) && !has(items, scene))
  const still = (dataset.settings.meeting?.without ?? []).filter(
    (scene) => !has(items, scene) && !left.includes(scene as never),
  )
  return { agenda: [...items], without: [...still, ...left] }
}

/** Items with a view that was saved under a name: in the place of one that has this name, else as the last. */
export function withView(items: readonly AgendaItem[], title: string, view: string): readonly AgendaItem[] {
  const isOfName = (item: AgendaItem) => item.scene === 'pinned' && item.title === title
  if (!items.some(isOfName)) return [...items, { scene: 'pinned', notes: '', title, view }]
  return items.map((item) => (isOfName(item) ? { ...item, view } : item))
}

/** What is kept for the meeting, with a part of it changed. */
export function meetingWith({ settings }: Dataset, change: Partial<MeetingSettings>): MeetingSettings {
  return { ...NOTHING_PREPARED, ...settings.meeting, ...change }
}

/** Counties in the order in which they are spoken of: those that the meeting puts first, then the others as they stand. */
export function countyOrder({ settings }: Dataset, counties: readonly string[]): readonly string[] {
  const first = (settings.meeting?.counties ?? []).filter((code) => counties.includes(code))
  return [...first, ...counties.filter((code) => !first.includes(code))]
}
