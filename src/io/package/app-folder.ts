/** What the single-file app (`scripts/single`) provides to the code inside it. */
export interface OneFile {
  /** Address under which the file's content is accessible, as if in a folder, though on no server; ends with `/`. */
  readonly base: string
}

declare global {
  var chentuFile: OneFile | undefined
}

/** Whether the app runs from one file without a server; features that need a server's page are then unavailable. */
export const isOneFile = (): boolean => globalThis.chentuFile !== undefined

/** Address of the page's own folder, including the files beside the app. Only available in a page, not in a worker. */
export const appFolder = (): string => globalThis.chentuFile?.base ?? document.baseURI

/** The only origin from which the app requests its own files; undefined outside a browser. */
export const appOrigin = (): string | undefined =>
  globalThis.chentuFile ? new URL(globalThis.chentuFile.base).origin : globalThis.location?.origin
