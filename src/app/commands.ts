import { useTranslation } from 'react-i18next'
import { useOtherTexts } from '@/i18n'
import { clearNarrowing, useChentu } from '@/store/chentu'
import { useEdits } from '@/store/edits'
import { redo, undo } from '@/store/view/address'
import { stepMonth } from '@/store/view/compared-months'
import { MODES, PANELS } from '@/store/view/view'
import type { Place } from './focus-opened'

/** An action available by name or by key. */
export interface Command {
  readonly id: string
  readonly label: string
  /** Its name in the other language, which the search finds too. */
  readonly words: string
  /** The keys as displayed in the list of shortcuts. */
  readonly keys: string
  /** Where the focus goes after it was chosen in the search; defaults to the screen. */
  readonly lands?: Place
  /** Whether a key event triggers it. */
  pressed(event: KeyboardEvent): boolean
  run(): void
}

const plainKey = (key: string) => (event: KeyboardEvent) =>
  event.key.toLowerCase() === key && !event.ctrlKey && !event.metaKey && !event.altKey
const withControl =
  (key: string, shift = false) =>
  (event: KeyboardEvent) =>
    event.key.toLowerCase() === key && (event.ctrlKey || event.metaKey) && event.shiftKey === shift

/** Key of each screen. */
const MODE_KEYS: Readonly<Record<(typeof MODES)[number], string>> = {
  explore: 'e',
  meeting: 'm',
  monitoring: 'o',
  trucks: 'k',
  field: 'f',
  data: 'd',
}

/** Undoes the last pending cell edit while the table is visible; otherwise the last change of the view. */
function undoLast() {
  const { mode, table } = useChentu.getState().view
  if (mode === 'explore' && table && useEdits.getState().dropLast()) return
  undo()
}

/** All commands with a key, for the keyboard, the search box and the list of shortcuts. */
export function useCommands(): readonly Command[] {
  const { t } = useTranslation()
  const other = useOtherTexts()
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
      // The tenth panel has key 0, as on a keyboard.
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
