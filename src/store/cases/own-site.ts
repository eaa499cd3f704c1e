import { isSameStop, type OrderedStop } from '@/domain/field/round-order'

/** Whether a likely source of a case is the case's own target, where the value was measured. */
export const isOwnSite = ({ target }: { readonly target?: OrderedStop }, source: OrderedStop): boolean =>
  target !== undefined && isSameStop(target, source)
