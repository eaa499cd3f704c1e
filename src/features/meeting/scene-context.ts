import { createContext, useContext } from 'react'
import type { SceneItem } from '@/store/meeting/agenda'
import type { Step } from './steps'

/** What a scene knows about the meeting it belongs to. */
export interface SceneSetting {
  readonly item: SceneItem
  /** The reveal step that is shown. */
  readonly step: Step
  /** Its number in the agenda and the number of scenes, as text. */
  readonly place: string
  /** Rendered before it is on the wall: it ignores keys, and no animation runs. */
  readonly ahead: boolean
  /** Shown as a small preview to the speaker, ignoring the wall's aspect ratio. */
  readonly small: boolean
  /** The scene with which the meeting begins; it shows the page's notices. */
  readonly begins: boolean
}

const NOWHERE: SceneSetting = {
  item: { scene: 'ranking', notes: '' },
  step: 'all',
  place: '',
  ahead: false,
  small: false,
  begins: false,
}

export const SceneContext = createContext<SceneSetting>(NOWHERE)

/** Sets the focused county in every window of the meeting. */
export const FocusCounty = createContext<(county: string) => void>(() => undefined)

export const useScene = (): SceneSetting => useContext(SceneContext)
