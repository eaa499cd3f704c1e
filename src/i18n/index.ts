import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en'
import { zh } from './zh-CN'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'texts'
    resources: { texts: typeof zh }
    returnNull: false
  }
}

/** Initialises the texts in a language. React escapes interpolated values, so i18next does not. */
export function startI18n(language: string) {
  return i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'texts',
    resources: { 'zh-CN': { texts: zh }, en: { texts: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
}

/** Changes the language of the running page. */
export async function changeLanguage(language: string): Promise<void> {
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}
