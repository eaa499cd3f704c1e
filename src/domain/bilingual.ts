/** A short text in both languages of the screen. */
export interface Bilingual {
  readonly zh: string
  readonly en: string
}

/** A bilingual text in a language of the screen: English for `en`, Chinese for every other. */
export function inLanguage(text: Bilingual, language: string): string {
  return language === 'en' ? text.en : text.zh
}
