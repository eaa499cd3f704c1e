/** What the app in one file (`scripts/single`) says to the code that runs in it. */
export interface OneFile {
  /** Address that the file's content goes by, as that of a folder which is on no server; it ends with `/`. */
  readonly base: string
}

declare global {
  var chentuFile: OneFile | undefined
}

/** Whether the app runs from one file, without a server: what only a server's page may do is not there. */
export const isOneFile = (): boolean => globalThis.chentuFile !== undefined

/** Address of the page's own folder: what stands beside the app has it too. Only a page knows it. */
export const appFolder = (): string => globalThis.chentuFile?.base ?? document.baseURI

/** The only host that the app asks for its own files; undefined outside a browser. */
export const appOrigin = (): string | undefined =>
  globalThis.chentuFile ? new URL(globalThis.chentuFile.base).origin : globalThis.location?.origin
