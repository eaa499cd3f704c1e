/** Bundles a TypeScript program of this project for Node; the address of what may be imported or run in a thread. */
export function bundle(entry: string): Promise<URL>
