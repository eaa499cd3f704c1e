/** The papers that an office may have a Word document of its own for. */
export const WORD_PAPERS = ['bulletin', 'handover', 'day'] as const
export type WordPaper = (typeof WORD_PAPERS)[number]

/** A document with a seal or two is smaller; a package carries it in its descriptor. */
export const MOST_TEMPLATE_BYTES = 1 << 20

/** A file's bytes as base64. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  // So many arguments as any engine takes at once.
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}

export const blobOf = (base64: string): Blob =>
  new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))])
