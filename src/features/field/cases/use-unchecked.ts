import type { OrderedStop } from '@/domain/field/round-order'
import { applicableReviews } from '@/ledger/counted'
import { isUnchecked, likelyCheck } from '@/store/cases/likely-check'
import { useDataset } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import type { CaseLikely } from './use-case-likely'

/** The likely sources that the desk named and no team has checked since the value was noticed, as far as this tablet knows. */
export function useUnchecked({ sent, named }: CaseLikely, observed: string): readonly OrderedStop[] {
  const dataset = useDataset()
  const { state, reviews, exchanged } = useLedger()
  const said = applicableReviews(reviews, exchanged)
  return [...sent, ...named].filter((each) => isUnchecked(likelyCheck(dataset, state, said, each, observed)))
}
