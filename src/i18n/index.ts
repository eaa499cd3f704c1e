import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { countedFormat } from './counted'
import { en } from './en'
import { singularEn } from './singular.en'
import { zh } from './zh-CN'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'texts'
    resources: { texts: typeof zh }
    returnNull: false
  }
}

type Texts = { readonly [key: string]: string | Texts }

/** Merges the texts of another tree into a tree. */
function besides(texts: Texts, more: Texts): Texts {
  const added = Object.entries(more).map(([key, value]) => {
    const known = texts[key]
    return [key, typeof value === 'object' && typeof known === 'object' ? besides(known, value) : value]
  })
  return { ...texts, ...Object.fromEntries(added) }
}

/** Initialises the texts in a language. React escapes interpolated values, so i18next does not. */
export function startI18n(language: string) {
  return i18next
    .use(countedFormat)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      defaultNS: 'texts',
      resources: { 'zh-CN': { texts: zh }, en: { texts: besides(en, singularEn) } },
      interpolation: { escapeValue: false, alwaysFormat: true },
      initAsync: false,
    })
}

/** Changes the language of the running page. */
export async function changeLanguage(language: string): Promise<void> {
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}
