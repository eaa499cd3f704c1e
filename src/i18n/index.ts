import i18next, { type TFunction } from 'i18next'
import { useSyncExternalStore } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { countedFormat } from './counted'
import { zh } from './zh-CN'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'texts'
    resources: { texts: typeof zh }
    returnNull: false
  }
}

/** The language of the office, whose texts come with the page. */
const OFFICE_LANGUAGE = 'zh-CN'

/**
 * The English texts, loaded if they are not there yet. They are a file of their own: few screens are in English, and
 * without them the first picture is shown earlier. Asked for a text in a language that is not loaded, i18next would
 * return its key. @throws if the file cannot be loaded
 */
export async function loadEnglish(): Promise<TFunction<'texts'>> {
  if (!i18next.hasResourceBundle('en', 'texts')) {
    const { english } = await import('./english')
    i18next.addResourceBundle('en', 'texts', english)
  }
  return i18next.getFixedT('en')
}

/**
 * Initialises the texts in a language, and returns them. React escapes interpolated values, so i18next does not.
 * @throws if the texts of the language cannot be loaded; those in Chinese are there all the same
 */
export async function startI18n(language: string): Promise<TFunction<'texts'>> {
  await i18next
    .use(countedFormat)
    .use(initReactI18next)
    .init({
      lng: OFFICE_LANGUAGE,
      fallbackLng: false,
      defaultNS: 'texts',
      resources: { [OFFICE_LANGUAGE]: { texts: zh } },
      interpolation: { escapeValue: false, alwaysFormat: true },
      initAsync: false,
    })
  if (language !== OFFICE_LANGUAGE) await changeLanguage(language)
  return i18next.t
}

/** The language asked for last: English texts may arrive when the user has changed back already. */
let wanted = OFFICE_LANGUAGE

/** Changes the language of the running page. @throws if its texts cannot be loaded: then the language stays as it is. */
export async function changeLanguage(language: string): Promise<void> {
  wanted = language
  if (language === 'en') await loadEnglish()
  if (wanted !== language) return
  await i18next.changeLanguage(language)
  if (typeof document !== 'undefined') document.documentElement.lang = language
}

function onTextsLoaded(listener: () => void): () => void {
  i18next.store.on('added', listener)
  return () => i18next.store.off('added', listener)
}

/**
 * The texts in the language that the page is not in: what is searched is found by its name in each. Those of the page
 * until the English ones are loaded.
 */
export function useOtherTexts(): TFunction<'texts'> {
  const { language } = useTranslation().i18n
  const other = language === OFFICE_LANGUAGE ? 'en' : OFFICE_LANGUAGE
  const isLoaded = useSyncExternalStore(onTextsLoaded, () => i18next.hasResourceBundle(other, 'texts'))
  return i18next.getFixedT(isLoaded ? other : language)
}
