import type { DataClass } from '@/domain/sources/kinds/data-class'

/** Says in a file how real its rows are, where they are not: what was made up stays so wherever the file is brought. */
export const CLASS_KEY = 'chentu.class'
export const classFacts = (dataClass: DataClass): Readonly<Record<string, string>> =>
  dataClass === 'real' ? {} : { [CLASS_KEY]: dataClass }

/** How real a file says that its rows are: all that is not made up counts as real. */
export const classInFile = (facts: readonly { readonly key: string; readonly value?: string }[] = []): DataClass =>
  facts.some(({ key, value }) => key === CLASS_KEY && value === 'illustrative') ? 'illustrative' : 'real'
