/** Bundles a TypeScript program of this project for Node; its address. */
export function bundle(entry: string): Promise<URL>
/** The same, with a digest in hex of all code that it runs. */
export function bundleWithDigest(entry: string): Promise<{ readonly program: URL; readonly digest: string }>
