import { transfer } from 'comlink'

/** The buffers of all typed arrays in plain data. */
function buffersIn(value: unknown, found: Set<ArrayBuffer>): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) found.add(value.buffer as ArrayBuffer)
  else if (value instanceof Map) for (const each of value.values()) buffersIn(each, found)
  else if (typeof value === 'object' && value !== null && !(value instanceof Blob))
    for (const each of Object.values(value)) buffersIn(each, found)
  return found
}

/**
 * Marks plain data so that its typed arrays are moved to the page instead of copied; they are unusable here
 * afterwards.
 */
export function transferred<T>(value: T): T {
  return transfer(value, [...buffersIn(value, new Set())])
}
