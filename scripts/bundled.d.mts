/** Bundles a TypeScript program of this project for Node; its address. */
export function bundled(entry: string): Promise<URL>
