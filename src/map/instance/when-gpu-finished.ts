/** Maximum number of frames to wait. */
const MAX_FRAMES = 120

const nextFrame = () => new Promise((done) => requestAnimationFrame(done))

async function finished(canvas: HTMLCanvasElement): Promise<void> {
  const gl = canvas.getContext('webgl2')
  const fence = gl?.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0)
  if (!gl || !fence) return
  gl.flush()
  for (let frame = 0; frame < MAX_FRAMES; frame++) {
    await nextFrame()
    if (gl.isContextLost() || gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.SIGNALED) break
  }
  gl.deleteSync(fence)
}

/**
 * Resolves once the GPU has finished the map's canvases. Showing them earlier would block the page until then; without
 * a graphics card the processor does that work and still compiles shader programs.
 */
export async function whenGpuFinished(container: HTMLElement): Promise<void> {
  await Promise.all([...container.querySelectorAll('canvas')].map(finished))
}
