import type { Palette } from '@/layers/palette'
import { IMAGE_SCALE, styleImages } from '@/map/style/style-images'

/** The images of a theme that a style refers to, as canvases and patterns. */
export class StyleImages {
  private palette: Palette | null = null
  private canvases = new Map<string, HTMLCanvasElement>()
  private patterns = new Map<string, CanvasPattern | null>()

  /** Pixels of the drawn image per screen pixel. */
  constructor(private readonly pixelRatio: number) {}

  use(palette: Palette): void {
    if (palette === this.palette) return
    this.palette = palette
    this.patterns = new Map()
    this.canvases = new Map(styleImages(palette).map(([name, image]) => [name, canvasOf(image)]))
  }

  /** All images; the object's identity changes when they do. */
  get all(): object {
    return this.canvases
  }

  canvas = (name: string) => this.canvases.get(name)

  /** A fill pattern at an opacity, cached for each hundredth. */
  pattern(name: string, opacity: number): CanvasPattern | null {
    const alpha = Math.round(opacity * 100) / 100
    const key = `${name} ${alpha}`
    const known = this.patterns.get(key)
    if (known !== undefined) return known
    const image = this.canvases.get(name)
    const pattern = image ? this.make(image, alpha) : null
    this.patterns.set(key, pattern)
    return pattern
  }

  private make(image: HTMLCanvasElement, alpha: number): CanvasPattern | null {
    const scale = this.pixelRatio / IMAGE_SCALE
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(image.width * scale))
    canvas.height = Math.max(1, Math.round(image.height * scale))
    const context = canvas.getContext('2d')!
    context.globalAlpha = alpha
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    return context.createPattern(canvas, 'repeat')
  }
}

function canvasOf(image: ImageData): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = image.width
  canvas.height = image.height
  canvas.getContext('2d')!.putImageData(image, 0, 0)
  return canvas
}
