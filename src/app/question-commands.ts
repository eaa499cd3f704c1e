import { useTranslation } from 'react-i18next'
import { useOtherTexts } from '@/i18n'
import { EXPORT_FORMATS } from '@/io/export/export-format'
import { clearNarrowing, useChentu, useDataset } from '@/store/chentu'
import { useSavedViews } from '@/store/device/saved-views'
import { chooseTheme, useThemeChoice } from '@/store/device/theme-choice'
import { useManual } from '@/store/page/manual'
import { type RequestedDialog, useRequestedDialog } from '@/store/page/requested-dialog'
import { shareLink } from '@/store/page/shared-link'
import { stepMonth } from '@/store/view/compared-months'
import { monthName } from '@/store/words/month-name'
import type { Place } from './focus-opened'

/** An action that has a button in the header or in 一张图, found by its name and by synonyms in all languages. */
export interface QuestionCommand {
  readonly id: string
  readonly label: string
  readonly words: string
  /** What it is, if it is not a command. */
  readonly kind?: string
  readonly lands: Place
  run(): void
}

/** The same month of the previous year. */
const yearBefore = (month: string) => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`

/**
 * Commands with a button in the question bar, the month strip or the header: exports, sheets, link, views, clearing,
 * table, comparison, data, theme, help. The texts are produced only when the returned function is called.
 */
export function useQuestionCommands(): () => readonly QuestionCommand[] {
  const { t } = useTranslation()
  const dataset = useDataset()
  const month = useChentu((state) => state.view.month)
  const other = useChentu((state) => state.view.other)
  const setView = useChentu((state) => state.setView)
  const ask = useRequestedDialog((state) => state.ask)
  const openManual = useManual((state) => state.open)
  const views = useSavedViews()
  const { next } = useThemeChoice()

  const otherLanguage = useOtherTexts()
  type Words =
    | ('xlsx' | 'csv' | 'geojson' | 'picture' | 'handover' | 'link' | 'clear' | 'table' | 'compare' | 'views')
    | ('data' | 'theme' | 'help' | 'manual' | 'round' | 'diagnosis')
  const words = (of: Words) => `${t(`search.words.${of}`)} ${otherLanguage(`search.words.${of}`)}`
  const opens = (asked: RequestedDialog) => () => {
    setView({ mode: 'explore' })
    ask(asked)
  }
  const dialog = (of: Words, label: string, asked: RequestedDialog): QuestionCommand => ({
    id: asked.dialog === 'export' ? asked.format : asked.dialog,
    label,
    words: words(of),
    lands: 'dialog',
    run: opens(asked),
  })

  const { reports } = dataset
  const current = month ?? reports.at(-1)?.month ?? null
  const lastYear = reports.find((report) => current !== null && report.month === yearBefore(current))?.month
  const compare = (id: 'compareBefore' | 'compareYear', with_: string | undefined): QuestionCommand[] =>
    with_ === undefined
      ? []
      : [
          {
            id,
            label: t(`search.${id}`, { month: monthName(t, with_) }),
            words: words('compare'),
            lands: 'screen',
            run: () => setView({ mode: 'explore', other: with_ }),
          },
        ]
  const end: QuestionCommand = {
    id: 'compareEnd',
    label: t('compare.end'),
    words: words('compare'),
    lands: 'screen',
    run: () => setView({ other: null }),
  }

  return () => [
    ...EXPORT_FORMATS.map((format) =>
      dialog(format, `${t('frame.export')} ${t(`frame.exportAs.${format}`)}`, { dialog: 'export', format }),
    ),
    dialog('picture', `${t('frame.export')} ${t('frame.exportAs.picture')}`, { dialog: 'picture' }),
    dialog('handover', t('handover.title'), { dialog: 'handover' }),
    dialog('round', t('orders.title'), { dialog: 'round', from: 'shown' }),
    { id: 'link', label: t('frame.copyLink'), words: words('link'), lands: 'screen', run: () => void shareLink() },
    {
      id: 'clear',
      label: t('frame.clear'),
      words: words('clear'),
      lands: 'list',
      run() {
        setView({ mode: 'explore', selected: null, point: null })
        clearNarrowing()
      },
    },
    {
      id: 'table',
      label: t('table.open'),
      words: words('table'),
      lands: 'screen',
      run: () => setView({ mode: 'explore', table: !useChentu.getState().view.table }),
    },
    {
      id: 'data',
      label: t('search.takeIn'),
      words: words('data'),
      lands: 'screen',
      run: () => setView({ mode: 'data' }),
    },
    {
      id: 'theme',
      label: t('app.theme.switch'),
      words: words('theme'),
      lands: 'screen',
      run: () => chooseTheme(next),
    },
    { id: 'help', label: t('keys.title'), words: words('help'), lands: 'dialog', run: () => ask({ dialog: 'help' }) },
    { id: 'manual', label: t('manual.title'), words: words('manual'), lands: 'dialog', run: () => openManual('start') },
    {
      id: 'diagnosis',
      label: t('diagnosis.name'),
      words: words('diagnosis'),
      lands: 'dialog',
      run: () => ask({ dialog: 'diagnosis' }),
    },
    ...compare('compareBefore', stepMonth(reports, current, -1, null)),
    ...compare('compareYear', lastYear),
    ...(other === null ? [] : [end]),
    dialog('views', t('views.save'), { dialog: 'save-view' }),
    ...(views.names.length > 0 ? [dialog('views', t('views.title'), { dialog: 'manage-views' })] : []),
    // Found by the word for a saved view, but not by the words for managing views: those find the commands.
    ...views.names.map((name) => ({
      id: `view ${name}`,
      label: name,
      words: `${t('views.kept')} ${otherLanguage('views.kept')}`,
      kind: t('views.kept'),
      lands: 'screen' as const,
      run: () => views.open(name),
    })),
  ]
}
