const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text of files is text, never HTML. */
export const text = (value: string): string => value.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!)
