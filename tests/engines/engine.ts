/** Options of the window that a browser is started with. */
export interface Window {
  /** Profile folder, used by this browser only. */
  readonly folder: string
  readonly isPrivate: boolean
}

/** A browser that runs a journey. It stores everything in its own profile folder. */
export interface Engine {
  /** Name and version. */
  readonly name: string
  /** Opens an address; resolves when it has loaded. */
  open(url: string): Promise<void>
  reload(): Promise<void>
  /** Evaluates an expression in the page; a promise is awaited. */
  ask<T>(expression: string): Promise<T>
  /** Chooses files in the one element that matches the selector. */
  choose(selector: string, files: readonly string[]): Promise<void>
  /** Presses a key at the focused element, by its name in KeyboardEvent (`PageDown`, `b`). */
  key(name: string): Promise<void>
  /** Taps at a position in the window, in pixels from its left and upper edge. */
  tap(x: number, y: number): Promise<void>
  /** Screenshot of the window, as PNG. */
  picture(): Promise<Buffer>
  /** What the browser would print, as PDF; `ask` makes the page request printing. */
  print(ask: () => Promise<void>): Promise<Buffer>
  /** Whether page errors are reported: WebKit writes none for a private window. */
  readonly hearsErrors: boolean
  /** Page errors since the last call, including policy violations. */
  faults(): readonly string[]
  close(): Promise<void>
}

/** For browsers that print only by command: counts the page's calls of `print` in `window.printsAsked` instead. */
export const HOLD_PRINT = 'void ((window.printsAsked = 0), (window.print = () => { window.printsAsked += 1 }))'
export const PRINT_ASKED = 'window.printsAsked > 0'

/** Throws if a program that the journey needs is not installed: a requested engine must not be skipped. */
export function needs(path: string, debian: string, there: (path: string) => boolean): string {
  if (!there(path)) throw new Error(`${path} is missing (Debian: apt-get install ${debian})`)
  return path
}
