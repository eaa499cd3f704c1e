import type { serve } from '../browser/chromium'
import { said, words } from '../fuzz/said'
import type { Engine } from './engine'
import type { OfficeFiles } from './files'
import type { Visitor } from './visitor'

/** What a journey is made with. Each address has a storage of its own in the browser: as many machines. */
export interface Trip {
  readonly engine: Engine
  /** The machine of the office. */
  readonly desk: Visitor
  /** That of a team. */
  readonly tablet: Visitor
  /** The desk's address over plain HTTP, as from another machine. */
  readonly plain: Visitor
  readonly tabletServer: Awaited<ReturnType<typeof serve>>
  readonly files: OfficeFiles
  /** Where files are saved. */
  readonly folder: string
}

/** What a person does, each step by what it is for; each goes on from the one before. */
export type Steps = Readonly<Record<string, (trip: Trip) => Promise<void>>>

export interface Journey {
  /** Begins with nothing stored. */
  readonly steps: () => Steps
  /** Who draws the desk's maps: a canvas where nothing is said, which starts in half the time. */
  readonly mapEngine?: 'webgl'
  /** Complaints that the browser itself makes on this way, and that are no fault of the app. */
  readonly expected?: RegExp
}

/** A pattern of one of the app's texts. */
export const text = (template: string, values: Readonly<Record<string, string | number>> = {}) =>
  said(template, values).source
export const whole = (template: string) => `^${text(template)}$`
export { words }
