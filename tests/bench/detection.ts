import type { Doubt, DoubtKind } from '@/domain/monitoring/doubts/doubt'
import type { Truth } from '../../scripts/data/readings/truth'

const DAY = 1440

interface Span {
  readonly from: number
  readonly until: number
}
const meets = (a: Span, b: Span, margin = 0) => a.from - margin < b.until && b.from - margin < a.until

function byDevice<T extends { readonly device: string }>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const of = new Map<string, T[]>()
  for (const each of all) {
    const known = of.get(each.device)
    if (known) known.push(each)
    else of.set(each.device, [each])
  }
  return of
}

/** How well the detection finds one kind of fault. */
interface Detected {
  readonly kind: DoubtKind
  readonly faults: number
  /** Faults met by a doubt of the same kind. */
  readonly found: number
  readonly doubts: number
  /**
   * Doubts that meet a fault of their kind (`right`); that meet another fault, or come within a day of one
   * (`ofOthers`); and all other doubts (`wrong`).
   */
  readonly right: number
  readonly ofOthers: number
  readonly wrong: number
}

/** Compares doubts with the true faults of generated readings, by kind. */
export function detected(kinds: readonly DoubtKind[], truth: Truth, doubts: readonly Doubt[]): readonly Detected[] {
  const [faultsOf, doubtsOf] = [byDevice(truth.faults), byDevice(doubts)]
  return kinds.map((kind) => {
    const faults = truth.faults.filter((each) => each.kind === kind)
    const own = doubts.filter((each) => each.kind === kind)
    const found = faults.filter((fault) =>
      doubtsOf.get(fault.device)?.some((doubt) => doubt.kind === kind && meets(doubt, fault)),
    )
    let [right, ofOthers] = [0, 0]
    for (const doubt of own) {
      const near = faultsOf.get(doubt.device) ?? []
      if (near.some((fault) => fault.kind === kind && meets(doubt, fault))) right++
      else if (near.some((fault) => meets(doubt, fault, DAY))) ofOthers++
    }
    const wrong = own.length - right - ofOthers
    return { kind, faults: faults.length, found: found.length, doubts: own.length, right, ofOthers, wrong }
  })
}
