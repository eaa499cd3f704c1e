/** So many frames are waited for at most. */
const MOST_FRAMES = 120

const nextFrame = () => new Promise((done) => requestAnimationFrame(done))

async function finished(canvas: HTMLCanvasElement): Promise<void> {
  const gl = canvas.getContext('webgl2')
  const fence = gl?.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0)
  if (!gl || !fence) return
  gl.flush()
  for (let frame = 0; frame < MOST_FRAMES; frame++) {
    await nextFrame()
    if (gl.isContextLost() || gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.SIGNALED) break
  }
  gl.deleteSync(fence)
}

/**
 * Settles once all that the canvases of a map were asked to draw is drawn. Whoever shows them earlier makes the page wait for it:
 * without a graphics card that is the processor, which still makes programs.
 */
export async function drawnOut(container: HTMLElement): Promise<void> {
  await Promise.all([...container.querySelectorAll('canvas')].map(finished))
}
