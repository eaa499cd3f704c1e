import type { Plugin } from 'vite'

/**
 * Loops of the .xls library that never end for texts of a damaged file whose length lies beyond the end of the file,
 * until all memory is used; each with a bounded replacement.
 */
const LOOPS: readonly (readonly [endless: string, bounded: string])[] = [
  ['for(i = 0; i != size; ++i) {', 'for(i = 0; i < size; ++i) {'],
  ['while((w=__readUInt8(this, this.l + size++))!==0)', 'while((w=__readUInt8(this, this.l + size++)))'],
  ['while((w=__readUInt16LE(this,this.l +size))!==0)', 'while((w=__readUInt16LE(this,this.l +size)))'],
]

/** Replaces the unbounded loops of the .xls library in the build. @throws if the library has changed */
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
