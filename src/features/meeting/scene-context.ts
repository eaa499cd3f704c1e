import { createContext, useContext } from 'react'
import type { SceneItem } from './agenda'
import type { Step } from './steps'

/** What a scene knows of the meeting that it is part of. */
export interface SceneSetting {
  readonly item: SceneItem
  /** How far the scene has been revealed. */
  readonly step: Step
  /** Its number in the agenda, and how many there are. */
  readonly place: string
  /** Shown small to the speaker, before it is on the wall: it takes no keys. */
  readonly ahead: boolean
}

const NOWHERE: SceneSetting = { item: { scene: 'ranking', notes: '' }, step: 'all', place: '', ahead: false }

export const SceneContext = createContext<SceneSetting>(NOWHERE)

export const useScene = (): SceneSetting => useContext(SceneContext)
