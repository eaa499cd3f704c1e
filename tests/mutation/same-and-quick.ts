import { Encrypter } from 'age-encryption'
import fc from 'fast-check'

// The same cases in every run, so that a change is found always or never; and fewer of them, as each is tried for each change.
fc.configureGlobal({ seed: 20221031, numRuns: 40 })

// A passphrase that is cheap to guess, and so to try: else each change of the ledger would wait minutes for seals.
const setWorkFactor = Encrypter.prototype.setScryptWorkFactor
Encrypter.prototype.setScryptWorkFactor = function (logN) {
  setWorkFactor.call(this, Math.min(logN, 4))
}
