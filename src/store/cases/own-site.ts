import { isSameStop, type OrderedStop } from '@/domain/field/round-order'

/** Whether a likely source of a case is the one that the case is about: that at which the value was measured. */
export const isOwnSite = ({ target }: { readonly target?: OrderedStop }, source: OrderedStop): boolean =>
  target !== undefined && isSameStop(target, source)
