import { describe, expect, it } from 'vitest'
import { measuredTargets, measuredText } from '@/features/meeting/measured-targets'
import { evaluateRules } from '@/questions/evaluated-package'
import { targetValues } from '@/questions/target-values'
import { membersOf } from '@/workers/current-steps'
import { openFromDisk } from '../package-from-disk'

describe('targets on the wall', async () => {
  const { value } = await openFromDisk('')
  const { pack } = value!
  const members = membersOf(value!, pack.settings.ring)
  const values = targetValues({ evaluated: evaluateRules(value!, '2022-10-31'), members })
  const targets = measuredTargets(pack.clauses, values)

  it('are all that are measured, each once, with the words of the plan', () => {
    expect(targets).toHaveLength(values.filter(({ measured }) => measured !== null).length)
    expect(targets).toHaveLength(11)
    for (const { what, clause } of targets)
      expect(pack.clauses.find(({ number }) => number === clause)!.targets.map((each) => each.what)).toContain(what)
  })

  it('say dustfall to a tenth, as the ranking does', () => {
    const dustfall = targets.find(({ measure }) => measure?.of === 'worst-dustfall')!
    expect(measuredText(dustfall)).toBe('9.0')
    expect(
      measuredText({ ...dustfall, measure: undefined, measured: { ...dustfall.measured, value: 86.634 } } as never),
    ).toBe('86.63')
  })
})
