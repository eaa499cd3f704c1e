/** What draws WebGL 2 here: a graphics card, the processor in its place, or nothing. */
export type WebglHere = 'card' | 'processor' | 'none'

let known: WebglHere | null = null

/** Drawers that are no graphics card: of Chromium, of Mesa, of Windows. */
const PROCESSOR = /swiftshader|llvmpipe|softpipe|lavapipe|software|microsoft basic render/i

export const isProcessor = (renderer: string) => PROCESSOR.test(renderer)

/** What draws WebGL 2 in this browser. Tried once: a context is costly, and is given back at once. */
export function webglHere(): WebglHere {
  if (known === null) {
    const context = document.createElement('canvas').getContext('webgl2')
    known = context === null ? 'none' : isProcessor(rendererOf(context)) ? 'processor' : 'card'
    context?.getExtension('WEBGL_lose_context')?.loseContext()
  }
  return known
}

function rendererOf(context: WebGL2RenderingContext): string {
  const named = String(context.getParameter(context.RENDERER))
  // Firefox names it so, and warns of the extension; the others say who wrote the browser.
  if (!/^webkit/i.test(named)) return named
  const extension = context.getExtension('WEBGL_debug_renderer_info')
  return extension ? String(context.getParameter(extension.UNMASKED_RENDERER_WEBGL)) : named
}
