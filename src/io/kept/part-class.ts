import type { DataClass } from '@/domain/sources/kinds/data-class'

/** Whether what is kept is of a class: all that is not made up stands together; of before it was written down, what was imported is real. */
export const isOfClass = ({ dataClass = 'real' }: { readonly dataClass?: DataClass }, of: DataClass): boolean =>
  (dataClass === 'illustrative') === (of === 'illustrative')

/** The class as it is written of a part: real is not. */
export const classOfPart = (dataClass: DataClass = 'real'): { readonly dataClass?: DataClass } =>
  dataClass === 'real' ? {} : { dataClass }
