import { FONT } from '@/layers/font'

/**
 * Characters whose font files are loaded. Looking them up again among hundreds of files takes longer than drawing them.
 */
const loaded = new Set<string>()

/**
 * Loads what the shipped font needs to draw a text. The map draws text on a canvas, and a canvas does not wait for fonts;
 * a machine without a Chinese font would show nothing.
 */
export async function loadFont(text: string): Promise<void> {
  const missing = [...new Set(text)].filter((character) => !loaded.has(character))
  if (missing.length === 0) return
  const words = missing.join('')
  await Promise.all(
    ['400', '500', '600', '700'].map((weight) => document.fonts.load(`${weight} 16px "${FONT}"`, words)),
  )
  for (const character of missing) loaded.add(character)
}
