import { useRef, useState } from 'react'
import type { Problem } from '@/domain/problem'
import type { ProvinceIndex } from '@/io/province/province-file'
import type { SourceFacts } from '@/io/province/province-sources'
import type { AnswerOrProblem } from '@/workers/province.main'

interface Pressed {
  /** The index it refers to; a reloaded index may number the cities differently. */
  readonly of: ProvinceIndex
  readonly source: SourceFacts | null
  readonly problem: Problem | null
}

/**
 * The source last pressed, or why it could not be read; kept until the next press or choice,
 * or until the index changes.
 */
export function usePressedSource(index: ProvinceIndex) {
  const [pressed, setPressed] = useState<Pressed | null>(null)
  const asked = useRef(0)
  const own = pressed?.of === index ? pressed : null
  return {
    source: own?.source ?? null,
    problem: own?.problem ?? null,
    /** Clears the pressed source and ignores a pending request. */
    leave() {
      asked.current++
      setPressed(null)
    },
    /** @returns true if nothing was found: no source, no problem, and no other press or choice meanwhile */
    async press(ask: () => Promise<AnswerOrProblem<SourceFacts> | null>): Promise<boolean> {
      const turn = ++asked.current
      // The previous source is kept until the answer arrives, but its problem no longer applies.
      setPressed((before) => before && { ...before, problem: null })
      const answer = await ask()
      if (turn !== asked.current) return false
      if (!answer?.value && !answer?.problem) return true
      setPressed({ of: index, source: answer.value, problem: answer.problem })
      return false
    },
  }
}
