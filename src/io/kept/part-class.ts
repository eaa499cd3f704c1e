import type { DataClass } from '@/domain/sources/kinds/data-class'

/**
 * Whether an item belongs to a class: `illustrative` is separate, all other classes belong together. Items without a
 * class, stored before it was recorded, are real imports.
 */
export const isSameClass = ({ dataClass = 'real' }: { readonly dataClass?: DataClass }, of: DataClass): boolean =>
  (dataClass === 'illustrative') === (of === 'illustrative')

/** The class as stored on a part: `real` is omitted. */
export const classOfPart = (dataClass: DataClass = 'real'): { readonly dataClass?: DataClass } =>
  dataClass === 'real' ? {} : { dataClass }
