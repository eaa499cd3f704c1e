import type { SameCode } from '@/domain/sources/inventory'
import type { SourceRef } from './references'

/** A source as records and lists name it. */
export type NamedSource = Pick<SourceRef, 'kind' | 'code' | 'nth'> & { readonly sameCode?: SameCode | null }

const numberOf = ({ nth, sameCode }: NamedSource) => nth ?? sameCode?.nth

export function targetKey(source: NamedSource): string {
  const place = numberOf(source) ?? 1
  return `${source.kind}/${source.code}${place === 1 ? '' : `\t${place}`}`
}

/**
 * Names of the sources that share kind and code, in the order of the package, by `kind/code`. None for sources without
 * a code, of which there may be any number.
 */
export type SharedCodes = Readonly<Record<string, readonly string[]>>

/** Place of a record that does not tell which of the sources with its code it is about. */
export const ANY = 0

/**
 * Which of the sources with its code a record is about, from 1; ANY if that is not known. If exactly one of them has the
 * record's name, it is that one, because a list may be sorted anew; else the one whose number the record states. A
 * number says nothing once the code is no longer shared: which source kept it is not known.
 */
export function placeOfTarget({ kind, code, name, nth }: SourceRef, shared: SharedCodes): number {
  const key = `${kind}/${code}`
  const names = Object.hasOwn(shared, key) ? shared[key]! : null
  if (!names) return nth === undefined ? 1 : ANY
  const named = names.indexOf(name)
  if (named >= 0 && named === names.lastIndexOf(name)) return named + 1
  return nth !== undefined && (code === '' || nth <= names.length) ? nth : ANY
}

/** A source as a record names it; of several with its code, it always says which. */
export const refOf = ({
  kind,
  code,
  name,
  sameCode,
}: SourceRef & { readonly sameCode: SameCode | null }): SourceRef => ({
  ...{ kind, code, name },
  ...(sameCode && { nth: sameCode.nth }),
})

/** Whether two names of sources are certainly of different ones. */
export const isOther = (one: NamedSource, other: NamedSource): boolean => {
  const [nth, otherNth] = [numberOf(one), numberOf(other)]
  const isSame = one.kind === other.kind && one.code === other.code
  return !isSame || (nth !== undefined && otherNth !== undefined && nth !== otherNth)
}

/** The same source as found in the package: the `place`th with its code, or ANY of them. */
export const placed = ({ kind, code, name }: SourceRef, place: number): SourceRef => ({
  ...{ kind, code, name },
  ...(place === 1 ? {} : { nth: place }),
})
