import type { serve } from '../browser/chromium'
import { displayedText, words } from '../fuzz/displayed-text'
import type { Engine } from './engine'
import type { OfficeFiles } from './files'
import type { Visitor } from './visitor'

/** Environment of a journey. Each address has separate storage in the browser, so it stands for a separate machine. */
export interface Trip {
  readonly engine: Engine
  /** Address of the office's machine. */
  readonly desk: Visitor
  /** Address of a team's tablet. */
  readonly tablet: Visitor
  /** The desk's address over plain HTTP, as another machine would use it. */
  readonly plain: Visitor
  readonly tabletServer: Awaited<ReturnType<typeof serve>>
  readonly files: OfficeFiles
  /** Folder in which files are saved. */
  readonly folder: string
}

/** Steps of a user by their purpose; each continues from the previous one. */
export type Steps = Readonly<Record<string, (trip: Trip) => Promise<void>>>

export interface Journey {
  /** Starts with empty storage. */
  readonly steps: () => Steps
  /** Map engine of the desk; the default is the canvas, which starts in half the time. */
  readonly mapEngine?: 'webgl'
  /** Whether the app's service worker runs, which stores the app for starts without a network. */
  readonly offline?: true
  /** Messages of the browser itself on this journey that are no errors of the app. */
  readonly expected?: RegExp
}

/** A pattern of one of the app's texts. */
export const text = (template: string, values: Readonly<Record<string, string | number>> = {}) =>
  displayedText(template, values).source
export const whole = (template: string) => `^${text(template)}$`
export { words }
