import { FONT } from '@/layers/font'

/**
 * Loads what the shipped font needs to draw a text. The map draws text on a canvas, and a canvas does not wait for fonts;
 * a machine without a Chinese font would show nothing.
 */
export async function loadFont(text: string): Promise<void> {
  await Promise.all(['400', '500', '600', '700'].map((weight) => document.fonts.load(`${weight} 16px "${FONT}"`, text)))
}
