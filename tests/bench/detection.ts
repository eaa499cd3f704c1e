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

/** How well one kind of fault is found. */
interface Detected {
  readonly kind: DoubtKind
  readonly faults: number
  /** Of them, those that a doubt of the kind meets. */
  readonly found: number
  readonly doubts: number
  /** Of them, those that meet a fault of the kind; those that meet another fault, or what that leaves within a day; and the rest. */
  readonly right: number
  readonly ofOthers: number
  readonly wrong: number
}

/** What doubts say beside what is really in made readings, by kind. */
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
