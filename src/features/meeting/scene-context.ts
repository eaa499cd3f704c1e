import { createContext, useContext } from 'react'
import type { SceneItem } from '@/store/meeting/agenda'
import type { Step } from './steps'

/** What a scene knows of the meeting that it is part of. */
export interface SceneSetting {
  readonly item: SceneItem
  /** How far the scene has been revealed. */
  readonly step: Step
  /** Its number in the agenda, and how many there are. */
  readonly place: string
  /** Drawn before it is on the wall: it takes no keys, and nothing in it runs. */
  readonly ahead: boolean
  /** Shown small to the speaker, whatever the shape of the wall. */
  readonly small: boolean
  /** The scene with which the meeting begins: it says what the page has to say of what is shown. */
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

/** Makes a county the one that is spoken of, in every window of the meeting. */
export const SpeakOf = createContext<(county: string) => void>(() => undefined)

export const useScene = (): SceneSetting => useContext(SceneContext)
