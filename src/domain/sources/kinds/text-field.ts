import type { Field } from './field'

/** A column of texts, its headings the first of which is its title in Chinese where no other is given. */
export const textField = (
  name: string,
  zh: string,
  en: string,
  headings: readonly string[] = [zh],
  required = false,
): Field => ({ name, title: { zh, en }, headings, type: 'text', ...(required && { required }) })
