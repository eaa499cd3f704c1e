import type { Month } from '@/domain/calendar'
import { type AgendaItem, type MeetingSettings, SCENES, type SceneName } from '@/io/package/descriptor'
import type { Dataset } from '@/questions/dataset'

/** An item whose scene this version has. */
export type SceneItem = AgendaItem & { readonly scene: SceneName }

/** Scenes that nobody has to ask for. */
const CUSTOMARY: readonly SceneItem[] = SCENES.filter((scene) => scene !== 'pinned' && scene !== 'decisions').map(
  (scene) => ({ scene, notes: '' }),
)

export const isScene = (item: AgendaItem): item is SceneItem => (SCENES as readonly string[]).includes(item.scene)

/** The items of a package's agenda, those of a later version too; all scenes in the customary order where it has none. */
export function itemsOf({ settings }: Dataset): readonly AgendaItem[] {
  const own = settings.meeting?.agenda ?? []
  return own.length > 0 ? own : CUSTOMARY
}

/** The scenes of a month's meeting, in their order: first what earlier ones decided, wherever the agenda does not name it. */
export function agendaOf(dataset: Dataset, month: Month): readonly SceneItem[] {
  const own = itemsOf(dataset).filter(isScene)
  const scenes = own.length > 0 ? own : CUSTOMARY
  const isEarlier = dataset.settings.meeting?.decisions?.some((decision) => decision.month < month) ?? false
  return isEarlier && !scenes.some(({ scene }) => scene === 'decisions')
    ? [{ scene: 'decisions', notes: '' }, ...scenes]
    : scenes
}

/** What is kept for the meeting, with a part of it changed. */
export function meetingWith({ settings }: Dataset, change: Partial<MeetingSettings>): MeetingSettings {
  return { agenda: [], template: null, counties: [], ...settings.meeting, ...change }
}

/** Counties in the order in which they are spoken of: those that the meeting puts first, then the others as they stand. */
export function countyOrder({ settings }: Dataset, counties: readonly string[]): readonly string[] {
  const first = (settings.meeting?.counties ?? []).filter((code) => counties.includes(code))
  return [...first, ...counties.filter((code) => !first.includes(code))]
}
