import type { Plugin } from 'vite'

/**
 * Texts of a damaged .xls whose length lies behind the end of the file: the library then counts up to no number, or waits for a
 * zero that never comes, and takes all memory. Each loop and what ends it there too.
 */
const LOOPS: readonly (readonly [endless: string, bounded: string])[] = [
  ['for(i = 0; i != size; ++i) {', 'for(i = 0; i < size; ++i) {'],
  ['while((w=__readUInt8(this, this.l + size++))!==0)', 'while((w=__readUInt8(this, this.l + size++)))'],
  ['while((w=__readUInt16LE(this,this.l +size))!==0)', 'while((w=__readUInt16LE(this,this.l +size)))'],
]

/** Builds the library of old workbooks in with its loops bounded. @throws where the library has changed. */
export function boundedWorkbooks(): Plugin {
  return {
    name: 'bounded-workbooks',
    transform(code, id) {
      if (!/@e965\/xlsx\/xlsx\.mjs/.test(id)) return null
      let bounded = code
      for (const [endless, end] of LOOPS) {
        if (!bounded.includes(endless)) throw new Error(`@e965/xlsx no longer has: ${endless}`)
        bounded = bounded.replaceAll(endless, end)
      }
      return { code: bounded, map: null }
    },
  }
}
