import { transfer } from 'comlink'

/** The buffers of all typed arrays within plain data. */
function buffersIn(value: unknown, found: Set<ArrayBuffer>): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) found.add(value.buffer as ArrayBuffer)
  else if (value instanceof Map) for (const each of value.values()) buffersIn(each, found)
  else if (typeof value === 'object' && value !== null && !(value instanceof Blob))
    for (const each of Object.values(value)) buffersIn(each, found)
  return found
}

/** Plain data whose typed arrays are moved to the page, not copied: they are gone from here. */
export function transferred<T>(value: T): T {
  return transfer(value, [...buffersIn(value, new Set())])
}
