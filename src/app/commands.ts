import { useTranslation } from 'react-i18next'
import { clearNarrowing, useChentu } from '@/store/chentu'
import { useEdits } from '@/store/edits'
import { redo, undo } from '@/store/view/address'
import { stepMonth } from '@/store/view/compared-months'
import { MODES, PANELS } from '@/store/view/view'
import type { Place } from './land'

/** Something that can be done by name or by keys. */
export interface Command {
  readonly id: string
  readonly label: string
  /** Its name in the other language, by which it is found too. */
  readonly words: string
  /** The keys as the list of shortcuts shows them. */
  readonly keys: string
  /** Where the keyboard goes on after it was chosen in the search; the screen where it isn't said. */
  readonly lands?: Place
  /** Whether a key press means it. */
  pressed(event: KeyboardEvent): boolean
  run(): void
}

const plainKey = (key: string) => (event: KeyboardEvent) =>
  event.key.toLowerCase() === key && !event.ctrlKey && !event.metaKey && !event.altKey
const withControl =
  (key: string, shift = false) =>
  (event: KeyboardEvent) =>
    event.key.toLowerCase() === key && (event.ctrlKey || event.metaKey) && event.shiftKey === shift

/** The key of each screen. */
const MODE_KEYS: Readonly<Record<(typeof MODES)[number], string>> = {
  explore: 'e',
  meeting: 'm',
  monitoring: 'o',
  trucks: 'k',
  field: 'f',
  data: 'd',
}

/** Takes back what was written over in the table and waits, as long as that is in sight; then the last choice. */
function undoLast() {
  const { mode, table } = useChentu.getState().view
  if (mode === 'explore' && table && useEdits.getState().dropLast()) return
  undo()
}

/** Everything that has a key, for the keyboard, the search box and the list of keys. */
export function useCommands(): readonly Command[] {
  const { t, i18n } = useTranslation()
  const other = i18n.getFixedT(i18n.language === 'en' ? 'zh-CN' : 'en')
  const setView = useChentu((state) => state.setView)
  const month = (step: 1 | -1) => {
    const { opened, view } = useChentu.getState()
    const next = stepMonth(opened?.dataset.reports ?? [], view.month, step, view.other)
    if (next) setView({ month: next })
  }
  return [
    ...PANELS.map((panel, i) => ({
      id: panel,
      label: t(`panel.${panel}`),
      words: other(`panel.${panel}`),
      // The tenth is 0, as on a keyboard.
      keys: String((i + 1) % 10),
      lands: 'panel' as const,
      pressed: plainKey(String((i + 1) % 10)),
      run: () => setView({ mode: 'explore', panel: useChentu.getState().view.panel === panel ? null : panel }),
    })),
    {
      id: 'table',
      label: t('table.open'),
      words: other('table.open'),
      keys: 'T',
      pressed: plainKey('t'),
      run: () => setView({ mode: 'explore', table: !useChentu.getState().view.table }),
    },
    ...MODES.map((mode) => ({
      id: mode,
      label: t(`mode.${mode}`),
      words: other(`mode.${mode}`),
      keys: MODE_KEYS[mode].toUpperCase(),
      pressed: plainKey(MODE_KEYS[mode]),
      run: () => setView({ mode }),
    })),
    {
      id: 'before',
      label: t('keys.monthBefore'),
      words: other('keys.monthBefore'),
      keys: '[',
      pressed: plainKey('['),
      run: () => month(-1),
    },
    {
      id: 'after',
      label: t('keys.monthAfter'),
      words: other('keys.monthAfter'),
      keys: ']',
      pressed: plainKey(']'),
      run: () => month(1),
    },
    {
      id: 'clear',
      label: t('filters.clear'),
      words: other('filters.clear'),
      keys: '0',
      pressed: plainKey('0'),
      run: clearNarrowing,
    },
    {
      id: 'undo',
      label: t('keys.undo'),
      words: other('keys.undo'),
      keys: 'Ctrl+Z',
      pressed: withControl('z'),
      run: undoLast,
    },
    {
      id: 'redo',
      label: t('keys.redo'),
      words: other('keys.redo'),
      keys: 'Ctrl+Shift+Z',
      pressed: withControl('z', true),
      run: redo,
    },
  ]
}
