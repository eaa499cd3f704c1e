import { useRef, useState } from 'react'
import type { Problem } from '@/domain/problem'
import type { ProvinceIndex } from '@/io/province/province-file'
import type { SourceFacts } from '@/io/province/province-sources'
import type { Answered } from '@/workers/province.main'

interface Pressed {
  /** Of which index it is told: another numbers the cities anew. */
  readonly of: ProvinceIndex
  readonly source: SourceFacts | null
  readonly problem: Problem | null
}

/** The source that was pressed last, or why it could not be read; both until the next press or choice, or the next index. */
export function usePressedSource(index: ProvinceIndex) {
  const [pressed, setPressed] = useState<Pressed | null>(null)
  const asked = useRef(0)
  const own = pressed?.of === index ? pressed : null
  return {
    source: own?.source ?? null,
    problem: own?.problem ?? null,
    /** Forgets what was pressed, and what is still being asked. */
    leave() {
      asked.current++
      setPressed(null)
    },
    /** @returns whether nothing lies there: neither a source nor a problem, nor was something else pressed or chosen meanwhile */
    async press(ask: () => Promise<Answered<SourceFacts> | null>): Promise<boolean> {
      const turn = ++asked.current
      // The source stays until there is another; why the last one could not be read says nothing any more.
      setPressed((before) => before && { ...before, problem: null })
      const answer = await ask()
      if (turn !== asked.current) return false
      if (!answer?.value && !answer?.problem) return true
      setPressed({ of: index, source: answer.value, problem: answer.problem })
      return false
    },
  }
}
