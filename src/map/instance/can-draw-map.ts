let drawable: boolean | null = null

/** Whether this browser can draw the map at all. Tried once: a WebGL context is costly, and is given back at once. */
export function canDrawMap(): boolean {
  if (drawable === null) {
    const context = document.createElement('canvas').getContext('webgl2')
    drawable = context !== null
    context?.getExtension('WEBGL_lose_context')?.loseContext()
  }
  return drawable
}
