import { base64 } from './base64'

/** The papers for which an office may have its own Word template. */
export const WORD_PAPERS = ['bulletin', 'monthly', 'minutes', 'handover', 'day', 'check'] as const
export type WordPaper = (typeof WORD_PAPERS)[number]

/** Large enough for a document with a seal or two; a package carries it in its descriptor. */
export const MAX_TEMPLATE_BYTES = 1 << 20

/** A file's bytes as base64. */
export const base64Of = async (file: Blob): Promise<string> => base64(new Uint8Array(await file.arrayBuffer()))

export const blobOf = (base64: string): Blob =>
  new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))])
