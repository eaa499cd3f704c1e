import type { Field } from './field'

/** A text field; without headings, its Chinese title is its only heading. */
export const textField = (
  name: string,
  zh: string,
  en: string,
  headings: readonly string[] = [zh],
  required = false,
): Field => ({ name, title: { zh, en }, headings, type: 'text', ...(required && { required }) })
