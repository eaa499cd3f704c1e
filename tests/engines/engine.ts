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
  /** Errors of pages so far, violations of the policy among them. */
  faults(): readonly string[]
  close(): Promise<void>
}

/** Throws where a program that the journey needs is not installed: where it is asked for, that is a failure. */
export function needs(path: string, debian: string, there: (path: string) => boolean): string {
  if (!there(path)) throw new Error(`${path} is missing (Debian: apt-get install ${debian})`)
  return path
}
