/** What renders WebGL 2 here: a graphics card, the processor emulating one, or nothing. */
export type WebglRenderer = 'card' | 'processor' | 'none'

let known: WebglRenderer | null = null

/** Software renderers of Chromium, Mesa and Windows. */
const PROCESSOR = /swiftshader|llvmpipe|softpipe|lavapipe|software|microsoft basic render/i

export const isProcessor = (renderer: string) => PROCESSOR.test(renderer)

/** What renders WebGL 2 in this browser. Tested once, because a context is costly; it is released immediately. */
export function webglRenderer(): WebglRenderer {
  if (known === null) {
    const context = document.createElement('canvas').getContext('webgl2')
    known = context === null ? 'none' : isProcessor(rendererOf(context)) ? 'processor' : 'card'
    context?.getExtension('WEBGL_lose_context')?.loseContext()
  }
  return known
}

function rendererOf(context: WebGL2RenderingContext): string {
  const named = String(context.getParameter(context.RENDERER))
  // Firefox gives the renderer's name here and warns about the extension; other browsers give only their vendor.
  if (!/^webkit/i.test(named)) return named
  const extension = context.getExtension('WEBGL_debug_renderer_info')
  return extension ? String(context.getParameter(extension.UNMASKED_RENDERER_WEBGL)) : named
}
