/** A window that a browser is started with. */
export interface Window {
  /** Where the browser keeps what it stores; it is its own. */
  readonly folder: string
  readonly isPrivate: boolean
}

/** A browser that a journey is made in. All that it stores lies in one folder, which is its own. */
export interface Engine {
  /** Name and version. */
  readonly name: string
  /** Opens an address; resolves when it has loaded. */
  open(url: string): Promise<void>
  reload(): Promise<void>
  /** What an expression gives in the page; a promise is awaited. */
  ask<T>(expression: string): Promise<T>
  /** Chooses files in the only element that the selector finds. */
  choose(selector: string, files: readonly string[]): Promise<void>
  /** Presses a key where the focus is, by its name in KeyboardEvent (`PageDown`, `b`). */
  key(name: string): Promise<void>
  /** Taps a place of the window: pixels from its left and upper edge. */
  tap(x: number, y: number): Promise<void>
  /** What the window shows, as PNG. */
  picture(): Promise<Buffer>
  /** What the browser would print, as PDF, once the page has asked it to; `ask` is what makes it ask. */
  print(ask: () => Promise<void>): Promise<Buffer>
  /** Whether errors of pages are heard: WebKit writes none of a private window. */
  readonly hearsErrors: boolean
  /** Errors of pages since this was last asked, violations of the policy among them. */
  faults(): readonly string[]
  close(): Promise<void>
}

/** For browsers that print only when they are told to: the page's own wish is counted instead, in `window.printsAsked`. */
export const HOLD_PRINT = 'void ((window.printsAsked = 0), (window.print = () => { window.printsAsked += 1 }))'
export const PRINT_ASKED = 'window.printsAsked > 0'

/** Throws where a program that the journey needs is not installed: where it is asked for, that is a failure. */
export function needs(path: string, debian: string, there: (path: string) => boolean): string {
  if (!there(path)) throw new Error(`${path} is missing (Debian: apt-get install ${debian})`)
  return path
}
