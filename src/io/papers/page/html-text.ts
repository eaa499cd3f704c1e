const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Escapes text from files, which must never be interpreted as HTML. */
export const text = (value: string): string => value.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!)
