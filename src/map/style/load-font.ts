import { FONT } from '@/layers/font'

/**
 * Characters whose font files are loaded. Looking them up again among hundreds of files takes longer than drawing them.
 */
const loaded = new Set<string>()

const missingIn = (text: string) => [...new Set(text)].filter((character) => !loaded.has(character))

/** Whether {@link loadFont} has already loaded all characters of a text. */
export const isFontLoaded = (text: string): boolean => missingIn(text).length === 0

/**
 * Loads what the shipped font needs to draw a text. The map draws text on a canvas, and a canvas does not wait for fonts;
 * a machine without a Chinese font would show nothing.
 */
export async function loadFont(text: string): Promise<void> {
  const missing = missingIn(text)
  if (missing.length === 0) return
  const words = missing.join('')
  await Promise.all(
    ['400', '500', '600', '700'].map((weight) => document.fonts.load(`${weight} 16px "${FONT}"`, words)),
  )
  for (const character of missing) loaded.add(character)
}
