import type { Month } from '@/domain/calendar'
import {
  type AgendaItem,
  type MeetingSettings,
  NOTHING_PREPARED,
  SCENES,
  type SceneName,
} from '@/io/package/descriptor'
import type { Dataset } from '@/questions/dataset'

/** An item whose scene this version has. */
export type SceneItem = AgendaItem & { readonly scene: SceneName }

/** One object, so that it is the same item in every month that has it. */
const DECISIONS: SceneItem = { scene: 'decisions', notes: '' }

/** Scenes that nobody has to ask for. */
const CUSTOMARY: readonly SceneItem[] = SCENES.filter((scene) => scene !== 'pinned' && scene !== 'decisions').map(
  (scene) => ({ scene, notes: '' }),
)

export const isScene = (item: AgendaItem): item is SceneItem => (SCENES as readonly string[]).includes(item.scene)

const hasDecisions = (items: readonly AgendaItem[]) => items.some(({ scene }) => scene === 'decisions')

/** Scenes with what earlier meetings decided before them, where there is any and nobody has put or left it elsewhere. */
function withDecisions<Item extends AgendaItem>({ settings }: Dataset, month: Month, items: readonly Item[]) {
  const { decisions = [], without = [] } = settings.meeting ?? {}
  const comes = decisions.some((decision) => decision.month < month) && !without.includes('decisions')
  return comes && !hasDecisions(items) ? [DECISIONS, ...items] : items
}

/** The items of a month's agenda, those of a later version too; all scenes in the customary order where a package has none. */
export function itemsOf(dataset: Dataset, month: Month): readonly AgendaItem[] {
  const own = dataset.settings.meeting?.agenda ?? []
  return withDecisions<AgendaItem>(dataset, month, own.length > 0 ? own : CUSTOMARY)
}

/** The scenes of a month's meeting, in their order. */
export function agendaOf(dataset: Dataset, month: Month): readonly SceneItem[] {
  const own = (dataset.settings.meeting?.agenda ?? []).filter(isScene)
  return withDecisions<SceneItem>(dataset, month, own.length > 0 ? own : CUSTOMARY)
}

/** What is kept of an agenda that was changed in a month: its items, and that decisions of earlier meetings were left out of it. */
export function agendaChange(dataset: Dataset, month: Month, items: readonly AgendaItem[]): Partial<MeetingSettings> {
  const isLeftOut = hasDecisions(itemsOf(dataset, month)) && !hasDecisions(items)
  const before = dataset.settings.meeting?.without ?? []
  const others = before.filter((scene) => scene !== 'decisions' || !hasDecisions(items))
  return { agenda: [...items], without: isLeftOut ? [...others, 'decisions'] : others }
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
