import { type AgendaItem, type MeetingSettings, SCENES } from '@/io/package/descriptor'
import type { Dataset } from '@/questions/dataset'

const CUSTOMARY: readonly AgendaItem[] = SCENES.filter((scene) => scene !== 'pinned').map((scene) => ({
  scene,
  notes: '',
}))

/** The scenes of a package's meeting: its own, or all in the customary order. */
export function agendaOf({ settings }: Dataset): readonly AgendaItem[] {
  const own = settings.meeting?.agenda ?? []
  return own.length > 0 ? own : CUSTOMARY
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
