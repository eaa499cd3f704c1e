import { Encrypter } from 'age-encryption'
import type { default as FastCheck, IRawProperty, Parameters } from 'fast-check'
import { vi } from 'vitest'

const CASES = 25

// The same cases in every run, so that a mutant is found always or never; and few, because they run for each mutant.
vi.mock('fast-check', async (importOriginal) => {
  const { default: real } = await importOriginal<{ default: typeof FastCheck }>()
  real.configureGlobal({ seed: 20221031 })
  const assert = (property: IRawProperty<unknown>, parameters?: Parameters<unknown>) =>
    real.assert(property, { ...parameters, numRuns: Math.min(parameters?.numRuns ?? CASES, CASES) })
  return { default: { ...real, assert } }
})

// A cheap key derivation: otherwise each mutant of the ledger would wait minutes for seals.
const setWorkFactor = Encrypter.prototype.setScryptWorkFactor
Encrypter.prototype.setScryptWorkFactor = function (logN) {
  setWorkFactor.call(this, Math.min(logN, 4))
}
