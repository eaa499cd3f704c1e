/** Whether a text is a whole address over HTTP. Not by `URL.canParse`, which Chromium 109 and Safari 16 lack. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/./.test(text)) return false
  try {
    return new URL(text).host !== ''
  } catch {
    return false
  }
}
