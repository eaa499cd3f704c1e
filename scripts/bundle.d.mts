/** Bundles a TypeScript program of this project for Node; returns its URL. */
export function bundle(entry: string): Promise<URL>
/** The same, with a hex digest of all code that the program runs. */
export function bundleWithDigest(entry: string): Promise<{ readonly program: URL; readonly digest: string }>
